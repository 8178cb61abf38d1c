import type { AppLoadContext } from "@remix-run/node";

import { workingGroups } from "#app/groups/groups.server.ts";
import { readList } from "#app/lists/lists.doc.ts";
import type { Need, Needing } from "#app/session/needs.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";

import { activityOf } from "./activities.ts";
import { choosing } from "./choosing/activity.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/**
 * What the stages of a session need, and what of it has been drafted: the desk asks before it opens one. What needs
 * questions needs all of them, so those on the pages of groups at work have to come back first, whatever the room has.
 */
export async function needingIn(parts: Parts, sessionId: string): Promise<Needing> {
  const { db, live } = parts;
  const documents = await db.document.findMany({ where: { sessionId, kind: { in: ["questions", "priorities"] }, subject: "" }, select: { id: true, kind: true } });
  const idOf = (wanted: string) => documents.find(({ kind }) => kind === wanted)?.id;
  const [questionsId, prioritiesId] = [idOf("questions"), idOf("priorities")];
  const [questions, priorities, chooses, held] = await Promise.all([
    questionsId ? live.read(questionsId, (doc) => readQuestions(doc).questions.length > 0) : false,
    prioritiesId ? live.read(prioritiesId, (doc) => readList(doc).items.some(({ removed, text }) => !removed && text.trim() !== "")) : false,
    choosesFirst(db, sessionId),
    heldByGroups(parts, sessionId),
  ]);
  const needOf = (activity: string): Need | null => {
    const need = activityOf(activity).needs ?? null;
    if (need === "questions" && held > 0) return "groupsBack";
    return need === "chosenQuestion" && !chooses ? null : need;
  };
  return { needOf, drafted: { questions, groupsBack: held === 0, priorities }, held };
}

/** True when a stage of choosing stands before all that need what it chooses. A session planned without one talks about the question it is for. */
async function choosesFirst(db: Parts["db"], sessionId: string): Promise<boolean> {
  const stages = await db.stage.findMany({ where: { sessionId }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { activity: true } });
  const first = stages.find(({ activity }) => activity === choosing.key || activityOf(activity).needs === "chosenQuestion");
  return first?.activity === choosing.key;
}

/** How many questions are on the pages of groups at work. */
async function heldByGroups({ db, live }: Parts, sessionId: string): Promise<number> {
  const groups = await workingGroups(db, sessionId);
  const pages = await db.document.findMany({ where: { sessionId, kind: "questions", subject: { in: groups.map(({ id }) => id) } }, select: { id: true } });
  const counts = await Promise.all(pages.map(({ id }) => live.read(id, (doc) => readQuestions(doc).questions.length)));
  return counts.reduce((sum, count) => sum + count, 0);
}
