/**
 * Takes changes back out of a document, whoever wrote there since: what was added goes, what was deleted comes back
 * where it stood, and everybody else's words stay as they are. Works on a replay of the log with gc off, since a
 * document in use no longer has the words that were deleted; what it makes is an ordinary change that merges.
 */
import * as Y from "yjs";

import { inParts } from "#app/live/at-ease.ts";
import type { LogRow } from "#app/live/live.doc.ts";

import { Ranges } from "./ranges.ts";

/** Whose changes are taken back. */
export interface Theirs {
  /** True for a clientID whose insertions are to go. */
  readonly wrote: (clientId: number) => boolean;
  /** True for a row whose deletions are to be put back. */
  readonly deleted: (row: LogRow) => boolean;
}

/** Who stands behind the clientIDs, and clientIDs that nobody has used. */
export interface Hands {
  readonly authorOf: (clientId: number) => string | undefined;
  readonly freshClient: () => number;
}

/** The document as its log has it, with nothing forgotten, and what their rows deleted. */
export interface Replay {
  readonly doc: Y.Doc;
  readonly deleted: Ranges;
}

type Text = Y.Text;
type Records = Y.Map<unknown>;

/** Replays a log. When two deleted the same words, whoever's row came first deleted them. */
export async function replay(log: readonly LogRow[], roots: readonly string[], theirs: Pick<Theirs, "deleted">): Promise<Replay> {
  const doc = new Y.Doc({ gc: false });
  for (const root of roots) doc.getMap(root);
  const deleted = new Ranges();
  await inParts(log, (rows) => doc.transact((transaction) => {
    for (const row of rows) {
      const before = theirs.deleted(row) ? lengthsOf(transaction) : null;
      Y.applyUpdate(doc, row.bytes);
      if (before) addNews(deleted, transaction, before);
    }
  }));
  return { doc, deleted };
}

/** Within one transaction Yjs only ever adds to what it has deleted. */
function lengthsOf({ deleteSet }: Y.Transaction): Map<number, number> {
  return new Map([...deleteSet.clients].map(([client, ranges]) => [client, ranges.length]));
}

function addNews(to: Ranges, { deleteSet }: Y.Transaction, before: ReadonlyMap<number, number>): void {
  for (const [client, ranges] of deleteSet.clients) {
    for (const { clock, len } of ranges.slice(before.get(client) ?? 0)) to.add(client, clock, len);
  }
}

/** The same document again, to be changed: a change that is tried twice must begin at the same place twice. */
export function copyOf({ doc, deleted }: Replay): Replay {
  const copy = new Y.Doc({ gc: false });
  for (const root of doc.share.keys()) copy.getMap(root);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return { doc: copy, deleted };
}

/** Takes their changes back out of the replay; answers the change this makes (null for none), and whom each new clientID writes for. */
export function takeBack(from: Replay, theirs: Pick<Theirs, "wrote">, hands: Hands): { update: Uint8Array | null; authors: Map<number, string> } {
  const { doc } = from;
  const pens = new Pens(doc, hands);
  let update: Uint8Array | null = null;
  const collect = (bytes: Uint8Array) => (update = bytes);
  doc.on("update", collect);
  doc.transact(() => new Undo(from.deleted, theirs.wrote, pens).ofAll(doc));
  doc.off("update", collect);
  return { update, authors: pens.authors };
}

/** Writes for the one who wrote a thing first, each under a clientID of their own: what comes back stays theirs. */
class Pens {
  readonly authors = new Map<number, string>();
  readonly #byAuthor = new Map<string | undefined, number>();

  constructor(private readonly doc: Y.Doc, private readonly hands: Hands) {}

  as(clientId: number): void {
    const author = this.hands.authorOf(clientId) ?? this.authors.get(clientId);
    const pen = this.#byAuthor.get(author) ?? this.hands.freshClient();
    this.#byAuthor.set(author, pen);
    if (author !== undefined) this.authors.set(pen, author);
    this.doc.clientID = pen;
  }
}

/** A stretch of words that is to come back. */
interface Piece {
  readonly client: number;
  readonly words: string;
}

/** One change of a text; positions are those before any of them. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly put: Piece | null;
}

class Undo {
  constructor(private readonly deleted: Ranges, private readonly wrote: (clientId: number) => boolean, private readonly pens: Pens) {}

  ofAll(doc: Y.Doc): void {
    for (const root of doc.share.values()) if (root instanceof Y.Map) for (const [id, entry] of [...root._map]) this.#ofRecord(root, id, entry);
  }

  #isTheirs(item: Y.Item): boolean {
    return this.wrote(item.id.client);
  }

  /** The last of several values in a row counts: Yjs joins those that one hand wrote over one another. */
  #wasDeleted({ id, length, deleted }: Y.Item): boolean {
    return deleted && this.deleted.has(id.client, id.clock + length - 1);
  }

  #ofRecord(records: Records, id: string, entry: Y.Item): void {
    const record = recordOf(entry);
    const isOnlyTheirs = this.#isTheirs(entry) && !this.#holdsOthers(entry);
    if (record && !entry.deleted && !isOnlyTheirs) return this.#ofFields(record, this.#isTheirs(entry));
    if (!entry.deleted && isOnlyTheirs) records.delete(id);
    const before = this.#lastOfOthers(entry);
    if (before) this.#restore(records, id, before);
  }

  /** The record that stood there before they deleted it, or wrote over it. */
  #lastOfOthers(entry: Y.Item): Y.Item | null {
    let item: Y.Item | null = entry;
    while (item && this.#isTheirs(item) && !this.#holdsOthers(item)) item = item.left;
    return item && this.#wasDeleted(item) && recordOf(item) ? item : null;
  }

  /** True when others' words stand in it, or would if this were undone. */
  #holdsOthers(entry: Y.Item): boolean {
    const record = recordOf(entry);
    return record !== null && [...record._map.values()].some((field) => {
      const text = textOf(field);
      return text !== null && this.#stayingIn(text).length > 0;
    });
  }

  /** Others' words in a text, in order: those that stand and those that come back. */
  #stayingIn(text: Text): Piece[] {
    const pieces: Piece[] = [];
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString) || this.#isTheirs(item)) continue;
      if (item.deleted) pieces.push(...this.#comingBack(item, item.content.str));
      else pieces.push({ client: item.id.client, words: item.content.str });
    }
    return pieces;
  }

  #comingBack({ id, length }: Y.Item, words: string): Piece[] {
    return this.deleted.within(id.client, id.clock, length).map(([from, to]) => ({ client: id.client, words: words.slice(from, to) }));
  }

  // ---- What stands, and is changed back

  #ofFields(record: Records, isTheirs: boolean): void {
    for (const [field, item] of [...record._map]) {
      const text = textOf(item);
      if (text && !item.deleted) this.#ofText(text);
      else if (this.#wasDeleted(item) || (!item.deleted && this.#isTheirs(item))) this.#ofField(record, field, { item, isTheirs });
    }
  }

  /** A field goes back to what it was before them; what was never there before goes, unless the record needs it. */
  #ofField(record: Records, field: string, { item, isTheirs }: { item: Y.Item; isTheirs: boolean }): void {
    const before = this.#valueBefore(item);
    if (before) this.#set(record, field, before);
    else if (!isTheirs && !item.deleted) record.delete(field);
  }

  #valueBefore(item: Y.Item): Y.Item | null {
    let before: Y.Item | null = item;
    while (before && this.#isTheirs(before)) before = before.left;
    return before && this.#wasDeleted(before) ? before : null;
  }

  #ofText(text: Text): void {
    for (const { at, remove, put } of this.#editsOf(text).reverse()) {
      if (remove > 0) text.delete(at, remove);
      if (put) this.#write(text, at, put);
    }
  }

  #editsOf(text: Text): Edit[] {
    const edits: Edit[] = [];
    let at = 0;
    for (let item = text._start; item; item = item.right) {
      if (!(item.content instanceof Y.ContentString)) continue;
      if (!item.deleted) {
        if (this.#isTheirs(item)) edits.push({ at, remove: item.length, put: null });
        at += item.length;
      } else if (!this.#isTheirs(item)) {
        for (const put of this.#comingBack(item, item.content.str)) edits.push({ at, remove: 0, put });
      }
    }
    return edits;
  }

  #write(text: Text, at: number, { client, words }: Piece): void {
    this.pens.as(client);
    text.insert(at, words);
  }

  // ---- What is gone, and comes back

  /** Under its own id, so that what others attached to it finds it again. */
  #restore(records: Records, id: string, entry: Y.Item): void {
    const before = recordOf(entry);
    if (!before) return;
    this.pens.as(entry.id.client);
    const record = new Y.Map<unknown>();
    records.set(id, record);
    for (const [field, item] of before._map) {
      // Of a record of their own the values stay, where there were none before: without them it could not be read.
      const value = this.#valueBefore(item) ?? (this.#isTheirs(entry) ? item : null);
      if (value && this.#wasDeleted(item)) this.#set(record, field, value);
    }
  }

  #set(record: Records, field: string, item: Y.Item): void {
    this.pens.as(item.id.client);
    const text = textOf(item);
    if (!text) return void record.set(field, item.content.getContent().at(-1));
    const fresh = new Y.Text();
    record.set(field, fresh);
    for (const piece of this.#stayingIn(text)) this.#write(fresh, fresh.length, piece);
  }
}

function recordOf({ content }: Y.Item): Records | null {
  return content instanceof Y.ContentType && content.type instanceof Y.Map ? (content.type as Records) : null;
}

function textOf({ content }: Y.Item): Text | null {
  return content instanceof Y.ContentType && content.type instanceof Y.Text ? content.type : null;
}
