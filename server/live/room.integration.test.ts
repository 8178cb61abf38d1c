/** One document on a real store, without sockets: what a tick takes, who waits for whom, and what happens to a document that went wrong in memory. */
import { setImmediate as turn } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { scratchDatabase } from "#tests/database.ts";
import { seedSession } from "#tests/seats.ts";

import { createCommitter } from "./committer.ts";
import { CANARY_BYTES, DOCUMENT_CLIENTS, FRAME_BYTES, ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, TICK_WORK_MS } from "./limits.ts";
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

test("a document in which as many wrote as may takes those on, and nobody new; all of it is told in one frame", async () => {
  const { documents } = await seedSession(database.pool);
  const { doc, clients: hands } = writtenByMany(DOCUMENT_CLIENTS);
  await database.pool.query(`INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes) VALUES ($1, 1, $2)`, [documents.principles, Buffer.from(Y.encodeStateAsUpdate(doc))]);
  await database.pool.query(`INSERT INTO "DocumentClient" ("documentId", "clientId", "memberId") SELECT $1, hand, 'anna' FROM unnest($2::bigint[]) AS hand`, [documents.principles, hands]);
  const { heavy, poison } = await twoRooms(documents);
  await type(heavy, doc, hands[17] ?? 0);
  await expect(type(heavy, doc, 7)).rejects.toThrow(`${closeCodes.full} full`);
  expect(heavy.authorOf(7)).toBeUndefined();
  expect(heavy.stateVector().length).toBeLessThan(FRAME_BYTES);
  expect((await store.authors(documents.principles)).size).toBe(DOCUMENT_CLIENTS);
  expect([await heavy.check(), poison]).toEqual([true, []]);
});

test("words between two neighbours that thousands stand between are not taken: nobody has to walk past them", async () => {
  const { documents } = await seedSession(database.pool);
  const { doc } = writtenByMany(DOCUMENT_CLIENTS - 2);
  await database.pool.query(`INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes) VALUES ($1, 1, $2)`, [documents.principles, Buffer.from(Y.encodeStateAsUpdate(doc))]);
  const { heavy } = await twoRooms(documents);
  const { doc: early } = writtenByMany(0);
  await expect(type(heavy, early, 7, 0)).rejects.toThrow(`${closeCodes.refused} distance`);
  await type(heavy, doc, 8, 0);
});

/** A text in which so many hands wrote a letter each, every one before all the earlier ones. */
function writtenByMany(count: number): { doc: Y.Doc; clients: number[] } {
  const doc = new Y.Doc();
  doc.clientID = 1;
  addItem(doc, { id: "many", order: "a0", text: ".", lang: "en" });
  const hands = Array.from({ length: count }, (_, i) => 1_000_000 + i);
  // One transaction: each costs Yjs a look at all who ever wrote.
  doc.transact(() => {
    for (const hand of hands) {
      doc.clientID = hand;
      textOf(doc, "many")?.insert(0, "x");
    }
  });
  return { doc, clients: hands };
}

/** Writes a letter at the end, or where it is said, as a page with this replica would. */
function type(room: Room, doc: Y.Doc, clientId: number, at = doc.getMap("items").size): Promise<void> {
  doc.clientID = clientId;
  const made: Uint8Array[] = [];
  doc.once("update", (update: Uint8Array) => made.push(update));
  textOf(doc, "many")?.insert(at, "y");
  return send(room, { memberId: "anna", clientId, bytes: made[0] ?? new Uint8Array() });
}

async function twoRooms(of?: Readonly<Record<"principles" | "priorities", string>>) {
  const documents = of ?? (await seedSession(database.pool)).documents;
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
  return send(room, { memberId, clientId: doc.clientID, bytes, took });
}

/** Resolves when it is on disk; throws the close code and the reason when it is refused. */
function send(room: Room, { took = () => {}, ...parcel }: { memberId: string; clientId: number; bytes: Uint8Array; took?: (milliseconds: number) => void }): Promise<void> {
  return new Promise((kept, failed) => room.take({ ...parcel, whole: false, took, kept, refused: (code, reason) => failed(new Error(`${code} ${reason}`)) }));
}

/** Works for so long, as a slow machine does. */
function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
