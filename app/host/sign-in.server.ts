/** Who is signed in. A sign-in is a row and a cookie; it ends after 12 hours without use and after 14 days in any case. */
import { redirect, type AppLoadContext } from "@remix-run/node";

import type { Db } from "#app/context.server.ts";

import { cookieName, forgetCookie, readCookie, writeCookie } from "./cookie.server.ts";
import type { Facilitator } from "./facilitator.ts";
import { isPassphrase } from "./passphrase.server.ts";
import { hashOfToken, newToken } from "./token.server.ts";

const COOKIE = "signIn";
const MINUTE_MS = 60_000;
const IDLE_MS = 12 * 60 * MINUTE_MS;
const WHOLE_MS = 14 * 24 * 60 * MINUTE_MS;
/** Being seen is written this often at most: not a write for every page. */
const SEEN_EVERY_MS = 5 * MINUTE_MS;

/** The facilitator whose sign-in a raw Cookie header carries; null when there is none or it has ended. */
export async function facilitatorOf(db: Db, cookieHeader: string | null): Promise<Facilitator | null> {
  const tokenHash = signInHashOf(cookieHeader);
  if (!tokenHash) return null;
  const now = Date.now();
  const signIn = await db.signIn.findFirst({ where: { ...liveSignIn(now), tokenHash }, include: { facilitator: { select: { id: true, email: true, name: true } } } });
  if (!signIn) return null;
  if (now - signIn.lastSeenAt.getTime() > SEEN_EVERY_MS) await db.signIn.updateMany({ where: { tokenHash }, data: { lastSeenAt: new Date(now) } });
  return signIn.facilitator;
}

/** What a sign-in that has not ended looks like in the database. */
export function liveSignIn(now = Date.now()) {
  return { lastSeenAt: { gt: new Date(now - IDLE_MS) }, createdAt: { gt: new Date(now - WHOLE_MS) } };
}

/** As `facilitatorOf`; nobody signed in throws a redirect to /sign-in that leads back here. */
export async function requireFacilitator({ context, request }: { readonly context: AppLoadContext; readonly request: Request }): Promise<Facilitator> {
  const facilitator = await facilitatorOf(context.db, request.headers.get("Cookie"));
  if (facilitator) return facilitator;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

/** Makes a new sign-in, for ever a new token, and gives its Set-Cookie header value. */
export async function signIn(db: Db, facilitatorId: string, origin: string): Promise<string> {
  const token = newToken();
  await db.signIn.create({ data: { tokenHash: boundHash(cookieName(COOKIE, origin), token), facilitatorId } });
  return writeCookie({ name: COOKIE, value: token, origin, maxAgeS: WHOLE_MS / 1000 });
}

/** Ends the sign-in this header carries, if any, and gives the Set-Cookie header value that forgets it. */
export async function signOut(db: Db, cookieHeader: string | null, origin: string): Promise<string> {
  const tokenHash = signInHashOf(cookieHeader);
  if (tokenHash) await db.signIn.deleteMany({ where: { tokenHash } });
  return forgetCookie(COOKIE, origin);
}

/** What a try to sign in came to. `tooMany`: wait that many seconds; nothing was looked at. */
export type SignInAnswer = { readonly kind: "in"; readonly facilitatorId: string } | { readonly kind: "wrong" } | { readonly kind: "tooMany"; readonly waitS: number };

interface Try {
  readonly email: string;
  readonly passphrase: string;
  /** The address it comes from; never stored. */
  readonly address: string;
}

/**
 * Checks an e-mail and a pass-phrase. An unknown e-mail and a wrong pass-phrase get the same answer after the
 * same work. Failures are counted by address and by e-mail; a success clears the e-mail's count.
 */
export async function trySignIn({ db, limits }: Pick<AppLoadContext, "db" | "limits">, { email, passphrase, address }: Try): Promise<SignInAnswer> {
  const tried = await limits.signIn.attempt([`address:${address}`, `email:${email}`], async () => {
    const found = await db.facilitator.findUnique({ where: { email } });
    const right = await isPassphrase(found?.passphraseHash ?? null, passphrase);
    return right ? found : null;
  });
  if (tried.kind !== "in") return tried;
  await limits.signIn.clear(`email:${email}`);
  return { kind: "in", facilitatorId: tried.found.id };
}

/** How the database knows the sign-in that a raw Cookie header names, whether or not there is such a one; null without. */
export function signInHashOf(cookieHeader: string | null): string | null {
  const found = readCookie(cookieHeader, COOKIE);
  return found && boundHash(found.name, found.value);
}

/** The hash covers the cookie's name: a token given out for `__Host-signIn` is worth nothing planted as `signIn`. */
function boundHash(name: string, token: string): string {
  return hashOfToken(`${name}=${token}`);
}
