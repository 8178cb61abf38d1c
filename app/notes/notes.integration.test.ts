import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { readForm } from "#app/ui/form.server.ts";
import { connectTo } from "#server/database/open.ts";
import { startTestHub, until } from "#tests/hub.ts";

import { noteForms, type NoteForm } from "./note-form.server.ts";
import { doErrand, noteErrand } from "./notes.server.ts";
import { addNote, readNotes } from "./notes.doc.ts";
import { quoteOf } from "./threads.ts";

const blocks: EvidenceBlock[] = [{ id: "a", kind: "paragraph", text: "Nobody asked my mother. She wanted her own bed. Respite came too late." }];

test("a note made by form is in the document of everybody who reads, on the sentences chosen, with its author", async () => {
  await using room = await roomWithText();
  const anna = room.hub.client("anna", room.documentId);
  await anna.synced();
  const done = await room.post("bryn", { act: "note", block: "a", from: "1", to: "0", words: " We never do. ", lang: "en" });
  await until(() => readNotes(anna.doc).notes.length === 1, anna.doc);
  const [note] = readNotes(anna.doc).notes;
  expect(note).toMatchObject({ by: "bryn", words: "We never do.", lang: "en" });
  expect(note && quoteOf(note)).toBe("Nobody asked my mother. She wanted her own bed.");
  expect(done).toEqual({ to: `${room.back}#note-${note?.id}` });
});

test("one's own note can be answered, changed and taken back; the answer stays", async () => {
  await using room = await roomWithText();
  const note = await room.note("bryn");
  expect(await room.post("anna", { act: "reply", note, way: "challenges", words: "We did.", because: "It is in the plan.", lang: "en" })).toEqual({ to: `${room.back}#note-${note}` });
  await room.post("bryn", { act: "edit", note, words: "We hardly ever do." });
  expect((await room.notes()).notes[0]?.words).toBe("We hardly ever do.");
  await room.post("bryn", { act: "withdraw", note });
  expect(await room.notes()).toMatchObject({ notes: [], replies: [{ by: "anna", way: "challenges", because: "It is in the plan." }] });
  const [reply] = (await room.notes()).replies;
  await room.post("anna", { act: "withdrawReply", reply: reply?.id ?? "" });
  expect((await room.notes()).replies).toEqual([]);
});

test("nobody can change another's words, nor even see a form for it", async () => {
  await using room = await roomWithText();
  const note = await room.note("bryn");
  await expect(room.post("anna", { act: "edit", note, words: "Mine now." })).rejects.toMatchObject({ status: 404 });
  await expect(room.post("anna", { act: "withdraw", note })).rejects.toMatchObject({ status: 404 });
  await expect(room.open("anna", `edit=${note}`)).rejects.toMatchObject({ status: 404 });
  expect(await room.open("bryn", `edit=${note}`)).toMatchObject({ subject: { kind: "edit" }, isOpen: true });
  expect((await room.notes()).notes).toHaveLength(1);
});

test("a text, a note or a document that is not there is not found", async () => {
  await using room = await roomWithText();
  for (const query of ["block=z", "reply=n9", "withdrawReply=r9", ""]) await expect(room.open("anna", query)).rejects.toMatchObject({ status: 404 });
  await expect(room.open("anna", "block=a", { document: room.hub.documents.principles })).rejects.toMatchObject({ status: 404 });
  await expect(room.open("anna", "block=a", { sessionId: "another" })).rejects.toMatchObject({ status: 404 });
  expect(await room.open("anna", "block=a")).toMatchObject({ back: room.back, subject: { kind: "block", textLang: "en" } });
});

test("when the session has closed, or closes in between, nothing is added and the form says why", async () => {
  await using room = await roomWithText();
  const words = { act: "note", block: "a", from: "0", to: "0", words: "Too late.", lang: "en" };
  await room.hub.hub.live.seal(room.hub.sessionId);
  expect(await room.post("anna", words)).toEqual({ problems: { "": ["notes.page.closed"] } });
  await room.hub.pool.query(`UPDATE "Session" SET state = 'closed'`);
  expect(await room.post("anna", words)).toEqual({ problems: { "": ["notes.page.closed"] } });
  expect((await room.open("anna", "block=a")).isOpen).toBe(false);
});

test("a reply to a note taken back in between says so, and keeps its words", async () => {
  await using room = await roomWithText();
  expect(await room.post("anna", { act: "reply", note: "n9", way: "asks", words: "Why?", lang: "cy" })).toEqual({ problems: { "": ["notes.page.gone"] } });
});

test.each([
  ["a note without words", { act: "note", block: "a", from: "0", to: "0", words: "  ", lang: "en" }, { words: ["notes.problem.why"] }],
  ["a note that is too long", { act: "note", block: "a", from: "0", to: "0", words: "ŵ".repeat(2001), lang: "cy" }, { words: ["notes.problem.tooLong"] }],
  ["a reply without way and words", { act: "reply", note: "n1", lang: "en" }, { way: ["notes.problem.way"], words: ["notes.problem.reply"] }],
  ["a challenge without a reason", { act: "reply", note: "n1", way: "challenges", words: "No.", because: " ", lang: "en" }, { because: ["notes.problem.because"] }],
])("%s is refused, field by field", (_name, fields, problems) => {
  expect(readForm(formOf({ document: "d", ...fields }), noteForms).reply().error).toEqual(problems);
});

/** A session whose notes document is about one text; forms are posted as a browser would. Ends itself with the test. */
async function roomWithText() {
  const hub = await startTestHub();
  const { db, end } = connectTo(hub.pool.options.connectionString ?? "");
  const { sessionId, documents: { notes: documentId } } = hub;
  const { enquiryId } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const item = await db.evidenceItem.create({ data: { enquiryId } });
  const about = { title: "Respite", perspective: "", source: "", date: "", place: "", limitations: "", limitationsNotKnown: true };
  const version = await db.evidenceVersion.create({ data: { ...about, itemId: item.id, number: 1, kind: "livedExperience", language: "en", blocks: blocks.map((block) => ({ ...block })) } });
  await db.sessionEvidence.create({ data: { sessionId, versionId: version.id, position: 0 } });
  await db.document.update({ where: { id: documentId }, data: { subject: item.id } });
  const house = { db, live: hub.hub.live };
  const back = `/s/${sessionId}?stage=2`;
  const notes = () => house.live.read(documentId, readNotes);
  return {
    hub, documentId, back, notes,
    async post(id: string, fields: Record<string, string>) {
      const submission = readForm(formOf({ document: documentId, back, ...fields }), noteForms);
      if (submission.status !== "success") throw new Error(JSON.stringify(submission.reply()));
      return doErrand(house, { id, sessionId }, submission.value satisfies NoteForm);
    },
    open: (id: string, query: string, other: { document?: string; sessionId?: string } = {}) =>
      noteErrand(house, { id, sessionId: other.sessionId ?? sessionId }, new URLSearchParams(`document=${other.document ?? documentId}&back=${encodeURIComponent(back)}&${query}`)),
    /** A note that is there already; answers its id. */
    async note(by: string) {
      const passage = [{ versionId: version.id, blockId: "a", start: 0, end: 6, exact: "Nobody", prefix: "", suffix: " asked" }];
      await house.live.write(documentId, by, (doc) => addNote(doc, { id: "n1", by, passage, words: "We never do.", lang: "en" }));
      return "n1";
    },
    async [Symbol.asyncDispose]() {
      await end();
      await hub.stop();
    },
  };
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
