/** The copies that worries keep of what they are about: what of them is somebody's words, and what is left without those. */
import type { AppLoadContext } from "@remix-run/node";

import type { TakenRecord } from "#app/live/taken.doc.ts";
import { keptIn, type Taken as Kept } from "#app/safeguarding/subject.server.ts";

import { takenFromCopy, takenFromPast, type Taken } from "./erase.doc.ts";
import { holdingOf, type Wish } from "./theirs.ts";

/** A piece of somebody's words that is in no document now. */
interface HiddenPiece extends Taken {
  /** Where it stood. */
  readonly documentId: string;
}

/** A worry about something of theirs. */
export interface KeptCopy {
  readonly concernId: string;
  readonly documentIds: readonly string[];
  /** Others' words in what it is about; "" when there are none. */
  readonly left: string;
  /** The records as they were taken out, without their words. */
  readonly kept: readonly Kept[];
  /** What is out of sight for it, and would not be found in the documents. */
  readonly hidden: readonly HiddenPiece[];
}

interface Looking {
  readonly sessionId: string;
  readonly wish: Wish;
  /** What was found in the documents. */
  readonly standing: readonly Taken[];
}

type House = Pick<AppLoadContext, "db" | "live">;

/** Every worry about something of theirs, with what its copies would be without their words. */
export async function copiesIn({ db, live }: House, { sessionId, wish, standing }: Looking): Promise<KeptCopy[]> {
  const concerns = await db.concern.findMany({ where: { sessionId, documentId: { not: null }, recordId: { not: null } }, select: { id: true, documentId: true, recordId: true, kept: true, shownAt: true } });
  const copies: KeptCopy[] = [];
  for (const { id: concernId, documentId, recordId, kept, shownAt } of concerns) {
    const stands = standing.find(({ id }) => id === recordId);
    const copied = await Promise.all(keptIn({ kept, documentId }).map((one) => lookAt(live, { one, wish, stands })));
    const theirs = copied.flatMap(({ one, taken }) => (taken ? [{ ...taken, documentId: one.documentId }] : []));
    if (!stands && theirs.length === 0) continue;
    copies.push({
      concernId,
      documentIds: [...new Set([...(documentId ? [documentId] : []), ...theirs.map((piece) => piece.documentId)])],
      left: (stands ?? theirs.find(({ id }) => id === recordId))?.remains ?? "",
      kept: copied.flatMap(({ one, taken }) => withoutWords(one, taken)),
      hidden: shownAt === null && !stands ? onceEach(theirs) : [],
    });
  }
  return copies;
}

/** One record that a worry keeps, and what of it is theirs; null when nothing is. */
async function lookAt(live: House["live"], { one, wish, stands }: { readonly one: Kept; readonly wish: Wish; readonly stands: Taken | undefined }): Promise<{ readonly one: Kept; readonly taken: Taken | null }> {
  return { one, taken: stands?.id === one.record.id ? stands : await takenOf(live, one, wish) };
}

/** Of a text of several people only the log knows who typed which letters. */
async function takenOf(live: House["live"], { documentId, record }: Kept, wish: Wish): Promise<Taken | null> {
  if (holdingOf(record.root) !== "letters") return takenFromCopy(record, wish);
  if (wish.only && !wish.only.has(record.id)) return null;
  const authors = await live.authorsOf(documentId);
  return takenFromPast(await live.log(documentId), { id: record.id, hands: { wish, authorOf: (client) => authors.get(client) } });
}

/** None when all of it was theirs. */
function withoutWords({ documentId, record }: Kept, taken: Taken | null): Kept[] {
  if (!taken) return [{ documentId, record }];
  const left: TakenRecord = { ...record, fields: { ...record.fields, text: taken.remains } };
  return taken.remains === "" ? [] : [{ documentId, record: left }];
}

/** A record that stood in two documents is one thing to whoever wrote it. */
function onceEach(pieces: readonly HiddenPiece[]): HiddenPiece[] {
  return pieces.filter(({ root, id }, i) => pieces.findIndex((one) => one.root === root && one.id === id) === i);
}
