/** What a facilitator mends, through the hub: sockets, log and database. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { HeldError } from "#app/live/live.doc.ts";
import { undoingsIn } from "#app/live/mend.ts";
import { removeRecord } from "#app/live/records.doc.ts";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import { startBeside, startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";
import { redisUrl } from "#tests/services.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("one person's changes are undone on every page, the log says so, and they are put back", async () => {
  const { documentId, ann, gwen } = await aTable();
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "Care near home", lang: "en" }));
  await until(() => textOf(gwen.doc, "a") !== undefined);
  gwen.change((doc) => textOf(doc, "a")?.delete(0, 5));
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: "Rubbish", lang: "en" }));
  await until(() => ann.waiting + gwen.waiting === 0 && texts(ann).length === 2);

  const preview = await hub.hub.live.preview(documentId, { act: "undo", of: "gwen" }, readList);
  expect(preview?.before.items.map(({ text }) => text)).toEqual(["near home", "Rubbish"]);
  expect(preview?.after.items.map(({ text }) => text)).toEqual(["Care near home"]);
  expect(texts(ann)).toEqual(["near home", "Rubbish"]);

  expect(await hub.hub.live.mend(documentId, { act: "undo", of: "gwen" }, "llinos")).toBe(true);
  await until(() => texts(ann).length === 1 && texts(gwen).length === 1);
  expect([texts(ann), texts(gwen)]).toEqual([["Care near home"], ["Care near home"]]);
  const [undoing] = undoingsIn(await hub.hub.live.log(documentId));
  expect(undoing).toMatchObject({ act: "undo", of: "gwen", by: "llinos" });
  expect(await writers(documentId, "a")).toEqual(["ann", "ann"]);

  const row = undoing?.seq ?? 0;
  expect(await hub.hub.live.mend(documentId, { act: "putBack", row }, "llinos")).toBe(true);
  await until(() => texts(ann).length === 2);
  expect([...texts(ann), ...texts(gwen)]).toEqual(["near home", "Rubbish", "near home", "Rubbish"]);
  expect(await hub.hub.live.mend(documentId, { act: "putBack", row }, "llinos"), "a second time").toBe(false);
  close(ann, gwen);
});

test("two facilitators who press at once undo once", async () => {
  const { documentId, ann, gwen } = await aTable();
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "Care near home", lang: "en" }));
  await until(() => textOf(gwen.doc, "a") !== undefined);
  gwen.change((doc) => textOf(doc, "a")?.delete(0, 14));
  await until(() => texts(ann)[0] === "");
  await Promise.all(["llinos", "mair"].map((by) => hub.hub.live.mend(documentId, { act: "undo", of: "gwen" }, by)));
  await until(() => texts(ann)[0] !== "");
  expect(texts(ann)).toEqual(["Care near home"]);
  close(ann, gwen);
});

test("a deletion too large is held: nobody sees it, its page begins afresh and says so, and it happens when it may", async () => {
  const { documentId, ann, gwen } = await aTable();
  await fill(ann, 3);
  await until(() => texts(gwen).length === 3);
  const version = await boardVersion();
  gwen.change((doc) => ["i0", "i1", "i2"].forEach((id) => removeRecord(doc, "items", id)));
  gwen.change((doc) => addItem(doc, { id: "mine", order: "b", text: "Mine instead", lang: "en" }));
  expect(texts(gwen)).toEqual(["Mine instead"]);
  await until(() => gwen.refused !== null && gwen.isLoaded);
  expect(gwen.refused).toMatchObject({ why: "held", words: expect.arrayContaining([expect.objectContaining({ field: "text", text: "Mine instead" })]) });
  expect([texts(gwen).length, texts(ann).length, gwen.waiting]).toEqual([3, 3, 0]);
  expect(await boardVersion()).toBeGreaterThan(version);
  expect(await heldIn(documentId)).toEqual([{ documentId, memberId: "gwen" }]);

  const preview = await hub.hub.live.preview(documentId, { act: "letHappen", of: "gwen" }, readList);
  expect([preview?.before.items.length, preview?.after.items.length]).toEqual([3, 0]);
  expect(await hub.hub.live.mend(documentId, { act: "letHappen", of: "gwen" }, "llinos")).toBe(true);
  await until(() => texts(ann).length === 0 && texts(gwen).length === 0);
  const last = (await hub.hub.live.log(documentId)).at(-1);
  expect(last).toMatchObject({ memberId: "gwen", mending: { act: "letHappen", by: "llinos" } });
  expect(await heldIn(documentId)).toEqual([]);
  expect(await hub.hub.live.mend(documentId, { act: "letHappen", of: "gwen" }, "llinos"), "a second time").toBe(false);

  await hub.hub.live.mend(documentId, { act: "undo", of: "gwen" }, "llinos");
  await until(() => texts(ann).length === 3);
  close(ann, gwen);
});

test("the same by a form: nothing of it is applied, and its caller is told why", async () => {
  const { documentId, ann, gwen } = await aTable();
  await fill(ann, 3);
  const all = (doc: Y.Doc) => ["i0", "i1", "i2"].forEach((id) => removeRecord(doc, "items", id));
  await expect(hub.hub.live.write(documentId, "gwen", all)).rejects.toThrow(HeldError);
  expect(texts(ann)).toHaveLength(3);
  expect(await heldIn(documentId)).toEqual([{ documentId, memberId: "gwen" }]);
  await hub.hub.live.write(documentId, "gwen", (doc) => textOf(doc, "i0")?.delete(0, 3));
  await hub.hub.live.write(documentId, "ann", all);
  await until(() => texts(ann).length === 0);
  close(ann, gwen);
});

test("a page whose deletion is held goes on writing under a clientID of its own", async () => {
  const { ann, gwen } = await aTable();
  await fill(ann, 3);
  await until(() => texts(gwen).length === 3);
  gwen.change((doc) => ["i0", "i1", "i2"].forEach((id) => textOf(doc, id)?.delete(0, 300)));
  await until(() => gwen.refused?.why === "held" && gwen.isLoaded);
  gwen.dismiss();
  gwen.change((doc) => textOf(doc, "i0")?.insert(0, "Still here. "));
  await until(() => texts(ann).some((text) => text.startsWith("Still here. ")));
  close(ann, gwen);
});

test("a client that swaps its clientID in mid-sentence is refused, and its first words stay its own", async () => {
  const { documentId, ann, gwen } = await aTable();
  const stock = hub.client("eve", documentId);
  await stock.synced();
  addItem(stock.doc, { id: "e", order: "a", text: "Honest", lang: "en" });
  await until(() => texts(ann).length === 1);
  const closed = new Promise<number>((resolve) => stock.provider.on("closed", ({ code }) => resolve(code)));
  // What Yjs does by itself when it meets its own clientID: "Changed the client-id".
  stock.doc.clientID = 4_242;
  textOf(stock.doc, "e")?.insert(6, " and forged");
  expect(await closed).toBe(closeCodes.refused);
  // The provider says goodbye under the one it began with.
  stock.doc.clientID = stock.provider.awareness.clientID;
  expect(texts(ann)).toEqual(["Honest"]);
  expect(await writers(documentId, "e")).toEqual(["eve"]);
  close(ann, gwen);
});

test.skipIf(!redisUrl)("a node that does not own the document mends it all the same", async () => {
  const one = await startTestHub({ redisUrl: redisUrl ?? "" });
  const two = await startBeside(one, { redisUrl: redisUrl ?? "" });
  const documentId = one.documents.principles;
  const ann = openPage({ port: one.port, memberId: "ann", documentId }).shared;
  const gwen = openPage({ port: two.port, memberId: "gwen", documentId }).shared;
  await until(() => ann.isLoaded && gwen.isLoaded);
  await fill(ann, 3);
  await until(() => texts(gwen).length === 3);
  gwen.change((doc) => ["i0", "i1", "i2"].forEach((id) => removeRecord(doc, "items", id)));
  await until(() => gwen.refused?.why === "held" && gwen.isLoaded && texts(gwen).length === 3);
  await expect(two.hub.live.write(documentId, "gwen", (doc) => ["i0", "i1", "i2"].forEach((id) => removeRecord(doc, "items", id)))).rejects.toThrow(HeldError);
  expect(await two.hub.live.mend(documentId, { act: "letHappen", of: "gwen" }, "llinos")).toBe(true);
  await until(() => texts(ann).length === 0);
  expect(await two.hub.live.mend(documentId, { act: "undo", of: "gwen" }, "llinos")).toBe(true);
  await until(() => texts(ann).length === 3 && texts(gwen).length === 3);
  expect(undoingsIn(await one.hub.live.log(documentId))).toMatchObject([{ of: "gwen", by: "llinos" }]);
  expect(new Set((await two.hub.live.authorsOf(documentId)).values())).toEqual(new Set(["ann", "gwen"]));
  close(ann, gwen);
  await two.stop();
  await one.stop();
});

const pages = new Map<SharedDocument, TestPage>();

/** A list of its own with two pages at it. */
async function aTable(): Promise<{ documentId: string; ann: SharedDocument; gwen: SharedDocument }> {
  const { documents } = await seedSession(hub.pool);
  const documentId = documents.principles;
  const [ann, gwen] = [page("ann", documentId), page("gwen", documentId)];
  await until(() => ann.isLoaded && gwen.isLoaded);
  return { documentId, ann, gwen };
}

function page(memberId: string, documentId: string): SharedDocument {
  const opened = openPage({ port: hub.port, memberId, documentId });
  pages.set(opened.shared, opened);
  return opened.shared;
}

/** Items of 300 characters, and all is kept. */
async function fill(shared: SharedDocument, count: number): Promise<void> {
  for (let i = 0; i < count; i++) shared.change((doc) => addItem(doc, { id: `i${i}`, order: `a${i}`, text: "x".repeat(300), lang: "en" }));
  await until(() => shared.waiting === 0);
}

function close(...shared: SharedDocument[]): void {
  for (const one of shared) one.close();
}

function texts(shared: SharedDocument): string[] {
  return readList(shared.doc).items.map(({ text }) => text);
}

/** Who stands behind each run of an item's words, as the server attests it. */
async function writers(documentId: string, itemId: string): Promise<(string | undefined)[]> {
  const authors = await hub.hub.live.authorsOf(documentId);
  return hub.hub.live.read(documentId, (doc) => {
    const found: (string | undefined)[] = [];
    for (let item = textOf(doc, itemId)?._start ?? null; item; item = item.right) if (!item.deleted) found.push(authors.get(item.id.client));
    return found;
  });
}

async function heldIn(documentId: string): Promise<{ documentId: string; memberId: string }[]> {
  return (await hub.pool.query<{ documentId: string; memberId: string }>(`SELECT "documentId", "memberId" FROM "HeldDeletion" WHERE "documentId" = $1`, [documentId])).rows;
}

async function boardVersion(): Promise<number> {
  const { rows } = await hub.pool.query<{ sum: string }>(`SELECT sum("boardVersion") FROM "Session"`);
  return Number(rows[0]?.sum);
}
