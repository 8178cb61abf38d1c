/** One-time links that sign somebody in who already has an account: for the demonstration, and for another device. */
import type { Db } from "#app/context.server.ts";

import { hashOfToken, newToken } from "./token.server.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

/** The token for `${origin}/sign-in/link?token=…`. Good once, and for `forMs` milliseconds. */
export async function signInLink(db: Db, facilitatorId: string, forMs: number = QUARTER_HOUR_MS): Promise<string> {
  const token = newToken();
  await db.signInLink.create({ data: { tokenHash: hashOfToken(token), facilitatorId, expiresAt: new Date(Date.now() + forMs) } });
  return token;
}

/** Uses the link up; answers whom it signs in, or null when it was used, is too old or never was. */
export async function redeemSignInLink(db: Db, token: string): Promise<string | null> {
  const tokenHash = hashOfToken(token);
  return db.$transaction(async (tx) => {
    const link = await tx.signInLink.findFirst({ where: { tokenHash, expiresAt: { gt: new Date() } } });
    // Whoever deletes the row has the link; a second click a moment later deletes nothing.
    const { count } = await tx.signInLink.deleteMany({ where: { tokenHash } });
    return link && count === 1 ? link.facilitatorId : null;
  });
}
