/** Taking back that somebody had their turn: "Thank you, next" is pressed every minute, and now and then for the wrong person. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk, type Transaction } from "#app/session/desk.server.ts";
import { UNDO_MS } from "#app/session/machine.ts";
import type { Session } from "#prisma/client.ts";

import { readGoRound, turnTakenBack, type GoRound } from "./go-round.ts";
import type { LastTurn } from "./last-turn.ts";

type RoundIn = Pick<Session, "id" | "goRound" | "currentStageId">;

/** The last turn to end, while that is fresh and nobody has been called since; null when there is nothing to take back. */
export async function lastTurnOf(db: Db | Transaction, session: RoundIn): Promise<LastTurn | null> {
  const around = endedRound(session);
  if (around?.ended) return { memberId: around.ended.memberId, in: "round" };
  const hand = await lastHand(db, session.id);
  return hand && { memberId: hand.memberId, in: "queue" };
}

/**
 * Gives somebody back the turn or the floor that they had last. `memberId` is whom the facilitator saw: a second press
 * takes nothing more back.
 */
export function takeBackTurn(desk: Desk, sessionId: string, memberId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    const last = await lastTurnOf(tx, session);
    if (last?.memberId !== memberId) return { ok: true };
    if (last.in === "round") await takeBackInRound(tx, session);
    else await takeBackInQueue(tx, sessionId);
    return { ok: true };
  });
}

async function takeBackInRound(tx: Transaction, session: RoundIn): Promise<void> {
  const around = endedRound(session);
  const before = around && turnTakenBack(around);
  if (!around || !before) return;
  if (around.ended?.hand) await tx.hand.deleteMany({ where: { id: around.ended.hand } });
  await tx.session.update({ where: { id: session.id }, data: { goRound: before } });
}

async function takeBackInQueue(tx: Transaction, sessionId: string): Promise<void> {
  const hand = await lastHand(tx, sessionId);
  if (hand) await tx.hand.update({ where: { id: hand.id }, data: { spokenAt: null } });
}

/** The go-round of this stage in which a turn ended a moment ago, over or not; one that was stopped waits as it is. */
function endedRound({ goRound, currentStageId }: RoundIn): GoRound | null {
  const around = readGoRound(goRound);
  const isFresh = around?.ended && Date.now() - around.ended.endedAt < UNDO_MS;
  return isFresh && around.stageId === currentStageId && !around.stopped ? around : null;
}

/** Who gave the floor back last from the queue, unless somebody has it again. */
async function lastHand(db: Db | Transaction, sessionId: string) {
  const isTaken = await db.hand.findFirst({ where: { sessionId, kind: "queue", calledAt: { not: null }, spokenAt: null, droppedAt: null }, select: { id: true } });
  const fresh = new Date(Date.now() - UNDO_MS);
  return isTaken ? null : db.hand.findFirst({ where: { sessionId, kind: "queue", spokenAt: { gt: fresh } }, orderBy: { spokenAt: "desc" } });
}
