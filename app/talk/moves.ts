/** The facilitator's twelve moves: questions that open talk up, put on every screen with one tap (methods 1.2). Stored by key, so that each reads them in their own language. */
import * as z from "zod/mini";

export const moves = ["more", "mean", "reason", "evidence", "otherSide", "missing", "assumption", "soWhat", "link", "whereAreWe", "invite", "pause"] as const;
export type Move = (typeof moves)[number];

/** `Session.move`, and the noticeboard's section. `at`: when it went up, ISO 8601; a move made twice is said twice. */
export const moveSchema = z.object({ key: z.enum(moves), at: z.string() });
export type MoveNotice = z.infer<typeof moveSchema>;

/** Null for none, and for a move that this version does not know. */
export function readMove(value: unknown): MoveNotice | null {
  const read = moveSchema.safeParse(value);
  return read.success ? read.data : null;
}
