/**
 * The public link to a report. Its token is 128 bits worked out from the host's key and the session, so the
 * link can be shown again any time without being kept; the database holds its SHA-256, by which it is found.
 */
import { createHmac } from "node:crypto";

import type { Db, Secrets } from "#app/context.server.ts";
import { hashOfToken } from "#app/host/token.server.ts";

import { readRecord, type SessionRecord } from "./record.ts";

const TOKEN_BYTES = 16;

/** The token of this session's link. */
export function reportToken({ hostKey }: Pick<Secrets, "hostKey">, sessionId: string): string {
  return createHmac("sha256", hostKey).update(`report link of session ${sessionId}`).digest().subarray(0, TOKEN_BYTES).toString("base64url");
}

/** The address to share; null when the host's key is another than at closing, so that it would open nothing. */
export function reportLink(session: { readonly id: string; readonly reportToken: string | null }, { secrets, origin }: { readonly secrets: Secrets; readonly origin: string }): string | null {
  const token = reportToken(secrets, session.id);
  return session.reportToken === hashOfToken(token) ? `${origin}/report/${token}` : null;
}

/** The record behind a public link. Throws a Response 404 for a token that opens nothing. */
export function recordByToken(db: Db, token: string | undefined): Promise<SessionRecord> {
  return recordWhere(db, { reportToken: hashOfToken(token ?? "") });
}

/** The record of a session, for somebody who sits in it. Throws a Response 404 while it is not closed. */
export function recordForMember(db: Db, sessionId: string): Promise<SessionRecord> {
  return recordWhere(db, { id: sessionId });
}

async function recordWhere(db: Db, where: { readonly id: string } | { readonly reportToken: string }): Promise<SessionRecord> {
  const session = await db.session.findUnique({ where, select: { record: true } });
  const record = session && readRecord(session.record);
  if (!record) throw new Response(null, { status: 404 });
  return record;
}
