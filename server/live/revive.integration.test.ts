/** Rows and snapshots that went bad on a real store: the document opens, nothing else is lost, pages begin afresh and the desk is told. */
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, readList } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { attackerAt, change, record, wrapped } from "#tests/attacks/forging.ts";
import { startBeside, startTestHub, type TestHub } from "#tests/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("a snapshot that cannot be read is taken away, and the document comes back from its log", async () => {
  const { principles } = hub.documents;
  await write(hub, principles, ["a", "b", "c"]);
  await hub.pool.query(`INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes) VALUES ($1, 2, $2)`, [principles, Buffer.from([1, 1, 1, 1, 255, 255])]);
  const fresh = await startBeside(hub);
  expect((await fresh.hub.live.read(principles, readList)).items.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect((await hub.pool.query(`SELECT 1 FROM "DocumentSnapshot" WHERE "documentId" = $1`, [principles])).rowCount).toBe(0);
  await fresh.stop();
});

test("a row with one bit turned over is set aside and said so, and all others are there", async () => {
  const { priorities } = hub.documents;
  await write(hub, priorities, ["a", "b", "c"]);
  await hub.pool.query(`UPDATE "DocumentUpdate" SET bytes = set_byte(bytes, 0, 200) WHERE "documentId" = $1 AND seq = 2`, [priorities]);
  const before = await boardVersion();
  const fresh = await startBeside(hub);
  expect((await fresh.hub.live.read(priorities, readList)).items.map(({ id }) => id)).toEqual(["a", "c"]);
  await expect.poll(async () => (await hub.pool.query<{ seq: string }>(`SELECT seq FROM "DocumentUpdate" WHERE "documentId" = $1 AND "quarantinedAt" IS NOT NULL`, [priorities])).rows).toEqual([{ seq: "2" }]);
  expect(await boardVersion()).toBeGreaterThan(before);
  await write(fresh, priorities, ["d"]);
  expect((await fresh.hub.live.read(priorities, readList)).items).toHaveLength(3);
  await fresh.stop();
});

test("a row that went bad while people are in the document sends their pages to begin afresh, once it is read again", async () => {
  const { rules } = hub.documents;
  await write(hub, rules, ["a", "b"]);
  const [reader, writer] = [await attackerAt(hub, rules), await attackerAt(hub, rules)];
  const closed = once(reader.socket, "close");
  const words = change({ client: writer.mine, structs: [record("items", "x")] });
  await hub.pool.query(`UPDATE "DocumentUpdate" SET bytes = set_byte(bytes, 0, 200) WHERE "documentId" = $1 AND seq = 1`, [rules]);
  // Its number is taken, by words under the same clientID: this node cannot know what became of its own, and reads again.
  await hub.pool.query(`INSERT INTO "DocumentUpdate" ("documentId", seq, "at", bytes) VALUES ($1, 3, now(), $2)`, [rules, Buffer.from(words)]);
  writer.socket.send(wrapped(words));
  expect((await closed)[0]).toBe(closeCodes.otherEpoch);
  expect((await hub.hub.live.read(rules, readList)).items.map(({ id }) => id)).toEqual(["b"]);
});

/** Each by somebody else, so that none stands on another. */
async function write({ hub: { live } }: TestHub, documentId: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) await live.write(documentId, `member ${id}`, (doc) => addItem(doc, { id, order: id, text: "Gofal", lang: "cy" }));
}

async function boardVersion(): Promise<number> {
  const { rows } = await hub.pool.query<{ version: number }>(`SELECT "boardVersion" AS version FROM "Session" WHERE id = $1`, [hub.sessionId]);
  return rows[0]?.version ?? 0;
}
