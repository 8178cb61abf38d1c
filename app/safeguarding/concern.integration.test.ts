import { expect, test } from "vitest";

import { addItem, readList } from "#app/lists/lists.doc.ts";
import { addNote, readNotes } from "#app/notes/notes.doc.ts";
import type { Member } from "#prisma/client.ts";
import { scratchHouse } from "#tests/scratch-house.ts";

import { HIDDEN_AT_ONCE, type ConcernForm } from "./concern.ts";
import { concernsOf, hideSubject, leaveToOthers, raiseConcern, seeTo, showSubject } from "./concern.server.ts";
import { contactLink, requireContact } from "./contact.server.ts";
import { writtenIn } from "./subject.server.ts";

const house = await scratchHouse();
const { db, live, secrets } = house;

test("what a worry is about is in no document any more, and kept whole with the worry", async () => {
  const { sessionId, gwen, notes, write } = await aSession();
  await write(gwen.id, "note-1", "My neighbour hits her");
  expect(await raise(gwen, { words: "I am worried", about: `${notes}/note-1` })).toEqual({ ok: true });
  expect((await live.read(notes, readNotes)).notes).toEqual([]);
  expect(await writtenIn(house, { sessionId, documentIds: await everyDocument(sessionId) })).toEqual([]);
  expect(await concernsOf(house, sessionId)).toMatchObject([{ from: "Gwen", words: "I am worried", about: { words: "My neighbour hits her", writer: "Gwen", isHidden: true }, seenBy: null }]);
});

test("shown again it is its writer's own, word for word", async () => {
  const { sessionId, gwen, tom, notes, write } = await aSession();
  await write(gwen.id, "note-1", "My neighbour hits her");
  const before = await live.read(notes, readNotes);
  await raise(tom, { words: "Worried", about: `${notes}/note-1` });
  const [concern] = await concernsOf(house, sessionId);
  expect(await showSubject(house, sessionId, concern?.id ?? "")).toEqual({ ok: true });
  expect(await live.read(notes, readNotes)).toEqual(before);
  expect(await concernsOf(house, sessionId)).toMatchObject([{ about: { isHidden: false } }]);
  expect(await hideSubject(house, sessionId, concern?.id ?? "")).toEqual({ ok: true });
  expect((await live.read(notes, readNotes)).notes).toEqual([]);
});

test("words that people type in together come back so that they can go on typing", async () => {
  const { sessionId, tom, principles } = await aSession();
  await live.write(principles, tom.id, (doc) => addItem(doc, { id: "item-1", order: "a0", text: "A promised break happens", lang: "en" }));
  await raise(tom, { words: "Worried", about: `${principles}/item-1` });
  expect((await live.read(principles, readList)).items).toEqual([]);
  const [concern] = await concernsOf(house, sessionId);
  await showSubject(house, sessionId, concern?.id ?? "");
  expect((await live.read(principles, readList)).items).toMatchObject([{ id: "item-1", text: "A promised break happens" }]);
});

test("a worry about nothing written is told too", async () => {
  const { sessionId, gwen } = await aSession();
  await raise(gwen, { words: "About my sister", about: "" });
  expect(await concernsOf(house, sessionId)).toMatchObject([{ words: "About my sister", about: null }]);
});

test("nobody can silence a room: further worries are told, and hide nothing until a facilitator does", async () => {
  const { sessionId, gwen, tom, notes, write } = await aSession();
  for (let n = 0; n <= HIDDEN_AT_ONCE; n++) {
    await write(gwen.id, `note-${n}`, `Note ${n}`);
    await raise(tom, { words: "Worried", about: `${notes}/note-${n}` });
  }
  expect((await live.read(notes, readNotes)).notes.map(({ words }) => words)).toEqual([`Note ${HIDDEN_AT_ONCE}`]);
  expect(await concernsOf(house, sessionId)).toHaveLength(HIDDEN_AT_ONCE + 1);
});

test("whoever sees to it first stays named, unless that was a slip", async () => {
  const { sessionId, gwen } = await aSession();
  await raise(gwen, { words: "Worried", about: "" });
  const id = (await concernsOf(house, sessionId))[0]?.id ?? "";
  await seeTo(house, sessionId, { id, by: "Beth" });
  await seeTo(house, sessionId, { id, by: "Mair Puw" });
  expect(await concernsOf(house, sessionId)).toMatchObject([{ seenBy: "Beth" }]);
  await leaveToOthers(house, sessionId, id);
  expect(await concernsOf(house, sessionId)).toMatchObject([{ seenBy: null }]);
});

test("a worry in one session names nothing of another, and is refused when it has closed", async () => {
  const [here, there] = [await aSession(), await aSession()];
  await there.write(there.gwen.id, "note-1", "Elsewhere");
  await raise(here.gwen, { words: "Worried", about: `${there.notes}/note-1` });
  expect((await live.read(there.notes, readNotes)).notes).toHaveLength(1);
  expect(await concernsOf(house, there.sessionId)).toEqual([]);
  await db.session.update({ where: { id: here.sessionId }, data: { state: "closed" } });
  expect(await raise(here.gwen, { words: "Late", about: "" })).toEqual({ ok: false, problem: "session.problem.closed" });
});

test("the contact's link opens one session's worries, and no other token does", () => {
  const token = contactLink("session-1", { secrets, origin: "https://ymholi.example" }).split("/").at(-1);
  expect(requireContact(secrets, { session: "session-1", token })).toBe("session-1");
  for (const wrong of [{ session: "session-2", token }, { session: "session-1", token: "AAAA" }, { session: "session-1" }]) {
    expect(() => requireContact(secrets, wrong)).toThrow(expect.objectContaining({ status: 404 }));
  }
});

/** Of somebody who may read everything in the session. */
async function raise(member: Member, form: ConcernForm) {
  return raiseConcern(house, { member, documentIds: await everyDocument(member.sessionId) }, form);
}

async function everyDocument(sessionId: string): Promise<string[]> {
  return (await db.document.findMany({ where: { sessionId }, select: { id: true } })).map(({ id }) => id);
}

async function aSession() {
  const bilingual = { en: "A break" };
  const enquiry = await db.enquiry.create({ data: { title: bilingual, question: bilingual, purpose: {}, place: "", languages: ["en"], safeguardingName: "Mair Puw", safeguardingPhone: "01632 960000" } });
  const { id: sessionId } = await db.session.create({ data: { enquiryId: enquiry.id, title: bilingual, template: "test", state: "open" } });
  const [gwen, tom] = await Promise.all(["Gwen", "Tom"].map((name) => db.member.create({ data: { sessionId, name, perspective: "carer", language: "en" } })));
  const [notes, principles] = await Promise.all(["notes", "principles"].map(async (kind) => (await db.document.create({ data: { sessionId, kind } })).id));
  if (!gwen || !tom || !notes || !principles) throw new Error("not made");
  const passage = [{ versionId: "v", blockId: "b", start: 0, end: 1, exact: "x", prefix: "", suffix: "" }];
  const write = (by: string, id: string, words: string) => live.write(notes, by, (doc) => addNote(doc, { id, by, passage, words, lang: "en" }));
  return { sessionId, gwen, tom, notes, principles, write };
}
