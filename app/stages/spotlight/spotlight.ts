/** A passage, or what an item does not tell us, on everybody's page and on the wall until it is taken down. */
import * as z from "zod/mini";

export const spotlightSchema = z.discriminatedUnion("show", [
  /** Offsets as in app/notes/passage.ts: UTF-16, within one block. */
  z.object({ show: z.literal("passage"), itemId: z.string(), blockId: z.string(), start: z.number(), end: z.number() }),
  z.object({ show: z.literal("limitations"), itemId: z.string() }),
]);
export type Spotlight = z.infer<typeof spotlightSchema>;

/** Reads the Json column `Session.spotlight`; rubbish shows nothing. */
export function readSpotlight(value: unknown): Spotlight | null {
  const read = spotlightSchema.safeParse(value);
  return read.success ? read.data : null;
}

interface Text {
  readonly id: string;
  readonly text: string;
}

/** The words of a passage; null when the text has no such passage. */
export function passageIn(blocks: readonly Text[], { blockId, start, end }: { readonly blockId: string; readonly start: number; readonly end: number }): string | null {
  const text = blocks.find(({ id }) => id === blockId)?.text;
  const isWithin = text !== undefined && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  return isWithin ? text.slice(start, end) : null;
}
