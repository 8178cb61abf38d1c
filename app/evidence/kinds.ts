/** The four kinds of evidence, none above another; always listed in this order. */
import * as z from "zod/mini";

export const evidenceKinds = ["livedExperience", "practitioner", "organisational", "research"] as const;
export const evidenceKindSchema = z.enum(evidenceKinds);
export type EvidenceKind = z.infer<typeof evidenceKindSchema>;

/** The kinds of which there is nothing here: said aloud wherever evidence is shown. */
export function missingKinds(present: Iterable<EvidenceKind>): EvidenceKind[] {
  const found = new Set(present);
  return evidenceKinds.filter((kind) => !found.has(kind));
}
