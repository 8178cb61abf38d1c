/** Airing and choosing questions, as the desk decides it: by a secret round, or by the facilitator and openly so. */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import type { Db } from "#app/context.server.ts";
import { candidatesIn, choiceOf, readChoice, type ChoiceBetween } from "#app/questions/choice.ts";
import { noQuestions, readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { standingWith } from "#app/questions/standing.ts";
import { bumpBoard, decide, type Decided, type Transaction } from "#app/session/desk.server.ts";
import { candidatesSchema, type Candidate } from "#app/voting/round.ts";
import { closeRoundBy, openRound, scrubBallots, turnoutOf } from "#app/voting/round.server.ts";
import type { Round, Session } from "#prisma/client.ts";

import type { ChoiceRoundNotice, ChoosingNotice } from "./choosing-notice.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets" | "disclosureMinimum">;

const about = "questions";
const done: Decided = { ok: true };

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("air"), question: z.string() }),
  z.object({ intent: z.literal("openChoice"), between: z.enum(["questions", "groups"]).default("questions") }),
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
async function openChoice(parts: Parts, sessionId: string, between: ChoiceBetween): Promise<Decided> {
  return openOn(parts, sessionId, candidatesIn(await questionsOf(parts, sessionId), between));
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
  return changeChoice(parts, sessionId, { chosenQuestion: question, chosenHow: "facilitator" });
}

/** Takes the choice back, until the group has gone on with it. */
function chooseAnew(parts: Parts, sessionId: string): Promise<Decided> {
  return changeChoice(parts, sessionId, { chosenQuestion: null, chosenHow: null });
}

function changeChoice(parts: Parts, sessionId: string, choice: Pick<Session, "chosenQuestion" | "chosenHow">): Promise<Decided> {
  return decide(parts, sessionId, async (tx) => {
    if (await tx.round.findFirst({ where: { sessionId, about, closedAt: null } })) return { ok: false, problem: "choosing.problem.roundOpen" };
    if (await hasBegun(tx, sessionId)) return { ok: false, problem: "choosing.problem.begun" };
    await tx.session.update({ where: { id: sessionId }, data: { ...choice, airedQuestion: null } });
    return done;
  });
}

/** The group is at a stage after choosing: what it talks about is not changed under it. */
async function hasBegun(tx: Transaction, sessionId: string): Promise<boolean> {
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { currentStageId: true, chosenQuestion: true } });
  const stages = await tx.stage.findMany({ where: { sessionId }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  const at = stages.findIndex(({ id }) => id === session.currentStageId);
  return session.chosenQuestion !== null && stages[at]?.activity !== "choosing" && stages.slice(0, at).some(({ activity }) => activity === "choosing");
}

/** The room's questions as they stand on disk; none before the session opened. */
export async function questionsOf({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<Questions> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "questions", subject: "" }, select: { id: true } });
  return document ? live.read(document.id, readQuestions) : noQuestions;
}

function latest(db: Db, sessionId: string): Promise<Round | null> {
  return db.round.findFirst({ where: { sessionId, about }, orderBy: { number: "desc" } });
}

/** The noticeboard's part. */
export async function choosingNoticeOf(db: Db, session: Pick<Session, "id" | "airedQuestion" | "chosenQuestion" | "chosenHow">): Promise<ChoosingNotice> {
  const { id, airedQuestion: aired, chosenQuestion, chosenHow } = session;
  const chosen: ChoosingNotice["chosen"] = chosenQuestion === null ? null : { id: chosenQuestion, how: chosenHow === "facilitator" ? "facilitator" : "vote" };
  const last = await latest(db, id);
  const round = last && (await noticeOf(db, last));
  const isTakenBack = round?.outcome?.result.state === "chosen" && chosen?.how !== "vote";
  return { aired, chosen, round: isTakenBack ? null : round };
}

async function noticeOf(db: Db, { id, number, closedAt, candidates, outcome }: Round): Promise<ChoiceRoundNotice> {
  const turnout = await turnoutOf(db, id);
  return { id, number, state: closedAt ? "closed" : "open", candidates: candidatesSchema.parse(candidates), ...turnout, outcome: readChoice(outcome) };
}
