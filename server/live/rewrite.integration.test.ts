/** A document written anew: words that are gone for good, and pages that begin afresh. */
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { eraseIn } from "#app/erasing/erase.doc.ts";
import type { Wish } from "#app/erasing/theirs.ts";
import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import { createStore } from "#server/live/store.ts";
import { startBeside, startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";
import { outsidePostgresUrl, redisUrl } from "#tests/services.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub(redisUrl ? { redisUrl } : {});
});
afterAll(() => hub.stop());

const SECRET = "mam a'r dementia yn Llanfair";

test("a person's words are gone from state, log and snapshot, others' stay theirs, and every page begins afresh", async () => {
  const { documentId, ann, gwen } = await aTable();
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "Care near home", lang: "en" }));
  await until(() => textOf(gwen.doc, "a") !== undefined);
  for (const letter of SECRET) gwen.change((doc) => textOf(doc, "a")?.insert(4, letter));
  gwen.change((doc) => textOf(doc, "a")?.insert(4, SECRET));
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  gwen.change((doc) => textOf(doc, "g")?.delete(0, 3));
  await until(() => ann.waiting + gwen.waiting === 0 && texts(ann).length === 2);
  await snapshotNow(documentId);
  expect(await rowsHolding(documentId, SECRET)).toBeGreaterThan(0);

  await erase(documentId);
  await until(() => [ann, gwen].every((page) => page.isOpen && page.isLoaded && texts(page).length === 1));
  expect([texts(ann), texts(gwen)]).toEqual([["Care near home"], ["Care near home"]]);
  expect([ann.refused, gwen.refused]).toEqual([null, null]);
  expect(await rowsHolding(documentId, "dementia")).toBe(0);
  expect(await rowsHolding(documentId, "aitnemed"), "as typed letter by letter").toBe(0);
  expect(await epochOf(documentId)).toBe(2);
  expect((await hub.hub.live.log(documentId)).map(({ memberId, mending }) => [memberId, mending])).toEqual([[null, { act: "rewrite" }]]);
  expect([...(await writersOf(documentId, "a"))]).toEqual(["ann"]);

  ann.change((doc) => textOf(doc, "a")?.insert(14, ", always"));
  await until(() => texts(gwen)[0] === "Care near home, always");
  close(ann, gwen);
});

test.skipIf(!outsidePostgresUrl)("the words are in no byte of the tables' files either, wherever in a page they stood", async () => {
  for (let round = 0; round < 5; round++) {
    const { documentId, ann, gwen } = await aTable();
    const word = `geiriau-${crypto.randomUUID()}`;
    gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: word.repeat(round + 1), lang: "cy" }));
    await until(() => texts(ann).length === 1 && gwen.waiting === 0);
    for (let after = 0; after < round; after++) await hub.hub.live.write(documentId, "ann", (doc) => addItem(doc, { id: `x${after}`, order: "b", text: "Others'", lang: "en" }));
    await snapshotNow(documentId);
    expect(await filesHolding(hub.pool, word)).toBeGreaterThan(0);
    await erase(documentId);
    expect(await filesHolding(hub.pool, word)).toBe(0);
    close(ann, gwen);
  }
});

test("a page that was away with unsent words drops its replica and offers them back", async () => {
  const { documentId, ann, gwen } = await aTable();
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "Care", lang: "en" }));
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(ann).length === 2 && ann.waiting + gwen.waiting === 0);
  pages.get(ann)?.cut();
  await until(() => !ann.isOpen);
  ann.change((doc) => textOf(doc, "a")?.insert(4, " in the valley"));
  await erase(documentId);
  await until(() => ann.isOpen && ann.isLoaded && ann.refused !== null);
  expect(ann.refused).toEqual({ why: "lost", words: [{ root: "items", recordId: "a", field: "text", text: " in the valley" }] });
  expect([texts(ann), ann.waiting]).toEqual([["Care"], 0]);
  close(ann, gwen);
});

test("people go on typing while it is written anew, and nothing they were told is kept is lost", async () => {
  const { documentId, ann, gwen } = await aTable();
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "", lang: "en" }));
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(ann).length === 2);
  let typed = 0;
  const typing = setInterval(() => ann.change((doc) => textOf(doc, "a")?.insert(textOf(doc, "a")?.length ?? 0, String.fromCharCode(0x4e00 + typed++))), 5);
  await until(() => typed > 20);
  await erase(documentId);
  await until(() => typed > 60);
  clearInterval(typing);
  await until(() => ann.isLoaded && ann.waiting === 0);
  const given = (ann.refused?.words ?? []).map(({ text }) => text).join("");
  const kept = texts(ann)[0] ?? "";
  // Nothing is missing between what stands and what was given back; what was on its way may be both.
  expect(letters(typed).filter((letter) => !kept.includes(letter) && !given.includes(letter))).toEqual([]);
  close(ann, gwen);
});

/** Each another one. */
function letters(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String.fromCharCode(0x4e00 + i));
}

test("a sealed document can be written anew, and stays sealed", async () => {
  const { documentId, ann, gwen, sessionId } = await aTable();
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(ann).length === 1);
  await hub.hub.live.seal(sessionId);
  await erase(documentId);
  expect(await rowsHolding(documentId, SECRET)).toBe(0);
  await expect(hub.hub.live.write(documentId, "ann", (doc) => addItem(doc, { id: "x", order: "c", text: "", lang: "en" }))).rejects.toThrow("");
  close(ann, gwen);
});

test("a snapshot of an older epoch is not taken", async () => {
  const { documentId, ann, gwen } = await aTable();
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(ann).length === 1);
  const [row] = await hub.hub.live.log(documentId);
  await erase(documentId);
  await createStore(hub.pool).snapshot(documentId, { seq: 1, epoch: 1 }, row?.bytes ?? new Uint8Array());
  expect(await rowsHolding(documentId, SECRET)).toBe(0);
  close(ann, gwen);
});

test.skipIf(!redisUrl)("pages on another node begin afresh too", async () => {
  const beside = await startBeside(hub, redisUrl ? { redisUrl } : {});
  const { documentId, ann, gwen } = await aTable();
  const elsewhere = openPage({ port: beside.port, memberId: "bryn", documentId }).shared;
  await until(() => elsewhere.isLoaded);
  ann.change((doc) => addItem(doc, { id: "a", order: "a0", text: "Care", lang: "en" }));
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(elsewhere).length === 2);
  const replica = elsewhere.doc;
  await erase(documentId, beside);
  await until(() => [ann, elsewhere].every((page) => page.isOpen && page.isLoaded && texts(page).length === 1));
  expect(elsewhere.doc).not.toBe(replica);
  elsewhere.change((doc) => textOf(doc, "a")?.insert(4, " here"));
  await until(() => texts(ann)[0] === "Care here");
  elsewhere.close();
  close(ann, gwen);
  await beside.stop();
});

test("while somebody may still see what was deleted, it is not removed, and said so", async () => {
  const { documentId, ann, gwen } = await aTable();
  gwen.change((doc) => addItem(doc, { id: "g", order: "a1", text: SECRET, lang: "cy" }));
  await until(() => texts(ann).length === 1 && gwen.waiting === 0);
  const backup = await hub.pool.connect();
  await backup.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await backup.query(`SELECT id FROM "Enquiry"`);
  await hub.hub.live.rewrite(documentId, (doc, authorOf) => void eraseIn(doc, everythingOf("gwen"), authorOf));
  expect(await hub.hub.live.removeBytes()).toBe(false);
  await backup.query("COMMIT");
  expect(await hub.hub.live.removeBytes()).toBe(true);
  await backup.query("BEGIN");
  await backup.query(`LOCK TABLE "DocumentUpdate" IN ACCESS SHARE MODE`);
  expect(await hub.hub.live.removeBytes(), "nobody is kept waiting behind a reader").toBe(false);
  await backup.query("COMMIT");
  backup.release();
  close(ann, gwen);
});

/** All words of Gwen's, and the bytes of them. */
async function erase(documentId: string, node: TestHub = hub): Promise<void> {
  await node.hub.live.rewrite(documentId, (doc, authorOf) => void eraseIn(doc, everythingOf("gwen"), authorOf));
  expect(await node.hub.live.removeBytes()).toBe(true);
}

function everythingOf(memberId: string): Wish {
  return { of: memberId, scribes: new Set(), only: null };
}

const pages = new Map<SharedDocument, TestPage>();

/** A list of its own with two pages at it. */
async function aTable() {
  const { documents, sessionId } = await seedSession(hub.pool);
  const [ann, gwen] = ["ann", "gwen"].map((memberId) => {
    const opened = openPage({ port: hub.port, memberId, documentId: documents.principles });
    pages.set(opened.shared, opened);
    return opened.shared;
  }) as [SharedDocument, SharedDocument];
  await until(() => ann.isLoaded && gwen.isLoaded);
  return { documentId: documents.principles, sessionId, ann, gwen };
}

function close(...shared: SharedDocument[]): void {
  for (const one of shared) one.close();
}

function texts(shared: SharedDocument): string[] {
  return readList(shared.doc).items.map(({ text }) => text);
}

/** As compaction does: the whole document in one row. */
async function snapshotNow(documentId: string): Promise<void> {
  const log = await hub.hub.live.log(documentId);
  const bytes = await hub.hub.live.read(documentId, (doc) => Y.encodeStateAsUpdate(doc));
  await createStore(hub.pool).snapshot(documentId, { seq: log.at(-1)?.seq ?? 0, epoch: 1 }, bytes);
}

async function rowsHolding(documentId: string, words: string): Promise<number> {
  const { rows } = await hub.pool.query<{ count: string }>(`
    SELECT count(*) FROM (SELECT bytes FROM "DocumentUpdate" WHERE "documentId" = $1 UNION ALL SELECT bytes FROM "DocumentSnapshot" WHERE "documentId" = $1) AS kept
    WHERE position($2::bytea IN bytes) > 0`, [documentId, Buffer.from(words)]);
  return Number(rows[0]?.count);
}

/** How many files of the tables that hold documents, as they are on disk, have these words in them. */
async function filesHolding(pool: pg.Pool, words: string): Promise<number> {
  await pool.query("CHECKPOINT");
  const { rows } = await pool.query<{ count: string }>(`
    SELECT count(*) FROM pg_class c
    WHERE (c.relname IN ('DocumentUpdate', 'DocumentSnapshot') OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE relname IN ('DocumentUpdate', 'DocumentSnapshot')))
      AND position($1::bytea IN pg_read_binary_file(pg_relation_filepath(c.oid))) > 0`, [Buffer.from(words)]);
  return Number(rows[0]?.count);
}

async function epochOf(documentId: string): Promise<number | undefined> {
  return (await hub.pool.query<{ epoch: number }>(`SELECT epoch FROM "Document" WHERE id = $1`, [documentId])).rows[0]?.epoch;
}

async function writersOf(documentId: string, itemId: string): Promise<Set<string | undefined>> {
  const authors = await hub.hub.live.authorsOf(documentId);
  return hub.hub.live.read(documentId, (doc) => {
    const found = new Set<string | undefined>();
    for (let item = textOf(doc, itemId)?._start ?? null; item; item = item.right) if (!item.deleted) found.add(authors.get(item.id.client));
    return found;
  });
}
