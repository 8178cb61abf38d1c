import { afterAll, expect, test, vi } from "vitest";

import { hashOfToken } from "#app/host/token.server.ts";
import { move, openDoor, removeMember, rotateCode } from "#app/session/desk.server.ts";
import { memberOf } from "#app/session/seat.server.ts";
import { aMember, aSession, asSent, aTeam, listeningDesk, nothingNeeded } from "#tests/session-rows.ts";
import { scratchDatabase } from "#tests/database.ts";
import { createLimits } from "#server/limits.ts";

import { begin } from "./answers.server.ts";
import { tryCode, tryReturnCode } from "./door.server.ts";
import { comeBack, leave, sitDown, wholeAnswers, type WholeAnswers } from "./seating.server.ts";

const store = await scratchDatabase();
const { db } = store;
const { limits, close } = createLimits(undefined);
afterAll(async () => {
  close();
  await store.close();
});

const origin = "http://localhost:3000";
let addresses = 0;
/** The door as seen from an address that nobody has come from yet. */
const doorFrom = (address = `192.0.2.${(addresses += 1)}`) => ({ db, limits, address });

test("a right code lets people in, whatever it is called by", async () => {
  const { code } = await openSession();
  expect(await tryCode(doorFrom(), code)).toEqual({ kind: "in", code });
});

test("wrong, closed, expired and not yet opened codes get the same answer, not before the same time", async () => {
  const [closed, expired, sealed] = [await openSession(), await openSession(), await openSession()];
  await move(closed.desk, closed.id, { move: "closeDoor" }, nothingNeeded);
  await db.session.update({ where: { id: expired.id }, data: { doorOpenedAt: new Date(0) } });
  await db.session.update({ where: { id: sealed.id }, data: { state: "closed" } });
  const wrong = otherThan(closed.code, expired.code, sealed.code);
  const tried = await Promise.all([wrong, closed.code, expired.code, sealed.code].map((code) => timed(() => tryCode(doorFrom(), code))));
  for (const { answer, tookMs } of tried) {
    expect(answer).toEqual({ kind: "wrong" });
    expect(tookMs).toBeGreaterThanOrEqual(299);
  }
});

test("a right code takes as long as a wrong one", async () => {
  const { code } = await openSession();
  expect((await timed(() => tryCode(doorFrom(), code))).tookMs).toBeGreaterThanOrEqual(299);
});

test("after ten wrong codes an address waits and nothing is looked at; other addresses go on", async () => {
  const { code } = await openSession();
  const guesser = doorFrom();
  for (let count = 0; count < 10; count += 1) await limits.join.attempt([guesser.address], () => Promise.resolve(null));
  const tried = await tryCode(guesser, code);
  expect(tried).toMatchObject({ kind: "tooMany" });
  expect(tried.kind === "tooMany" && tried.waitS).toBeGreaterThan(0);
  expect(await tryCode(doorFrom(), code)).toMatchObject({ kind: "in" });
});

test("two hundred guesses at once are ten guesses, whatever is guessed", async () => {
  const { code } = await openSession();
  const guesser = doorFrom();
  const wrong = otherThan(code);
  const looks = vi.spyOn(db.session, "findUnique");
  const tried = await Promise.all(Array.from({ length: 200 }, (_, guess) => (guess % 2 ? tryCode(guesser, wrong) : tryReturnCode(guesser, "7KQ4MXPD2RTX"))));
  expect(tried.filter(({ kind }) => kind === "wrong")).toHaveLength(10);
  expect(tried.filter(({ kind }) => kind === "tooMany")).toHaveLength(190);
  expect(looks.mock.calls.length).toBeLessThanOrEqual(10);
  looks.mockRestore();
  expect(await tryCode(guesser, code)).toMatchObject({ kind: "tooMany" });
  expect(await tryCode(doorFrom(), code)).toMatchObject({ kind: "in" });
});

test("a whole council may join from one address: successes are not counted", async () => {
  const { code } = await openSession();
  const council = doorFrom();
  const tried = await Promise.all(Array.from({ length: 40 }, () => tryCode(council, code)));
  expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(["in"]));
  expect(await tryCode(council, code)).toMatchObject({ kind: "in" });
});

test("somebody who agreed is seated, everybody is told, and the return code brings the same person back elsewhere", async () => {
  const { desk, id, code } = await openSession();
  const answers = answersFor(code);
  const seated = await sitDown({ ...desk, origin }, answers, null);
  const here = asSent(seated?.setCookie ?? "");
  expect(await memberOf(db, here, id)).toMatchObject({ id: answers.memberId, name: "Siân", perspective: "carer", language: "cy", consentVersion: 1, returnCodeHash: hashOfToken(answers.returnCode) });
  expect(desk.told.at(-1)).toBe(id);

  const tried = await tryReturnCode(doorFrom(), answers.returnCode);
  expect(tried).toEqual({ kind: "in", memberId: answers.memberId, sessionId: id });
  const elsewhere = asSent(await comeBack({ ...desk, origin }, { memberId: answers.memberId, cookies: null }));
  expect((await memberOf(db, elsewhere, id))?.id).toBe(answers.memberId);
  expect((await memberOf(db, here, id))?.id).toBe(answers.memberId);
});

test("a day later the seat has ended and the return code still opens a new one, to write while the session is open and to read once it has closed", async () => {
  const { desk, id, code } = await openSession();
  const answers = answersFor(code);
  const stale = asSent((await sitDown({ ...desk, origin }, answers, null))?.setCookie ?? "");
  await move(desk, id, { move: "closeDoor" }, nothingNeeded);
  await db.seat.updateMany({ where: { memberId: answers.memberId }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  expect(await memberOf(db, stale, id)).toBeNull();

  expect(await tryReturnCode(doorFrom(), answers.returnCode)).toEqual({ kind: "in", memberId: answers.memberId, sessionId: id });
  const fresh = asSent(await comeBack({ ...desk, origin }, { memberId: answers.memberId, cookies: stale }));
  expect((await memberOf(db, fresh, id))?.id).toBe(answers.memberId);
  await db.session.update({ where: { id }, data: { state: "closed" } });
  expect(await tryReturnCode(doorFrom(), answers.returnCode)).toMatchObject({ kind: "in" });
  expect((await memberOf(db, fresh, id))?.id).toBe(answers.memberId);
});

test("sending the last form twice seats one person, not two", async () => {
  const { desk, id, code } = await openSession();
  const answers = answersFor(code);
  await Promise.all([sitDown({ ...desk, origin }, answers, null), sitDown({ ...desk, origin }, answers, null)]);
  expect(await db.member.count({ where: { sessionId: id } })).toBe(1);
});

test("nobody sits down with a code that stopped being right while they answered", async () => {
  const [closed, rotated] = [await openSession(), await openSession()];
  await move(closed.desk, closed.id, { move: "closeDoor" }, nothingNeeded);
  await rotateCode(rotated.desk, rotated.id);
  for (const { desk, id, code } of [closed, rotated]) {
    expect(await sitDown({ ...desk, origin }, answersFor(code), null)).toBeNull();
    expect(await db.member.count({ where: { sessionId: id } })).toBe(0);
  }
});

test("a removed person's return code is told like a wrong one", async () => {
  const { desk, id } = await openSession();
  const memberId = await aMember(db, id, { returnCodeHash: hashOfToken("7KQ4MXPD2RTH") });
  expect(await tryReturnCode(doorFrom(), "7KQ4MXPD2RTH")).toMatchObject({ kind: "in" });
  await removeMember(desk, id, memberId);
  expect(await tryReturnCode(doorFrom(), "7KQ4MXPD2RTH")).toEqual({ kind: "wrong" });
});

test("leaving one of two devices keeps the other's sockets; leaving the last closes them, and takes a raised hand down; coming back is being in again", async () => {
  const { desk, id, code } = await openSession();
  const answers = answersFor(code);
  const house = { ...desk, origin };
  const phone = asSent((await sitDown(house, answers, null))?.setCookie ?? "");
  const tablet = asSent(await comeBack(house, { memberId: answers.memberId, cookies: null }));
  await db.hand.create({ data: { sessionId: id, memberId: answers.memberId, stageId: "", kind: "queue" } });
  const hands = () => db.hand.count({ where: { memberId: answers.memberId, droppedAt: null } });
  await leave(house, id, phone);
  expect(desk.unseated).toEqual([]);
  expect(await hands()).toBe(1);
  await leave(house, id, tablet);
  expect(desk.unseated).toEqual([answers.memberId]);
  expect(await hands()).toBe(0);
  const told = desk.told.length;
  const leftAt = async () => (await db.member.findUniqueOrThrow({ where: { id: answers.memberId } })).leftAt;
  expect(await leftAt()).not.toBeNull();
  await comeBack(house, { memberId: answers.memberId, cookies: null });
  expect(await leftAt()).toBeNull();
  expect(desk.told.length, "every page hears of it").toBe(told + 1);
});

test("answers are kept when the same code is entered again, and begun anew under another", () => {
  const answers = { ...begin("412987305", null), name: "Siân" };
  expect(begin("412987305", answers)).toBe(answers);
  const anew = begin("412987306", answers);
  expect(anew.name).toBeUndefined();
  expect(anew.memberId).not.toBe(answers.memberId);
});

test("answers are whole only when none is missing", () => {
  const answers = answersFor("412987305");
  expect(wholeAnswers(answers)).toEqual(answers);
  expect(wholeAnswers({ ...answers, perspective: undefined })).toBeNull();
});

async function openSession() {
  const { enquiryId } = await aTeam(db);
  const { id } = await aSession(db, enquiryId);
  const desk = listeningDesk(db);
  await openDoor(desk, id, nothingNeeded);
  const { code } = await db.session.findUniqueOrThrow({ where: { id } });
  return { id, desk, code: code ?? "" };
}

function answersFor(code: string): WholeAnswers {
  return { ...begin(code, null), name: "Siân", perspective: "carer", language: "cy" };
}

async function timed<T>(work: () => Promise<T>) {
  const began = performance.now();
  return { answer: await work(), tookMs: performance.now() - began };
}

function otherThan(...codes: string[]): string {
  return ["111111111", "222222222", "333333333", "444444444"].find((code) => !codes.includes(code)) ?? "";
}
