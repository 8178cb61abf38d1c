import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList } from "#app/lists/lists.doc.ts";

import { isSound, revive } from "./revive.ts";
import type { Kept } from "./store.ts";

test("a document comes back from its log", () => {
  const { doc, setAside } = revive(kept(honestRows(3)));
  expect(readList(doc).items.map((item) => item.id)).toEqual(["i0", "i1", "i2"]);
  expect(setAside).toEqual([]);
});

test("rows that cannot be applied are set aside, and the document opens with all others", () => {
  const rows = honestRows(4);
  const noise = Uint8Array.from([1, 1, 1, 1, 255, 255]);
  const waiting = forever();
  const { doc, setAside } = revive(kept([...rows.slice(0, 2), noise, waiting, ...rows.slice(2)]));
  expect(setAside).toEqual([3, 4]);
  expect(readList(doc).items).toHaveLength(4);
  expect(isSound(doc, Y.encodeStateAsUpdate(doc))).toBe(true);
});

test("a copy that says something else is not sound", () => {
  const { doc } = revive(kept(honestRows(2)));
  const { doc: other } = revive(kept(honestRows(1)));
  expect(isSound(doc, Y.encodeStateAsUpdate(other))).toBe(false);
});

function honestRows(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const rows: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => rows.push(bytes));
  for (let i = 0; i < count; i++) addItem(doc, { id: `i${i}`, order: `a${i}`, text: "gofal", lang: "cy" });
  return rows;
}

/** A change whose beginning never comes. */
function forever(): Uint8Array {
  const doc = new Y.Doc();
  const rows: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => rows.push(bytes));
  addItem(doc, { id: "a", order: "a", text: "", lang: "cy" });
  addItem(doc, { id: "b", order: "b", text: "", lang: "cy" });
  return rows[1] ?? new Uint8Array();
}

function kept(rows: readonly Uint8Array[]): Kept {
  const log = rows.map((bytes, i) => ({ seq: i + 1, memberId: "m", at: new Date(0), bytes }));
  return { sessionId: "s", kind: "principles", epoch: 1, fence: 0, sealed: false, snapshot: null, snapshotSeq: 0, rows: log, seq: rows.length, clients: new Map() };
}
