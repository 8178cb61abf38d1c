import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { seedSession } from "#tests/seats.ts";

import { createLeases, type Leases } from "./leases.ts";
import { createStore, type NewRow, type Store } from "./store.ts";

let database: ScratchDatabase;
let store: Store;
const opened: Leases[] = [];
beforeAll(async () => {
  database = await scratchDatabase();
  store = createStore(database.pool);
});
afterEach(() => opened.splice(0).forEach((leases) => leases.stop()));
afterAll(async () => {
  await store.stop();
  await database.close();
});

test("who asks first owns the document, and all others are told", async () => {
  const { documentId, one, two } = await scene();
  const found = await Promise.all([one.claim(documentId), two.claim(documentId), one.claim("none")]);
  expect(found[0]?.node).toBe(found[1]?.node);
  expect(found[2]).toBe(null);
});

test("a document is for the taking once its owner gives it up, ends, or no longer says that it lives", async () => {
  const { documentId, one, two } = await scene();
  expect(await one.claim(documentId)).toEqual({ node: "one", fence: 1 });
  await one.release(documentId, 1);
  expect(await two.claim(documentId)).toEqual({ node: "two", fence: 2 });
  two.stop();
  // The column holds milliseconds: now, rounded up, would still be to come.
  await database.pool.query(`UPDATE "LiveNode" SET "aliveUntil" = now() AT TIME ZONE 'utc' - interval '1 second' WHERE id = 'two'`);
  expect(await one.claim(documentId)).toEqual({ node: "one", fence: 3 });
  await one.retire();
  expect(await one.claim(documentId)).toEqual({ node: "one", fence: 3 });
  await two.release(documentId, 2);
  expect(await two.claim(documentId)).toEqual({ node: "two", fence: 4 });
});

test("rows under an older fence are refused; those of another document in the same commit are not", async () => {
  const [{ documentId, one }, other] = [await scene(), await scene()];
  await one.claim(documentId);
  expect(await store.append([row(documentId, 0, 1), row(other.documentId, 0, 1)], [])).toEqual(new Set([documentId]));
  expect(await store.append([row(documentId, 1, 1)], [])).toEqual(new Set());
  expect((await store.log(documentId)).map(({ seq }) => seq)).toEqual([1]);
});

test("a commit that waits while the document is taken is refused when its turn comes", async () => {
  const { documentId, one } = await scene();
  await one.claim(documentId);
  const taker = await database.pool.connect();
  await taker.query("BEGIN");
  await taker.query(`UPDATE "Document" SET "ownerNode" = 'two', fence = fence + 1 WHERE id = $1`, [documentId]);
  const append = store.append([row(documentId, 1, 1)], []);
  const waiting = () => database.pool.query(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  await expect.poll(async () => (await waiting()).rowCount).toBe(1);
  await taker.query("COMMIT");
  taker.release();
  expect(await append).toEqual(new Set([documentId]));
  expect(await store.log(documentId)).toEqual([]);
});

async function scene(): Promise<{ documentId: string; one: Leases; two: Leases }> {
  const { documents } = await seedSession(database.pool);
  const [one, two] = ["one", "two"].map((node) => createLeases({ pool: database.pool, node, onError: () => {} })) as [Leases, Leases];
  opened.push(one, two);
  return { documentId: documents.notes, one, two };
}

function row(documentId: string, fence: number, seq: number): NewRow {
  return { documentId, fence, seq, memberId: null, at: new Date(), bytes: Uint8Array.of(0, 0), mending: null };
}
