import type { AppLoadContext } from "@remix-run/node";

import { pagesOfGroups } from "#app/groups/groups.server.ts";
import { readList } from "#app/lists/lists.doc.ts";
import type { Reader } from "#app/live/live.doc.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { readSeen, type Counts, type NewsKind } from "#app/session/news.ts";
import { readTalk } from "#app/talk/talk.doc.ts";

const lengthOfList: Reader<number> = (doc) => readList(doc).items.filter(({ removed }) => !removed).length;

/** How a document's contributions are counted, and as what. */
const counted: Readonly<Partial<Record<string, { readonly as: NewsKind; readonly count: Reader<number> }>>> = {
  notes: { as: "notes", count: (doc) => readNotes(doc).notes.length },
  questions: { as: "questions", count: (doc) => readQuestions(doc).questions.length },
  talk: { as: "said", count: (doc) => readTalk(doc).said.length },
  rules: { as: "rules", count: lengthOfList },
  principles: { as: "principles", count: lengthOfList },
  priorities: { as: "priorities", count: lengthOfList },
};

/** How much there is now of everything that people make in a session. What small groups brought back is counted in the room, not once more on their pages. */
export async function countsIn({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<Counts> {
  const [documents, pages] = await Promise.all([db.document.findMany({ where: { sessionId }, select: { id: true, kind: true } }), pagesOfGroups(db, { sessionId })]);
  const totals: Record<NewsKind, number> = { ...readSeen(null) };
  for (const { id, kind } of documents) {
    const how = counted[kind];
    if (how && !pages.get(id)?.merged) totals[how.as] += await live.read(id, how.count);
  }
  return totals;
}
