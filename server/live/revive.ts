/** From disk to memory: the document of a snapshot and the log after it. What cannot be applied is set aside. */
import * as Y from "yjs";

import { shapes } from "./shapes.ts";
import type { Kept } from "./store.ts";

export interface Revived {
  readonly doc: Y.Doc;
  /** Rows that could not be applied, by number. */
  readonly setAside: readonly number[];
}

/** gc stays on, or erased words would stay too. */
export function revive(kept: Kept): Revived {
  const doc = blank(kept);
  try {
    doc.transact(() => {
      if (kept.snapshot) Y.applyUpdate(doc, kept.snapshot);
      for (const row of kept.rows) Y.applyUpdate(doc, row.bytes);
    });
    if (isWhole(doc)) return { doc, setAside: [] };
  } catch {
    // An exception does not mean that nothing was applied: this copy is not looked at again.
  }
  doc.destroy();
  return reviveWithout(kept, []);
}

/** Finds the rows that break it, one after the other; each is tried on a copy that is then known to be good. */
function reviveWithout(kept: Kept, setAside: readonly number[]): Revived {
  const doc = blank(kept);
  if (kept.snapshot) Y.applyUpdate(doc, kept.snapshot);
  for (const row of kept.rows) {
    if (setAside.includes(row.seq) || applies(doc, row.bytes)) continue;
    doc.destroy();
    return reviveWithout(kept, [...setAside, row.seq]);
  }
  return { doc, setAside };
}

function applies(doc: Y.Doc, bytes: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, bytes);
    return isWhole(doc);
  } catch {
    return false;
  }
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
