import { afterAll, beforeAll, expect, test } from "vitest";

import { createLimits } from "#server/limits.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";

import { changePassphrase } from "./account.server.ts";
import { acceptInvitation, firstInvitation, invite, requireInvitation } from "./invitation.server.ts";
import { redeemSignInLink, signInLink } from "./link.server.ts";
import { facilitatorOf, signIn, signOut, trySignIn } from "./sign-in.server.ts";

const PASSPHRASE = "pedair afon lwyd";
const HTTP = "http://localhost:3000";
const HTTPS = "https://ymholi.example";
const HOUR_MS = 60 * 60_000;

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());

test("the first facilitator comes by a link that is new each start, works once, and is never made again", async () => {
  const { db, close } = await scratchDatabase();
  const old = await tokenOf(firstInvitation(db));
  const token = await tokenOf(firstInvitation(db));
  await expect(requireInvitation(db, old)).rejects.toMatchObject({ status: 404 });
  await expect(acceptInvitation(db, token, person("first"))).resolves.toHaveProperty("facilitatorId");
  await expect(acceptInvitation(db, token, person("second"))).rejects.toMatchObject({ status: 404 });
  expect(await firstInvitation(db)).toBeNull();
  await close();
});

test("the first facilitator finds the demonstration, whose own account has no pass-phrase", async () => {
  const { db, close } = await scratchDatabase();
  const owner = await db.facilitator.create({ data: { email: "demonstration@example.org", name: "Demonstration", passphraseHash: "" } });
  const enquiry = await db.enquiry.create({ data: { title: {}, question: {}, purpose: {}, place: "", languages: ["cy"], safeguardingName: "", safeguardingPhone: "", team: { create: { facilitatorId: owner.id } } } });
  const made = await acceptInvitation(db, await tokenOf(firstInvitation(db)), person("newcomer"));
  expect(made).not.toBe("emailTaken");
  expect(await db.teamMember.count({ where: { enquiryId: enquiry.id } })).toBe(2);
  await close();
});

test("of two who open the same invitation at once, one gets in", async () => {
  const inviter = await facilitator("inviter");
  const token = await invite(scratch.db, inviter);
  const tries = await Promise.allSettled([acceptInvitation(scratch.db, token, person("left")), acceptInvitation(scratch.db, token, person("right"))]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an e-mail that has an account leaves the invitation good", async () => {
  const inviter = await facilitator("taken");
  const token = await invite(scratch.db, inviter);
  expect(await acceptInvitation(scratch.db, token, person("taken"))).toBe("emailTaken");
  await expect(requireInvitation(scratch.db, token)).resolves.toBeUndefined();
});

test("an invitation ends after a week", async () => {
  const token = await invite(scratch.db, await facilitator("patient"));
  await scratch.db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  await expect(requireInvitation(scratch.db, token)).rejects.toMatchObject({ status: 404 });
});

test("a sign-in is known by its cookie and gone after signing out", async () => {
  const { id } = await facilitator("regular");
  const cookie = cookieIn(await signIn(scratch.db, id, HTTP));
  expect(await facilitatorOf(scratch.db, cookie)).toMatchObject({ id, name: "regular" });
  expect(await facilitatorOf(scratch.db, "signIn=invented")).toBeNull();
  await signOut(scratch.db, cookie, HTTP);
  expect(await facilitatorOf(scratch.db, cookie)).toBeNull();
});

test("behind https the cookie is Secure and __Host-, and its token is worth nothing under another name", async () => {
  const { id } = await facilitator("secure");
  const header = await signIn(scratch.db, id, HTTPS);
  expect(header).toMatch(/^__Host-signIn=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600; Secure$/);
  const cookie = cookieIn(header);
  expect(await facilitatorOf(scratch.db, cookie)).toMatchObject({ id });
  expect(await facilitatorOf(scratch.db, cookie.replace("__Host-", ""))).toBeNull();
});

test.each([
  ["12 hours without use", { lastSeenAt: new Date(Date.now() - 12 * HOUR_MS) }],
  ["14 days in any case", { createdAt: new Date(Date.now() - 14 * 24 * HOUR_MS) }],
])("a sign-in ends after %s", async (_name, change) => {
  const { id } = await facilitator(crypto.randomUUID());
  const cookie = cookieIn(await signIn(scratch.db, id, HTTP));
  await scratch.db.signIn.updateMany({ where: { facilitatorId: id }, data: change });
  expect(await facilitatorOf(scratch.db, cookie)).toBeNull();
});

test("an unknown e-mail and a wrong pass-phrase get the same answer; the right one gets in", async () => {
  const { id } = await facilitator("welcome");
  const { limits, close } = createLimits(undefined);
  const at = (email: string, passphrase: string) => trySignIn({ db: scratch.db, limits }, { email, passphrase, address: "192.0.2.1" });
  expect(await at("welcome@example.org", PASSPHRASE.toUpperCase())).toEqual(await at("nobody@example.org", PASSPHRASE));
  expect(await at("welcome@example.org", PASSPHRASE)).toEqual({ kind: "in", facilitatorId: id });
  close();
});

test("an account without a pass-phrase cannot be entered by any", async () => {
  await scratch.db.facilitator.create({ data: { email: "linkonly@example.org", name: "Link", passphraseHash: "" } });
  const { limits, close } = createLimits(undefined);
  expect(await trySignIn({ db: scratch.db, limits }, { email: "linkonly@example.org", passphrase: "", address: "192.0.2.2" })).toEqual({ kind: "wrong" });
  close();
});

test("after five wrong tries even the right pass-phrase has to wait, for that e-mail from anywhere", async () => {
  await facilitator("target");
  const { limits, close } = createLimits(undefined);
  const at = (passphrase: string, address: string) => trySignIn({ db: scratch.db, limits }, { email: "target@example.org", passphrase, address });
  for (let n = 0; n < 5; n += 1) expect(await at("wrong guess", `192.0.2.${n}`)).toEqual({ kind: "wrong" });
  expect(await at(PASSPHRASE, "192.0.2.99")).toMatchObject({ kind: "tooMany" });
  close();
});

test("changing the pass-phrase needs the old one, and ends every sign-in and sign-in link", async () => {
  const { id } = await facilitator("changing");
  const cookie = cookieIn(await signIn(scratch.db, id, HTTP));
  const link = await signInLink(scratch.db, id);
  const { limits, close } = createLimits(undefined);
  const house = { db: scratch.db, limits };
  expect(await changePassphrase(house, { id }, { current: "not the old one", next: "tair coeden werdd" })).toBe("host.passphrase.wrongNow");
  expect(await changePassphrase(house, { id }, { current: PASSPHRASE, next: "tair coeden werdd" })).toBe("changed");
  expect(await facilitatorOf(scratch.db, cookie)).toBeNull();
  expect(await redeemSignInLink(scratch.db, link)).toBeNull();
  expect(await trySignIn(house, { email: "changing@example.org", passphrase: "tair coeden werdd", address: "192.0.2.3" })).toMatchObject({ kind: "in" });
  close();
});

test("a sign-in link works once, and not when it is too old", async () => {
  const { id } = await facilitator("linked");
  const token = await signInLink(scratch.db, id);
  const tries = await Promise.all([redeemSignInLink(scratch.db, token), redeemSignInLink(scratch.db, token)]);
  expect(tries.filter((answer) => answer === id)).toHaveLength(1);
  expect(await redeemSignInLink(scratch.db, await signInLink(scratch.db, id, -1))).toBeNull();
});

function person(name: string) {
  return { name, email: `${name}@example.org`, passphrase: PASSPHRASE };
}

async function facilitator(name: string): Promise<{ id: string }> {
  const token = await invite(scratch.db, await scratch.db.facilitator.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "Inviter", passphraseHash: "" } }));
  const made = await acceptInvitation(scratch.db, token, person(name));
  if (made === "emailTaken") throw new Error(`${name} is taken`);
  return { id: made.facilitatorId };
}

async function tokenOf(made: Promise<string | null>): Promise<string> {
  return (await made) ?? expect.fail("no invitation was made");
}

/** "name=value" of a Set-Cookie header: what the browser sends back. */
function cookieIn(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}
