/** Takes one person's words out of a shared document, whatever its kind: theirs.ts says which those are. */
import * as Y from "yjs";

import { eachAtEase } from "#app/live/at-ease.ts";
import type { AuthorOf, LogRow } from "#app/live/live.doc.ts";
import type { TakenRecord } from "#app/live/taken.doc.ts";

import { holdingOf, isMeant, isTheirs, type Wish } from "./theirs.ts";

/** Something of a person's that was taken out. */
export interface Taken {
  readonly root: string;
  readonly id: string;
  /** True when the record went; false when it stays, without their words. */
  readonly isWhole: boolean;
  /** Their words as they stood; none when they had taken them out themselves before. */
  readonly words: readonly string[];
  readonly lang: string;
  /** What still stands in it, of others. */
  readonly remains: string;
}

/** Fields of a record that hold what its speaker wrote; "exact" holds the evidence's words. */
const WRITTEN = ["words", "because", "text"];

/** Whose words are looked for, and who answers for which clientID. */
export interface Hands {
  readonly wish: Wish;
  readonly authorOf: AuthorOf;
}

interface Found {
  readonly records: Y.Map<unknown>;
  readonly root: string;
  readonly id: string;
  readonly record: Y.Map<unknown>;
}

/** Changes the document, and tells what was taken out of it. What they moved, and what they took out themselves, stays as it is. */
export function eraseIn(doc: Y.Doc, wish: Wish, authorOf: AuthorOf): Taken[] {
  return doc.transact(() => recordsIn(doc).flatMap((found) => takeFrom(found, { wish, authorOf })));
}

/** What `eraseIn` would take out; the document stays as it is. */
export function takenFrom(doc: Y.Doc, wish: Wish, authorOf: AuthorOf): Taken[] {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const taken = eraseIn(copy, wish, authorOf);
  copy.destroy();
  return taken;
}

/**
 * What stands of a text that is not in its document any more, or came back under nobody's hand: as it last stood under
 * the hands of those who typed it. Null when this person never typed in it.
 */
export async function takenFromPast(log: readonly LogRow[], { id, hands }: { readonly id: string; readonly hands: Hands }): Promise<Taken | null> {
  const doc = new Y.Doc();
  let last: Taken | null = null;
  await eachAtEase(log, ({ bytes }) => {
    Y.applyUpdate(doc, bytes);
    const record = doc.getMap<unknown>("items").get(id);
    const text = record instanceof Y.Map ? record.get("text") : null;
    if (!(record instanceof Y.Map) || !(text instanceof Y.Text)) return;
    const { runs, isTouched, remains } = lettersOf(text, isBy(hands));
    if (isTouched) last = { root: "items", id, isWhole: remains === "", words: runs.map(({ words }) => words), lang: wordsIn(record, "lang"), remains };
  });
  doc.destroy();
  return last;
}

/** A record that was taken out of its document whole, when it is one person's words. The gate let nobody write another's id, so its `by` is as good as its clientID was. */
export function takenFromCopy({ root, id, fields }: TakenRecord, wish: Wish): Taken | null {
  const said = (field: string) => wordsOf(fields[field]);
  if (!isTheirs({ root, id, maker: said("by"), forMember: said("forMember"), corrects: said("saidId") }, wish)) return null;
  return { root, id, isWhole: true, words: WRITTEN.map(said).filter((text) => text !== ""), lang: said("lang"), remains: "" };
}

/** By `getMap`: in a fresh copy a root has no type before it is asked for. */
function recordsIn(doc: Y.Doc): Found[] {
  return [...doc.share.keys()].flatMap((root) => {
    const records = doc.getMap<unknown>(root);
    return [...records].flatMap(([id, record]) => (record instanceof Y.Map ? [{ records, root, id, record }] : []));
  });
}

function takeFrom(found: Found, hands: Hands): Taken[] {
  if (!isMeant(tracedOf(found, hands), hands.wish)) return [];
  switch (holdingOf(found.root)) {
    case "whole": return takeWhole(found, hands);
    case "letters": return takeLetters(found, hands);
    case "name": return takeName(found, hands);
    case "stays": return [];
  }
}

function takeWhole(found: Found, hands: Hands): Taken[] {
  const { records, root, id, record } = found;
  if (!isTheirs(tracedOf(found, hands), hands.wish)) return [];
  const words = WRITTEN.map((field) => wordsIn(record, field)).filter((text) => text !== "");
  records.delete(id);
  return [{ root, id, isWhole: true, words, lang: wordsIn(record, "lang"), remains: "" }];
}

/** One that they began goes too, when nobody else's letters stand in it. */
function takeLetters(found: Found, hands: Hands): Taken[] {
  const { records, root, id, record } = found;
  const text = record.get("text");
  if (!(text instanceof Y.Text)) return [];
  const isOwn = isBy(hands);
  const { runs, isTouched, remains } = lettersOf(text, isOwn);
  for (const { at, words } of [...runs].reverse()) text.delete(at, words.length);
  const isWhole = remains === "" && isOwn(records._map.get(id));
  const taken = { root, id, isWhole, words: runs.map(({ words }) => words), lang: wordsIn(record, "lang"), remains };
  if (isWhole) records.delete(id);
  return isTouched || isWhole ? [taken] : [];
}

function takeName({ root, id, record }: Found, hands: Hands): Taken[] {
  const name = wordsIn(record, "name");
  if (name === "" || !isBy(hands)(record._map.get("name"))) return [];
  const lang = wordsIn(record, "lang");
  record.set("name", "");
  return [{ root, id, isWhole: false, words: [name], lang, remains: "" }];
}

interface Run {
  readonly at: number;
  readonly words: string;
}

interface Letters {
  /** Theirs that stand, in order. */
  readonly runs: Run[];
  /** True when any of theirs ever stood there. */
  readonly isTouched: boolean;
  /** What others typed. */
  readonly remains: string;
}

function lettersOf(text: Y.Text, isOwn: (item: Y.Item) => boolean): Letters {
  const runs: Run[] = [];
  let isTouched = false;
  let remains = "";
  let at = 0;
  for (let item = text._start; item; item = item.right) {
    const own = isOwn(item);
    isTouched ||= own;
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    if (own) runs.push({ at, words: item.content.str });
    else remains += item.content.str;
    at += item.length;
  }
  return { runs: joined(runs), isTouched, remains };
}

/** Letters typed one after the other are words only together. */
function joined(runs: readonly Run[]): Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (last && last.at + last.words.length === run.at) together[together.length - 1] = { at: last.at, words: last.words + run.words };
    else together.push(run);
  }
  return together;
}

function tracedOf({ records, root, id, record }: Found, { authorOf }: Hands) {
  const entry = records._map.get(id);
  return { root, id, maker: entry && authorOf(entry.id.client), forMember: wordsIn(record, "forMember"), corrects: wordsIn(record, "saidId") };
}

function isBy({ wish, authorOf }: Hands): (item: Y.Item | undefined) => boolean {
  return (item) => item !== undefined && authorOf(item.id.client) === wish.of;
}

function wordsIn(record: Y.Map<unknown>, field: string): string {
  return wordsOf(record.get(field));
}

function wordsOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
