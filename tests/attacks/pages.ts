/**
 * Honest pages round one document and its gate, in memory, with delivery by hand: what the fuzz is measured
 * against, and what must converge. Everything random comes from one seed.
 */
import * as Y from "yjs";

import { addItem, listShape, moveItem, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import { addRecord } from "#app/live/records.doc.ts";
import { splitsPair } from "#app/live/text-change.ts";
import { Gate, type Change, type Verdict, type Writer } from "#server/live/gate.ts";

/** Small, fast and good enough: mulberry32. */
export class Dice {
  constructor(private state: number) {}

  /** A fraction from 0 up to 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, but without, `below`. */
  below(below: number): number {
    return Math.floor(this.roll() * below);
  }

  pick<T>(things: readonly T[]): T {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error("nothing to pick from");
    return thing;
  }
}

/** The server's side: a document, its gate, and who wrote under which clientID. */
export class Court {
  readonly doc = new Y.Doc();
  readonly members = new Map<number, string>();
  readonly gate: Gate;

  constructor(base?: Court) {
    for (const root of Object.keys(listShape)) this.doc.getMap(root);
    if (base) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(base.doc));
    for (const [client, member] of base?.members ?? []) this.members.set(client, member);
    this.gate = new Gate(this.doc, listShape, (client) => this.members.get(client));
  }

  /** Judges, and applies what is accepted. Throws when something that passed cannot be applied. */
  take(change: Change, writer: Writer): Verdict {
    const verdict = this.gate.judge(change, writer);
    if (!verdict.ok) return verdict;
    Y.applyUpdate(this.doc, change.bytes);
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error("pending after an accepted change");
    if (verdict.writes) this.members.set(writer.clientId, writer.memberId);
    return verdict;
  }
}

/** An honest page: writes, and sends in order when its line is up. */
export class Page {
  readonly doc = new Y.Doc();
  readonly outgoing: Uint8Array[] = [];
  readonly incoming: Uint8Array[] = [];

  constructor(readonly writer: Writer, base: Y.Doc) {
    for (const root of Object.keys(listShape)) this.doc.getMap(root);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(base), "server");
    this.doc.clientID = writer.clientId;
    this.doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.outgoing.push(bytes);
    });
  }

  hear(): void {
    for (const bytes of this.incoming.splice(0)) Y.applyUpdate(this.doc, bytes, "server");
  }
}

const words = ["gofal", " seibiant", "dŵr ", "tŷ", " respite", "😀", "👩‍👧", "a", "é", "ẁ", "🏴", "x".repeat(40)];

/** One thing an honest person does. */
export function act(page: Page, dice: Dice): void {
  const { doc } = page;
  const { items } = readList(doc);
  const kind = dice.below(20);
  if (items.length === 0 || kind === 0) return addItem(doc, { id: newId(dice), order: newId(dice), text: dice.pick(words), lang: "cy" });
  const item = dice.pick(items);
  if (kind === 1) return moveItem(doc, item.id, newId(dice));
  if (kind === 2) return setRemoved(doc, item.id, dice.below(2) === 0);
  if (kind === 3) return addRecord(doc, "links", { id: newId(dice), itemId: item.id, by: page.writer.memberId, documentId: "d", otherItemId: "o" });
  if (kind === 4) return forget(doc, dice);
  const text = textOf(doc, item.id);
  if (text) type(text, dice);
}

function forget(doc: Y.Doc, dice: Dice): void {
  const links = [...doc.getMap("links").keys()];
  if (links.length > 0) doc.getMap("links").delete(dice.pick(links));
}

function type(text: Y.Text, dice: Dice): void {
  const before = text.toString();
  const at = snapped(before, dice.below(before.length + 1));
  const end = snapped(before, Math.min(before.length, at + dice.below(6)));
  const doc = text.doc;
  doc?.transact(() => {
    if (dice.below(3) === 0 && end > at) text.delete(at, end - at);
    else text.insert(at, dice.pick(words));
    // Changed one's mind within one keystroke, as dictation does.
    if (dice.below(10) === 0 && text.length > 0) text.delete(0, snapped(text.toString(), 1) || 2);
  });
}

function snapped(text: string, at: number): number {
  return splitsPair(text, at) ? at - 1 : at;
}

function newId(dice: Dice): string {
  return Array.from({ length: 8 }, () => dice.below(36).toString(36)).join("");
}

/** Delivers what a page has written, as the hub would: judged one by one, broadcast to all. Tells what was refused. */
export function deliver(court: Court, from: Page, to: readonly Page[], dice: Dice): string[] {
  const refused: string[] = [];
  for (const change of asSent(from, dice)) {
    const sent: Uint8Array[] = [];
    const collect = (bytes: Uint8Array) => sent.push(bytes);
    court.doc.on("update", collect);
    const verdict = court.take(change, from.writer);
    court.doc.off("update", collect);
    if (!verdict.ok) refused.push(verdict.reason);
    for (const page of to) page.incoming.push(...sent);
  }
  return refused;
}

/** One by one; joined after a pause, as our own page does; or as one answer to an asking, as a stock client does. */
function asSent(page: Page, dice: Dice): Change[] {
  const updates = page.outgoing.splice(0);
  const way = dice.below(3);
  if (updates.length === 0 || way === 0) return updates.map((bytes) => ({ bytes, whole: false }));
  if (way === 1) return chunks(updates, 10).map((some) => ({ bytes: Y.mergeUpdates(some), whole: false }));
  const first = updates[0] ?? new Uint8Array();
  const from = Y.parseUpdateMeta(first).from.get(page.writer.clientId);
  const known = new Map(Y.decodeStateVector(Y.encodeStateVector(page.doc)));
  if (from === undefined) return updates.map((bytes) => ({ bytes, whole: false }));
  known.set(page.writer.clientId, from);
  return [{ bytes: Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(known)), whole: true }];
}

function chunks<T>(things: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, i) => things.slice(i * size, i * size + size));
}

/** A session of honest pages with breaks in their lines. Tells all that was refused, and whether all read the same at the end. */
export function session(seed: number, { pages: count, acts }: { pages: number; acts: number }) {
  const dice = new Dice(seed);
  const court = new Court();
  const pages = Array.from({ length: count }, (_, i) => new Page({ memberId: `m${i}`, clientId: 1 + dice.below(2 ** 31) }, court.doc));
  const down = new Set<Page>();
  const refused: string[] = [];
  let updates = 0;
  for (let i = 0; i < acts; i++) {
    const page = dice.pick(pages);
    act(page, dice);
    if (dice.below(30) === 0) down.add(dice.pick(pages));
    if (dice.below(12) === 0) down.delete(dice.pick(pages));
    if (down.has(page)) continue;
    if (dice.below(2) === 0) page.hear();
    updates += page.outgoing.length;
    refused.push(...deliver(court, page, pages, dice));
  }
  for (const page of pages) updates += page.outgoing.length;
  for (const page of pages) refused.push(...deliver(court, page, pages, dice));
  for (const page of pages) page.hear();
  const readings = new Set([court.doc, ...pages.map((page) => page.doc)].map(reading));
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(court.doc));
  readings.add(reading(fresh));
  return { court, pages, refused, updates, readings };
}

/** All that is in a document, as text; the order in which a map's keys came does not matter. */
export function reading(doc: Y.Doc): string {
  return JSON.stringify(Object.keys(listShape).map((root) => sorted(doc.getMap(root).toJSON())));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
}
