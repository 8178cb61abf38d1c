/** Private notes are their author's alone: searched for in everything that anybody else is sent. */
import { expect, test } from "vitest";

import { newId } from "#app/live/records.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { readTalk, withdrawFromTalk } from "#app/talk/talk.doc.ts";
import { notesOf } from "#app/thinking/private-notes.server.ts";
import type { Member } from "#prisma/client.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aSession, aTeam } from "#tests/session-rows.ts";

import { askingOnDesk } from "./asking-on-desk.server.ts";
import { boardOf } from "./board.server.ts";
import { think, thinkingPage } from "./private-thinking.server.ts";
import { roomFor } from "./room.server.ts";

const parts = await scratchHouse();
const { db, live } = parts;

const SECRET = "I have not slept since Tuesday";

test("no page of anybody else, no noticeboard, desk or shared document ever has a private note", async () => {
  const { id, sian, colin, mair } = await aRoom();
  await keep(sian, SECRET);
  const sent = [await roomFor(parts, colin), await roomFor(parts, mair), await roomFor(parts, sian), await boardOf(db, id), await askingOnDesk(parts, id), await thinkingPage(parts, colin, new URLSearchParams()), await thinkingPage(parts, mair, new URLSearchParams())];
  expect(JSON.stringify(sent)).not.toContain(SECRET);
  const logged = await db.documentUpdate.findMany({ where: { document: { sessionId: id } } });
  expect(logged.some(({ bytes }) => Buffer.from(bytes).includes(SECRET))).toBe(false);
  expect(await notesOf(db, sian)).toMatchObject([{ text: SECRET, sharedAs: null }]);
});

test("nobody opens, changes, removes or shares another's note, the facilitator neither", async () => {
  const { sian, colin, mair } = await aRoom();
  const note = await keep(sian, SECRET);
  for (const other of [colin, mair]) {
    await expect(thinkingPage(parts, other, new URLSearchParams({ share: note, as: "said" }))).rejects.toMatchObject({ status: 404 });
    await expect(thinkingPage(parts, other, new URLSearchParams({ remove: note }))).rejects.toMatchObject({ status: 404 });
    await expect(post(other, { act: "keep", id: note, text: "mine now", lang: "en" })).rejects.toMatchObject({ status: 404 });
    await expect(post(other, { act: "share", id: note, as: "said", words: SECRET })).rejects.toMatchObject({ status: 404 });
    await post(other, { act: "remove", id: note });
  }
  expect(await notesOf(db, sian)).toMatchObject([{ text: SECRET }]);
});

test("sharing shows first what everybody will see, and shares exactly that; the private text stays", async () => {
  const { sian, talkId } = await aRoom();
  const note = await keep(sian, `${SECRET}\nand nobody asked`);
  const shown = await thinkingPage(parts, sian, new URLSearchParams({ share: note, as: "said" }));
  expect(shown).toMatchObject({ kind: "share", words: `${SECRET}\nand nobody asked`, problem: null });
  expect(await live.read(talkId, (doc) => readTalk(doc).said)).toEqual([]);
  expect(await post(sian, { act: "look", id: note, as: "said", words: "Nobody asked me" })).toMatchObject({ status: 200, page: { words: "Nobody asked me" } });
  expect(await live.read(talkId, (doc) => readTalk(doc).said)).toEqual([]);
  expect(await post(sian, { act: "share", id: note, as: "said", words: "Nobody asked me" })).toMatchObject({ to: expect.any(String) as string });
  expect(await live.read(talkId, (doc) => readTalk(doc).said)).toMatchObject([{ by: sian.id, words: "Nobody asked me" }]);
  expect(await notesOf(db, sian)).toMatchObject([{ text: `${SECRET}\nand nobody asked`, sharedAs: "said" }]);
});

test("two presses on sharing share once; a note taken back again can be shared again", async () => {
  const { sian, talkId } = await aRoom();
  const note = await keep(sian, "Nobody asked me");
  const share = () => post(sian, { act: "share", id: note, as: "said", words: "Nobody asked me" });
  await Promise.all([share(), share()]);
  await share();
  const said = () => live.read(talkId, (doc) => readTalk(doc).said);
  expect(await said()).toMatchObject([{ by: sian.id, words: "Nobody asked me" }]);
  await post(sian, { act: "share", id: note, as: "concept", words: "asking" });
  expect(await live.read(talkId, (doc) => readTalk(doc).concepts)).toMatchObject([{ words: "asking" }]);
  await live.write(talkId, sian.id, (doc) => { for (const { id } of readTalk(doc).said) withdrawFromTalk(doc, "said", id); });
  await share();
  expect(await said()).toHaveLength(1);
});

test("as an idea, as a question, and not where it does not fit or at another stage", async () => {
  const { id, sian, talkId, questionsId } = await aRoom("questions");
  const note = await keep(sian, "being asked");
  await post(sian, { act: "share", id: note, as: "concept", words: "being asked" });
  await post(sian, { act: "share", id: note, as: "question", words: "Who asks?" });
  expect(await live.read(talkId, (doc) => readTalk(doc).concepts)).toMatchObject([{ words: "being asked" }]);
  expect(await live.read(questionsId, (doc) => readQuestions(doc).questions)).toMatchObject([{ words: "Who asks?", by: sian.id }]);
  expect(await post(sian, { act: "share", id: note, as: "concept", words: "long ".repeat(30) })).toMatchObject({ status: 422, page: { problem: "thinking.problem.longConcept" } });
  await db.session.update({ where: { id }, data: { currentStageId: null } });
  expect(await post(sian, { act: "share", id: note, as: "question", words: "Who asks?" })).toMatchObject({ status: 422, page: { problem: "thinking.problem.notNow" } });
});

test("what cannot be kept comes back with its words; after closing notes are read and not written", async () => {
  const { id, sian } = await aRoom();
  expect(await post(sian, { act: "keep", text: "  ", lang: "en" })).toMatchObject({ status: 422, page: { problem: "thinking.problem.empty" } });
  expect(await post(sian, { act: "keep", text: "x".repeat(4_001), lang: "en" })).toMatchObject({ status: 422, page: { problem: "thinking.problem.long", typed: "x".repeat(4_001) } });
  await keep(sian, SECRET);
  await db.session.update({ where: { id }, data: { state: "closed" } });
  expect(await post(sian, { act: "keep", text: "more", lang: "en" })).toMatchObject({ status: 422, page: { problem: "thinking.problem.closed", notes: [{ text: SECRET }] } });
});

function post(member: Member, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return think(parts, member, form);
}

/** Answers the id of the note. */
async function keep(member: Member, text: string): Promise<string> {
  const id = newId();
  expect(await post(member, { act: "keep", id, text, lang: "en" })).toHaveProperty("to");
  return id;
}

/** An open session with a carer, a manager and a facilitator in it. */
async function aRoom(activity = "thinking") {
  const { enquiryId } = await aTeam(db);
  const { id, stageIds } = await aSession(db, enquiryId, { state: "open" });
  await db.stage.update({ where: { id: stageIds[0] ?? "" }, data: { activity } });
  await db.session.update({ where: { id }, data: { currentStageId: stageIds[0] ?? null } });
  const [talk, questions] = [await db.document.create({ data: { sessionId: id, kind: "talk" } }), await db.document.create({ data: { sessionId: id, kind: "questions" } })];
  const member = async (overrides: object) => ({ ...(await db.member.findUniqueOrThrow({ where: { id: await aMember(db, id, overrides) } })), sharedDevice: false });
  const [sian, colin, mair] = [await member({}), await member({ perspective: "manager" }), await member({ role: "facilitator", perspective: "" })];
  return { id, sian, colin, mair, talkId: talk.id, questionsId: questions.id };
}
