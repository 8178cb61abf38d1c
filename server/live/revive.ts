/** From disk to memory: the document of a snapshot and the log after it. What cannot be applied is set aside. */
import { setImmediate as turn } from "node:timers/promises";

import * as Y from "yjs";

import type { LogRow } from "#app/live/live.doc.ts";

import { REVIVE_MS } from "./limits.ts";
import { shapes } from "./shapes.ts";
import type { Kept, Store } from "./store.ts";

export interface Revived {
  readonly kept: Kept;
  readonly doc: Y.Doc;
  /** Rows that could not be applied, by number. */
  readonly setAside: readonly number[];
}

/** The snapshot itself cannot be read. The log has all that is in it. */
export class UnreadableSnapshot extends Error {}

interface Reading {
  readonly store: Pick<Store, "load" | "forgetSnapshot">;
  readonly documentId: string;
  readonly onPoison: (error: unknown) => void;
}

/**
 * Reads a document from the store. A snapshot that cannot be read is taken away, and the log is read from its
 * beginning instead. Null when there is no such document; rejects with what the store throws.
 */
export async function readDocument({ store, documentId, onPoison }: Reading): Promise<Revived | null> {
  for (;;) {
    const kept = await store.load(documentId);
    if (!kept) return null;
    try {
      return await revive(kept);
    } catch (error) {
      if (!(error instanceof UnreadableSnapshot)) throw error;
      onPoison(error);
      await store.forgetSnapshot(documentId, kept.snapshotSeq);
    }
  }
}

/** gc stays on, or erased words would stay too. Rejects with `UnreadableSnapshot`. */
export async function revive(kept: Kept): Promise<Revived> {
  const doc = blank(kept);
  try {
    doc.transact(() => {
      if (kept.snapshot) Y.applyUpdate(doc, kept.snapshot);
      for (const row of kept.rows) Y.applyUpdate(doc, row.bytes);
    });
    if (isWhole(doc)) return { kept, doc, setAside: [] };
  } catch {
    // An exception does not mean that nothing was applied: this copy is not looked at again.
  }
  doc.destroy();
  return reviveWithout(kept);
}

/**
 * Leaves out what cannot stand, in rounds: all rows are tried, and those that wait at the end for what is not there go.
 * One row may stand on another that comes after it, since those of one tick are ordered by who wrote first. A round costs
 * each row once; there is another only when a row could be applied in part, or made Yjs throw, so there are few.
 */
async function reviveWithout(kept: Kept): Promise<Revived> {
  let rows = kept.rows.filter(isReadable);
  for (;;) {
    const { doc, left } = await tryAll(kept, rows);
    if (doc) return { kept, doc, setAside: without(kept.rows, left).map(({ seq }) => seq) };
    rows = left;
  }
}

function without(rows: readonly LogRow[], others: readonly LogRow[]): LogRow[] {
  const left = new Set(others);
  return rows.filter((row) => !left.has(row));
}

/** The document of these rows, or null, and those that are worth another try. Others have their turn in between. */
async function tryAll(kept: Kept, rows: readonly LogRow[]): Promise<{ doc: Y.Doc | null; left: LogRow[] }> {
  const doc = blank(kept);
  if (kept.snapshot && !applies(doc, kept.snapshot, isWhole)) throw new UnreadableSnapshot("A document's snapshot cannot be read; its log is read instead.");
  const tried: LogRow[] = [];
  let until = performance.now() + REVIVE_MS;
  for (const row of rows) {
    // What its writer wrote before is not there: it would only wait.
    if (hasGap(doc, row)) continue;
    if (!applies(doc, row.bytes)) return { doc: null, left: without(rows, [row]) };
    tried.push(row);
    if (performance.now() < until) continue;
    await turn();
    until = performance.now() + REVIVE_MS;
  }
  if (isWhole(doc)) return { doc, left: tried };
  const left = tried.filter((row) => !waits(doc, row));
  // One must go, or it would be tried for ever.
  return { doc: null, left: left.length < tried.length ? left : left.slice(0, -1) };
}

/** An exception does not mean that nothing was applied: after false, `doc` is of no use. */
function applies(doc: Y.Doc, bytes: Uint8Array, isGood: (doc: Y.Doc) => boolean = () => true): boolean {
  try {
    Y.applyUpdate(doc, bytes);
    return isGood(doc);
  } catch {
    return false;
  }
}

function isReadable({ bytes }: LogRow): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

function hasGap(doc: Y.Doc, { bytes }: LogRow): boolean {
  return [...Y.parseUpdateMeta(bytes).from].some(([client, clock]) => clock > Y.getState(doc.store, client));
}

/** True when some of it, or what it deletes, is not in the document. */
function waits(doc: Y.Doc, { bytes }: LogRow): boolean {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const isMissing = (client: number, end: number) => end > Y.getState(doc.store, client);
  return structs.some(({ id, length }) => isMissing(id.client, id.clock + length))
    || [...ds.clients].some(([client, ranges]) => ranges.some(({ clock, len }) => isMissing(client, clock + len)));
}

/** True when the document, written down and read again, is the same document, and nothing in it waits. */
export function isSound(doc: Y.Doc, bytes: Uint8Array): boolean {
  const copy = new Y.Doc();
  try {
    for (const [root, type] of doc.share) if (type instanceof Y.Map) copy.getMap(root);
    Y.applyUpdate(copy, bytes);
    return isWhole(copy) && [...doc.share.keys()].every((root) => same(doc.getMap(root), copy.getMap(root)));
  } catch {
    return false;
  } finally {
    copy.destroy();
  }
}

/** True when nothing in it waits, and what each replica wrote is there without a gap: quick for a document of any length. */
export function isInOrder(doc: Y.Doc): boolean {
  return isWhole(doc) && [...doc.store.clients.values()].every((structs) => structs.every(({ id, length }, i) => {
    const next = structs[i + 1];
    return length > 0 && (!next || next.id.clock === id.clock + length);
  }));
}

function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

function same(one: Y.Map<unknown>, other: Y.Map<unknown>): boolean {
  return JSON.stringify(sorted(one.toJSON())) === JSON.stringify(sorted(other.toJSON()));
}

/** The order in which keys came to a map is not part of what it says. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]);
}

function blank(kept: Kept): Y.Doc {
  const doc = new Y.Doc({ gc: true });
  for (const root of Object.keys(shapes[kept.kind])) doc.getMap(root);
  return doc;
}
