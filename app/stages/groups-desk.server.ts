/** Small groups at the desk: formed, brought back with what they made, sent to work again. */
import type { AppLoadContext } from "@remix-run/node";
import * as z from "zod";

import { formSmallGroups, setMerged } from "#app/groups/groups.server.ts";
import { sizes, type GroupSize } from "#app/groups/groups.ts";
import { QUESTIONS_MOST } from "#app/questions/acts.ts";
import { bringBack, carryWordings, takeAway, writersIn } from "#app/questions/carry.doc.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { groupOf } from "#app/questions/standing.ts";
import type { Decided } from "#app/session/desk.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

const form = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("formGroups"), size: z.enum(Object.keys(sizes) as [GroupSize, ...GroupSize[]]) }),
  z.object({ intent: z.enum(["mergeGroups", "separateGroups"]) }),
]);

/** Decides what a button about small groups asks for; null when it is another's. */
export async function decideOnGroups(parts: Parts, sessionId: string, posted: FormData): Promise<Decided | null> {
  const read = form.safeParse(Object.fromEntries(posted));
  if (!read.success) return null;
  const wish = read.data;
  if (wish.intent === "formGroups") return formGroups(parts, sessionId, wish.size);
  return wish.intent === "mergeGroups" ? mergeGroups(parts, sessionId) : separateGroups(parts, sessionId);
}

/** A small group's pages with what is on them. */
interface Pages {
  readonly groupId: string;
  readonly documentId: string;
  readonly made: Questions;
}

/** Forms groups; anew while those at work have written nothing. */
async function formGroups(parts: Parts, sessionId: string, size: GroupSize): Promise<Decided> {
  const working = await pagesIn(parts, { sessionId, merged: false });
  if (working.some(({ made }) => made.questions.length > 0)) return { ok: false, problem: "groups.problem.begun" };
  return formSmallGroups(parts, sessionId, size);
}

/**
 * Brings the groups at work back: their questions join the room's, each with its makers and its passage. They are
 * carried once before the pages close, so that nobody sees them gone, and once after, for what was written at that moment.
 */
async function mergeGroups(parts: Parts, sessionId: string): Promise<Decided> {
  const working = await pagesIn(parts, { sessionId, merged: false });
  const room = await roomDocument(parts, sessionId);
  if (working.length === 0 || !room) return { ok: false, problem: "groups.problem.none" };
  const together = [room.made, ...working.map(({ made }) => made)].reduce((sum, { questions }) => sum + questions.length, 0);
  if (together > QUESTIONS_MOST) return { ok: false, problem: "groups.problem.full" };
  await carryAll(parts, room.documentId, working);
  const decided = await setMerged(parts, sessionId, { groupIds: working.map(({ groupId }) => groupId), merged: true });
  if (!decided.ok) return decided;
  const late = await Promise.all(working.map(async (pages) => ({ ...pages, made: await parts.live.read(pages.documentId, readQuestions) })));
  await carryAll(parts, room.documentId, late);
  return decided;
}

async function carryAll({ live }: Parts, documentId: string, all: readonly Pages[]): Promise<void> {
  for (const { groupId, made } of all) {
    for (const by of writersIn(made)) await live.write(documentId, by, (doc) => bringBack(doc, made, { by, groupId }));
  }
}

/** Sends the groups that came back last to work again, with their questions as they are worded now. Not once questions were aired. */
async function separateGroups(parts: Parts, sessionId: string): Promise<Decided> {
  const back = await lastBack(parts, sessionId);
  const room = await roomDocument(parts, sessionId);
  if (back.length === 0 || !room) return { ok: false, problem: "groups.problem.none" };
  if (await wereAired(parts, sessionId, room.made, back.map(({ groupId }) => groupId))) return { ok: false, problem: "groups.problem.aired" };
  const decided = await setMerged(parts, sessionId, { groupIds: back.map(({ groupId }) => groupId), merged: false });
  if (!decided.ok) return decided;
  for (const { groupId, documentId, made } of back) {
    for (const by of writersIn(made)) {
      await parts.live.write(documentId, by, (doc) => carryWordings(doc, room.made, by));
      await parts.live.write(room.documentId, by, (doc) => takeAway(doc, { by, groupId }));
    }
  }
  return decided;
}

/** Whether the group has gone on to airing, or put any of these questions with another, or chosen one. */
async function wereAired({ db }: Parts, sessionId: string, made: Questions, groupIds: readonly string[]): Promise<boolean> {
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId }, select: { currentStageId: true, chosenQuestion: true, airedQuestion: true, stages: { orderBy: [{ position: "asc" }, { id: "asc" }] }, rounds: { where: { about: "questions" }, select: { id: true } } } });
  const at = session.stages.findIndex(({ id }) => id === session.currentStageId);
  const isPast = session.stages.slice(0, at + 1).some(({ activity }) => activity === "airing" || activity === "choosing");
  const isGrouped = made.questions.some(({ id, fromGroup }) => groupIds.includes(fromGroup) && groupOf(made, id) !== null);
  return isPast || isGrouped || session.chosenQuestion !== null || session.airedQuestion !== null || session.rounds.length > 0;
}

/** The groups that came back at the same time as the last of them. */
async function lastBack(parts: Parts, sessionId: string): Promise<Pages[]> {
  const last = await parts.db.smallGroup.findFirst({ where: { sessionId, mergedAt: { not: null } }, orderBy: { mergedAt: "desc" } });
  return last?.mergedAt ? pagesIn(parts, { sessionId, merged: last.mergedAt }) : [];
}

/** The pages of groups at work (false), or of those that came back at that moment. */
async function pagesIn({ db, live }: Parts, { sessionId, merged }: { readonly sessionId: string; readonly merged: false | Date }): Promise<Pages[]> {
  const groups = await db.smallGroup.findMany({ where: { sessionId, mergedAt: merged || null }, orderBy: { number: "asc" } });
  const documents = await db.document.findMany({ where: { sessionId, kind: "questions", subject: { in: groups.map(({ id }) => id) } } });
  return Promise.all(documents.map(async ({ id, subject }) => ({ groupId: subject, documentId: id, made: await live.read(id, readQuestions) })));
}

async function roomDocument({ db, live }: Parts, sessionId: string): Promise<Omit<Pages, "groupId"> | null> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "questions", subject: "" }, select: { id: true } });
  return document && { documentId: document.id, made: await live.read(document.id, readQuestions) };
}
