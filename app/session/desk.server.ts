/**
 * What a facilitator decides while a session runs. Each decision is one transaction that first takes the
 * session's row by counting its noticeboard one up (two facilitators at once are thus put in a row), and
 * then, once it is on disk, has every page told.
 */
import type { Db } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { Live } from "#app/live/live.doc.ts";
import type { Prisma, Session } from "#prisma/client.ts";

import { clockAt, extended, keepClock, paused, readClock, started, type Clock } from "./clock.ts";
import { isDoorOpen, newCode } from "./code.ts";

/** What decisions need of the house. */
export interface Desk {
  readonly db: Db;
  readonly live: Pick<Live, "deskChanged" | "unseat">;
}
export type Transaction = Prisma.TransactionClient;

/** Done, or why not, as a word key. */
export type Decided = { readonly ok: true } | { readonly ok: false; readonly problem: WordKey };

const done: Decided = { ok: true };
const notDone = (problem: WordKey): Decided => ({ ok: false, problem });

/** Counts the noticeboard one up and holds the session's row until the transaction ends; null when it is closed or gone. */
export async function bumpBoard(db: Db | Transaction, sessionId: string): Promise<Session | null> {
  const [session] = await db.session.updateManyAndReturn({ where: { id: sessionId, state: { not: "closed" } }, data: { boardVersion: { increment: 1 } } });
  return session ?? null;
}

/** The one door of all decisions: nothing is decided in a closed session, and nobody is told of what was not decided. */
export async function decide({ db, live }: Desk, sessionId: string, change: (tx: Transaction, session: Session) => Promise<Decided>): Promise<Decided> {
  const decided = await db.$transaction(async (tx) => {
    const session = await bumpBoard(tx, sessionId);
    return session ? change(tx, session) : notDone("session.problem.closed");
  });
  if (decided.ok) await live.deskChanged(sessionId);
  return decided;
}

/** Brings everybody to a stage of the session. Its clock stands ready at the stage's minutes. */
export function moveToStage(desk: Desk, sessionId: string, stageId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    const stage = await tx.stage.findFirst({ where: { id: stageId, sessionId } });
    if (!stage) return notDone("session.problem.stageGone");
    await tx.session.update({ where: { id: sessionId }, data: { currentStageId: stageId, ...keepClock(clockAt(stage.minutes)) } });
    return done;
  });
}

export function startClock(desk: Desk, sessionId: string): Promise<Decided> {
  return setClock(desk, sessionId, started);
}

export function pauseClock(desk: Desk, sessionId: string): Promise<Decided> {
  return setClock(desk, sessionId, paused);
}

export function addMinutes(desk: Desk, sessionId: string, minutes: number): Promise<Decided> {
  return setClock(desk, sessionId, (clock, now) => extended(clock, minutes, now));
}

function setClock(desk: Desk, sessionId: string, turn: (clock: Clock, now: number) => Clock): Promise<Decided> {
  return decide(desk, sessionId, async (tx, session) => {
    await tx.session.update({ where: { id: sessionId }, data: keepClock(turn(readClock(session), Date.now())) });
    return done;
  });
}

/**
 * Lets people in under a new code. The first time the session becomes open: its shared documents are made
 * (one of notes for each chosen evidence item, and one each of what is drafted and said) and it stands at its first stage.
 */
export function openDoor(desk: Desk, sessionId: string): Promise<Decided> {
  return withNewCode(desk, sessionId, async (tx, session, code) => {
    if (isDoorOpen(session)) return done;
    if (session.state === "preparing" && !(await openSession(tx, session))) return notDone("session.problem.noStages");
    await tx.session.update({ where: { id: sessionId }, data: { code, doorOpenedAt: new Date() } });
    return done;
  });
}

/** Ends the code: nobody new comes in, nobody inside is disturbed. */
export function closeDoor(desk: Desk, sessionId: string): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { code: null, doorOpenedAt: null } });
    return done;
  });
}

/** A new code instead of the one that got about; the door stays as it is. */
export function rotateCode(desk: Desk, sessionId: string): Promise<Decided> {
  return withNewCode(desk, sessionId, async (tx, session, code) => {
    if (session.code === null) return notDone("session.problem.doorClosed");
    await tx.session.update({ where: { id: sessionId }, data: { code, doorOpenedAt: new Date() } });
    return done;
  });
}

/** Takes a participant's seat: every browser of theirs is out at once, and their return code opens nothing. What they wrote stays. */
export async function removeMember(desk: Desk, sessionId: string, memberId: string): Promise<Decided> {
  const now = new Date();
  const decided = await decide(desk, sessionId, async (tx) => {
    const { count } = await tx.member.updateMany({ where: { id: memberId, sessionId, role: "participant", removedAt: null }, data: { removedAt: now } });
    await tx.seat.updateMany({ where: { memberId, member: { sessionId, role: "participant" }, revokedAt: null }, data: { revokedAt: now } });
    return count === 1 ? done : notDone("session.problem.memberGone");
  });
  if (decided.ok) desk.live.unseat(memberId);
  return decided;
}

/** Freezes or frees the wording of principles and priorities. It stays frozen while people rank it. */
export function setFrozen(desk: Desk, sessionId: string, frozen: boolean): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    if (!frozen && (await tx.round.findFirst({ where: { sessionId, closedAt: null } }))) return notDone("session.problem.roundOpen");
    await tx.session.update({ where: { id: sessionId }, data: { frozen } });
    return done;
  });
}

/** False when there is no stage to begin with. */
async function openSession(tx: Transaction, { id: sessionId, currentStageId }: Session): Promise<boolean> {
  const stages = await tx.stage.findMany({ where: { sessionId }, orderBy: { position: "asc" } });
  const first = stages.find(({ id }) => id === currentStageId) ?? stages[0];
  if (!first) return false;
  const evidence = await tx.sessionEvidence.findMany({ where: { sessionId }, select: { version: { select: { itemId: true } } } });
  const notes = evidence.map(({ version }) => ({ sessionId, kind: "notes", subject: version.itemId }));
  const drafted = (["rules", "questions", "talk", "principles", "priorities"] satisfies DocumentKind[]).map((kind) => ({ sessionId, kind }));
  await tx.document.createMany({ data: [...notes, ...drafted] });
  await tx.session.update({ where: { id: sessionId }, data: { state: "open", openedAt: new Date(), currentStageId: first.id, ...keepClock(clockAt(first.minutes)) } });
  return true;
}

const CODE_TRIES = 5;

/** Decides with a code that no other session has: codes are drawn blind, and the rare double is drawn again. */
async function withNewCode(desk: Desk, sessionId: string, change: (tx: Transaction, session: Session, code: string) => Promise<Decided>, tries = CODE_TRIES): Promise<Decided> {
  try {
    return await decide(desk, sessionId, (tx, session) => change(tx, session, newCode()));
  } catch (error) {
    if (tries <= 1 || !isTaken(error)) throw error;
    return withNewCode(desk, sessionId, change, tries - 1);
  }
}

/** Prisma's code for "that unique value is taken". */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "P2002";
}
