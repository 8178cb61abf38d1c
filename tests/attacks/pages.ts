/**
 * Honest pages round one document and its gate, in memory, with delivery by hand: what the fuzz is measured
 * against, and what must converge. Everything random comes from one seed.
 */
import { setImmediate } from "node:timers/promises";

import * as Y from "yjs";

import type { DocumentKind } from "#app/live/kinds.ts";
import type { LogRow } from "#app/live/live.doc.ts";
import { Gate, type Change, type Verdict, type Writer } from "#server/live/gate.ts";
import { revive } from "#server/live/revive.ts";
import { shapes } from "#server/live/shapes.ts";

import { act } from "./writing.ts";

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

/** The server's side: a document, its gate, who wrote under which clientID, and the log of what was taken. */
export class Court {
  readonly doc = new Y.Doc();
  readonly members = new Map<number, string>();
  readonly rows: LogRow[] = [];
  readonly gate: Gate;
  /** What was taken since the last commit, by member. */
  #tick = new Map<string, Uint8Array[]>();

  constructor(readonly kind: DocumentKind = "principles") {
    for (const root of Object.keys(shapes[kind])) this.doc.getMap(root);
    this.gate = new Gate(this.doc, shapes[kind], (client) => this.members.get(client));
  }

  /** Judges, and applies what is accepted. Throws when something that passed cannot be applied. */
  take(change: Change, writer: Writer): Verdict {
    const verdict = this.gate.judge(change, writer);
    if (!verdict.ok) return verdict;
    Y.applyUpdate(this.doc, change.bytes);
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs) throw new Error("pending after an accepted change");
    if (verdict.writes) this.members.set(writer.clientId, writer.memberId);
    this.#tick.set(writer.memberId, [...(this.#tick.get(writer.memberId) ?? []), change.bytes]);
    return verdict;
  }

  /** The end of a tick: a row for each member who wrote in it. */
  commit(): void {
    for (const [memberId, changes] of this.#tick) {
      const [first, second] = changes;
      const bytes = first && !second ? first : Y.mergeUpdates(changes);
      this.rows.push({ seq: this.rows.length + 1, memberId, at: new Date(0), bytes, mending: null });
    }
    this.#tick.clear();
  }

  /** What a restart makes of the log, by the server's own reading of it, beginning with a snapshot of so many rows. Throws when a row had to be set aside. */
  async replayed(snapshotSeq = 0): Promise<Y.Doc> {
    const [older, rows] = [this.rows.slice(0, snapshotSeq), this.rows.slice(snapshotSeq)];
    const before = snapshotSeq > 0 ? Y.encodeStateAsUpdate(await this.#revived(null, older)) : null;
    return this.#revived(before, rows);
  }

  async #revived(snapshot: Uint8Array | null, rows: readonly LogRow[]): Promise<Y.Doc> {
    const seq = rows.at(-1)?.seq ?? 0;
    const { doc, setAside } = await revive({ sessionId: "", kind: this.kind, epoch: 1, fence: 0, sealed: false, snapshot, snapshotSeq: 0, rows, seq, clients: this.members });
    if (setAside.length > 0) throw new Error(`rows ${setAside.join(", ")} could not be read again`);
    return doc;
  }
}

/** An honest page: writes, and sends in order when its line is up. */
export class Page {
  readonly doc = new Y.Doc();
  readonly outgoing: Uint8Array[] = [];
  readonly incoming: Uint8Array[] = [];

  constructor(readonly writer: Writer, base: Y.Doc, readonly kind: DocumentKind = "principles") {
    for (const root of Object.keys(shapes[kind])) this.doc.getMap(root);
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

/** Delivers what a page has written, as the hub would: judged one by one, committed, broadcast to all. Tells what was refused. */
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
  court.commit();
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
export async function session(seed: number, { pages: count, acts, kind = "principles" }: { pages: number; acts: number; kind?: DocumentKind }) {
  // Thousands run in a row: the runner, in the same process, is to have its turn, or it gives up on a slow machine.
  await setImmediate();
  const dice = new Dice(seed);
  const court = new Court(kind);
  const pages = Array.from({ length: count }, (_, i) => new Page({ memberId: `m${i}`, clientId: 1 + dice.below(2 ** 31) }, court.doc, kind));
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
  const readings = new Set([court.doc, ...pages.map((page) => page.doc), encodedAgain(court.doc), await court.replayed(), await court.replayed(court.rows.length >> 1)].map((doc) => reading(doc, kind)));
  return { court, pages, refused, updates, readings };
}

/** As a newcomer gets it. */
export function encodedAgain(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return fresh;
}

/** All that is in a document, as text; the order in which a map's keys came does not matter. */
export function reading(doc: Y.Doc, kind: DocumentKind = "principles"): string {
  return JSON.stringify(Object.keys(shapes[kind]).map((root) => sorted(doc.getMap(root).toJSON())));
}

/** What stands where, character by character, deleted ones too: two documents that read the same today and have this the same will read the same tomorrow. */
export function skeleton(doc: Y.Doc, kind: DocumentKind): string {
  return JSON.stringify(Object.keys(shapes[kind]).map((root) => bonesOf(doc.getMap(root))));
}

function bonesOf(type: Y.ContentType["type"]): unknown {
  const units: string[] = [];
  for (let item = type._start; item; item = item.right) {
    for (let i = 0; i < item.length; i++) units.push(`${item.id.client}.${item.id.clock + i}${item.deleted ? "-" : ""}`);
  }
  const fields = [...type._map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, item.lastId, item.deleted, item.content instanceof Y.ContentType && !item.deleted ? bonesOf(item.content.type) : null]);
  return [units, fields];
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
}
