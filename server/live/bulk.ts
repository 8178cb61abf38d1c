/**
 * Deletions too large to happen unasked. Somebody who empties what others wrote, by mischief or by a slip of the
 * hand, is held: the words stand until a facilitator has said so. One's own words anybody may delete at any time.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { BULK_CHARACTERS, BULK_FLOOR, BULK_MS, BULK_SHARE } from "./limits.ts";

/** Part of an item of the document that a change deletes. */
export interface Cut {
  readonly item: Y.Item;
  /** Offsets in the item. */
  readonly from: number;
  readonly to: number;
}

type AuthorOf = (clientId: number) => string | undefined;

/** Counts, for one document, how many characters of others each member deleted within the last seconds. */
export class BulkGuard {
  readonly #recent = new Map<string, { readonly at: number; readonly characters: number }[]>();

  constructor(private readonly authorOf: AuthorOf, private readonly now: () => number = () => performance.now()) {}

  /** A change that is about to be applied: null when it may be, otherwise its deletions, as an update that does nothing else. */
  holds(doc: Y.Doc, change: { readonly bytes: Uint8Array; readonly memberId: string }): Uint8Array | null {
    const cuts = cutsIn(doc, change.bytes);
    const isOthers = ({ id }: Y.Item) => this.authorOf(id.client) !== change.memberId;
    const characters = lostIn(cuts, isOthers);
    if (characters === 0) return null;
    const recent = this.#recentOf(change.memberId);
    const before = recent.reduce((sum, one) => sum + one.characters, 0);
    if (isTooMuch(before + characters, () => before + charactersIn(doc))) return deletionOf(withAllInside(cuts));
    this.#recent.set(change.memberId, [...recent, { at: this.now(), characters }]);
    return null;
  }

  #recentOf(memberId: string) {
    return (this.#recent.get(memberId) ?? []).filter(({ at }) => this.now() - at < BULK_MS);
  }
}

/** The whole text is only counted when it matters. */
function isTooMuch(characters: number, all: () => number): boolean {
  if (characters <= BULK_FLOOR) return false;
  return characters > BULK_CHARACTERS || characters > BULK_SHARE * all();
}

/** What a change would delete that still stands. It has passed the gate, or was made here. */
function cutsIn(doc: Y.Doc, bytes: Uint8Array): Cut[] {
  const cuts: Cut[] = [];
  for (const [client, ranges] of Y.decodeUpdate(bytes).ds.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      // What the same change wrote is not in the document yet.
      if (clock >= Y.getState(doc.store, client)) continue;
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const item = structs[i];
        if (!item || item.id.clock >= clock + len) break;
        const [from, to] = [Math.max(0, clock - item.id.clock), Math.min(item.length, clock + len - item.id.clock)];
        if (item instanceof Y.Item && !item.deleted) cuts.push({ item, from, to });
      }
    }
  }
  return cuts;
}

/** Characters of those items that are counted. What stands in something that goes is counted with it, and once. */
function lostIn(cuts: readonly Cut[], counts: (item: Y.Item) => boolean): number {
  const gone = goneIn(cuts);
  let characters = 0;
  for (const { item, from, to } of cuts) {
    if (isWithin(item, gone)) continue;
    if (gone.has(item)) characters += charactersOf(item, counts);
    else if (item.content instanceof Y.ContentString && counts(item)) characters += to - from;
  }
  return characters;
}

/** With all that stands now in what goes: so that it can be told later from what came since. */
function withAllInside(cuts: readonly Cut[]): Cut[] {
  const gone = goneIn(cuts);
  const inside = [...gone].filter((item) => !isWithin(item, gone)).flatMap((item) => [item, ...standingIn(item)]);
  return [...cuts.filter(({ item }) => !gone.has(item) && !isWithin(item, gone)), ...inside.map((item) => ({ item, from: 0, to: item.length }))];
}

/** A held deletion as it may happen now: what others have written in since stays, and so does what it stands in. Null when nothing is left to delete. */
export function deletionNow(doc: Y.Doc, held: Uint8Array): Uint8Array | null {
  const cuts = cutsIn(doc, held);
  const whole = new Set(cuts.filter(({ item, from, to }) => to - from === item.length).map(({ item }) => item));
  const left = cuts.filter(({ item }) => mayGo(item, whole));
  return left.length > 0 ? deletionOf(left) : null;
}

/** Words may. What words stand in may when no others do; and what a record is made of, when the record may. */
function mayGo(item: Y.Item, whole: ReadonlySet<Y.Item>): boolean {
  if (item.content instanceof Y.ContentString) return true;
  const outer = outerOf(item);
  return standingIn(item).every((inner) => whole.has(inner)) && (outer === null || !whole.has(outer) || mayGo(outer, whole));
}

function goneIn(cuts: readonly Cut[]): Set<Y.Item> {
  return new Set(cuts.filter(({ item }) => item.content instanceof Y.ContentType).map(({ item }) => item));
}

function isWithin(item: Y.Item, gone: ReadonlySet<Y.Item>): boolean {
  const outer = outerOf(item);
  return outer !== null && (gone.has(outer) || isWithin(outer, gone));
}

/** The record or text in which an item stands; null for what stands in a root. */
function outerOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

/** Characters that stand in an item: its own, or those of the record or text that it is. */
function charactersOf(item: Y.Item, counts: (item: Y.Item) => boolean): number {
  const strings = [item, ...standingIn(item)].filter((one) => one.content instanceof Y.ContentString && !one.deleted && counts(one));
  return strings.reduce((sum, { length }) => sum + length, 0);
}

/** All that stands in the record or text that an item is. */
function standingIn({ content, deleted }: Y.Item): Y.Item[] {
  if (deleted || !(content instanceof Y.ContentType)) return [];
  const inner = [...content.type._map.values()];
  for (let item = content.type._start; item; item = item.right) inner.push(item);
  return inner.filter((item) => !item.deleted).flatMap((item) => [item, ...standingIn(item)]);
}

function charactersIn(doc: Y.Doc): number {
  const records = [...doc.share.values()].flatMap((root) => [...root._map.values()]);
  return records.reduce((sum, record) => sum + charactersOf(record, () => true), 0);
}

/** An update (V1) without structs: only what is to be deleted. */
export function deletionOf(cuts: readonly Cut[]): Uint8Array {
  const byClient = new Map<number, Cut[]>();
  for (const cut of cuts) byClient.set(cut.item.id.client, [...(byClient.get(cut.item.id.client) ?? []), cut]);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, some] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, some.length);
    for (const { item, from, to } of some.sort((a, b) => a.item.id.clock - b.item.id.clock)) {
      encoding.writeVarUint(encoder, item.id.clock + from);
      encoding.writeVarUint(encoder, to - from);
    }
  }
  return encoding.toUint8Array(encoder);
}
