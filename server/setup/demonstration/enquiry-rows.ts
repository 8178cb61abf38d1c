/** The demonstration enquiry and its evidence, as rows. */
import { readPaste } from "#app/evidence/paste.ts";
import { newId } from "#app/live/records.doc.ts";
import type { Db } from "#app/context.server.ts";

import { enquiry } from "./enquiry.ts";
import { evidence } from "./evidence.ts";

export interface DemonstrationEnquiry {
  readonly enquiryId: string;
  readonly facilitatorId: string;
  /** Version ids by the keys of evidence.ts, in its order. */
  readonly versions: ReadonlyMap<string, string>;
}

/** An account without a pass-phrase: only a sign-in link opens it. */
const FACILITATOR = { email: "arddangosiad@ymholi.example", name: "Llinos (demonstration)", passphraseHash: "" };

export async function makeEnquiry(db: Db): Promise<DemonstrationEnquiry> {
  const facilitator = await db.facilitator.upsert({ where: { email: FACILITATOR.email }, create: FACILITATOR, update: {} });
  const { id: enquiryId } = await db.enquiry.create({ data: { ...enquiry, languages: [...enquiry.languages], team: { create: { facilitatorId: facilitator.id } } } });
  const versions = new Map<string, string>();
  for (const { key, text, ...item } of evidence) {
    const blocks = readPaste(text).blocks.map((block) => ({ ...block, id: newId() }));
    const version = { ...item, blocks, number: 1, limitationsNotKnown: item.limitations === "", createdById: facilitator.id };
    const made = await db.evidenceItem.create({ data: { enquiryId, versions: { create: version } }, include: { versions: true } });
    for (const { id } of made.versions) versions.set(key, id);
  }
  return { enquiryId, facilitatorId: facilitator.id, versions };
}
