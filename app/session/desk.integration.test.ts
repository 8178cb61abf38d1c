import { afterAll, expect, test } from "vitest";

import { aMember, aSession, aTeam, listeningDesk, nothingNeeded, someEvidenceIn } from "#tests/session-rows.ts";
import { scratchDatabase } from "#tests/database.ts";

import { isDoorOpen } from "./code.ts";
import { move, openDoor, removeMember, rotateCode, setFrozen } from "./desk.server.ts";
import { membersOf, peopleOf, seatedBy } from "./people.server.ts";
import { sessionFor } from "./session.server.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

test("a session is found by its team only; missing and foreign are the same 404", async () => {
  const [own, other] = [await aTeam(db), await aTeam(db)];
  const { id } = await aSession(db, own.enquiryId);
  expect((await sessionFor(db, { id: own.facilitatorId }, id)).enquiry.id).toBe(own.enquiryId);
  await expect(sessionFor(db, { id: other.facilitatorId }, id)).rejects.toMatchObject({ status: 404 });
  await expect(sessionFor(db, { id: own.facilitatorId }, "no such session")).rejects.toMatchObject({ status: 404 });
  await expect(sessionFor(db, { id: own.facilitatorId }, undefined)).rejects.toMatchObject({ status: 404 });
});

test("opening the door for the first time opens the session at its first stage, with its documents", async () => {
  const { desk, id, stageIds, enquiryId } = await preparing();
  const { itemId, versionId } = await someEvidenceIn(db, enquiryId);
  await db.sessionEvidence.create({ data: { sessionId: id, versionId, position: 0 } });
  expect(await openDoor(desk, id, nothingNeeded)).toEqual({ ok: true });

  const session = await db.session.findUniqueOrThrow({ where: { id }, include: { documents: true } });
  expect(session).toMatchObject({ state: "open", currentStageId: stageIds[0], clockLeftMs: 600_000, clockEndsAt: null, boardVersion: 1 });
  expect(session.code).toMatch(/^\d{9}$/);
  expect(session.documents.map(({ kind, subject }) => `${kind} ${subject}`.trim()).sort()).toEqual([`notes ${itemId}`, "principles", "priorities", "questions", "rules", "talk"].sort());
  expect(desk.told).toEqual([id]);
});

test("two facilitators opening the door at once make one session and one set of documents", async () => {
  const { desk, id } = await preparing();
  expect(await Promise.all([openDoor(desk, id, nothingNeeded), openDoor(desk, id, nothingNeeded)])).toEqual([{ ok: true }, { ok: true }]);
  expect(await db.document.count({ where: { sessionId: id } })).toBe(5);
});

test("a session without stages is not opened, and nobody is told", async () => {
  const { desk, id } = await preparing();
  await db.stage.deleteMany({ where: { sessionId: id } });
  expect(await openDoor(desk, id, nothingNeeded)).toEqual({ ok: false, problem: "session.problem.noStages" });
  expect(await db.session.findUnique({ where: { id } })).toMatchObject({ state: "preparing", code: null });
  expect(desk.told).toEqual([]);
});

test("the door closes, opens again under the code that stands on the sheets, and the code can be changed while it is open", async () => {
  const { desk, id } = await running();
  const first = await codeOf(id);
  await move(desk, id, { move: "closeDoor" }, nothingNeeded);
  expect(await isOpen(id)).toBe(false);
  expect(await rotateCode(desk, id)).toEqual({ ok: false, problem: "session.problem.doorClosed" });
  await openDoor(desk, id, nothingNeeded);
  expect(await isOpen(id)).toBe(true);
  expect(await codeOf(id)).toBe(first);
  await rotateCode(desk, id);
  expect(new Set([first, await codeOf(id), null]).size).toBe(3);
});

test("going to a stage sets the clock ready at its minutes", async () => {
  const { desk, id, stageIds } = await running();
  await move(desk, id, { move: "startClock" }, nothingNeeded);
  await move(desk, id, { move: "goTo", stageId: stageIds[2] ?? "" }, nothingNeeded);
  expect(await db.session.findUnique({ where: { id } })).toMatchObject({ currentStageId: stageIds[2], clockEndsAt: null, clockLeftMs: 1_800_000 });
});

test("nobody is sent to another session's stage", async () => {
  const [{ desk, id, stageIds }, other] = [await running(), await running()];
  expect(await move(desk, id, { move: "goTo", stageId: other.stageIds[1] ?? "" }, nothingNeeded)).toEqual({ ok: false, problem: "session.problem.stageGone" });
  expect(await db.session.findUnique({ where: { id } })).toMatchObject({ currentStageId: stageIds[0] });
});

test("the clock runs in server time, is paused and is given minutes", async () => {
  const { desk, id } = await running();
  await move(desk, id, { move: "startClock" }, nothingNeeded);
  await move(desk, id, { move: "addMinutes", minutes: 5 }, nothingNeeded);
  const { clockEndsAt } = await db.session.findUniqueOrThrow({ where: { id } });
  expect(Math.abs((clockEndsAt?.getTime() ?? 0) - Date.now() - 15 * 60_000)).toBeLessThan(5_000);
  await move(desk, id, { move: "pauseClock" }, nothingNeeded);
  const { clockLeftMs } = await db.session.findUniqueOrThrow({ where: { id } });
  expect(Math.abs((clockLeftMs ?? 0) - 15 * 60_000)).toBeLessThan(5_000);
});

test("many decisions at once are each counted, none lost", async () => {
  const { desk, id } = await running();
  await Promise.all(Array.from({ length: 12 }, () => move(desk, id, { move: "addMinutes", minutes: 1 }, nothingNeeded)));
  expect(await db.session.findUnique({ where: { id } })).toMatchObject({ clockLeftMs: 22 * 60_000, boardVersion: 13 });
});

test("a removed member is out everywhere at once, is counted no more, and what they wrote keeps its name", async () => {
  const { desk, id } = await running();
  const [sian, ann] = [await aMember(db, id), await aMember(db, id, { name: "Ann", perspective: "unsaid" })];
  await db.seat.create({ data: { tokenHash: crypto.randomUUID(), memberId: sian } });
  expect(await removeMember(desk, id, sian)).toEqual({ ok: true });
  expect(desk.unseated).toEqual([sian]);
  expect(await db.seat.count({ where: { memberId: sian, revokedAt: null } })).toBe(0);
  expect(await seatedBy(db, id)).toEqual({ unsaid: 1 });
  expect((await membersOf(db, id)).map((member) => member.id)).toEqual([ann]);
  expect((await peopleOf(db, id)).map(({ name }) => name)).toEqual(["Siân", "Ann"]);
  expect(await removeMember(desk, id, sian)).toEqual({ ok: false, problem: "session.problem.memberGone" });
});

test("a desk removes nobody from another session, and no facilitator", async () => {
  const [{ desk, id, facilitatorId }, other] = [await running(), await running()];
  const [foreign, own] = [await aMember(db, other.id), await aMember(db, id, { role: "facilitator", facilitatorId })];
  for (const memberId of [foreign, own]) {
    await db.seat.create({ data: { tokenHash: crypto.randomUUID(), memberId } });
    expect(await removeMember(desk, id, memberId)).toMatchObject({ ok: false });
    expect(await db.seat.count({ where: { memberId, revokedAt: null } })).toBe(1);
  }
  expect(desk.unseated).toEqual([]);
});

test("wording is not freed while people rank it", async () => {
  const { desk, id } = await running();
  await setFrozen(desk, id, true);
  const round = await db.round.create({ data: { sessionId: id, number: 1, choose: 3, candidates: [] } });
  expect(await setFrozen(desk, id, false)).toEqual({ ok: false, problem: "session.problem.roundOpen" });
  await db.round.update({ where: { id: round.id }, data: { closedAt: new Date() } });
  expect(await setFrozen(desk, id, false)).toEqual({ ok: true });
});

test("nothing is decided in a closed session", async () => {
  const { desk, id, stageIds } = await running();
  await db.session.update({ where: { id }, data: { state: "closed", code: null } });
  const before = await db.session.findUnique({ where: { id } });
  const closed = { ok: false, problem: "session.problem.closed" };
  expect(await Promise.all([move(desk, id, { move: "goTo", stageId: stageIds[1] ?? "" }, nothingNeeded), move(desk, id, { move: "startClock" }, nothingNeeded), openDoor(desk, id, nothingNeeded), setFrozen(desk, id, true)])).toEqual([closed, closed, closed, closed]);
  expect(await db.session.findUnique({ where: { id } })).toEqual(before);
});

/** A session in preparation. */
async function preparing() {
  const team = await aTeam(db);
  return { ...team, ...(await aSession(db, team.enquiryId)), desk: listeningDesk(db) };
}

/** An open session, its door open. */
async function running() {
  const session = await preparing();
  await openDoor(session.desk, session.id, nothingNeeded);
  return session;
}

async function isOpen(id: string): Promise<boolean> {
  return isDoorOpen(await db.session.findUniqueOrThrow({ where: { id } }));
}

async function codeOf(id: string): Promise<string | null> {
  return (await db.session.findUniqueOrThrow({ where: { id } })).code;
}
