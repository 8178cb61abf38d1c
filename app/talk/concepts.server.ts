import type { WordKey } from "#app/language/words.ts";
import type { Live } from "#app/live/live.doc.ts";
import { whyNotTaken } from "#app/live/not-taken.server.ts";
import type { Db } from "#app/context.server.ts";

import { conceptActs } from "./concept-acts.ts";
import { performConcept } from "./concepts.doc.ts";
import { whyNotFor, type Seated } from "./talk.server.ts";

/** Does what a posted form says, on behalf of the member; null when it is on disk, or why not. Throws a 404 Response before the session opened. */
export async function changeConcepts({ db, live }: { readonly db: Db; readonly live: Pick<Live, "write"> }, member: Seated, form: FormData): Promise<WordKey | null> {
  const read = conceptActs.safeParse(Object.fromEntries(form));
  // The messages of conceptActs are word keys.
  if (!read.success) return read.error.issues[0]?.message as WordKey;
  const problem = read.data.act === "add" ? await whyNotFor(db, member, read.data.for ?? "") : null;
  if (problem) return problem;
  const { id: by, sessionId } = member;
  const document = await db.document.findFirst({ where: { sessionId, kind: "talk" }, select: { id: true } });
  if (!document) throw new Response(null, { status: 404 });
  const outcome: { done: "done" | WordKey } = { done: "concepts.problem.gone" };
  try {
    // What the person takes back of a scribe's writing is not theirs in the document, so Ymholi itself does it for them.
    const writer = read.data.act === "withdraw" ? null : by;
    await live.write(document.id, writer, (doc) => { outcome.done = performConcept(doc, read.data, { by, isDesk: true }); });
  } catch (error) {
    return whyNotTaken(error, "concepts.problem.closed");
  }
  return outcome.done === "done" ? null : outcome.done;
}
