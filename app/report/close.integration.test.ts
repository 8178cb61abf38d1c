import { expect, test } from "vitest";

import { addItem, attachQuote, linkItem, textOf } from "#app/lists/lists.doc.ts";
import { SealedError } from "#app/live/live.doc.ts";
import { addNote, addReply } from "#app/notes/notes.doc.ts";
import { move, openDoor } from "#app/session/desk.server.ts";
import { castBallot, closeRound, openRound } from "#app/voting/round.server.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { nothingNeeded } from "#tests/session-rows.ts";

import { closeSession } from "./close.server.ts";
import { recordByToken, reportLink, reportToken } from "./link.server.ts";
import { readRecord } from "./record.ts";
import { buildReport } from "./report.ts";

const parts = await scratchHouse();
const { db, live, secrets } = parts;

const NAMES = ["Siân", "Mair", "Gwenllian", "Tomos", "Dewi", "Hywel", "Eirlys", "Beth"];

test("closing writes the record, shuts the door and seals what was drafted", async () => {
  const { sessionId, priorities } = await aWorkedSession();
  expect(await closeSession(parts, sessionId)).toEqual({ ok: true });
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(session).toMatchObject({ state: "closed", code: null, doorOpenedAt: null, clockEndsAt: null });
  expect(session.closedAt?.toISOString()).toBe(readRecord(session.record)?.closedAt);
  await expect(live.write(priorities, null, (doc) => textOf(doc, "notice")?.insert(0, "Much "))).rejects.toThrow(SealedError);
});

test("the report of a closed session walks from the priority to the words in the source", async () => {
  const { sessionId } = await aWorkedSession();
  await closeSession(parts, sessionId);
  const { priorities, principles, evidence, people } = buildReport(await recordOf(sessionId));
  expect(priorities[0]).toMatchObject({ text: "Shorter notice", gap: null, kinds: ["livedExperience"], principles: [{ text: "A promised break happens" }] });
  expect(principles[0]?.quotes[0]).toMatchObject({ text: "just sleeping", note: { text: "That was me", by: { group: "carer", number: 1 }, replies: [{ way: "asks" }] } });
  expect(evidence[0]?.places[0]?.pieces.map(({ text, marked }) => [text, marked])).toEqual([["I spent the first day ", false], ["just sleeping", true], [".", false]]);
  expect(people).toEqual({ minimum: 3, total: 7, groups: [{ perspectives: ["carer"], people: 4 }, { perspectives: ["drawsOnCare", "practitioner", "manager"], people: 3 }] });
});

test("a stage that was passed over is told as not held, one that was opened twice as held", async () => {
  const { id: sessionId } = await aPreparedSession();
  const added = await Promise.all([1, 2, 3].map((position) => db.stage.create({ data: { sessionId, position, activity: "building", name: {}, prompt: {}, minutes: 5 } })));
  const [, talk, last] = added.map(({ id }) => id);
  await openDoor(parts, sessionId, nothingNeeded);
  for (const stageId of [talk ?? "", last ?? "", talk ?? ""]) await move(parts, sessionId, { move: "goTo", stageId }, nothingNeeded);
  await closeSession(parts, sessionId);
  expect((await recordOf(sessionId)).stages.map(({ held }) => held)).toEqual([true, false, true, true]);
});

test("each item keeps how its wording came about, by alias", async () => {
  const { sessionId } = await aWorkedSession();
  await closeSession(parts, sessionId);
  const [principle] = (await recordOf(sessionId)).principles.items;
  expect(principle?.wordings.map(({ by, text }) => [by?.group, text])).toEqual([["carer", "A promised break"], ["together", "A promised break happens"]]);
});

test("no name, no member id and no safeguarding contact is in the record", async () => {
  const { sessionId } = await aWorkedSession();
  await closeSession(parts, sessionId);
  const written = JSON.stringify(await recordOf(sessionId));
  const members = await db.member.findMany({ where: { sessionId } });
  for (const hidden of [...NAMES, ...members.map(({ id }) => id), "Safe Person", "01632 960000"]) expect(written).not.toContain(hidden);
});

test("a session cannot close while people rank, and closes once the round has", async () => {
  const { sessionId, members } = await aWorkedSession();
  const round = await openRound(db, secrets, { sessionId, about: "priorities", choose: 2, candidates: [{ id: "notice", text: "Shorter notice", lang: "en" }, { id: "pot", text: "A small pot", lang: "en" }] });
  if (!round.ok) throw new Error(round.problem);
  expect(await closeSession(parts, sessionId)).toEqual({ ok: false, problem: "report.close.roundOpen" });
  for (const memberId of members.slice(0, 4)) await castBallot(db, secrets, { roundId: round.roundId, memberId, ranking: ["pot", "notice"] });
  await closeRound(db, secrets, { roundId: round.roundId, minimum: 3 });
  expect(await closeSession(parts, sessionId)).toEqual({ ok: true });
  const report = buildReport(await recordOf(sessionId));
  expect(report.priorities.map(({ place, text }) => [place, text])).toEqual([["1", "A small pot"], ["2", "Shorter notice"]]);
});

test("a refused closing leaves the documents open", async () => {
  const { sessionId, priorities } = await aWorkedSession();
  await openRound(db, secrets, { sessionId, about: "priorities", choose: 1, candidates: [{ id: "notice", text: "a", lang: "en" }, { id: "pot", text: "b", lang: "en" }] });
  await closeSession(parts, sessionId);
  await live.write(priorities, null, (doc) => textOf(doc, "notice")?.insert(0, "Much "));
});

test("two facilitators closing at once write one record, and both are told it is closed", async () => {
  const { sessionId } = await aWorkedSession();
  expect(await Promise.all([closeSession(parts, sessionId), closeSession(parts, sessionId)])).toEqual([{ ok: true }, { ok: true }]);
  const once = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(await closeSession(parts, sessionId)).toEqual({ ok: true });
  expect(await db.session.findUniqueOrThrow({ where: { id: sessionId } })).toEqual(once);
});

test("a closing broken off after sealing is finished by closing again", async () => {
  const { sessionId } = await aWorkedSession();
  await live.seal(sessionId);
  expect((await db.session.findUniqueOrThrow({ where: { id: sessionId } })).state).toBe("open");
  expect(await closeSession(parts, sessionId)).toEqual({ ok: true });
  expect(buildReport(await recordOf(sessionId)).priorities[0]?.text).toBe("Shorter notice");
});

test("a session that was never opened has nothing to close", async () => {
  const { id } = await aPreparedSession();
  expect(await closeSession(parts, id)).toEqual({ ok: false, problem: "report.close.notOpened" });
});

test("a session that agreed nothing closes like any other", async () => {
  const { id } = await aPreparedSession();
  await openDoor(parts, id, nothingNeeded);
  expect(await closeSession(parts, id)).toEqual({ ok: true });
  expect(buildReport(await recordOf(id))).toMatchObject({ principles: [], priorities: [], round: null, people: { total: null, groups: [] } });
});

test("the link opens the report; another token, and the link of another key, open nothing", async () => {
  const { sessionId } = await aWorkedSession();
  await closeSession(parts, sessionId);
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const token = reportToken(secrets, sessionId);
  expect(reportLink(session, { secrets, origin: "https://ymholi.example" })).toBe(`https://ymholi.example/report/${token}`);
  expect((await recordByToken(db, token)).sessionId).toBe(sessionId);
  expect(session.reportToken).not.toContain(token);
  expect(reportLink(session, { secrets: { ...secrets, hostKey: new Uint8Array(32) }, origin: "https://ymholi.example" })).toBeNull();
  for (const wrong of ["", undefined, sessionId, token.slice(1)]) await expect(recordByToken(db, wrong)).rejects.toMatchObject({ status: 404 });
});

async function recordOf(sessionId: string) {
  const { record } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const read = readRecord(record);
  if (!read) throw new Error("not closed");
  return read;
}

async function aPreparedSession() {
  const enquiry = await db.enquiry.create({ data: { title: { en: "A break" }, question: { en: "What would make a break worth having?" }, purpose: {}, place: "Glan Enfys", languages: ["en"], safeguardingName: "Safe Person", safeguardingPhone: "01632 960000" } });
  const item = await db.evidenceItem.create({ data: { enquiryId: enquiry.id } });
  const version = await db.evidenceVersion.create({
    data: { itemId: item.id, number: 1, title: "Carers talking", kind: "livedExperience", perspective: "Carers", source: "A group", date: "2026", place: "Glan Enfys", language: "en", limitations: "One group", limitationsNotKnown: false, blocks: [{ id: "block", kind: "paragraph", text: "I spent the first day just sleeping." }] },
  });
  const session = await db.session.create({
    data: { enquiryId: enquiry.id, title: { en: "Together" }, template: "test", stages: { create: [{ position: 0, activity: "priorities", name: { en: "Priorities" }, prompt: {}, minutes: 20 }] }, evidence: { create: [{ versionId: version.id, position: 0 }] } },
  });
  return { id: session.id, itemId: item.id, versionId: version.id };
}

/** Four carers, one each of three others, a facilitator; one note with a reply; one principle from it; two priorities, the first resting on it. */
async function aWorkedSession() {
  const { id: sessionId, itemId, versionId } = await aPreparedSession();
  await openDoor(parts, sessionId, nothingNeeded);
  const [sian = "", ...rest] = await Promise.all(NAMES.map((name, index) => aMember({ sessionId, name, index })));
  const dewi = rest[3] ?? "";
  const documents = await db.document.findMany({ where: { sessionId } });
  const [notes, principles, priorities] = ["notes", "principles", "priorities"].map((kind) => documents.find((row) => row.kind === kind)?.id ?? "") as [string, string, string]; // three kinds in, three ids out
  const passage = [{ versionId, blockId: "block", start: 22, end: 35, exact: "just sleeping", prefix: "I spent the first day ", suffix: "." }];
  await live.write(notes, sian, (doc) => addNote(doc, { id: "note", by: sian, passage, words: "That was me", lang: "en" }));
  await live.write(notes, dewi, (doc) => addReply(doc, { id: "reply", by: dewi, noteId: "note", way: "asks", words: "What would help?", because: "", lang: "en" }));
  await live.write(principles, sian, (doc) => addItem(doc, { id: "principle", order: "a0", text: "A promised break", lang: "en" }));
  await live.write(principles, dewi, (doc) => textOf(doc, "principle")?.insert(16, " happens"));
  await live.write(principles, sian, (doc) => attachQuote(doc, { id: "quote", itemId: "principle", by: sian, documentId: notes, noteId: "note", evidenceItemId: itemId, versionId, blockId: "block", exact: "just sleeping", kind: "livedExperience", lang: "en" }));
  await live.write(priorities, sian, (doc) => addItem(doc, { id: "notice", order: "a0", text: "Shorter notice", lang: "en" }));
  await live.write(priorities, sian, (doc) => addItem(doc, { id: "pot", order: "a1", text: "A small pot", lang: "en" }));
  await live.write(priorities, sian, (doc) => linkItem(doc, { id: "link", itemId: "notice", by: sian, documentId: principles, otherItemId: "principle" }));
  return { sessionId, priorities, members: [sian, ...rest] };
}

/** The first four are carers, then one manager, one practitioner, one person who draws on care; the eighth is the facilitator. */
async function aMember({ sessionId, name, index }: { readonly sessionId: string; readonly name: string; readonly index: number }): Promise<string> {
  const perspective = ["carer", "carer", "carer", "carer", "manager", "practitioner", "drawsOnCare", ""][index] ?? "";
  const { id } = await db.member.create({ data: { sessionId, name, perspective, language: "en", role: perspective ? "participant" : "facilitator" } });
  return id;
}
