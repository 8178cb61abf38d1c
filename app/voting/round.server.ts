/**
 * The rounds of a session, refereed by the desk. Opening freezes who may answer and the exact wording; the
 * last ballot of a person counts until the round closes; closing counts, publishes and destroys in one
 * transaction. A round never reopens and its outcome is never worked out again, not for a late ballot and
 * not for a withdrawal: the difference would be somebody's ballot. Ask again in a fresh round instead.
 */
import * as z from "zod";

import type { Db, Secrets } from "#app/context.server.ts";
import type { WordKey } from "#app/language/words.ts";
import { readRequiredMix } from "#app/session/mix.ts";
import { inTheRoom } from "#app/session/people.server.ts";
import { readPerspective, type Perspective } from "#app/session/perspective.ts";
import type { Prisma, Session } from "#prisma/client.ts";

import { outcomeOf, type CastBallot } from "./disclosure.ts";
import { readOutcome, type Outcome } from "./outcome.ts";
import { candidatesSchema, placesIn, rankingSchema, readBallot, ROUND_FIELD, whyNotOpen, type BallotAnswer, type Candidate, type Ranking, type RoundRules } from "./round.ts";
import { ballotBox, newWrappedKey } from "./seal.server.ts";

/** How long a closing may wait for ballots that are being cast, and take itself. */
const CLOSING = { maxWait: 10_000, timeout: 30_000 } as const;

/** What a round asks about: priorities to be put in order, or which question to explore. Each has rounds of its own. */
export type RoundAbout = "priorities" | "questions";

export interface NewRound {
  readonly sessionId: string;
  readonly about: RoundAbout;
  /** The frozen wording. */
  readonly candidates: readonly Candidate[];
  /** How many each person may choose and order. */
  readonly choose: number;
  /** The candidates were read while the wording of the lists was frozen: only if it still is do they say what the lists say. */
  readonly isFrozenWording?: boolean;
}

export type Opened = { readonly ok: true; readonly roundId: string } | { readonly ok: false; readonly problem: WordKey };

/**
 * Opens a round for the participants who are in the room now; who comes later is not on its roll, and who leaves stays on it.
 * Refused when the session is not open, another of its rounds about the same is, frozen wording was freed meanwhile, nobody is in
 * the room, or there is nothing to choose between.
 */
export async function openRound(db: Db, { hostKey }: Secrets, round: NewRound): Promise<Opened> {
  const { sessionId, about, candidates, choose } = round;
  const wrong = whyNotOpen({ candidates: candidates.map(({ id }) => id), choose });
  if (wrong) return { ok: false, problem: `voting.problem.${wrong}` };
  return db.$transaction(async (tx): Promise<Opened> => {
    const problem = await whyNotNow(tx, round);
    if (problem) return { ok: false, problem };
    const members = await tx.member.findMany({ where: { sessionId, ...inTheRoom }, select: { id: true, perspective: true } });
    if (members.length === 0) return { ok: false, problem: "voting.problem.nobodySeated" };
    const number = 1 + (await tx.round.count({ where: { sessionId, about } }));
    const wrappedKey = newWrappedKey(hostKey, { sessionId, about, number });
    const { id } = await tx.round.create({ data: { sessionId, about, number, choose, wrappedKey, candidates: candidatesSchema.parse(candidates) } });
    await tx.rollEntry.createMany({ data: members.map((member) => ({ roundId: id, memberId: member.id, perspective: member.perspective })) });
    return { ok: true, roundId: id };
  });
}

/** Holds the session's row, so that two facilitators open one round and not two. */
async function whyNotNow(tx: Prisma.TransactionClient, { sessionId, about, isFrozenWording = false }: NewRound): Promise<WordKey | null> {
  const [session] = await tx.$queryRaw<{ frozen: boolean }[]>`SELECT frozen FROM "Session" WHERE id = ${sessionId} AND state = 'open' FOR UPDATE`;
  if (!session) return "voting.problem.sessionNotOpen";
  if (isFrozenWording && !session.frozen) return "voting.problem.freed";
  const other = await tx.round.findFirst({ where: { sessionId, about, closedAt: null }, select: { id: true } });
  return other ? "voting.problem.alreadyOpen" : null;
}

/** The open round of a session about this, if there is one. */
export async function openRoundOf(db: Db, asked: Pick<NewRound, "sessionId" | "about">): Promise<{ readonly id: string; readonly rules: RoundRules } | null> {
  const round = await db.round.findFirst({ where: { ...asked, closedAt: null } });
  return round && { id: round.id, rules: rulesOf(round) };
}

export interface NewBallot {
  readonly roundId: string;
  readonly memberId: string;
  readonly ranking: Ranking;
}

export type Cast = { readonly ok: true } | { readonly ok: false; readonly problem: WordKey };

/**
 * Casts or replaces a member's ballot. Nothing of it can be read back, by its owner neither: who looks over
 * a shoulder, or asks for proof, finds none. Kept when this resolves with ok.
 */
export async function castBallot(db: Db, { hostKey }: Secrets, { roundId, memberId, ranking }: NewBallot): Promise<Cast> {
  const round = await db.round.findFirst({ where: { id: roundId, roll: { some: { memberId } } } });
  if (!round) return { ok: false, problem: "voting.problem.notOnRoll" };
  if (!round.wrappedKey) return { ok: false, problem: "voting.problem.closed" };
  const rules = rulesOf(round);
  const read = rankingSchema(rules).safeParse(ranking);
  if (!read.success) return { ok: false, problem: "voting.problem.notABallot" };
  const { seal, sealed } = ballotBox(hostKey, { ...round, wrappedKey: round.wrappedKey }).seal(memberId, read.data, rules);
  // One statement: the round's row is shared while the ballot goes in, so a closing waits for it, and a
  // ballot that comes after a closing finds the round closed and changes nothing.
  const kept = await db.$executeRaw`
    INSERT INTO "Ballot" ("roundId", seal, sealed)
    SELECT round.id, ${seal}::text, ${sealed}::bytea
    FROM "Round" round JOIN "Session" session ON session.id = round."sessionId"
    WHERE round.id = ${roundId} AND round."closedAt" IS NULL AND session.state = 'open'
    FOR SHARE OF round
    ON CONFLICT ("roundId", seal) DO UPDATE SET sealed = EXCLUDED.sealed`;
  return kept === 1 ? { ok: true } : { ok: false, problem: "voting.problem.closed" };
}

export interface PostedBallot {
  readonly sessionId: string;
  readonly memberId: string;
  readonly form: FormData;
}

/** Casts the ballot of a posted form. Throws a Response 404 when the form names no round of this session. */
export async function castPosted(db: Db, secrets: Secrets, { sessionId, memberId, form }: PostedBallot): Promise<BallotAnswer> {
  const named = form.get(ROUND_FIELD);
  const round = typeof named === "string" ? await db.round.findFirst({ where: { id: named, sessionId } }) : null;
  if (!round) throw new Response(null, { status: 404 });
  const rules = rulesOf(round);
  const [read, places] = [readBallot(form, rules), placesIn(form, rules)];
  if (!read.ok) return { ok: false, roundId: round.id, problem: null, problems: read.problems, places };
  const cast = await castBallot(db, secrets, { roundId: round.id, memberId, ranking: read.ranking });
  return cast.ok ? { ok: true, roundId: round.id } : { ok: false, roundId: round.id, problem: cast.problem, problems: [], places };
}

/** Whether this member's ballot is in the open round: for their own page only, which may know that but not what it says. */
export async function hasBallot(db: Db, { hostKey }: Secrets, { roundId, memberId }: { readonly roundId: string; readonly memberId: string }): Promise<boolean> {
  const round = await db.round.findUnique({ where: { id: roundId } });
  if (!round?.wrappedKey) return false;
  const seal = ballotBox(hostKey, { ...round, wrappedKey: round.wrappedKey }).sealOf(memberId);
  return (await db.ballot.count({ where: { roundId, seal } })) === 1;
}

/** A bare count: how many ballots were cast, and how many people may cast one. Never who. */
export async function turnoutOf(db: Db, roundId: string): Promise<{ readonly cast: number; readonly roll: number }> {
  const round = await db.round.findUniqueOrThrow({ where: { id: roundId }, select: { outcome: true, _count: { select: { ballots: true, roll: true } } } });
  return round.outcome === null ? { cast: round._count.ballots, roll: round._count.roll } : turnoutSchema.parse(round.outcome);
}

/** What every outcome tells, whatever was asked. */
const turnoutSchema = z.object({ cast: z.number(), roll: z.number() });

/** Whether a member may cast a ballot in this round: they were seated when it opened. */
export async function isOnRoll(db: Db, entry: { readonly roundId: string; readonly memberId: string }): Promise<boolean> {
  return (await db.rollEntry.count({ where: entry })) === 1;
}

export interface Closing {
  readonly roundId: string;
  /** The host's smallest group (DISCLOSURE_MINIMUM). */
  readonly minimum: number;
}

export interface Closed<Published = Outcome> {
  readonly sessionId: string;
  readonly outcome: Published;
}

/**
 * Closes a round about priorities, as `closeRoundBy` does, and frees the wording: the outcome keeps what people ranked,
 * and what they say of it may lead to better words, which a fresh round then asks about (methods R20).
 */
export function closeRound(db: Db, secrets: Secrets, { roundId, minimum }: Closing): Promise<Closed> {
  return closeRoundBy(db, secrets, {
    roundId,
    read: readOutcome,
    count: ({ session, ...round }) => outcomeOf({ ...round, minimum, publishCount: session.publishCount, requiredMix: readRequiredMix(session.requiredMix) }),
    decide: (tx, { sessionId }) => tx.session.update({ where: { id: sessionId }, data: { frozen: false } }),
  });
}

/** A round that is being closed, with everything that is destroyed afterwards. */
export interface RoundToCount {
  readonly rules: RoundRules;
  readonly roll: readonly Perspective[];
  readonly ballots: readonly CastBallot[];
  readonly session: Pick<Session, "id" | "publishCount" | "requiredMix">;
}

export interface ClosingBy<Published> {
  readonly roundId: string;
  /** Reads what was published; null while the round is open. */
  readonly read: (value: unknown) => Published | null;
  /** What is published of these ballots. */
  readonly count: (round: RoundToCount) => Published;
  /** What is decided with it, in the same transaction. */
  readonly decide?: (tx: Prisma.TransactionClient, closed: Closed<Published>) => Promise<unknown>;
}

/**
 * Closes a round: waits for ballots being cast, counts, writes what is published, and destroys ballots and
 * key, all or nothing. Closed twice, or by two facilitators at once, it answers the same outcome. Throws a
 * Response 404 when there is no such round.
 */
export async function closeRoundBy<Published extends Prisma.InputJsonObject>(db: Db, { hostKey }: Secrets, { roundId, read, count, decide }: ClosingBy<Published>): Promise<Closed<Published>> {
  return db.$transaction(async (tx) => {
    const round = await holdRound(tx, roundId);
    const { sessionId, session } = round;
    const published = read(round.outcome);
    if (published) return { sessionId, outcome: published };
    const roll = round.roll.map(({ perspective }) => readPerspective(perspective));
    const outcome = count({ rules: rulesOf(round), roll, ballots: countable(round, hostKey), session });
    await tx.round.update({ where: { id: roundId }, data: { closedAt: new Date(), wrappedKey: null, outcome } });
    await tx.ballot.deleteMany({ where: { roundId } });
    await decide?.(tx, { sessionId, outcome });
    return { sessionId, outcome };
  }, CLOSING);
}

/**
 * Takes the rows that closings deleted out of the table's file, where PostgreSQL leaves them until it tidies
 * up by itself: in the order in which they were written, which would tell who voted before whom. (A page that
 * still holds ballots of another open round may keep traces until that one closes.) Not part of closing, so
 * that no outcome waits for it: call it once the outcome is announced. The write-ahead log keeps its copies
 * until the server recycles it: encrypted, their key encrypted, and the host's key elsewhere.
 */
export async function scrubBallots(db: Db): Promise<void> {
  await db.$executeRaw`VACUUM "Ballot", "Round"`;
}

/** The round with all that closing needs, held against ballots and other closings until the transaction ends. */
async function holdRound(tx: Prisma.TransactionClient, roundId: string) {
  const held = await tx.$queryRaw<unknown[]>`SELECT id FROM "Round" WHERE id = ${roundId} FOR UPDATE`;
  if (held.length === 0) throw new Response(null, { status: 404 });
  // One after the other: a transaction has one connection.
  const round = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
  const session = await tx.session.findUniqueOrThrow({ where: { id: round.sessionId }, select: { id: true, publishCount: true, requiredMix: true } });
  const roll = await tx.rollEntry.findMany({ where: { roundId } });
  const ballots = await tx.ballot.findMany({ where: { roundId } });
  return { ...round, session, roll, ballots };
}

type HeldRound = Awaited<ReturnType<typeof holdRound>>;

/** Every ballot with its perspective. The ballot of a person who was erased meanwhile stands on no roll and goes uncounted, as they asked. */
function countable(round: HeldRound, hostKey: Uint8Array): CastBallot[] {
  if (!round.wrappedKey) throw new Error("A round without an outcome has lost its key");
  const box = ballotBox(hostKey, { ...round, wrappedKey: round.wrappedKey });
  const perspectives = new Map(round.roll.map(({ memberId, perspective }) => [box.sealOf(memberId), readPerspective(perspective)]));
  return round.ballots.flatMap((ballot) => {
    const perspective = perspectives.get(ballot.seal);
    return perspective ? [{ perspective, ranking: box.open(ballot, rulesOf(round)) }] : [];
  });
}

function rulesOf({ candidates, choose }: { readonly candidates: Prisma.JsonValue; readonly choose: number }): RoundRules {
  return { candidates: candidatesSchema.parse(candidates).map(({ id }) => id), choose };
}
