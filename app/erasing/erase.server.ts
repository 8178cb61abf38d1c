/**
 * Erasing somebody's words for good. The order matters: first they go from the desk and the sealed record, which the
 * documents can still tell of; then each document is written anew without them; then the bytes are removed, and looked
 * for. Broken off between, the same can be done again, and the line that was written first says that it must be.
 */
import type { Db } from "#app/context.server.ts";
import { blocksSchema } from "#app/evidence/blocks.ts";
import type { WordKey } from "#app/language/words.ts";
import { saidIn } from "#app/live/said.doc.ts";

import type { Choice } from "./choice.ts";
import { isBeingRanked, takeFromDesk, takeFromRecord } from "./desk.server.ts";
import { eraseIn } from "./erase.doc.ts";
import { countsOf, documentsOf, findWords, type Found, type House } from "./find.server.ts";
import { removeWaiting } from "./removal.server.ts";
import { placesHolding } from "./search.server.ts";
import { windowsOf } from "./windows.ts";

/** What was done, by the id of its line; or why not. */
export type Erased = { readonly ok: true; readonly erasureId: string } | { readonly ok: false; readonly problem: WordKey };

interface Asked {
  readonly sessionId: string;
  /** Member id of the facilitator who has it done. */
  readonly by: string;
  readonly choice: Choice;
}

/** How long the desk's part may wait for its turn, and take itself. */
const AT_THE_DESK = { maxWait: 10_000, timeout: 30_000 } as const;

/** Throws what the store throws. Erasing what is gone already is fine, and leaves a line that says so. */
export async function eraseWords({ db, live }: House, { sessionId, by, choice }: Asked): Promise<Erased> {
  const found = await findWords({ db, live }, sessionId, choice);
  const at = new Date();
  const erasureId = await fromDesk(db, found, { sessionId, by, choice, at });
  if (erasureId === null) return { ok: false, problem: "erasing.problem.ranking" };
  for (const documentId of found.documentIds) await live.rewrite(documentId, (doc, authorOf) => void eraseIn(doc, found.wish, authorOf));
  // Somebody may have closed the session after the desk's part, from documents that still had the words.
  await db.$transaction((tx) => takeFromRecord(tx, found, { sessionId, at }));
  await db.erasure.update({ where: { id: erasureId }, data: { doneAt: new Date() } });
  await live.deskChanged(sessionId);
  await removeWaiting({ db, live });
  await db.erasure.update({ where: { id: erasureId }, data: { found: await lookedFor({ db, live }, sessionId, found) } });
  return { ok: true, erasureId };
}

/** The session's row is taken first, so that no round opens and no closing writes a record meanwhile. Null while a ranking asks about these words. */
function fromDesk(db: Db, found: Found, { sessionId, by, choice, at }: Asked & { readonly at: Date }): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await tx.session.update({ where: { id: sessionId }, data: { boardVersion: { increment: 1 } } });
    if (await isBeingRanked(tx, sessionId, found)) return null;
    const { id } = await tx.erasure.create({ data: { sessionId, ofId: choice.memberId, byId: by, at, counts: countsOf(found) } });
    await takeFromDesk(tx, found, { sessionId, memberId: choice.memberId, at });
    return id;
  }, AT_THE_DESK);
}

/** In how many places pieces of the words still stand; null when all of them are too short to be told from others'. */
async function lookedFor({ db, live }: House, sessionId: string, found: Found): Promise<number | null> {
  const texts = [...found.pieces.flatMap(({ words }) => words), ...found.privateNotes, found.deskNote, ...found.worries.map(({ words }) => words)];
  const windows = windowsOf(texts, await othersIn({ db, live }, sessionId));
  return windows.length === 0 ? null : placesHolding(db, sessionId, windows);
}

/** What others say, and the evidence that everybody quotes. */
async function othersIn({ db, live }: House, sessionId: string): Promise<string[]> {
  const evidence = await db.sessionEvidence.findMany({ where: { sessionId }, select: { version: { select: { blocks: true } } } });
  const texts = evidence.flatMap(({ version }) => blocksSchema.parse(version.blocks).map(({ text }) => text));
  for (const { id } of await documentsOf(db, sessionId)) texts.push(...(await live.read(id, saidIn)).map(({ text }) => text));
  return texts;
}
