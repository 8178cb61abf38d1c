import type { WordKey } from "#app/language/words.ts";

import { FullError, SealedError } from "./live.doc.ts";

/** The sentence for what a document would not take; `closed` when it is sealed. The form keeps what was written. Throws what is neither. */
export function whyNotTaken<K extends WordKey>(error: unknown, closed: K): K | "live.noRoom" {
  if (error instanceof SealedError) return closed;
  if (error instanceof FullError) return "live.noRoom";
  throw error;
}
