/**
 * Where a note holds on to the text: W3C Web Annotation selectors (quote and position) within one block.
 * Positions are UTF-16 offsets into the block's text, never inside a surrogate pair.
 */
import * as z from "zod/mini";

export const anchorSchema = z.object({
  /** The evidence version it was made on. */
  versionId: z.string(),
  blockId: z.string(),
  start: z.number(),
  end: z.number(),
  /** The words marked. */
  exact: z.string().check(z.minLength(1)),
  /** Up to 32 characters before and after, to tell two equal quotes apart. */
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof anchorSchema>;
