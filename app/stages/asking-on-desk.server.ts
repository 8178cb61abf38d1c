import type { AppLoadContext } from "@remix-run/node";

import { workingGroups } from "#app/groups/groups.server.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";

import type { AskingOnDesk } from "./asking-on-desk.ts";

/** The room's questions, and the small groups at work. */
export async function askingOnDesk({ db, live, disclosureMinimum }: Pick<AppLoadContext, "db" | "live" | "disclosureMinimum">, sessionId: string): Promise<AskingOnDesk> {
  const [documents, working] = await Promise.all([db.document.findMany({ where: { sessionId, kind: "questions" }, select: { id: true, subject: true } }), workingGroups(db, sessionId)]);
  const idOf = (subject: string) => documents.find((document) => document.subject === subject)?.id;
  const countIn = (id: string | undefined) => (id ? live.read(id, (doc) => readQuestions(doc).questions.length) : 0);
  const documentId = idOf("");
  const groups = await Promise.all(working.map(async (group) => ({ ...group, questions: await countIn(idOf(group.id)) })));
  return { questions: documentId ? { documentId, initial: await live.read(documentId, readQuestions) } : null, groups, minimum: disclosureMinimum };
}
