/**
 * What one closing of a round publishes: written once, never worked out again, plain JSON. It holds places
 * and counts only; the wording stands in the round's frozen candidates. Made by `outcomeOf` in
 * disclosure.ts, which says why nothing here gives anybody away.
 */
import * as z from "zod/mini";

import { shortfallSchema } from "#app/session/mix.ts";
import { perspectiveSchema } from "#app/session/perspective.ts";

/** A candidate in a list: its id, and its place as people say it: "1", "2", "3=" when tied. */
const placedSchema = z.object({ id: z.string(), place: z.string() });
export type PlacedCandidate = z.infer<typeof placedSchema>;

/** The list of one perspective, or of several counted together because one of them was too few to be shown apart. */
const sharedListSchema = z.object({
  /** In their usual order; more than one when counted together. */
  perspectives: z.array(perspectiveSchema),
  /** Ballots counted in it; never under the host's smallest group. */
  ballots: z.number(),
  /** People of these perspectives on the roll. */
  roll: z.number(),
  /** True: all ballots, or all but one, named the same single candidate, so only that is told. */
  band: z.boolean(),
  /** Every candidate, best first. */
  order: z.array(placedSchema),
});
export type SharedList = z.infer<typeof sharedListSchema>;

/** A candidate in the combination of the lists. */
const combinedSchema = z.object({
  id: z.string(),
  place: z.string(),
  /** Sum of its positions in the lists, counted from below: first of five gives 5. Ties inside a list share, so halves occur. */
  points: z.number(),
  /**
   * `in` the top N, `out` of it, or `tied` across its edge: then there are more candidates than
   * places left and people decide, never the alphabet.
   */
  top: z.enum(["in", "tied", "out"]),
});
export type CombinedCandidate = z.infer<typeof combinedSchema>;

const resultSchema = z.discriminatedUnion("state", [
  /** Fewer ballots than the host's smallest group: only that is told. */
  z.object({ state: z.literal("tooFew") }),
  z.object({
    state: z.literal("counted"),
    /** Every candidate, best first: each list weighs the same (James Lind Alliance). */
    combined: z.array(combinedSchema),
    lists: z.array(sharedListSchema),
    /** Every candidate by the ballots of all people together; null where it could tell how a group voted. */
    headCount: z.nullable(z.array(placedSchema)),
  }),
]);
export type Result = z.infer<typeof resultSchema>;

export const outcomeSchema = z.object({
  /** How many each person was asked to choose and order. */
  choose: z.number(),
  /** The N of "top N". */
  publishCount: z.number(),
  /** Ballots counted, and people who might have cast one. */
  cast: z.number(),
  roll: z.number(),
  /** The host's smallest group that is shown apart. */
  minimum: z.number(),
  /** True when the mix of perspectives required beforehand was not met. */
  recommendationOnly: z.boolean(),
  /** Which perspectives were missing among those who might cast a ballot. */
  missing: z.array(shortfallSchema),
  /** True when the people were there but too few of a required perspective cast a ballot; which is never told. */
  missingBallots: z.boolean(),
  result: resultSchema,
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** Reads the Json column `Round.outcome`; null while a round is open. Throws on anything else: an outcome is never half read. */
export function readOutcome(value: unknown): Outcome | null {
  return value === null || value === undefined ? null : outcomeSchema.parse(value);
}
