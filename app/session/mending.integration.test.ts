import { afterAll, expect, test } from "vitest";

import { saidIn } from "#app/live/said.doc.ts";
import { createHub } from "#server/live/hub.ts";
import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { HeldError } from "#app/live/live.doc.ts";
import { removeRecord } from "#app/live/records.doc.ts";
import { NEARLY_FULL_BYTES } from "#app/live/size.ts";
import { scratchDatabase } from "#tests/database.ts";
import { testOptions } from "#tests/hub.ts";
import { aMember, aSession, aTeam, nothingNeeded, someEvidenceIn } from "#tests/session-rows.ts";

import { openDoor, setFrozen } from "./desk.server.ts";
import { mendFromDesk } from "./mend-action.server.ts";
import { troublesOf, undoPage } from "./mending.server.ts";

const store = await scratchDatabase();
const { db } = store;
const hub = createHub(testOptions(store.pool, "", { rights: "write", board: null, strangers: new Set() }));
const { live } = hub;
const house = { db, live, isDiskFull: () => false };
afterAll(async () => {
  await hub.stop();
  await store.close();
});

test("a held deletion is shown with its words, kept on the facilitator's word, and then waits no more", async () => {
  const { sessionId, gwen, by } = await aVandalisedSession();
  const [held] = (await troublesOf(house, sessionId)).held;
  expect(held).toMatchObject({ name: "Gwen", document: { kind: "principles" }, difference: { stood: 3, changed: [] } });
  expect(held?.difference.gone.map(({ id }) => id)).toEqual(["i0", "i1", "i2"]);
  const form = formOf({ intent: "keepWords", documentId: held?.document.id ?? "", memberId: gwen });
  expect(await mendFromDesk(house, { sessionId, by }, form)).toEqual({ ok: true });
  expect((await troublesOf(house, sessionId)).held).toEqual([]);
  expect(await mendFromDesk(house, { sessionId, by }, form), "somebody else was quicker").toEqual({ ok: false, problem: "session.mend.gone" });
});

test("let happen, it stands among that person's changes, is undone, and put back", async () => {
  const { sessionId, principles, gwen, by } = await aVandalisedSession();
  const language = "en" as const;
  await mendFromDesk(house, { sessionId, by }, formOf({ intent: "letHappen", documentId: principles, memberId: gwen }));
  expect(await standing(principles)).toBe(0);
  const session = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const seen = await undoPage(house, session, { memberId: gwen, language });
  expect(seen.changes.map(({ document, difference }) => [document.kind, difference.back.length])).toEqual([["principles", 3]]);
  expect(await mendFromDesk(house, { sessionId, by }, formOf({ intent: "undo", documentId: principles, memberId: gwen }))).toEqual({ ok: true });
  expect(await standing(principles)).toBe(3);
  const after = await undoPage(house, session, { memberId: gwen, language });
  expect(after.changes).toEqual([]);
  expect(after.standing).toMatchObject([{ name: "Gwen", by: "Mair" }]);
  const back = formOf({ intent: "putBack", documentId: principles, row: String(after.standing[0]?.row) });
  expect(await mendFromDesk(house, { sessionId, by }, back)).toEqual({ ok: true });
  expect(await standing(principles)).toBe(0);
  expect((await undoPage(house, session, { memberId: gwen, language })).standing).toEqual([]);
});

test("a frozen list is not mended, nor a document of another session, nor a closed one", async () => {
  const { sessionId, principles, gwen, by } = await aVandalisedSession();
  const other = await aVandalisedSession();
  const form = formOf({ intent: "letHappen", documentId: principles, memberId: gwen });
  expect(await mendFromDesk(house, { sessionId: other.sessionId, by: other.by }, form)).toEqual({ ok: false, problem: "session.problem.unknown" });
  await setFrozen(house, sessionId, true);
  expect(await mendFromDesk(house, { sessionId, by }, form)).toEqual({ ok: false, problem: "session.mend.frozen" });
  await setFrozen(house, sessionId, false);
  await live.seal(sessionId);
  expect(await mendFromDesk(house, { sessionId, by }, form)).toEqual({ ok: false, problem: "session.problem.closed" });
  expect(await mendFromDesk(house, { sessionId, by }, formOf({ intent: "startClock" })), "a button of a neighbour's").toBeNull();
});

test("rows that could not be read are told of at the desk until somebody has seen it; so is a full disk", async () => {
  const { sessionId, principles, by } = await aVandalisedSession();
  const before = (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).boardVersion;
  const { _max } = await db.documentUpdate.aggregate({ where: { documentId: principles }, _max: { seq: true } });
  await db.documentUpdate.create({ data: { documentId: principles, seq: (_max.seq ?? 0n) + 1n, bytes: Uint8Array.from([1, 1, 1, 1, 255, 255]) } });
  const later = createHub(testOptions(store.pool, "", { rights: "write", board: null, strangers: new Set() }));
  expect((await later.live.read(principles, saidIn)).length).toBe(3);
  await expect.poll(async () => (await troublesOf(house, sessionId)).aside).toMatchObject([{ document: { kind: "principles" }, count: 1 }]);
  expect((await db.session.findUniqueOrThrow({ where: { id: sessionId } })).boardVersion).toBeGreaterThan(before);
  expect(await mendFromDesk(house, { sessionId, by }, formOf({ intent: "asideSeen" }))).toEqual({ ok: true });
  expect((await troublesOf(house, sessionId)).aside).toEqual([]);
  expect((await troublesOf({ ...house, isDiskFull: () => true }, sessionId)).isDiskFull).toBe(true);
  await later.stop();
});

test("a document that is half full is told of at the desk, until it holds less", async () => {
  const { sessionId, principles } = await aVandalisedSession();
  expect((await troublesOf(house, sessionId)).nearlyFull).toEqual([]);
  await db.documentSnapshot.create({ data: { documentId: principles, seq: 1, bytes: new Uint8Array(NEARLY_FULL_BYTES + 1) } });
  expect((await troublesOf(house, sessionId)).nearlyFull).toMatchObject([{ id: principles, kind: "principles" }]);
  await db.documentSnapshot.updateMany({ where: { documentId: principles }, data: { bytes: new Uint8Array(NEARLY_FULL_BYTES) } });
  expect((await troublesOf(house, sessionId)).nearlyFull).toEqual([]);
});

/** Three long principles of Siân's, which Gwen wants gone. */
async function aVandalisedSession() {
  const { facilitatorId, enquiryId } = await aTeam(db);
  const { versionId } = await someEvidenceIn(db, enquiryId);
  const { id: sessionId } = await aSession(db, enquiryId, { evidence: { create: [{ versionId, position: 0 }] } });
  await openDoor(house, sessionId, nothingNeeded);
  const [sian, gwen, by] = await Promise.all([aMember(db, sessionId), aMember(db, sessionId, { name: "Gwen" }), aMember(db, sessionId, { name: "Mair", role: "facilitator", facilitatorId })]);
  const { id: principles } = await db.document.findFirstOrThrow({ where: { sessionId, kind: "principles" } });
  for (let i = 0; i < 3; i++) await live.write(principles, sian, (doc) => addItem(doc, { id: `i${i}`, order: `a${i}`, text: "x".repeat(300), lang: "en" }));
  await expect(live.write(principles, gwen, (doc) => ["i0", "i1", "i2"].forEach((id) => removeRecord(doc, "items", id)))).rejects.toThrow(HeldError);
  expect(await live.read(principles, (doc) => textOf(doc, "i0")?.length)).toBe(300);
  return { sessionId, principles, gwen, by };
}

async function standing(documentId: string): Promise<number> {
  return (await live.read(documentId, readList)).items.length;
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
