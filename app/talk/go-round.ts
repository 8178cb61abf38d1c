/** A go-round: everybody is offered a turn, one after another; passing is fine, and whoever is away is come back to. */
import * as z from "zod/mini";

/** `Session.goRound`. `order`: member ids. `at`: index of whose turn it is. */
export const goRoundSchema = z.object({ stageId: z.string(), order: z.array(z.string()), at: z.number().check(z.int(), z.minimum(0)) });
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

/** Leaves somebody's turn out, now or before it comes: they pass, or have gone. A turn that was had stays had. */
export function passing(around: GoRound, memberId: string): GoRound {
  return { ...around, order: around.order.filter((id, index) => index < around.at || id !== memberId) };
}
