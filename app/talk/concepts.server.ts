import type { WordKey } from "#app/language/words.ts";
import { SealedError, type Live } from "#app/live/live.doc.ts";
import type { Db } from "#app/context.server.ts";
import type { Member } from "#prisma/client.ts";

import { conceptActs } from "./concept-acts.ts";
import { performConcept } from "./concepts.doc.ts";

/** Does what a posted form says, on behalf of the member; null when it is on disk, or why not. Throws a 404 Response before the session opened. */
export async function changeConcepts({ db, live }: { readonly db: Db; readonly live: Pick<Live, "write"> }, { id, sessionId }: Pick<Member, "id" | "sessionId">, form: FormData): Promise<WordKey | null> {
  const read = conceptActs.safeParse(Object.fromEntries(form));
  // The messages of conceptActs are word keys.
  if (!read.success) return read.error.issues[0]?.message as WordKey;
  const document = await db.document.findFirst({ where: { sessionId, kind: "talk" }, select: { id: true } });
  if (!document) throw new Response(null, { status: 404 });
  const outcome: { done: "done" | WordKey } = { done: "concepts.problem.gone" };
  try {
    await live.write(document.id, id, (doc) => { outcome.done = performConcept(doc, read.data, id); });
  } catch (error) {
    if (error instanceof SealedError) return "concepts.problem.closed";
    throw error;
  }
  return outcome.done === "done" ? null : outcome.done;
}
