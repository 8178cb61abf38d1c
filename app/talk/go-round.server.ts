/** The go-round, refereed: whose turn is now, and what becomes of it. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk, type Transaction } from "#app/session/desk.server.ts";
import { idsInTheRoom } from "#app/session/people.server.ts";
import type { Session } from "#prisma/client.ts";

import { afterTurn, comeBackLater, passing, readGoRound, toCome, withEnded, withThoseHere, type GoRound } from "./go-round.ts";

const done: Decided = { ok: true };

/** Offers everybody in this order a turn, at the stage where the session is. */
export function startGoRound(desk: Desk, sessionId: string, order: readonly string[]): Promise<Decided> {
  return decide(desk, sessionId, async (tx, { currentStageId }) => {
    if (!currentStageId || order.length === 0) return { ok: false, problem: "talk.problem.nobodyHere" };
    await tx.session.update({ where: { id: sessionId }, data: { goRound: { stageId: currentStageId, order: [...order], at: 0 } satisfies GoRound } });
    return done;
  });
}

/** What becomes of the turn that is now: it was had, it was passed, or it is come back to. */
type TurnEnd = "spoken" | "passed" | "later";

/** `memberId` is whose turn the facilitator saw: a second press, or two facilitators at once, end one turn and not two. */
export function endRoundTurn(desk: Desk, sessionId: string, { memberId, end }: { readonly memberId: string; readonly end: TurnEnd }): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    const around = await roundOf(tx, session);
    if (!around || toCome(around)[0] !== memberId) return done;
    if (end === "spoken") return hadTurn(tx, session, memberId);
    return end === "passed" ? passTurn(tx, session, memberId) : endTurnBy(tx, session, { memberId, change: comeBackLater });
  });
}

/** Stops a go-round where it is. Turns to come are kept, so that it can go on. */
export function stopGoRound(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, (tx, session) => keepRound(tx, session, (around) => ({ ...around, stopped: true })));
}

/** Goes on with the go-round that was stopped at this stage. None being there is harmless. */
export function goOnWithRound(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    const around = await roundHere(tx, session);
    if (around) await tx.session.update({ where: { id: session.id }, data: { goRound: { ...around, stopped: false } } });
    return done;
  });
}

/** Whose turn it is has spoken. */
export async function hadTurn(tx: Transaction, session: Session, memberId: string): Promise<Decided> {
  const now = new Date();
  const { id: hand } = await tx.hand.create({ data: { sessionId: session.id, memberId, stageId: session.currentStageId ?? "", kind: "round", calledAt: now, spokenAt: now } });
  return endTurnBy(tx, session, { memberId, hand, change: afterTurn });
}

/** Somebody leaves their turn out, now or before it comes. */
export function passTurn(tx: Transaction, session: Session, memberId: string): Promise<Decided> {
  return endTurnBy(tx, session, { memberId, change: (around) => passing(around, memberId) });
}

interface TurnEnding {
  readonly memberId: string;
  readonly change: (around: GoRound) => GoRound;
  /** Id of the Hand that says the turn was had. */
  readonly hand?: string;
}

function endTurnBy(tx: Transaction, session: Session, { change, ...turn }: TurnEnding): Promise<Decided> {
  return keepRound(tx, session, (around) => withEnded(around, change(around), { ...turn, endedAt: Date.now() }));
}

async function keepRound(tx: Transaction, session: Session, change: (around: GoRound) => GoRound): Promise<Decided> {
  const around = await roundOf(tx, session);
  if (around) await tx.session.update({ where: { id: session.id }, data: { goRound: change(around) } });
  return done;
}

type RoundIn = Pick<Session, "id" | "goRound" | "currentStageId">;

/** The go-round that runs now; one that was stopped waits. */
export async function roundOf(db: Db | Transaction, session: RoundIn): Promise<GoRound | null> {
  const around = await roundHere(db, session);
  return around?.stopped ? null : around;
}

/** The go-round of the stage where the session is, running or stopped, with those who are here now; one of an earlier stage is over. */
export async function roundHere(db: Db | Transaction, { id, goRound, currentStageId }: RoundIn): Promise<GoRound | null> {
  const begun = readGoRound(goRound);
  if (begun?.stageId !== currentStageId) return null;
  const around = withThoseHere(begun, await idsInTheRoom(db, id));
  return toCome(around).length > 0 ? around : null;
}
