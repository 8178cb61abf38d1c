/** The named contact's screen: a link of its own, worked out from the host's key, so that no account is needed and nothing is kept. */
import { createHmac, timingSafeEqual } from "node:crypto";

import type { AppLoadContext } from "@remix-run/node";

import type { Secrets } from "#app/context.server.ts";

import type { Worries } from "./concern.ts";
import { concernsOf, contactOf } from "./concern.server.ts";

const TOKEN_BYTES = 16;

/** The address to give to the named contact of a session. Whoever has it reads the session's concerns. */
export function contactLink(sessionId: string, { secrets, origin }: { readonly secrets: Pick<Secrets, "hostKey">; readonly origin: string }): string {
  return `${origin}/contact/${sessionId}/${contactToken(secrets, sessionId).toString("base64url")}`;
}

/** The concerns of a session and the contact's screen, for the desk of a facilitator of its team. */
export async function worriesOf(parts: Pick<AppLoadContext, "db" | "live" | "secrets" | "origin">, sessionId: string): Promise<Worries> {
  const [{ name }, concerns] = await Promise.all([contactOf(parts.db, sessionId), concernsOf(parts, sessionId)]);
  return { concerns, contact: { name, link: contactLink(sessionId, parts) } };
}

/** Throws a Response 404 unless the token is that of the session. */
export function requireContact({ hostKey }: Pick<Secrets, "hostKey">, { session = "", token = "" }: { readonly session?: string | undefined; readonly token?: string | undefined }): string {
  const given = Buffer.from(token, "base64url");
  const meant = contactToken({ hostKey }, session);
  if (given.length !== meant.length || !timingSafeEqual(given, meant)) throw new Response(null, { status: 404 });
  return session;
}

function contactToken({ hostKey }: Pick<Secrets, "hostKey">, sessionId: string): Buffer {
  return createHmac("sha256", hostKey).update(`named contact of session ${sessionId}`).digest().subarray(0, TOKEN_BYTES);
}
