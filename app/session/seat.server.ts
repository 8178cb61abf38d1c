/**
 * Seats: a browser in which a member sits. The cookie holds a random token for each of the last few
 * sessions; the database holds only the SHA-256 of cookie name and token, so that a token planted in the
 * other cookie (`seat` beside `__Host-seat`, by a neighbouring site) opens nothing.
 */
import { redirect, type AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";
import { cookieName, forgetCookie, readCookie, writeCookie } from "#app/host/cookie.server.ts";
import { facilitatorOf, signInHashOf } from "#app/host/sign-in.server.ts";
import { hashOfToken, newToken } from "#app/host/token.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import type { Member } from "#prisma/client.ts";

import type { Credential } from "./credential.ts";

const COOKIE = "seat";
/** Sessions one browser may sit in at once; the oldest seat gives way. */
const SEATS = 5;
const HOUR_MS = 3_600_000;
/** A seat ends after a day, or half a day of silence; the return code brings its member back. */
const LIFE_MS = 24 * HOUR_MS;
const IDLE_MS = 12 * HOUR_MS;
/** How exactly "last seen" is kept: not a write for every page. */
const SEEN_EVERY_MS = 5 * 60_000;

/** A member, and what they said of the device they sit at. */
export interface Seated extends Member {
  /** Other people use it too: nothing may be left on it. */
  readonly sharedDevice: boolean;
}

/** A member, and by which of their cookies they came in. Never sent to a page. */
export interface Admitted {
  readonly member: Seated;
  readonly credential: Credential;
}

/**
 * Who these cookies are in this session: the member of their seat, else a facilitator of the enquiry's
 * team, whose Member row is made on first use. Null for everybody else. `cookies` is a Cookie header.
 */
export async function memberOf(db: Db, cookies: string | null, sessionId: string): Promise<Seated | null> {
  return (await admittedBy(db, cookies, sessionId))?.member ?? null;
}

/** As memberOf, with what they came in by. */
export async function admittedBy(db: Db, cookies: string | null, sessionId: string): Promise<Admitted | null> {
  return (await seatedMember(db, cookies, sessionId)) ?? (await memberOnTeam(db, cookies, sessionId));
}

/** As memberOf; throws a redirect to /join for everybody else, whether or not there is such a session. */
export async function requireMember({ context, request, params }: { context: AppLoadContext; request: Request; params: { session?: string | undefined } }): Promise<Seated> {
  const member = params.session && (await memberOf(context.db, request.headers.get("Cookie"), params.session));
  if (!member) throw redirect("/join");
  return member;
}

interface Seating {
  readonly memberId: string;
  /** A Cookie header: seats in other sessions are kept. */
  readonly cookies: string | null;
  readonly origin: string;
  readonly sharedDevice?: boolean;
}

/** Seats a member in this browser under a new token. Answers the Set-Cookie header value. */
export async function seatMember(db: Db, { memberId, cookies, origin, sharedDevice = false }: Seating): Promise<string> {
  const token = newToken();
  await db.seat.create({ data: { tokenHash: boundHash(cookieName(COOKIE, origin), token), memberId, sharedDevice } });
  return seatCookie([token, ...tokensIn(cookies).tokens].slice(0, SEATS), origin);
}

/** Takes back every seat of this browser, in whichever session. Answers the Set-Cookie value that forgets them, and the members who sat there. */
export async function leaveEverySeat(db: Db, { cookies, origin }: { cookies: string | null; origin: string }): Promise<{ setCookie: string; memberIds: string[] }> {
  const { tokens, hashOf } = tokensIn(cookies);
  const left = await db.seat.updateManyAndReturn({ where: { tokenHash: { in: tokens.map(hashOf) }, revokedAt: null }, data: { revokedAt: new Date() }, select: { memberId: true } });
  return { setCookie: forgetCookie(COOKIE, origin), memberIds: [...new Set(left.map(({ memberId }) => memberId))] };
}

/** Takes back this browser's seats in the session. Answers the Set-Cookie value without them, and the members who sat there. */
export async function leaveSeat(db: Db, { sessionId, cookies, origin }: { sessionId: string; cookies: string | null; origin: string }): Promise<{ setCookie: string; memberIds: string[] }> {
  const { tokens, hashOf } = tokensIn(cookies);
  const seats = await db.seat.findMany({ where: { tokenHash: { in: tokens.map(hashOf) }, member: { sessionId } } });
  const left = new Set(seats.map(({ tokenHash }) => tokenHash));
  await db.seat.updateMany({ where: { tokenHash: { in: [...left] }, revokedAt: null }, data: { revokedAt: new Date() } });
  const setCookie = seatCookie(tokens.filter((token) => !left.has(hashOf(token))), origin);
  return { setCookie, memberIds: [...new Set(seats.map(({ memberId }) => memberId))] };
}

/** What whoever sits in this browser says of it. Without a seat in the session nothing happens. */
export async function setSharedDevice(db: Db, { sessionId, cookies, sharedDevice }: { sessionId: string; cookies: string | null; sharedDevice: boolean }): Promise<void> {
  const { tokens, hashOf } = tokensIn(cookies);
  await db.seat.updateMany({ where: { tokenHash: { in: tokens.map(hashOf) }, member: { sessionId } }, data: { sharedDevice } });
}

/** What a valid seat looks like in the database. */
export function liveSeat(now = Date.now()) {
  return { revokedAt: null, createdAt: { gt: new Date(now - LIFE_MS) }, lastSeenAt: { gt: new Date(now - IDLE_MS) } };
}

async function seatedMember(db: Db, cookies: string | null, sessionId: string): Promise<Admitted | null> {
  const { tokens, hashOf } = tokensIn(cookies);
  const tokenHashes = tokens.map(hashOf);
  if (tokenHashes.length === 0) return null;
  const where = { ...liveSeat(), tokenHash: { in: tokenHashes }, member: { sessionId, removedAt: null } };
  const seat = await db.seat.findFirst({ where, include: { member: true }, orderBy: { createdAt: "desc" } });
  if (seat && Date.now() - seat.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await db.seat.update({ where: { tokenHash: seat.tokenHash }, data: { lastSeenAt: new Date() } });
  }
  if (!seat) return null;
  const { tokenHash, memberId, member, sharedDevice } = seat;
  return { member: { ...member, sharedDevice }, credential: { kind: "seat", tokenHash, memberId } };
}

async function memberOnTeam(db: Db, cookies: string | null, sessionId: string): Promise<Admitted | null> {
  const facilitator = await facilitatorOf(db, cookies);
  const theirs = facilitator && { id: sessionId, enquiry: { team: { some: { facilitatorId: facilitator.id } } } };
  if (!theirs || !(await db.session.findFirst({ where: theirs, select: { id: true } }))) return null;
  const key = { sessionId, facilitatorId: facilitator.id };
  const byBoth = { sessionId_facilitatorId: key };
  const known = await db.member.findUnique({ where: byBoth });
  if (known) return atOwnDevice(known, cookies);
  const member = { ...key, role: "facilitator", name: facilitator.name, perspective: "", language: await languageIn(cookies) } as const;
  // Two tabs may come first at once: the second finds the first's row.
  await db.member.createMany({ data: [member], skipDuplicates: true });
  return atOwnDevice(await db.member.findUnique({ where: byBoth }), cookies);
}

/** Facilitators are not asked: they sign in, and their pages hold other people's words anyway. */
function atOwnDevice(member: Member | null, cookies: string | null): Admitted | null {
  const tokenHash = signInHashOf(cookies);
  return member && tokenHash !== null ? { member: { ...member, sharedDevice: false }, credential: { kind: "signIn", tokenHash, memberId: member.id } } : null;
}

function languageIn(cookies: string | null) {
  return languageOf(new Request("http://localhost", { headers: cookies ? { Cookie: cookies } : {} }));
}

/** The tokens in the seat cookie, newest first, and how the database knows each. */
function tokensIn(cookies: string | null) {
  const found = readCookie(cookies, COOKIE);
  const tokens = (found?.value ?? "").split(".").filter(Boolean).slice(0, SEATS);
  return { tokens, hashOf: (token: string) => boundHash(found?.name ?? COOKIE, token) };
}

/** Joined by dots, which tokens never contain. */
function seatCookie(tokens: readonly string[], origin: string): string {
  return writeCookie({ name: COOKIE, value: tokens.join("."), origin, maxAgeS: LIFE_MS / 1000 });
}

function boundHash(name: string, token: string): string {
  return hashOfToken(`${name}=${token}`);
}
