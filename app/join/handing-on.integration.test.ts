import { afterAll, expect, test } from "vitest";

import { memberOf } from "#app/session/seat.server.ts";
import { scratchDatabase } from "#tests/database.ts";
import { aMember, aSession, asSent, aTeam, listeningDesk } from "#tests/session-rows.ts";
import { createLimits } from "#server/limits.ts";
import { hashOfToken } from "#app/host/token.server.ts";

import { joiningOf } from "./answers.server.ts";
import { tryReturnCode } from "./door.server.ts";
import { codeToKeep, giveLaterCode, handOver } from "./handing-on.server.ts";
import { comeBack } from "./seating.server.ts";

const store = await scratchDatabase();
const { db } = store;
const { limits, close } = createLimits(undefined);
afterAll(async () => {
  close();
  await store.close();
});

const origin = "http://localhost:3000";

test("a further return code is shown before handing on, and the first one stays good", async () => {
  const { context, sessionId, memberId, cookies } = await seated("7KQ4MXPD2RTH");
  const given = await giveLaterCode({ context, request: asking(cookies) }, { id: memberId, sessionId });
  const code = await codeToKeep({ context, request: asking(asSent(given.headers.get("Set-Cookie") ?? "")) }, sessionId);
  expect(code).toMatch(/^[0-9A-Z]{12}$/);
  const tries = await Promise.all([code ?? "", "7KQ4MXPD2RTH"].map((one) => tryReturnCode({ db, limits, address: "192.0.2.1" }, one)));
  expect(tries).toEqual([{ kind: "in", memberId, sessionId }, { kind: "in", memberId, sessionId }]);
  expect(await codeToKeep({ context, request: asking(asSent(given.headers.get("Set-Cookie") ?? "")) }, "another session")).toBeNull();
});

test("handing on ends every seat and sign-in of the browser, has it wiped, and offers the code to the next person", async () => {
  const first = await seated("23456789CDFG");
  const second = await seated("3456789CDFGH", first.cookies);
  const answer = await handOver({ context: second.context, request: asking(second.cookies) }, second.sessionId);
  expect(answer.headers.get("Location")).toBe("/join");
  expect(answer.headers.get("Clear-Site-Data")).toBe('"storage"');
  for (const { sessionId } of [first, second]) expect(await memberOf(db, second.cookies, sessionId)).toBeNull();
  expect(second.context.unseated.sort()).toEqual([first.memberId, second.memberId].sort());
  const after = answer.headers.getSetCookie().map(asSent);
  expect(await joiningOf({ context: second.context, request: asking(after.join("; ")) })).toEqual({ step: "scanned", code: second.code });
  expect(after.find((cookie) => cookie.startsWith("seat="))).toBe("seat=");
});

test("behind a closed door the next person is told no code", async () => {
  const { context, sessionId, cookies } = await seated("456789CDFGHJ");
  await db.session.update({ where: { id: sessionId }, data: { code: null, doorOpenedAt: null } });
  const answer = await handOver({ context, request: asking(cookies) }, sessionId);
  expect(await joiningOf({ context, request: asking(answer.headers.getSetCookie().map(asSent).join("; ")) })).toBeNull();
});

/** A participant in a browser that may have other seats already. */
async function seated(returnCode: string, before: string | null = null) {
  const { enquiryId } = await aTeam(db);
  const code = String(Math.floor(Math.random() * 1e9)).padStart(9, "0");
  const { id: sessionId } = await aSession(db, enquiryId, { state: "open", code, doorOpenedAt: new Date() });
  const memberId = await aMember(db, sessionId, { returnCodeHash: hashOfToken(returnCode) });
  const context = { ...listeningDesk(db), origin, secrets: { hostKey: new Uint8Array(32).fill(3), cookieSecret: "a secret that signs nothing here" } };
  return { context, code, sessionId, memberId, cookies: asSent(await comeBack(context, { memberId, cookies: before, sharedDevice: false })) };
}

function asking(cookies: string): Request {
  return new Request(`${origin}/s/any/hand-on`, { headers: { Cookie: cookies } });
}
