/** Documents on a real store as they come into memory, and what happens to those who wait for one that is read anew. */
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList } from "#app/lists/lists.doc.ts";
import { scratchDatabase } from "#tests/database.ts";
import { seedSession } from "#tests/seats.ts";

import { createCommitter } from "./committer.ts";
import { createRooms } from "./rooms.ts";
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

test("a document that is written anew while it is being loaded does not come into memory as it was before", async () => {
  const id = await documentOf("before");
  const gate = aGate();
  const rooms = roomsOn({ load: async (documentId) => {
    const kept = await store.load(documentId);
    await gate.pass();
    return kept;
  } });
  const opening = rooms.get(id);
  await gate.reached;
  await database.pool.query(`DELETE FROM "DocumentUpdate" WHERE "documentId" = $1`, [id]);
  await row(id, 2, "after");
  rooms.startAfresh(id);
  gate.open();
  const room = await opening;
  expect((await room?.read(readList))?.items.map((item) => item.id)).toEqual(["after"]);
  rooms.stop();
});

test("whoever waits for a commit, and then for the document to be read anew, is shown it as it was read, however often that is asked for", async () => {
  const id = await documentOf("before");
  const loads = { begun: 0, done: 0, most: 0 };
  let onAppend = () => {};
  const rooms = roomsOn({
    async load(documentId) {
      loads.most = Math.max(loads.most, ++loads.begun - loads.done);
      const kept = await store.load(documentId);
      loads.done++;
      return kept;
    },
    append(rows, bindings) {
      onAppend();
      return store.append(rows, bindings);
    },
  });
  const room = await rooms.get(id);
  if (!room) throw new Error("It was seeded.");
  const read = new Promise<number>((resolve) => {
    onAppend = () => {
      room.startAfresh();
      room.startAfresh();
      room.settled(() => resolve(loads.done));
    };
  });
  await room.order("anna", (doc) => addItem(doc, { id: "anna", order: "a1", text: "Gofal", lang: "cy" }));
  expect(await read).toBe(3);
  expect(loads.most).toBe(1);
  rooms.stop();
});

function roomsOn(more: Partial<Store>) {
  const errors: unknown[] = [];
  const slow: Store = { ...store, ...more };
  const committer = createCommitter({ store: slow, onStoreError: (error) => errors.push(error), onCommit: () => {} });
  return createRooms({ store: slow, committer, owners: null, onPoison: (error) => errors.push(error), onLoad: () => {} });
}

/** A document with one item in it. */
async function documentOf(itemId: string): Promise<string> {
  const { documents } = await seedSession(database.pool);
  await row(documents.principles, 1, itemId);
  return documents.principles;
}

async function row(documentId: string, seq: number, itemId: string): Promise<void> {
  const doc = new Y.Doc();
  addItem(doc, { id: itemId, order: "a0", text: "Gofal", lang: "cy" });
  await database.pool.query(`INSERT INTO "DocumentUpdate" ("documentId", seq, "at", bytes) VALUES ($1, $2, now(), $3)`, [documentId, seq, Buffer.from(Y.encodeStateAsUpdate(doc))]);
}

/** Whoever comes to it says so, and waits until it is opened. */
function aGate() {
  const ways = { open: () => {}, reach: () => {} };
  const opened = new Promise<void>((resolve) => (ways.open = resolve));
  const reached = new Promise<void>((resolve) => (ways.reach = resolve));
  const pass = () => {
    ways.reach();
    return opened;
  };
  return { reached, pass, open: () => ways.open() };
}
