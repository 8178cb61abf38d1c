/** One document on a real store, without sockets: what a tick takes, who waits for whom, and what happens to a document that went wrong in memory. */
import { setImmediate as turn } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList } from "#app/lists/lists.doc.ts";
import { scratchDatabase } from "#tests/database.ts";
import { seedSession } from "#tests/seats.ts";

import { createCommitter } from "./committer.ts";
import { CANARY_BYTES, ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, TICK_WORK_MS } from "./limits.ts";
import { Room } from "./room.ts";
import { createStore, type Store } from "./store.ts";

let database: Awaited<ReturnType<typeof scratchDatabase>>;
let store: Store;
beforeAll(async () => {
  database = await scratchDatabase();
  store = createStore(database.pool);
});
afterAll(async () => {
  await store.stop();
  await database.close();
});

test("a tick that takes too long leaves the rest to the next, and another document has its turn in between", async () => {
  const { heavy, light } = await twoRooms();
  const order: string[] = [];
  const all = Array.from({ length: 4 }, (_, i) => write(heavy, `m${i}`, { took: () => spin(TICK_WORK_MS + 1) }).then(() => order.push("heavy")));
  await turn();
  all.push(write(light, "anna").then(() => order.push("light")));
  await Promise.all(all);
  expect(order).toHaveLength(5);
  expect(order.indexOf("light")).toBeLessThan(3);
  expect((await heavy.read(readList)).items).toHaveLength(4);
});

test("a document that caused more work than its share waits, and another does not", async () => {
  const { heavy, light } = await twoRooms();
  const waitMs = 400;
  heavy.pace.worked(ROOM_WORK_MS_BURST + (waitMs / 1_000) * ROOM_WORK_MS_PER_SECOND);
  const started = performance.now();
  const late = write(heavy, "bryn").then(() => performance.now() - started);
  const early = await write(light, "anna").then(() => performance.now() - started);
  expect(await late).toBeGreaterThan(waitMs * 0.9);
  expect(early).toBeLessThan(await late);
});

test.each([
  ["lost sight of an item", (doc: Y.Doc) => void doc.getMap("items")._map.delete("anna")],
  ["has a gap in what somebody wrote", (doc: Y.Doc) => doc.store.clients.forEach((structs) => structs.splice(1, 1))],
  ["waits for a change that never comes", (doc: Y.Doc) => void (doc.store.pendingStructs = { missing: new Map([[7, 7]]), update: Uint8Array.of(0, 0) })],
])("a document that %s in memory is dropped and read again from its log", async (_, spoil) => {
  const { heavy, poison } = await twoRooms();
  await Promise.all([write(heavy, "anna"), write(heavy, "bryn")]);
  const before = await heavy.read(readList);
  await heavy.read(spoil);
  expect(await heavy.check()).toBe(false);
  expect(await heavy.read(readList)).toEqual(before);
  expect(poison).toHaveLength(1);
  expect(await heavy.check()).toBe(true);
});

test("a sound document is checked without a word, however long it is, and is due again when somebody wrote", async () => {
  const { heavy, poison } = await twoRooms();
  expect(heavy.isUnchecked).toBe(false);
  await Promise.all(["anna", "bryn", "cai"].map((memberId) => write(heavy, memberId, { text: "x".repeat(CANARY_BYTES / 2) })));
  expect(heavy.isUnchecked).toBe(true);
  expect(await heavy.check()).toBe(true);
  expect([heavy.isUnchecked, poison]).toEqual([false, []]);
});

async function twoRooms() {
  const { documents } = await seedSession(database.pool);
  const poison: unknown[] = [];
  const committer = createCommitter({ store, onStoreError: (error) => poison.push(error), onCommit: () => {} });
  async function open(id: string): Promise<Room> {
    const kept = await store.load(id);
    if (!kept) throw new Error("It was seeded.");
    return new Room(id, kept, { store, wake: committer.wake, onPoison: (error) => poison.push(error) });
  }
  return { heavy: await open(documents.principles), light: await open(documents.priorities), poison };
}

interface Writing {
  readonly text?: string;
  readonly took?: (milliseconds: number) => void;
}

let clients = 100;

/** A member adds an item of their own; resolves when it is on disk. */
function write(room: Room, memberId: string, { text = "Gofal", took = () => {} }: Writing = {}): Promise<void> {
  const doc = new Y.Doc();
  doc.clientID = clients++;
  addItem(doc, { id: memberId, order: "a0", text, lang: "cy" });
  const bytes = Y.encodeStateAsUpdate(doc);
  return new Promise((kept, failed) => room.take({
    memberId, clientId: doc.clientID, bytes, whole: false, took, kept,
    refused: (code, reason) => failed(new Error(`${code} ${reason}`)),
  }));
}

/** Works for so long, as a slow machine does. */
function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
