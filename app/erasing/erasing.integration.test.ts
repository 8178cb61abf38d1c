/** One person's words erased for good, in all documents and tables of a session; and everybody else's as they were. */
import { createServer } from "node:http";

import { afterAll, expect, test } from "vitest";

import { authorsOf, readList, textOf } from "#app/lists/lists.doc.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { closeSession } from "#app/report/close.server.ts";
import { readRecord } from "#app/report/record.ts";
import { WITHDRAWN } from "#app/report/withdraw.ts";
import { raiseConcern } from "#app/safeguarding/concern.server.ts";
import { addSaid, readTalk } from "#app/talk/talk.doc.ts";
import { createHub } from "#server/live/hub.ts";
import { scratchDatabase } from "#tests/database.ts";
import { aWorkedSession, said } from "#tests/gwens-words.ts";
import { listen, openPage, testOptions, until } from "#tests/seats.ts";
import { outsidePostgresUrl } from "#tests/services.ts";
import { aMember } from "#tests/session-rows.ts";

import { eraseWords } from "./erase.server.ts";
import { confirmPage, erasePage } from "./pages.server.ts";
import { removeWaiting } from "./removal.server.ts";

const store = await scratchDatabase();
const { db, pool } = store;
const strangers = new Set<string>();
const hub = createHub(testOptions(pool, "", { rights: "write", board: null, strangers }));
const { live } = hub;
const house = { db, live };
const server = createServer();
server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
const port = await listen(server);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await hub.stop();
  await store.close();
});

const all = { records: null, privateNotes: true, worries: [] } as const;

test("one person's words go from every document and table; everybody else's stay, and stay theirs", async () => {
  const { sessionId, documents, gwen, siân, by, word } = await aWorkedSession(house);
  const erased = await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  expect(erased).toMatchObject({ ok: true });
  expect(await live.read(documents.notes, readNotes)).toMatchObject({ notes: [{ by: siân }], replies: [{ by: siân, words: "Who asked?" }] });
  expect((await live.read(documents.principles, readList)).items.map(({ text }) => text)).toEqual(["A break happens"]);
  expect((await live.read(documents.rules, readList)).items).toEqual([]);
  expect(await live.read(documents.questions, readQuestions)).toMatchObject({ questions: [{ by: siân }], corrections: [] });
  expect(await live.read(documents.talk, readTalk)).toMatchObject({ said: [{ by: siân }, { by, words: "Thank you all" }], concepts: [], barriers: [], review: [] });
  expect(await writersOf(documents.principles)).toEqual([siân]);
  expect((await db.privateNote.findMany({ where: { sessionId } })).map(({ memberId }) => memberId)).toEqual([siân]);
  expect(await rowsHolding(word)).toEqual([]);
});

test.skipIf(!outsidePostgresUrl)("their bytes are in no file of any table either", async () => {
  const { sessionId, gwen, by, word } = await aWorkedSession(house);
  expect(await filesHolding(word)).not.toEqual([]);
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  // The store may be looking after its tables by itself just then, and the bytes wait for that as for any reader.
  await expect.poll(async () => {
    await removeWaiting(house);
    return (await db.erasure.findFirstOrThrow({ where: { sessionId } })).removedAt;
  }, { timeout: 20_000 }).not.toBeNull();
  expect(await filesHolding(word)).toEqual([]);
});

test("the line that is kept says whose, on whose word and how much, and none of the words", async () => {
  const { sessionId, gwen, by, word } = await aWorkedSession(house);
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  const [line] = await db.erasure.findMany({ where: { sessionId } });
  expect(line).toMatchObject({ ofId: gwen, byId: by, found: 0, counts: { notes: 2, replies: 1, questions: 2, corrections: 1, concepts: 1, said: 1, barriers: 1, review: 1, principles: 2, rules: 1, privateNotes: 1 } });
  expect([line?.doneAt, line?.removedAt].every((at) => at instanceof Date)).toBe(true);
  expect(JSON.stringify(line)).not.toContain(word);
  const page = await erasePage(house, await sessionOf(sessionId), { memberId: gwen, language: "en", doneId: null });
  expect(page).toMatchObject({ counts: {}, records: [], past: [{ name: "Gwen", by: "Mair", isDone: true, isRemoved: true, found: 0 }] });
});

test("the copy that a worry kept goes, and the worry stays; a worry that they told goes only when it is chosen", async () => {
  const { sessionId, gwen, by, word } = await aWorkedSession(house);
  await raiseConcern(house, { member: await db.member.findUniqueOrThrow({ where: { id: gwen } }), documentIds: [] }, { words: `I am worried about my sister, ${word}`, about: "" });
  expect(await confirmPage(house, await sessionOf(sessionId), { memberId: gwen, ...all })).toMatchObject({ worriedAbout: 1, isShared: true, problem: null });
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  const [about, told] = await db.concern.findMany({ where: { sessionId }, orderBy: { at: "asc" } });
  expect(about).toMatchObject({ words: "She may be at risk", about: WITHDRAWN, kept: null });
  expect(told?.words).toContain(word);
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, records: [], privateNotes: false, worries: [told?.id ?? ""] } });
  expect(await rowsHolding(word)).toEqual([]);
});

test("a single record is erased, and the rest stays", async () => {
  const { sessionId, documents, gwen, by } = await aWorkedSession(house);
  const page = await erasePage(house, await sessionOf(sessionId), { memberId: gwen, language: "en", doneId: null });
  const note = page.records.find(({ kind, isHidden }) => kind === "notes" && !isHidden);
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, records: [note?.id ?? ""], privateNotes: false, worries: [] } });
  expect((await live.read(documents.notes, readNotes)).notes.map(({ by: writer }) => writer)).not.toContain(gwen);
  expect((await live.read(documents.principles, readList)).items).toHaveLength(2);
  expect(await db.privateNote.count({ where: { sessionId, memberId: gwen } })).toBe(1);
  expect(await db.erasure.findMany({ where: { sessionId } })).toMatchObject([{ counts: { notes: 1 }, found: 0 }]);
});

test("a page that is open begins afresh under the next epoch, and one that was away has its unsent words back", async () => {
  const { sessionId, documents, gwen, siân, by } = await aWorkedSession(house);
  const tom = await aMember(db, sessionId, { name: "Tom" });
  const [here, away] = [openPage({ port, memberId: siân, documentId: documents.principles }), openPage({ port, memberId: tom, documentId: documents.principles })];
  await until(() => here.shared.isLoaded && away.shared.isLoaded);
  const epoch = await epochOf(documents.principles);
  strangers.add(tom);
  away.cut();
  await until(() => !away.shared.isOpen);
  away.shared.change((doc) => textOf(doc, "shared")?.insert(0, "Always: "));
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  strangers.delete(tom);
  await until(() => away.shared.refused !== null && [here, away].every(({ shared }) => shared.isOpen && shared.isLoaded && readList(shared.doc).items.length === 1));
  expect(await epochOf(documents.principles)).toBe((epoch ?? 0) + 1);
  expect(away.shared.refused).toMatchObject({ why: "lost", words: [{ recordId: "shared", text: "Always: " }] });
  expect(readList(here.shared.doc).items.map(({ text }) => text)).toEqual(["A break happens"]);
  for (const { shared } of [here, away]) shared.close();
});

test("after closing, the sealed record loses the words and says so; the documents stay sealed", async () => {
  const { sessionId, documents, gwen, siân, by, word } = await aWorkedSession(house);
  await closeSession({ ...house, secrets: { hostKey: new Uint8Array(32), cookieSecret: "" }, disclosureMinimum: 3 }, sessionId);
  expect(await rowsHolding(word)).toContain("Session.record");
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  expect(await rowsHolding(word)).toEqual([]);
  const record = readRecord((await sessionOf(sessionId)).record);
  expect(record?.withdrawn).toHaveLength(1);
  expect(record?.principles.items).toMatchObject([{ id: "shared", text: "A break happens", wordings: [{ by: null, text: "A break happens" }] }]);
  expect(record?.talk.said.map(({ words }) => words)).toEqual(["We were there", "Thank you all"]);
  await expect(live.write(documents.talk, siân, () => {})).rejects.toThrow("");
});

test("frozen wordings of a ranking that was closed lose the words; while one is open, they wait", async () => {
  const { sessionId, gwen, siân, by, word } = await aWorkedSession(house);
  const candidates = [{ id: "shared", text: `A ${word} break happens`, lang: "en" }, { id: "other", text: "A phone number", lang: "en" }];
  const round = await db.round.create({ data: { sessionId, number: 1, choose: 1, candidates } });
  const asked = { sessionId, by, choice: { memberId: gwen, ...all } };
  expect(await eraseWords(house, asked)).toEqual({ ok: false, problem: "erasing.problem.ranking" });
  expect(await db.erasure.count({ where: { sessionId } })).toBe(0);
  expect(await eraseWords(house, { ...asked, choice: { memberId: siân, records: ["nowhere"], privateNotes: false, worries: [] } }), "of other words").toMatchObject({ ok: true });
  await db.round.update({ where: { id: round.id }, data: { closedAt: new Date() } });
  await eraseWords(house, asked);
  expect((await db.round.findUniqueOrThrow({ where: { id: round.id } })).candidates).toEqual([{ ...candidates[0], text: "A break happens" }, candidates[1]]);
});

test("while a backup reads, the words are gone and their bytes wait; then they go", async () => {
  const { sessionId, gwen, by } = await aWorkedSession(house);
  const backup = await pool.connect();
  await backup.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await backup.query(`SELECT count(*) FROM "Enquiry"`);
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  const waiting = { where: { sessionId }, select: { doneAt: true, removedAt: true, found: true } };
  expect(await db.erasure.findFirst(waiting)).toMatchObject({ doneAt: expect.any(Date), removedAt: null, found: 0 });
  await removeWaiting(house);
  expect(await db.erasure.findFirst(waiting)).toMatchObject({ removedAt: null });
  await backup.query("COMMIT");
  backup.release();
  await removeWaiting(house);
  expect(await db.erasure.findFirst(waiting)).toMatchObject({ removedAt: expect.any(Date) });
});

test("a record that others' words in the same place repeat is not taken for one that stayed", async () => {
  const { sessionId, documents, gwen, siân, by, word } = await aWorkedSession(house);
  await live.write(documents.talk, siân, (doc) => addSaid(doc, said({ by: siân, words: `Gwen told us: ${word} in notes` })));
  await eraseWords(house, { sessionId, by, choice: { memberId: gwen, ...all } });
  expect(await db.erasure.findFirst({ where: { sessionId } })).toMatchObject({ found: 0 });
});

function sessionOf(sessionId: string) {
  return db.session.findUniqueOrThrow({ where: { id: sessionId } });
}

async function epochOf(documentId: string): Promise<number | undefined> {
  return (await db.document.findUnique({ where: { id: documentId }, select: { epoch: true } }))?.epoch;
}

async function writersOf(documentId: string): Promise<string[]> {
  const authors = await live.authorsOf(documentId);
  return live.read(documentId, (doc) => authorsOf(doc, "shared", (client) => authors.get(client)));
}

/** "Table.column" of every column of every table in which these letters stand; independent of how the product looks. */
async function rowsHolding(word: string): Promise<string[]> {
  const columns = await pool.query<{ name: string; table: string; column: string; type: string }>(`
    SELECT table_name || '.' || column_name AS name, quote_ident(table_name) AS "table", quote_ident(column_name) AS "column", data_type AS type
    FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'bytea') ORDER BY 1`);
  const found: string[] = [];
  for (const { name, table, column, type } of columns.rows) {
    const value = type === "bytea" ? column : `convert_to(${column}::text, 'UTF8')`;
    const { rows } = await pool.query(`SELECT 1 FROM ${table} WHERE position($1::bytea IN ${value}) > 0 LIMIT 1`, [Buffer.from(word)]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** The tables in whose files, as they are on disk, these letters stand. */
async function filesHolding(word: string): Promise<string[]> {
  await pool.query("CHECKPOINT");
  const { rows } = await pool.query<{ name: string }>(`
    SELECT c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 't', 'i') AND (n.nspname = 'public' OR c.oid IN (SELECT reltoastrelid FROM pg_class WHERE relnamespace = 'public'::regnamespace))
      AND position($1::bytea IN pg_read_binary_file(pg_relation_filepath(c.oid))) > 0`, [Buffer.from(word)]);
  return rows.map(({ name }) => name);
}
