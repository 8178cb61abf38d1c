/** A store that takes nothing for a while, as when its disk is full or hangs: what is on disk is served, what is not yet is nobody's to see, and nothing is lost. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, until } from "#tests/seats.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("while nothing can be written, pages that join and pages that are read show what is on disk, and never what is not", async () => {
  const { principles } = hub.documents;
  const writer = page("anna", principles);
  await until(() => writer.isLoaded);
  writer.change((doc) => addItem(doc, { id: "one", order: "a0", text: "Seibiant", lang: "cy" }));
  await until(() => writer.waiting === 0);
  const release = await stick();
  writer.change((doc) => textOf(doc, "one")?.insert(8, " yn lleol"));
  await whenStuck();

  const newcomer = page("bryn", principles);
  const stock = hub.client("carys", principles);
  const shown = await hub.hub.live.read(principles, readList);
  await Promise.all([stock.synced(), until(() => newcomer.isOpen)]);
  expect([shown.items[0]?.text, wording(newcomer), textOf(stock.doc, "one")?.toString()]).toEqual(["Seibiant", "Seibiant", "Seibiant"]);
  expect(writer.waiting).toBe(1);

  newcomer.change((doc) => textOf(doc, "one")?.insert(0, "Mwy o "));
  await release();
  await until(() => [writer, newcomer].every((one) => one.waiting === 0 && wording(one) === "Mwy o Seibiant yn lleol"));
  await until(() => textOf(stock.doc, "one")?.toString() === "Mwy o Seibiant yn lleol");
  expect((await hub.hub.live.read(principles, readList)).items[0]?.text).toBe("Mwy o Seibiant yn lleol");
  for (const one of [writer, newcomer]) one.close();
});

test("a page that comes back while its own words are on the way to disk is not told that they are kept, sends them again, and has them taken once", async () => {
  const { priorities } = hub.documents;
  const opened = openPage({ port: hub.port, memberId: "anna", documentId: priorities });
  const { shared } = opened;
  await until(() => shared.isLoaded);
  shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "Gofal", lang: "cy" }));
  await until(() => shared.waiting === 0);
  const client = shared.doc.clientID;
  const release = await stick();
  shared.change((doc) => textOf(doc, "one")?.insert(5, " da"));
  await whenStuck();
  // This one waits behind it.
  shared.change((doc) => textOf(doc, "one")?.insert(8, " i bawb"));
  await until(() => shared.waiting === 2);
  opened.cut();
  await until(() => !shared.isOpen);
  await until(() => shared.isOpen);
  expect([shared.waiting, shared.doc.clientID]).toEqual([2, client]);
  shared.change((doc) => textOf(doc, "one")?.insert(0, "Mae "));
  await release();
  await until(() => shared.waiting === 0);
  expect(shared.refused).toBeNull();
  expect((await hub.hub.live.read(priorities, readList)).items[0]?.text).toBe("Mae Gofal da i bawb");
  shared.close();
});

function page(memberId: string, documentId: string): SharedDocument {
  return openPage({ port: hub.port, memberId, documentId }).shared;
}

function wording(one: SharedDocument): string | undefined {
  return textOf(one.doc, "one")?.toString();
}

/** The log can be read, and no row comes in until it is released. */
async function stick(): Promise<() => Promise<void>> {
  const client = await hub.pool.connect();
  await client.query("BEGIN");
  await client.query(`LOCK TABLE "DocumentUpdate" IN EXCLUSIVE MODE`);
  return async () => {
    await client.query("COMMIT");
    client.release();
  };
}

/** Resolves when a row waits to come in. */
async function whenStuck(): Promise<void> {
  const sql = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"DocumentUpdate"'::regclass`;
  await expect.poll(async () => (await hub.pool.query(sql)).rowCount).toBe(1);
}
