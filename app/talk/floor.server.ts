/** The floor, refereed: hands, turns and the facilitator's move. Everything goes through the desk's one door. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk, type Transaction } from "#app/session/desk.server.ts";
import { inTheRoom, stillIn } from "#app/session/people.server.ts";
import { Prisma, type Session } from "#prisma/client.ts";

import type { FloorAct } from "./acts.ts";
import type { Floor } from "./floor.ts";
import { hadTurn, passTurn, roundHere, roundOf } from "./go-round.server.ts";
import { toCome } from "./go-round.ts";
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
      case "pass": return passTurn(tx, session, memberId);
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
  const around = await roundOf(tx, session);
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

/**
 * Takes the last call back: whoever was called waits again in their place, and whoever had the floor until that call
 * has it still. `memberId` is who the facilitator saw speaking: a second press takes nothing more back.
 */
export function takeBackCall(desk: Desk, sessionId: string, memberId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    const called = await tx.hand.findFirst({ where: { sessionId, memberId, ...open, calledAt: { not: null } } });
    if (!called) return done;
    await tx.hand.update({ where: { id: called.id }, data: { calledAt: null } });
    await tx.hand.updateMany({ where: { sessionId, kind: "queue", spokenAt: called.calledAt }, data: { spokenAt: null } });
    return done;
  });
}

export function setQueueOrder(desk: Desk, sessionId: string, queueOrder: QueueOrder): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { queueOrder } });
    return done;
  });
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
  const [{ waiting, speaking }, helpers, round] = await Promise.all([queueOf(db, sessionId), helpersIn(db, sessionId), roundHere(db, session)]);
  const order = readQueueOrder(session.queueOrder);
  return {
    hands: inOrder(waiting, order),
    order,
    speaking,
    around: round && !round.stopped ? [...toCome(round)] : null,
    stopped: round?.stopped ? toCome(round).length : 0,
    ...helpers,
  };
}

/** Who writes for others, who ever did, and for whom. Somebody who has left wrote what they wrote. */
async function helpersIn(db: Db, sessionId: string): Promise<Pick<Floor, "scribes" | "wroteForOthers" | "withoutDevice">> {
  const concerned = { OR: [{ role: "facilitator" as const }, { scribedAt: { not: null } }, { withoutDevice: true }] };
  const members = await db.member.findMany({ where: { sessionId, ...concerned }, orderBy: { id: "asc" } });
  const here = members.filter(({ removedAt, leftAt }) => removedAt === null && leftAt === null);
  return {
    scribes: idsOf(here.filter(({ scribe }) => scribe)),
    wroteForOthers: idsOf(members.filter(({ role, scribedAt }) => role === "facilitator" || scribedAt !== null)),
    withoutDevice: idsOf(here.filter(({ withoutDevice }) => withoutDevice)),
  };
}

/** Marks somebody as writing for others, or lets them off it. */
export function setScribe(desk: Desk, sessionId: string, { memberId, scribe }: { readonly memberId: string; readonly scribe: boolean }): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    const member = await tx.member.findFirst({ where: { id: memberId, sessionId, withoutDevice: false, ...inTheRoom } });
    if (!member) return { ok: false, problem: "session.problem.memberGone" };
    await tx.member.update({ where: { id: memberId }, data: { scribe, scribedAt: member.scribedAt ?? (scribe ? new Date() : null) } });
    return done;
  });
}

const idsOf = (members: readonly { readonly id: string }[]) => members.map(({ id }) => id);

/** Hands that are up, as they went up, and who has the floor. Whoever was removed or has left waits no more. */
async function queueOf(db: Db | Transaction, sessionId: string): Promise<{ waiting: Waiting[]; speaking: string | null }> {
  const hands = await db.hand.findMany({ where: { sessionId, droppedAt: null, member: stillIn }, orderBy: [{ raisedAt: "asc" }, { id: "asc" }], include: { member: { select: { perspective: true } } } });
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
