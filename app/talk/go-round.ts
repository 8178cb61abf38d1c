/** A go-round: everybody is offered a turn, one after another; passing is fine, and whoever is away is come back to. */
import * as z from "zod/mini";

const turns = {
  /** Member ids. */
  order: z.array(z.string()),
  /** Index of whose turn it is. */
  at: z.number().check(z.int(), z.minimum(0)),
  /** Those who are not in the order because they passed. */
  passed: z.optional(z.array(z.string())),
};

/** The turn that ended last, and how the round stood before it did, so that a slip can be taken back. */
const endedSchema = z.object({
  ...turns,
  memberId: z.string(),
  /** Server time, milliseconds. */
  endedAt: z.number(),
  /** Id of the Hand that says the turn was had; left out when it was not. */
  hand: z.optional(z.string()),
});
type Ended = z.infer<typeof endedSchema>;

/** `Session.goRound`. `stopped`: it waits where it was, and can go on. */
const goRoundSchema = z.object({ stageId: z.string(), ...turns, stopped: z.optional(z.boolean()), ended: z.optional(endedSchema) });
export type GoRound = z.infer<typeof goRoundSchema>;

/** Null for none, and for rubbish. */
export function readGoRound(value: unknown): GoRound | null {
  const read = goRoundSchema.safeParse(value);
  return read.success ? read.data : null;
}

/** Those whose turn is now or still to come. Empty: the round is over. */
export function toCome({ order, at }: GoRound): readonly string[] {
  return order.slice(at);
}

/** Whoever's turn it was has spoken. */
export function afterTurn(around: GoRound): GoRound {
  return { ...around, at: Math.min(around.at + 1, around.order.length) };
}

/** Whoever's turn it is comes last instead: they are away, or want a moment longer. */
export function comeBackLater(around: GoRound): GoRound {
  const [now, ...rest] = toCome(around);
  return now === undefined ? around : { ...around, order: [...around.order.slice(0, around.at), ...rest, now] };
}

/** The round after a turn ended, with what undoing that takes back. Nothing of a turn that was none. */
export function withEnded(before: GoRound, after: GoRound, turn: Pick<Ended, "memberId" | "endedAt" | "hand">): GoRound {
  if (after === before) return before;
  const { order, at, passed = [] } = before;
  return { ...after, ended: { order, at, passed, ...turn } };
}

/** The round as it stood before its last turn ended; null when there is nothing to take back. */
export function turnTakenBack({ stageId, ended }: GoRound): GoRound | null {
  return ended ? { stageId, order: ended.order, at: ended.at, passed: ended.passed ?? [] } : null;
}

/** Leaves somebody's turn out, now or before it comes: they pass, or have gone. A turn that was had stays had. */
export function passing(around: GoRound, memberId: string): GoRound {
  if (!toCome(around).includes(memberId)) return around;
  const { order, at, passed = [] } = around;
  return { ...around, order: order.filter((id, index) => index < at || id !== memberId), passed: [...passed, memberId] };
}

/** With those who are here now: whoever was removed has no turn to come, and whoever came since has one at the end. A round that is over stays over. */
export function withThoseHere(around: GoRound, here: readonly string[]): GoRound {
  const { order, at, passed = [] } = around;
  if (toCome(around).length === 0) return around;
  const late = here.filter((id) => !order.includes(id) && !passed.includes(id));
  return { ...around, order: [...order.filter((id, index) => index < at || here.includes(id)), ...late] };
}
