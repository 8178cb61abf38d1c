/** One document on a real store, without sockets: what a tick takes, who waits for whom, and what happens to a document that went wrong in memory. */
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { FullError, SealedError } from "#app/live/live.doc.ts";
import { scratchDatabase } from "#tests/database.ts";
import { seedSession } from "#tests/seats.ts";

import { createCommitter } from "./committer.ts";
import { CANARY_BYTES, COMPACT_ROWS, DOCUMENT_CLIENTS, DOCUMENT_STRUCTS, FRAME_BYTES, GATHER_MS, HELD_WORK_MS, ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, TICK_MS_CROWD, TICK_WORK_MS, WALK_ITEMS } from "./limits.ts";
import { readDocument } from "./revive.ts";
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

test.each([[1, GATHER_MS], [50, TICK_MS_CROWD]])("what people write one after the other is shown together: with %i sockets every %i ms and no sooner", async (sockets, wait) => {
  const { heavy } = await twoRooms();
  heavy.sockets = sockets;
  const shownAt: number[] = [];
  heavy.onCommitted = () => shownAt.push(performance.now());
  const written: Promise<void>[] = [];
  for (let i = 0; i < 50; i++) {
    written.push(write(heavy, `m${i}`));
    await pause(10);
  }
  await Promise.all(written);
  const between = shownAt.slice(1).map((at, i) => at - (shownAt[i] ?? 0));
  expect(between.length).toBeGreaterThan(2);
  // As timers round, and as one commit may take longer than the next.
  for (const milliseconds of between) expect(milliseconds).toBeGreaterThan(wait * 0.8);
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

test("after an exception in the middle of a tick the document is what is on disk, the guilty is refused, and the others are kept", async () => {
  const { heavy, poison } = await twoRooms();
  await write(heavy, "anna");
  const guilty = write(heavy, "bryn", { took: () => { throw new Error("half applied"); } });
  const honest = write(heavy, "cai");
  await expect(guilty).rejects.toThrow(`${closeCodes.refused} poison`);
  await honest;
  expect((await heavy.read(readList)).items.map(({ id }) => id).sort()).toEqual(["anna", "cai"]);
  expect((await store.log(heavy.id)).map(({ memberId }) => memberId)).toEqual(["anna", "cai"]);
  expect(poison).toHaveLength(1);
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
  const more = (itemId: string) => (changing: Y.Doc) => addItem(changing, { id: itemId, order: "a1", text: "Gofal", lang: "cy" });
  await expect(heavy.order("newcomer", more("form"))).rejects.toThrow(FullError);
  await heavy.order(null, more("ours"));
  expect(heavy.stateVector().length).toBeLessThan(FRAME_BYTES);
  expect((await store.authors(documents.principles)).size).toBe(DOCUMENT_CLIENTS);
  expect([await heavy.check(), poison]).toEqual([true, []]);
});

test("a document is full as soon as it has as many structs as it may, however few bytes they came in", async () => {
  const { documents } = await seedSession(database.pool);
  const doc = new Y.Doc();
  doc.clientID = 1;
  addItem(doc, { id: "many", order: "a0", text: ".", lang: "en" });
  shred(doc, DOCUMENT_STRUCTS - 100);
  await database.pool.query(`INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes) VALUES ($1, 1, $2)`, [documents.principles, Buffer.from(Y.encodeStateAsUpdate(doc))]);
  const { heavy } = await twoRooms(documents);
  const write = () => send(heavy, { memberId: "anna", clientId: 7, bytes: updateOf(doc, 7, () => shred(doc, 200)) });
  await write();
  await expect(write()).rejects.toThrow(`${closeCodes.full} full`);
});

test("a document is written down while people write, and read again from that and what came after", async () => {
  const { documents } = await seedSession(database.pool);
  await database.pool.query(`INSERT INTO "DocumentUpdate" ("documentId", seq, "at", bytes) SELECT $1, n, now(), $2 FROM generate_series(1, $3::int) AS n`, [documents.principles, Buffer.of(0, 0), COMPACT_ROWS]);
  const { heavy, poison } = await twoRooms(documents);
  heavy.sockets = 1;
  const written = Array.from({ length: 40 }, async (_, i) => {
    for (let round = 0; round < 3; round++) await write(heavy, `m${i}-${round}`);
  });
  await write(heavy, "first");
  const compactions = [heavy.compact(), turn().then(() => heavy.compact())];
  await Promise.all([...written, ...compactions]);
  await heavy.compact();
  const kept = await store.load(documents.principles);
  expect(kept?.snapshotSeq).toBeGreaterThan(COMPACT_ROWS);
  expect(kept?.rows.length).toBe((kept?.seq ?? 0) - (kept?.snapshotSeq ?? 0));
  const { heavy: again } = await twoRooms(documents);
  expect(await again.read(readList)).toEqual(await heavy.read(readList));
  expect((await again.read(readList)).items).toHaveLength(121);
  expect(poison).toEqual([]);
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

test("words that many waiting letters come before in one tick are taken: they count as the one run that they become", async () => {
  const { heavy, light } = await twoRooms();
  // Until V8 has compiled it, a tick has no time for so many.
  const cy = new Y.Doc();
  await light.order(null, (doc) => addItem(doc, { id: "many", order: "a0", text: ".", lang: "en" }));
  for (const update of light.whole()) Y.applyUpdate(cy, update);
  await Promise.all(Array.from({ length: 6_000 }, (_, i) => send(light, { memberId: "cy", clientId: 70, bytes: updateOf(cy, 70, () => textOf(cy, "many")?.insert(i + 1, "c")) })));
  const anna = new Y.Doc();
  await heavy.order(null, (doc) => addItem(doc, { id: "many", order: "a0", text: ".", lang: "en" }));
  for (const update of heavy.whole()) Y.applyUpdate(anna, update);
  const bryn = new Y.Doc();
  Y.applyUpdate(bryn, Y.encodeStateAsUpdate(anna));
  const letters = Array.from({ length: WALK_ITEMS + 100 }, (_, i) => ({ memberId: "anna", clientId: 71, bytes: updateOf(anna, 71, () => textOf(anna, "many")?.insert(i + 1, "a")) }));
  const late = { memberId: "bryn", clientId: 72, bytes: updateOf(bryn, 72, () => textOf(bryn, "many")?.insert(1, "b")) };
  await Promise.all([...letters, late].map((one) => send(heavy, one)));
  expect(await heavy.read((doc) => textOf(doc, "many")?.length)).toBe(WALK_ITEMS + 102);
});

test("a deletion that is held costs whoever sent it more than its judging, although nothing of it is applied", async () => {
  const { heavy } = await twoRooms();
  await write(heavy, "anna", { text: "x".repeat(3_000) });
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.mergeUpdates([...heavy.whole()]));
  const made: Uint8Array[] = [];
  page.once("update", (update: Uint8Array) => made.push(update));
  textOf(page, "anna")?.delete(0, 3_000);
  const spent: number[] = [];
  const deletion = { memberId: "eve", clientId: page.clientID, bytes: made[0] ?? new Uint8Array(), took: (milliseconds: number) => spent.push(milliseconds) };
  await expect(send(heavy, deletion)).rejects.toThrow(`${closeCodes.held} held`);
  expect([spent.length, (spent[0] ?? 0) >= HELD_WORK_MS]).toEqual([1, true]);
});

test("a document is not idle while changes wait for the node that owns it, although nobody has it open", async () => {
  const { heavy } = await twoRooms();
  expect(heavy.isIdle).toBe(true);
  const elsewhere = { take: () => {}, waiting: 1 };
  heavy.moveTo(elsewhere);
  expect(heavy.isIdle).toBe(false);
  elsewhere.waiting = 0;
  expect(heavy.isIdle).toBe(true);
});

test("nobody waits for a document that is there no more", async () => {
  const { heavy } = await twoRooms();
  await write(heavy, "anna");
  await database.pool.query('DELETE FROM "Document" WHERE id = $1', [heavy.id]);
  heavy.startAfresh();
  const ordered = heavy.order("anna", (doc) => addItem(doc, { id: "late", order: "a1", text: "Gofal", lang: "cy" }));
  const read = heavy.read(readList);
  await expect(ordered).rejects.toThrow(SealedError);
  await expect(read).resolves.toBeDefined();
  await expect(write(heavy, "bryn")).rejects.toThrow("sealed");
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
  const bytes = updateOf(doc, clientId, () => textOf(doc, "many")?.insert(at, "y"));
  return send(room, { memberId: "anna", clientId, bytes });
}

/** Letters that each stand before the one written before, so that none become one struct. */
function shred(doc: Y.Doc, letters: number): void {
  doc.transact(() => {
    for (let i = 0; i < letters; i++) textOf(doc, "many")?.insert(0, "x");
  });
}

function updateOf(doc: Y.Doc, clientId: number, change: () => void): Uint8Array {
  doc.clientID = clientId;
  const made: Uint8Array[] = [];
  doc.once("update", (update: Uint8Array) => made.push(update));
  change();
  return made[0] ?? new Uint8Array();
}

async function twoRooms(of?: Readonly<Record<"principles" | "priorities", string>>) {
  const documents = of ?? (await seedSession(database.pool)).documents;
  const poison: unknown[] = [];
  const committer = createCommitter({ store, onStoreError: (error) => poison.push(error), onCommit: () => {} });
  async function open(id: string): Promise<Room> {
    const onPoison = (error: unknown) => poison.push(error);
    const revived = await readDocument({ store, documentId: id, onPoison });
    if (!revived) throw new Error("It was seeded.");
    return new Room(id, revived, { store, wake: committer.wake, onPoison });
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
