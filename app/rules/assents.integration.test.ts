import { afterAll, expect, test } from "vitest";

import { scratchDatabase } from "#tests/database.ts";
import { aMember, aSession, aTeam, listeningDesk } from "#tests/session-rows.ts";

import { agreeRules, hasAssented, openRules, rulesNoticeOf, sayAssent } from "./assents.server.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

test("each person agrees for themself, may take it back, and only a count is told", async () => {
  const { desk, sessionId, memberId } = await inSession();
  await sayAssent(desk, { sessionId, memberId }, true);
  await sayAssent(desk, { sessionId, memberId }, true);
  await sayAssent(desk, { sessionId, memberId: await aMember(db, sessionId) }, true);
  expect(await rulesNoticeOf(db, sessionId)).toEqual({ assents: 2 });
  expect(await hasAssented(db, { sessionId, memberId })).toBe(true);
  await sayAssent(desk, { sessionId, memberId }, false);
  expect(await rulesNoticeOf(db, sessionId)).toEqual({ assents: 1 });
  expect(await hasAssented(db, { sessionId, memberId })).toBe(false);
  expect(desk.told).toHaveLength(4);
});

test("somebody who was removed is counted no more", async () => {
  const { desk, sessionId, memberId } = await inSession();
  await sayAssent(desk, { sessionId, memberId }, true);
  await db.member.update({ where: { id: memberId }, data: { removedAt: new Date() } });
  expect(await rulesNoticeOf(db, sessionId)).toEqual({ assents: 0 });
});

test("the group agrees once, and opening the rules again asks everybody anew", async () => {
  const { desk, sessionId, memberId } = await inSession();
  await sayAssent(desk, { sessionId, memberId }, true);
  await agreeRules(desk, sessionId);
  const agreedAt = await agreedIn(sessionId);
  await agreeRules(desk, sessionId);
  expect(await agreedIn(sessionId)).toEqual(agreedAt);
  await openRules(desk, sessionId);
  expect(await agreedIn(sessionId)).toBeNull();
  expect(await rulesNoticeOf(db, sessionId)).toEqual({ assents: 0 });
});

test("nothing is agreed in a closed session", async () => {
  const { desk, sessionId, memberId } = await inSession();
  await db.session.update({ where: { id: sessionId }, data: { state: "closed" } });
  const closed = { ok: false, problem: "session.problem.closed" };
  expect(await Promise.all([sayAssent(desk, { sessionId, memberId }, true), agreeRules(desk, sessionId), openRules(desk, sessionId)])).toEqual([closed, closed, closed]);
  expect(await rulesNoticeOf(db, sessionId)).toEqual({ assents: 0 });
});

/** An open session with one participant. */
async function inSession() {
  const { enquiryId } = await aTeam(db);
  const { id: sessionId } = await aSession(db, enquiryId, { state: "open" });
  return { desk: listeningDesk(db), sessionId, memberId: await aMember(db, sessionId) };
}

async function agreedIn(id: string): Promise<Date | null> {
  return (await db.session.findUniqueOrThrow({ where: { id } })).rulesAgreedAt;
}
