/** A session in which one person has written in every place there is: for erasing it again. */
import type { AppLoadContext } from "@remix-run/node";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { newId } from "#app/live/records.doc.ts";
import { addNote, addReply } from "#app/notes/notes.doc.ts";
import { addCorrection, addQuestion } from "#app/questions/questions.doc.ts";
import { raiseConcern } from "#app/safeguarding/concern.server.ts";
import { openDoor } from "#app/session/desk.server.ts";
import { addBarrier, addConcept, addReviewWords, addSaid, type Said } from "#app/talk/talk.doc.ts";

import { aMember, aSession, aTeam, nothingNeeded, someEvidenceIn } from "./session-rows.ts";

type House = Pick<AppLoadContext, "db" | "live">;

/** Gwen has written in every place there is, each time with one word that nobody else has; Siân and Mair beside her. */
export async function aWorkedSession(house: House) {
  const { db } = house;
  const { facilitatorId, enquiryId } = await aTeam(db);
  const { versionId } = await someEvidenceIn(db, enquiryId);
  const { id: sessionId } = await aSession(db, enquiryId, { evidence: { create: [{ versionId, position: 0 }] } });
  await openDoor(house, sessionId, nothingNeeded);
  const [siân, gwen, by] = await Promise.all([aMember(db, sessionId), aMember(db, sessionId, { name: "Gwen" }), aMember(db, sessionId, { name: "Mair", role: "facilitator", facilitatorId })]);
  const made = await db.document.findMany({ where: { sessionId } });
  const idOf = (kind: string) => made.find((one) => one.kind === kind)?.id ?? "";
  const documents = { notes: idOf("notes"), principles: idOf("principles"), rules: idOf("rules"), questions: idOf("questions"), talk: idOf("talk") };
  const word = `geiriau${crypto.randomUUID()}`;
  const people = { gwen, siân, by, word, documents, sessionId };
  await writeNotes(house, people);
  await writeLists(house, people);
  await writeTalk(house, people);
  await db.privateNote.createMany({ data: [{ sessionId, memberId: gwen, text: `Only mine: ${word}`, lang: "en" }, { sessionId, memberId: siân, text: "Siân's own", lang: "cy" }] });
  return people;
}

interface People {
  readonly gwen: string;
  readonly siân: string;
  /** The facilitator, who writes for Gwen too. */
  readonly by: string;
  readonly word: string;
  readonly sessionId: string;
  readonly documents: { readonly notes: string; readonly principles: string; readonly rules: string; readonly questions: string; readonly talk: string };
}

/** One of Gwen's two notes is out of sight, because Siân is worried about it. */
async function writeNotes({ db, live }: House, { gwen, siân, word, documents: { notes } }: People): Promise<void> {
  const passage = [{ versionId: "v", blockId: "b", start: 0, end: 1, exact: "x", prefix: "", suffix: "" }];
  const [first, hidden, other] = [newId(), newId(), newId()];
  await live.write(notes, gwen, (doc) => addNote(doc, { id: first, by: gwen, passage, words: `My mother ${word} in notes`, lang: "en" }));
  await live.write(notes, gwen, (doc) => addNote(doc, { id: hidden, by: gwen, passage, words: `He hits her ${word}`, lang: "en" }));
  await live.write(notes, siân, (doc) => addNote(doc, { id: other, by: siân, passage, words: "That was me", lang: "en" }));
  await live.write(notes, siân, (doc) => addReply(doc, { id: newId(), by: siân, noteId: first, way: "asks", words: "Who asked?", because: "", lang: "en" }));
  await live.write(notes, gwen, (doc) => addReply(doc, { id: newId(), by: gwen, noteId: other, way: "challenges", words: `Not so ${word}`, because: `Since ${word} then`, lang: "en" }));
  await raiseConcern({ db, live }, { member: await db.member.findUniqueOrThrow({ where: { id: siân } }), documentIds: [notes] }, { words: "She may be at risk", about: `${notes}/${hidden}` });
}

/** Letters of hers stand in Siân's principle; and some that she took out herself. */
async function writeLists({ live }: House, { gwen, siân, word, documents: { principles, rules } }: People): Promise<void> {
  await live.write(principles, siân, (doc) => addItem(doc, { id: "shared", order: "a0", text: "A break happens", lang: "en" }));
  await live.write(principles, gwen, (doc) => textOf(doc, "shared")?.insert(2, `${word}-never `));
  await live.write(principles, gwen, (doc) => textOf(doc, "shared")?.delete(2, word.length + 7));
  await live.write(principles, gwen, (doc) => textOf(doc, "shared")?.insert(2, `promised ${word} `));
  await live.write(principles, gwen, (doc) => addItem(doc, { id: "own", order: "a1", text: `Never again ${word}`, lang: "en" }));
  await live.write(rules, gwen, (doc) => addItem(doc, { id: "rule", order: "a0", text: `Listen ${word}`, lang: "en" }));
}

async function writeTalk({ live }: House, { gwen, siân, by, word, documents: { questions, talk } }: People): Promise<void> {
  const asked = { lang: "en", forMember: "", passage: null, fromGroup: "" };
  const penned = newId();
  await live.write(questions, gwen, (doc) => addQuestion(doc, { id: newId(), by: gwen, words: `Who asks ${word}?`, ...asked }));
  await live.write(questions, by, (doc) => addQuestion(doc, { id: penned, by, words: `Who knows ${word}?`, ...asked, forMember: gwen, checked: true }));
  await live.write(questions, gwen, (doc) => addCorrection(doc, { id: newId(), by: gwen, saidId: penned, words: `Who cares ${word}?`, lang: "en" }));
  await live.write(questions, siân, (doc) => addQuestion(doc, { id: newId(), by: siân, words: "Who pays?", ...asked }));
  await live.write(talk, siân, (doc) => addSaid(doc, said({ by: siân, words: "We were there" })));
  await live.write(talk, by, (doc) => addSaid(doc, said({ by, forMember: gwen, words: `Said aloud ${word}` })));
  await live.write(talk, by, (doc) => addSaid(doc, said({ by, words: "Thank you all" })));
  await live.write(talk, gwen, (doc) => {
    addConcept(doc, { id: newId(), by: gwen, words: `Guilt ${word}`, lang: "en" });
    addBarrier(doc, { id: newId(), by: gwen, level: "practice", words: `Forms ${word}`, lang: "en", stageId: "" });
    addReviewWords(doc, { id: newId(), by: gwen, about: "caring", words: `Heard ${word}`, lang: "en" });
  });
}

/** A contribution, to nothing in particular. */
export function said(overrides: Partial<Said> & Pick<Said, "by" | "words">): Said {
  return { id: newId(), forMember: "", checked: false, stageId: "", way: "", replyTo: "", because: "", lang: "en", ...overrides };
}
