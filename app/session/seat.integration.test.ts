import { afterAll, expect, test } from "vitest";

import { signIn } from "#app/host/sign-in.server.ts";
import { aMember, aSession, asSent, aTeam } from "#tests/session-rows.ts";
import { scratchDatabase } from "#tests/database.ts";

import { leaveSeat, memberOf, seatMember, setSharedDevice } from "./seat.server.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

const plain = "http://localhost:3000";
const secure = "https://ymholi.example";

test("a seat's cookie opens its own session and no other", async () => {
  const { sessionId, other, memberId } = await twoSessions();
  const cookies = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  expect((await memberOf(db, cookies, sessionId))?.id).toBe(memberId);
  expect(await memberOf(db, cookies, other)).toBeNull();
  expect(await memberOf(db, null, sessionId)).toBeNull();
  expect(await memberOf(db, "seat=made-up", sessionId)).toBeNull();
});

test("only the hash of a token is kept, and every seating makes a new one", async () => {
  const { memberId } = await twoSessions();
  const cookies = [asSent(await seatMember(db, { memberId, cookies: null, origin: plain })), asSent(await seatMember(db, { memberId, cookies: null, origin: plain }))];
  const kept = await db.seat.findMany({ where: { memberId } });
  expect(new Set(kept.map(({ tokenHash }) => tokenHash)).size).toBe(2);
  for (const cookie of cookies) expect(JSON.stringify(kept)).not.toContain(cookie.split("=")[1]);
});

test("behind https the cookie is bound to the host, and a token planted without that binding opens nothing", async () => {
  const { sessionId, memberId } = await twoSessions();
  const setCookie = await seatMember(db, { memberId, cookies: null, origin: secure });
  expect(setCookie).toMatch(/^__Host-seat=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure$/);
  expect((await memberOf(db, asSent(setCookie), sessionId))?.id).toBe(memberId);
  expect(await memberOf(db, asSent(setCookie).replace("__Host-", ""), sessionId)).toBeNull();
});

test("one browser sits in several sessions; the sixth takes the place of the first", async () => {
  const { enquiryId } = await aTeam(db);
  const sessions = [];
  let cookies = "";
  for (let count = 0; count < 6; count += 1) {
    const { id } = await aSession(db, enquiryId);
    sessions.push(id);
    cookies = asSent(await seatMember(db, { memberId: await aMember(db, id), cookies, origin: plain }));
  }
  const seated = await Promise.all(sessions.map(async (id) => (await memberOf(db, cookies, id)) !== null));
  expect(seated).toEqual([false, true, true, true, true, true]);
});

test("a removed member, a revoked seat and a seat older than a day open nothing", async () => {
  const { sessionId, memberId } = await twoSessions();
  const cookies = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  const isIn = async () => (await memberOf(db, cookies, sessionId)) !== null;
  const day = 24 * 3_600_000;

  await db.seat.updateMany({ where: { memberId }, data: { createdAt: new Date(Date.now() - day) } });
  expect(await isIn()).toBe(false);
  await db.seat.updateMany({ where: { memberId }, data: { createdAt: new Date(), lastSeenAt: new Date(Date.now() - day / 2) } });
  expect(await isIn()).toBe(false);
  await db.seat.updateMany({ where: { memberId }, data: { lastSeenAt: new Date() } });
  expect(await isIn()).toBe(true);
  await db.member.update({ where: { id: memberId }, data: { removedAt: new Date() } });
  expect(await isIn()).toBe(false);
});

test("being seen keeps a seat alive", async () => {
  const { sessionId, memberId } = await twoSessions();
  const cookies = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await db.seat.updateMany({ where: { memberId }, data: { lastSeenAt: anHourAgo } });
  await memberOf(db, cookies, sessionId);
  const [seat] = await db.seat.findMany({ where: { memberId } });
  expect(seat?.lastSeenAt.getTime()).toBeGreaterThan(anHourAgo.getTime() + 3_000_000);
});

test("what somebody says of the device they sit at is kept with that seat, and with no other of theirs", async () => {
  const { sessionId, memberId } = await twoSessions();
  const tablet = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  const phone = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  const library = asSent(await seatMember(db, { memberId, cookies: null, origin: plain, sharedDevice: true }));
  await setSharedDevice(db, { sessionId, cookies: tablet, sharedDevice: true });
  await setSharedDevice(db, { sessionId, cookies: "seat=made-up", sharedDevice: true });
  const said = await Promise.all([tablet, phone, library].map(async (cookies) => (await memberOf(db, cookies, sessionId))?.sharedDevice));
  expect(said).toEqual([true, false, true]);
  await setSharedDevice(db, { sessionId, cookies: tablet, sharedDevice: false });
  expect((await memberOf(db, tablet, sessionId))?.sharedDevice).toBe(false);
});

test("leaving gives up this browser's seat in this session, and keeps the others", async () => {
  const { sessionId, other, memberId } = await twoSessions();
  const one = asSent(await seatMember(db, { memberId, cookies: null, origin: plain }));
  const both = asSent(await seatMember(db, { memberId: await aMember(db, other), cookies: one, origin: plain }));
  const { setCookie, memberIds } = await leaveSeat(db, { sessionId, cookies: both, origin: plain });
  expect(memberIds).toEqual([memberId]);
  expect(await memberOf(db, both, sessionId)).toBeNull();
  expect(await memberOf(db, asSent(setCookie), other)).not.toBeNull();
});

test("a facilitator of the team is a member on first use, once, however many tabs come at once", async () => {
  const { facilitatorId, enquiryId } = await aTeam(db);
  const { id } = await aSession(db, enquiryId);
  const cookies = asSent(await signIn(db, facilitatorId, plain));
  const found = await Promise.all(Array.from({ length: 4 }, () => memberOf(db, cookies, id)));
  expect(new Set(found.map((member) => member?.id)).size).toBe(1);
  expect(found[0]).toMatchObject({ role: "facilitator", perspective: "", name: "Mair", facilitatorId });
});

test("a facilitator of another team is nobody here", async () => {
  const [{ enquiryId }, stranger] = [await aTeam(db), await aTeam(db)];
  const { id } = await aSession(db, enquiryId);
  const cookies = asSent(await signIn(db, stranger.facilitatorId, plain));
  expect(await memberOf(db, cookies, id)).toBeNull();
  expect(await db.member.count({ where: { sessionId: id } })).toBe(0);
});

test("a facilitator who joined with the code sits as the person they joined as", async () => {
  const { facilitatorId, enquiryId } = await aTeam(db);
  const { id } = await aSession(db, enquiryId);
  const memberId = await aMember(db, id);
  const cookies = [await signIn(db, facilitatorId, plain), await seatMember(db, { memberId, cookies: null, origin: plain })].map(asSent).join("; ");
  expect((await memberOf(db, cookies, id))?.id).toBe(memberId);
});

/** A member of one session, and another session. */
async function twoSessions() {
  const { enquiryId } = await aTeam(db);
  const [session, other] = [await aSession(db, enquiryId), await aSession(db, enquiryId)];
  return { sessionId: session.id, other: other.id, memberId: await aMember(db, session.id) };
}
