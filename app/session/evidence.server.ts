/** The evidence a session can be made with: the newest version of each item of its enquiry. */
import type { Db } from "#app/context.server.ts";
import type { EvidenceVersion } from "#prisma/client.ts";

export interface OfferedEvidence {
  readonly versionId: string;
  readonly title: string;
  /** Language of its words. */
  readonly language: string;
  readonly kind: EvidenceVersion["kind"];
  /** False while nobody has said what it does not tell us: it is shown, but cannot be chosen. */
  readonly usable: boolean;
}

/** All items of the enquiry in the order they were added. `usable` is the rule of app/evidence, a neighbour. */
export async function offeredEvidence(db: Db, enquiryId: string, usable: (version: EvidenceVersion) => boolean): Promise<OfferedEvidence[]> {
  const items = await db.evidenceItem.findMany({ where: { enquiryId }, orderBy: { id: "asc" }, include: { versions: { orderBy: { number: "desc" }, take: 1 } } });
  const newest = items.flatMap(({ versions }) => versions);
  return newest.map((version) => ({ versionId: version.id, title: version.title, language: version.language, kind: version.kind, usable: usable(version) }));
}

/** The chosen ones among those that may be chosen, in the order they are offered. */
export function chosenFrom(offered: readonly OfferedEvidence[], versionIds: readonly string[]): string[] {
  return offered.filter(({ usable, versionId }) => usable && versionIds.includes(versionId)).map(({ versionId }) => versionId);
}
