/**
 * The words of one version of an evidence item: plain-text blocks in order. A block's id stays the same for
 * ever, and through corrections while its text stays nearly the same: notes hold on to it.
 */
import * as z from "zod/mini";

/** 1 is the highest. */
const levelSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type HeadingLevel = z.infer<typeof levelSchema>;

const id = z.string().check(z.minLength(1));
export const evidenceBlockSchema = z.discriminatedUnion("kind", [
  z.object({ id, kind: z.literal("heading"), level: levelSchema, text: z.string() }),
  z.object({ id, kind: z.literal("paragraph"), text: z.string() }),
  z.object({ id, kind: z.literal("listItem"), text: z.string() }),
]);
export type EvidenceBlock = z.infer<typeof evidenceBlockSchema>;

/** The Json column `EvidenceVersion.blocks`. */
export const blocksSchema = z.array(evidenceBlockSchema);

/** A block that has no id yet. */
export type NewBlock = EvidenceBlock extends infer B ? (B extends EvidenceBlock ? Omit<B, "id"> : never) : never;

/** Words counted as people count them: by the spaces between. */
export function wordCount(blocks: readonly Pick<EvidenceBlock, "text">[]): number {
  return blocks.reduce((sum, { text }) => sum + text.split(/\s+/u).filter(Boolean).length, 0);
}
