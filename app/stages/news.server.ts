import type { AppLoadContext } from "@remix-run/node";

import { pagesOfGroups } from "#app/groups/groups.server.ts";
import { readList } from "#app/lists/lists.doc.ts";
import type { Reader } from "#app/live/live.doc.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { newsKinds, readSeen, type Counts, type NewsKind } from "#app/session/news.ts";
import { readTalk, type Talk } from "#app/talk/talk.doc.ts";

const lengthOfList: Reader<number> = (doc) => readList(doc).items.filter(({ removed }) => !removed).length;

/** What a document of each kind holds of what is counted. */
const counted: Readonly<Partial<Record<string, Reader<Partial<Counts>>>>> = {
  notes: (doc) => ({ notes: readNotes(doc).notes.length }),
  questions: (doc) => ({ questions: readQuestions(doc).questions.length }),
  talk: (doc) => lengthsOf(readTalk(doc)),
  rules: (doc) => ({ rules: lengthOfList(doc) }),
  principles: (doc) => ({ principles: lengthOfList(doc) }),
  priorities: (doc) => ({ priorities: lengthOfList(doc) }),
};

function lengthsOf({ said, concepts, barriers, review }: Talk): Partial<Counts> {
  return { said: said.length, ideas: concepts.length, barriers: barriers.length, review: review.length };
}

/** How much there is now of everything that people make in a session. What small groups brought back is counted in the room, not once more on their pages. */
export async function countsIn({ db, live }: Pick<AppLoadContext, "db" | "live">, sessionId: string): Promise<Counts> {
  const [documents, pages] = await Promise.all([db.document.findMany({ where: { sessionId }, select: { id: true, kind: true } }), pagesOfGroups(db, { sessionId })]);
  const totals: Record<NewsKind, number> = { ...readSeen(null) };
  for (const { id, kind } of documents) {
    const count = counted[kind];
    if (!count || pages.get(id)?.merged) continue;
    const held = await live.read(id, count);
    for (const one of newsKinds) totals[one] += held[one] ?? 0;
  }
  return totals;
}
