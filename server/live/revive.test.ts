import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";

import { isSound, revive } from "./revive.ts";
import type { Kept } from "./store.ts";

const ROWS = 2_000;

test("a document comes back from its log", async () => {
  const { doc, setAside } = await revive(kept(honestRows(3)));
  expect(readList(doc).items.map((item) => item.id)).toEqual(["i0", "i1", "i2"]);
  expect(setAside).toEqual([]);
});

test("rows that cannot be applied are set aside, and the document opens with all others", async () => {
  const rows = honestRows(4);
  const noise = Uint8Array.from([1, 1, 1, 1, 255, 255]);
  const waiting = forever();
  const { doc, setAside } = await revive(kept([...rows.slice(0, 2), noise, waiting, ...rows.slice(2)]));
  expect(setAside).toEqual([3, 4]);
  expect(readList(doc).items).toHaveLength(4);
  expect(isSound(doc, Y.encodeStateAsUpdate(doc))).toBe(true);
});

test("one bad row among two thousand of the same hand costs each row a few looks, and those before it are there", async () => {
  const rows = honestRows(ROWS);
  rows[ROWS / 2] = Uint8Array.from([1, 1, 1, 1, 255, 255]);
  let looks = 0;
  const log = kept(rows).rows.map(({ bytes, ...row }) => ({ ...row, get bytes() { looks++; return bytes; } }));
  const { doc, setAside } = await revive({ ...kept([]), rows: log, seq: ROWS });
  expect(readList(doc).items).toHaveLength(ROWS / 2);
  expect(setAside).toEqual(Array.from({ length: ROWS / 2 }, (_, i) => ROWS / 2 + 1 + i));
  expect(looks).toBeLessThan(6 * ROWS);
});

test("a row that stands on words of the row after it, written in the same tick, is kept beside a bad one, and one that stands on bad words is not", async () => {
  const [first = new Uint8Array()] = honestRows(1);
  const [ann, gwen] = [replicaWith(first, 7), replicaWith(first, 8)];
  const anns = [ann.write((doc) => textOf(doc, "i0")?.insert(0, "A"))];
  gwen.take(anns);
  const gwens = [gwen.write((doc) => textOf(doc, "i0")?.insert(1, "G"))];
  ann.take(gwens);
  anns.push(ann.write((doc) => textOf(doc, "i0")?.insert(2, "a")));
  const bad = Uint8Array.from([1, 1, 1, 1, 255, 255]);
  const lost = replicaWith(first, 9);
  lost.write((doc) => textOf(doc, "i0")?.insert(0, "never kept"));
  gwen.take([Y.encodeStateAsUpdate(lost.doc)]);
  const late = gwen.write((doc) => textOf(doc, "i0")?.insert(3, "late"));
  // Each stands on the other: what Ann wrote first, and last.
  const { doc, setAside } = await revive(kept([first, Y.mergeUpdates(anns), Y.mergeUpdates(gwens), bad, late]));
  expect(textOf(doc, "i0")?.toString()).toBe("AGagofal");
  expect(setAside).toEqual([4, 5]);
});

test("a copy that says something else is not sound", async () => {
  const { doc } = await revive(kept(honestRows(2)));
  const { doc: other } = await revive(kept(honestRows(1)));
  expect(isSound(doc, Y.encodeStateAsUpdate(other))).toBe(false);
});

/** A replica that has this, and writes under this clientID. */
function replicaWith(state: Uint8Array, clientId: number) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  doc.clientID = clientId;
  return {
    doc,
    take: (updates: readonly Uint8Array[]) => updates.forEach((update) => Y.applyUpdate(doc, update)),
    write(change: (doc: Y.Doc) => void): Uint8Array {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => change(doc));
      return Y.encodeStateAsUpdate(doc, before);
    },
  };
}

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
