/** Airing and choosing questions, as the desk decides it: by a secret round, or by the facilitator and openly so. */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import type { Db } from "#app/context.server.ts";
import { betweenFor, candidatesIn, choiceOf, readChoice, type ChoiceBetween, type ChoiceOutcome } from "#app/questions/choice.ts";
import { noQuestions, readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { attested, standingWith } from "#app/questions/standing.ts";
import { hiddenIn } from "#app/safeguarding/subject.server.ts";
import { bumpBoard, decide, type Decided, type Transaction } from "#app/session/desk.server.ts";
import { readPast } from "#app/session/machine.ts";
import { scribesIn } from "#app/session/people.server.ts";
import { candidatesSchema, withoutHidden, type Candidate } from "#app/voting/round.ts";
import { closeRoundBy, openRound, scrubBallots, turnoutOf } from "#app/voting/round.server.ts";
import type { Round, Session } from "#prisma/client.ts";

import type { ChoiceRoundNotice, ChoosingNotice } from "./choosing-notice.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;

const about = "questions";
const done: Decided = { ok: true };

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("air"), question: z.string() }),
  z.object({ intent: z.literal("openChoice"), between: z.enum(["questions", "groups"]).optional() }),
  z.object({ intent: z.enum(["openRevote", "closeChoice", "chooseAnew"]) }),
  z.object({ intent: z.literal("chooseQuestion"), question: z.string() }),
]);

/** Decides what a button about questions asks for; null when it is another's. */
export async function decideOnChoosing(parts: Parts, sessionId: string, posted: FormData): Promise<Decided | null> {
  const read = form.safeParse(Object.fromEntries(posted));
  if (!read.success) return null;
  const wish = read.data;
  switch (wish.intent) {
    case "air": return airQuestion(parts, sessionId, wish.question);
    case "openChoice": return openChoice(parts, sessionId, wish.between);
    case "openRevote": return openRevote(parts, sessionId);
    case "closeChoice": return closeChoice(parts, sessionId);
    case "chooseQuestion": return chooseOpenly(parts, sessionId, wish.question);
    case "chooseAnew": return chooseAnew(parts, sessionId);
  }
}

/** Shows a question, or a group of them, as the one its makers explain now; "" shows none apart. */
async function airQuestion(parts: Parts, sessionId: string, question: string): Promise<Decided> {
  const made = await questionsOf(parts, sessionId);
  if (question !== "" && !standingWith(made, question)) return { ok: false, problem: "choosing.problem.gone" };
  return decide(parts, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { airedQuestion: question || null } });
    return done;
  });
}

/** Opens a secret round between the questions as they stand: this wording is what people vote on. */
async function openChoice(parts: Parts, sessionId: string, between: ChoiceBetween | undefined): Promise<Decided> {
  const made = await questionsOf(parts, sessionId);
  return openOn(parts, sessionId, candidatesIn(made, between ?? betweenFor(made)));
}

/** After a tie and a short talk: a fresh round between those that came out level, in the wording they had. */
async function openRevote(parts: Parts, sessionId: string): Promise<Decided> {
  const last = await latest(parts.db, sessionId);
  const result = readChoice(last?.outcome)?.result;
  if (!last || result?.state !== "tied") return { ok: false, problem: "choosing.problem.notTied" };
  return openOn(parts, sessionId, candidatesSchema.parse(last.candidates).filter(({ id }) => result.ids.includes(id)));
}

async function openOn(parts: Parts, sessionId: string, candidates: readonly Candidate[]): Promise<Decided> {
  const begun = await parts.db.$transaction((tx) => hasBegun(tx, sessionId));
  if (begun) return { ok: false, problem: "choosing.problem.begun" };
  const opened = await openRound(parts.db, parts.secrets, { sessionId, about, candidates, choose: 1 });
  if (!opened.ok) return opened;
  return decide(parts, sessionId, async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { chosenQuestion: null, chosenHow: null, airedQuestion: null } });
    return done;
  });
}

/** Closes the open round: only which was chosen, or which came out level, is published, and the one chosen stands. */
async function closeChoice(parts: Parts, sessionId: string): Promise<Decided> {
  const round = await parts.db.round.findFirst({ where: { sessionId, about, closedAt: null } });
  if (!round) return { ok: false, problem: "choosing.problem.notOpen" };
  await closeRoundBy(parts.db, parts.secrets, {
    roundId: round.id,
    read: readChoice,
    count: ({ rules, roll, ballots }) => choiceOf({ candidates: rules.candidates, ballots: ballots.flatMap(({ ranking }) => ranking.slice(0, 1)), roll: roll.length, minimum: parts.disclosureMinimum }),
    decide: async (tx, { outcome: { result } }) => result.state === "chosen" && tx.session.update({ where: { id: sessionId }, data: { chosenQuestion: result.id, chosenHow: "vote" } }),
  });
  await bumpBoard(parts.db, sessionId);
  await parts.live.deskChanged(sessionId);
  // The outcome stands; that old bytes leave the table's file may come a moment later.
  void scrubBallots(parts.db).catch(() => undefined);
  return done;
}

/** The facilitator chooses, and everybody is told so. Not while people vote: the vote would be for nothing. */
async function chooseOpenly(parts: Parts, sessionId: string, question: string): Promise<Decided> {
  const made = await questionsOf(parts, sessionId);
  if (!standingWith(made, question)) return { ok: false, problem: "choosing.problem.gone" };
  return changeChoice(parts, sessionId, question);
}

/** Takes the choice back, until the group has gone on with it. */
function chooseAnew(parts: Parts, sessionId: string): Promise<Decided> {
  return changeChoice(parts, sessionId, null);
}

function changeChoice(parts: Parts, sessionId: string, chosenQuestion: string | null): Promise<Decided> {
  return decide(parts, sessionId, async (tx, session) => {
    if (await tx.round.findFirst({ where: { sessionId, about, closedAt: null } })) return { ok: false, problem: "choosing.problem.roundOpen" };
    if (await hasBegun(tx, sessionId)) return { ok: false, problem: "choosing.problem.begun" };
    await forgetSlip(tx, session);
    if (chosenQuestion !== null) await keepDecided(tx, sessionId, chosenQuestion);
    await tx.session.update({ where: { id: sessionId }, data: { chosenQuestion, chosenHow: chosenQuestion === null ? null : "facilitator", airedQuestion: null } });
    return done;
  });
}

/** A facilitator's choice stands among the rounds, as one in which nobody voted: a session may choose more than once, and its report tells each. */
async function keepDecided(tx: Transaction, sessionId: string, id: string): Promise<void> {
  const number = 1 + (await tx.round.count({ where: { sessionId, about } }));
  const outcome = { cast: 0, roll: 0, result: { state: "decided", id } } satisfies ChoiceOutcome;
  await tx.round.create({ data: { sessionId, about, number, choose: 1, candidates: [], closedAt: new Date(), outcome } });
}

/** A facilitator's choice that is changed before the group went anywhere with it was none. What people voted stays told. */
async function forgetSlip(tx: Transaction, { id, stageBefore }: Session): Promise<void> {
  const last = await latest(tx, id);
  if (readChoice(last?.outcome)?.result.state !== "decided" || !last?.closedAt) return;
  const cameHere = readPast(stageBefore).before?.at ?? 0;
  if (cameHere < last.closedAt.getTime()) await tx.round.delete({ where: { id: last.id } });
}

/** The group is at a stage after choosing: what it talks about is not changed under it. */
async function hasBegun(tx: Transaction, sessionId: string): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { currentStageId: true, chosenQuestion: true } });
  const stages = await tx.stage.findMany({ where: { sessionId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  const at = stages.findIndex(({ id }) => id === session.currentStageId);
  return session.chosenQuestion !== null && stages[at]?.activity !== "choosing" && stages.slice(0, at).some(({ activity }) => activity === "choosing");
}

/** The room's questions as they stand on disk, and may be told; none before the session opened. */
export async function questionsOf({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<Questions> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "questions", subject: "" }, select: { id: true } });
  return document ? attested(await live.read(document.id, readQuestions), await scribesIn(db, sessionId)) : noQuestions;
}

function latest(db: Db | Transaction, sessionId: string): Promise<Round | null> {
  return db.round.findFirst({ where: { sessionId, about }, orderBy: { number: "desc" } });
}

/** The noticeboard's part. */
export async function choosingNoticeOf(db: Db, session: Pick<Session, "id" | "airedQuestion" | "chosenQuestion" | "chosenHow">): Promise<ChoosingNotice> {
  const { id, airedQuestion: aired, chosenQuestion, chosenHow } = session;
  const chosen: ChoosingNotice["chosen"] = chosenQuestion === null ? null : { id: chosenQuestion, how: chosenHow === "facilitator" ? "facilitator" : "vote" };
  const last = await latest(db, id);
  const round = last && (await noticeOf(db, last));
  const state = round?.outcome?.result.state;
  const isNone = state === "decided" || (state === "chosen" && chosen?.how !== "vote");
  return { aired, chosen, round: isNone ? null : round };
}

async function noticeOf(db: Db, { id, sessionId, number, closedAt, candidates, outcome }: Round): Promise<ChoiceRoundNotice> {
  const turnout = await turnoutOf(db, id);
  return { id, number, state: closedAt ? "closed" : "open", candidates: withoutHidden(candidatesSchema.parse(candidates), await hiddenIn(db, sessionId)), ...turnout, outcome: readChoice(outcome) };
}
