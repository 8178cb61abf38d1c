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

import { keepClock, readClock } from "./clock.ts";
import { isDoorOpen, newCode } from "./code.ts";
import { moved, readPast, type Around, type Move, type Past, type Run } from "./machine.ts";
import { unmetNeed, type Need, type Needing } from "./needs.ts";

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

/** One move of a facilitator: the machine says what comes of it, and that alone is written. `needing` is what the stages need (app/stages/needs.server.ts). */
export function move(desk: Desk, sessionId: string, wish: Move, needing: Needing): Promise<Decided> {
  return withNewCode(desk, sessionId, async (tx, session, code) => {
    const run = readRun(session);
    const next = moved(run, wish, await aroundOf(tx, session, needing));
    if (!next.ok) return next;
    if (run.state === "preparing") await makeDocuments(tx, session);
    await tx.session.update({ where: { id: sessionId }, data: keepRun(session, next.run, code) });
    return done;
  });
}

/**
 * Lets people in, under the code of before where there was one. The first time the session becomes open: its shared documents are made
 * (one of notes for each chosen evidence item, and one each of what is drafted and said) and it stands at its
 * first stage that may be opened.
 */
export function openDoor(desk: Desk, sessionId: string, needing: Needing): Promise<Decided> {
  return move(desk, sessionId, { move: "openDoor" }, needing);
}

/** A session's row as the machine knows it. */
export function readRun(session: Session): Run {
  if (session.state !== "open") return { state: session.state };
  return { state: "open", stageId: session.currentStageId, clock: readClock(session), doorOpen: isDoorOpen(session), ...readPast(session.stageBefore) };
}

/**
 * What a run changes of a session's row. A closed door keeps its code, so that sheets and screens are good again when it
 * opens. Closing the session is written by the report, together with the record.
 */
function keepRun(session: Session, run: Run, code: string): Prisma.SessionUncheckedUpdateInput {
  if (run.state !== "open") return {};
  const door = run.doorOpen === isDoorOpen(session) ? {} : run.doorOpen ? { code: session.code ?? code, doorOpenedAt: new Date() } : { doorOpenedAt: null };
  const opened = session.state === "preparing" ? { state: "open" as const, openedAt: new Date() } : {};
  const past: Past = { opened: run.opened, before: run.before };
  return { ...opened, ...door, ...keepClock(run.clock), currentStageId: run.stageId, stageBefore: past };
}

/** The stages with what each lacks, and what else a move depends on. */
export async function aroundOf(tx: Db | Transaction, session: Session, needing: Needing): Promise<Around> {
  const { id: sessionId, rehearsal } = session;
  // One after the other: a transaction has one connection.
  const rows = await tx.stage.findMany({ where: { sessionId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  const unmet = await unmetIn(tx, session, needing);
  const roundOpen = (await tx.round.count({ where: { sessionId, closedAt: null } })) > 0;
  return { now: Date.now(), stages: rows.map(({ id, activity, minutes }) => ({ id, minutes, unmet: unmet(activity) })), roundOpen, rehearsal };
}

/** Says of an activity what it needs and the session has not; null when it may be opened now. */
export async function unmetIn(tx: Db | Transaction, { id: sessionId, chosenQuestion }: Session, { needOf, drafted }: Needing): Promise<(activity: string) => Need | null> {
  const evidence = (await tx.sessionEvidence.count({ where: { sessionId } })) > 0;
  const supplies = { ...drafted, evidence, chosenQuestion: chosenQuestion !== null };
  return (activity) => unmetNeed(activity, needOf, supplies);
}

/** A new code instead of the one that got about; the door stays as it is. */
export function rotateCode(desk: Desk, sessionId: string): Promise<Decided> {
  return withNewCode(desk, sessionId, async (tx, session, code) => {
    if (!isDoorOpen(session)) return notDone("session.problem.doorClosed");
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

/** Freezes or frees the wording of principles and priorities. It stays frozen while people rank it; closing the round frees it. */
export function setFrozen(desk: Desk, sessionId: string, frozen: boolean): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    if (!frozen && (await tx.round.findFirst({ where: { sessionId, about: "priorities", closedAt: null } }))) return notDone("session.problem.roundOpen");
    await tx.session.update({ where: { id: sessionId }, data: { frozen } });
    return done;
  });
}

/** What people draft together begins when the session opens. */
async function makeDocuments(tx: Transaction, { id: sessionId }: Session): Promise<void> {
  await makeNotes(tx, sessionId);
  const drafted = (["rules", "questions", "talk", "principles", "priorities"] satisfies DocumentKind[]).map((kind) => ({ sessionId, kind }));
  await tx.document.createMany({ data: drafted });
}

/** One document of notes for each chosen item. */
export async function makeNotes(tx: Transaction, sessionId: string): Promise<void> {
  const evidence = await tx.sessionEvidence.findMany({ where: { sessionId }, select: { version: { select: { itemId: true } } } });
  await tx.document.createMany({ data: evidence.map(({ version }) => ({ sessionId, kind: "notes" satisfies DocumentKind, subject: version.itemId })) });
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
