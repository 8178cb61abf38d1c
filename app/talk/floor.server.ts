/** The floor, refereed: hands, turns and the facilitator's move. Everything goes through the desk's one door. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk, type Transaction } from "#app/session/desk.server.ts";
import { Prisma, type Session } from "#prisma/client.ts";

import type { FloorAct } from "./acts.ts";
import type { Floor } from "./floor.ts";
import { afterTurn, comeBackLater, passing, readGoRound, toCome, type GoRound } from "./go-round.ts";
import type { Move } from "./moves.ts";
import { inOrder, readQueueOrder, type QueueOrder, type Waiting } from "./queue.ts";
import { mayWriteForOthers, type Seated } from "./talk.server.ts";

const done: Decided = { ok: true };

/** A hand that is up, called or not. */
const open = { kind: "queue", spokenAt: null, droppedAt: null } as const;

/** What a member asks of the floor, for themselves or, as a scribe, for somebody without a device. */
export function decideOnFloor(desk: Desk, member: Seated, act: Exclude<FloorAct, { act: "signal" }>): Promise<Decided> {
  return decide(desk, member.sessionId, async (tx, session) => {
    const memberId = await whoseHand(tx, member, act.for);
    if (memberId === null) return { ok: false, problem: "talk.problem.notScribe" };
    if (session.state !== "open") return { ok: false, problem: "talk.problem.closed" };
    switch (act.act) {
      case "raise": return raise(tx, session, memberId);
      case "lower": return lower(tx, session, memberId);
      case "pass": return keepRound(tx, session, (around) => passing(around, memberId));
      case "spoken": return finish(tx, session, memberId);
    }
  });
}

/** The member themself, or the person without a device of whom a scribe speaks; null when they may not. */
async function whoseHand(tx: Transaction, member: Seated, forMember: string): Promise<string | null> {
  if (forMember === "" || forMember === member.id) return member.id;
  if (!mayWriteForOthers(member)) return null;
  const person = await tx.member.count({ where: { id: forMember, sessionId: member.sessionId, withoutDevice: true, removedAt: null } });
  return person === 1 ? forMember : null;
}

/** Raising a hand that is up already is harmless. */
async function raise(tx: Transaction, { id: sessionId, currentStageId }: Session, memberId: string): Promise<Decided> {
  const isUp = (await tx.hand.count({ where: { sessionId, memberId, ...open } })) > 0;
  if (!isUp) await tx.hand.create({ data: { sessionId, memberId, stageId: currentStageId ?? "", kind: "queue" } });
  return done;
}

/** Down: also of somebody who was called and would rather not. */
async function lower(tx: Transaction, { id: sessionId }: Session, memberId: string): Promise<Decided> {
  await tx.hand.updateMany({ where: { sessionId, memberId, ...open }, data: { droppedAt: new Date() } });
  return done;
}

async function finish(tx: Transaction, session: Session, memberId: string): Promise<Decided> {
  const around = roundOf(session);
  if (around && toCome(around)[0] === memberId) return hadTurn(tx, session, memberId);
  await tx.hand.updateMany({ where: { sessionId: session.id, memberId, ...open, calledAt: { not: null } }, data: { spokenAt: new Date() } });
  return done;
}

/** Calls somebody from the queue; whoever had the floor has spoken. Null: whoever is next. */
export function callNext(desk: Desk, sessionId: string, memberId: string | null): Promise<Decided> {
  return decide(desk, sessionId, async (tx, { queueOrder }) => {
    const { waiting } = await queueOf(tx, sessionId);
    const next = memberId ?? inOrder(waiting, readQueueOrder(queueOrder))[0];
    if (next === undefined || !waiting.some((one) => one.memberId === next)) return { ok: false, problem: "talk.problem.nobodyWaits" };
    const now = new Date();
    await tx.hand.updateMany({ where: { sessionId, ...open, calledAt: { not: null } }, data: { spokenAt: now } });
    await tx.hand.updateMany({ where: { sessionId, memberId: next, ...open }, data: { calledAt: now } });
    return done;
  });
}

/** Whoever has the floor has spoken. Nobody having it is harmless. */
export function endTurn(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.hand.updateMany({ where: { sessionId, ...open, calledAt: { not: null } }, data: { spokenAt: new Date() } });
    return done;
  });
}

export function setQueueOrder(desk: Desk, sessionId: string, queueOrder: QueueOrder): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { queueOrder } });
    return done;
  });
}

/** Offers everybody in this order a turn, at the stage where the session is. */
export function startGoRound(desk: Desk, sessionId: string, order: readonly string[]): Promise<Decided> {
  return decide(desk, sessionId, async (tx, { currentStageId }) => {
    if (!currentStageId || order.length === 0) return { ok: false, problem: "talk.problem.nobodyHere" };
    await tx.session.update({ where: { id: sessionId }, data: { goRound: { stageId: currentStageId, order: [...order], at: 0 } satisfies GoRound } });
    return done;
  });
}

/** What becomes of the turn that is now: it was had, it was passed, or it is come back to. */
export type TurnEnd = "spoken" | "passed" | "later";

/** `memberId` is whose turn the facilitator saw: a second press, or two facilitators at once, end one turn and not two. */
export function endRoundTurn(desk: Desk, sessionId: string, { memberId, end }: { readonly memberId: string; readonly end: TurnEnd }): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    const around = roundOf(session);
    if (!around || toCome(around)[0] !== memberId) return done;
    if (end === "spoken") return hadTurn(tx, session, memberId);
    return keepRound(tx, session, (now) => (end === "passed" ? passing(now, memberId) : comeBackLater(now)));
  });
}

export function stopGoRound(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    await tx.session.update({ where: { id: session.id }, data: { goRound: Prisma.DbNull } });
    return done;
  });
}

async function hadTurn(tx: Transaction, session: Session, memberId: string): Promise<Decided> {
  const now = new Date();
  await tx.hand.create({ data: { sessionId: session.id, memberId, stageId: session.currentStageId ?? "", kind: "round", calledAt: now, spokenAt: now } });
  return keepRound(tx, session, afterTurn);
}

async function keepRound(tx: Transaction, session: Session, change: (around: GoRound) => GoRound): Promise<Decided> {
  const around = roundOf(session);
  if (around) await tx.session.update({ where: { id: session.id }, data: { goRound: change(around) } });
  return done;
}

/** The go-round of the stage where the session is; one of an earlier stage is over. */
function roundOf({ goRound, currentStageId }: Pick<Session, "goRound" | "currentStageId">): GoRound | null {
  const around = readGoRound(goRound);
  return around && around.stageId === currentStageId && toCome(around).length > 0 ? around : null;
}

/** Puts a move on every screen instead of the one before; null takes it down. */
export function makeMove(desk: Desk, sessionId: string, key: Move | null): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { move: key === null ? Prisma.DbNull : { key, at: new Date().toISOString() } } });
    return done;
  });
}

/** The floor for the noticeboard. */
export async function floorOf(db: Db, session: Pick<Session, "id" | "queueOrder" | "goRound" | "currentStageId">): Promise<Floor> {
  const sessionId = session.id;
  const [{ waiting, speaking }, helpers] = await Promise.all([queueOf(db, sessionId), helpersIn(db, sessionId)]);
  const order = readQueueOrder(session.queueOrder);
  const around = roundOf(session);
  return {
    hands: inOrder(waiting, order),
    order,
    speaking,
    around: around ? [...toCome(around)] : null,
    ...helpers,
  };
}

/** Who writes for others, who ever did, and for whom. Somebody who has left wrote what they wrote. */
async function helpersIn(db: Db, sessionId: string): Promise<Pick<Floor, "scribes" | "wroteForOthers" | "withoutDevice">> {
  const concerned = { OR: [{ role: "facilitator" as const }, { scribedAt: { not: null } }, { withoutDevice: true }] };
  const members = await db.member.findMany({ where: { sessionId, ...concerned }, orderBy: { id: "asc" } });
  const here = members.filter(({ removedAt }) => removedAt === null);
  return {
    scribes: idsOf(here.filter(({ scribe }) => scribe)),
    wroteForOthers: idsOf(members.filter(({ role, scribedAt }) => role === "facilitator" || scribedAt !== null)),
    withoutDevice: idsOf(here.filter(({ withoutDevice }) => withoutDevice)),
  };
}

/** Marks somebody as writing for others, or lets them off it. */
export function setScribe(desk: Desk, sessionId: string, { memberId, scribe }: { readonly memberId: string; readonly scribe: boolean }): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    const member = await tx.member.findFirst({ where: { id: memberId, sessionId, role: "participant", withoutDevice: false, removedAt: null } });
    if (!member) return { ok: false, problem: "session.problem.memberGone" };
    await tx.member.update({ where: { id: memberId }, data: { scribe, scribedAt: member.scribedAt ?? (scribe ? new Date() : null) } });
    return done;
  });
}

const idsOf = (members: readonly { readonly id: string }[]) => members.map(({ id }) => id);

/** Hands that are up, as they went up, and who has the floor. Whoever was removed waits no more. */
async function queueOf(db: Db | Transaction, sessionId: string): Promise<{ waiting: Waiting[]; speaking: string | null }> {
  const hands = await db.hand.findMany({ where: { sessionId, droppedAt: null, member: { removedAt: null } }, orderBy: [{ raisedAt: "asc" }, { id: "asc" }], include: { member: { select: { perspective: true } } } });
  const heard = new Set(hands.filter(({ spokenAt }) => spokenAt).map(({ memberId }) => memberId));
  const up = hands.filter(({ kind, spokenAt }) => kind === "queue" && !spokenAt);
  return {
    waiting: up.filter(({ calledAt }) => !calledAt).map(({ memberId, member }) => ({ memberId, perspective: member.perspective, isHeard: heard.has(memberId) })),
    speaking: up.find(({ calledAt }) => calledAt)?.memberId ?? null,
  };
}

/** Member ids of everybody who has had a turn, in the queue or a go-round. */
export async function heardAloud(db: Db, sessionId: string): Promise<Set<string>> {
  const hands = await db.hand.findMany({ where: { sessionId, spokenAt: { not: null } }, select: { memberId: true }, distinct: ["memberId"] });
  return new Set(hands.map(({ memberId }) => memberId));
}
