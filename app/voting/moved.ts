/** What moved between two rounds on the same priorities: places that were published both times, never counts of people. */
import * as z from "zod/mini";

import type { Outcome } from "./outcome.ts";

/** A candidate and its place before, as it was published: "1", "3=". */
export const earlierSchema = z.array(z.object({ id: z.string(), place: z.string() }));
export type Earlier = z.infer<typeof earlierSchema>;

/** The places of a round, for the next one to be compared with; null when too few ballots came in to publish any. */
export function placesOf({ result }: Outcome): Earlier | null {
  return result.state === "counted" ? result.combined.map(({ id, place }) => ({ id, place })) : null;
}

/** Whether a candidate stands higher or lower than before, or as it was; "new" when it was not asked about. */
export type Moved = "rose" | "fell" | "same" | "new";

export function movedSince(earlier: Earlier, { id, place }: { readonly id: string; readonly place: string }): Moved {
  const before = earlier.find((one) => one.id === id);
  if (!before) return "new";
  const by = Number.parseInt(before.place, 10) - Number.parseInt(place, 10);
  if (by === 0) return "same";
  return by > 0 ? "rose" : "fell";
}
