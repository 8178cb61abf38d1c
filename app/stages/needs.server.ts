import type { AppLoadContext } from "@remix-run/node";

import { readList } from "#app/lists/lists.doc.ts";
import type { Needing } from "#app/session/needs.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";

import { activityOf } from "./activities.ts";

/** What the stages of a session need, and what of it has been drafted: the desk asks before it opens one. */
export async function needingIn({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<Needing> {
  const documents = await db.document.findMany({ where: { sessionId, kind: { in: ["questions", "priorities"] }, subject: "" }, select: { id: true, kind: true } });
  const idOf = (wanted: string) => documents.find(({ kind }) => kind === wanted)?.id;
  const [questionsId, prioritiesId] = [idOf("questions"), idOf("priorities")];
  const [questions, priorities] = await Promise.all([
    questionsId ? live.read(questionsId, (doc) => readQuestions(doc).questions.length > 0) : false,
    prioritiesId ? live.read(prioritiesId, (doc) => readList(doc).items.some(({ removed, text }) => !removed && text.trim() !== "")) : false,
  ]);
  return { needOf: (activity) => activityOf(activity).needs ?? null, drafted: { questions, priorities } };
}
