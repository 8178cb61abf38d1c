/** Whether what a browser came in by still opens the session: asked each minute for every open page. */
import type { Db } from "#app/context.server.ts";
import { liveSignIn } from "#app/host/sign-in.server.ts";

import type { Credential } from "./credential.ts";
import { liveSeat } from "./seat.server.ts";

/**
 * Those that open nothing any more: taken back, out of time, signed out, their member removed, or their facilitator
 * off the enquiry's team. The others are in use at this moment: an open page is not silence, so they count as seen.
 */
export async function endedCredentials(db: Db, credentials: readonly Credential[]): Promise<Credential[]> {
  const [seats, signIns] = await Promise.all([standingSeats(db, hashesOf(credentials, "seat")), standingSignIns(db, credentials.filter(({ kind }) => kind === "signIn"))]);
  const lastSeenAt = new Date();
  await db.seat.updateMany({ where: { tokenHash: { in: [...seats] } }, data: { lastSeenAt } });
  await db.signIn.updateMany({ where: { tokenHash: { in: signIns.map(({ tokenHash }) => tokenHash) } }, data: { lastSeenAt } });
  const stands = (asked: Credential) => asked.kind === "seat" ? seats.has(asked.tokenHash) : signIns.includes(asked);
  return credentials.filter((asked) => !stands(asked));
}

function hashesOf(credentials: readonly Credential[], kind: Credential["kind"]): string[] {
  return credentials.filter((one) => one.kind === kind).map(({ tokenHash }) => tokenHash);
}

async function standingSeats(db: Db, tokenHashes: readonly string[]): Promise<Set<string>> {
  const seats = await db.seat.findMany({ where: { ...liveSeat(), tokenHash: { in: [...tokenHashes] }, member: { removedAt: null } }, select: { tokenHash: true } });
  return new Set(seats.map(({ tokenHash }) => tokenHash));
}

/** Facilitators are few: each is asked about by what decides, the sign-in and the team. */
async function standingSignIns(db: Db, credentials: readonly Credential[]): Promise<Credential[]> {
  const counts = await Promise.all(credentials.map(({ tokenHash, memberId }) => db.signIn.count({
    where: { ...liveSignIn(), tokenHash, facilitator: { members: { some: { id: memberId } }, teams: { some: { enquiry: { sessions: { some: { members: { some: { id: memberId } } } } } } } } },
  })));
  return credentials.filter((_, i) => counts[i] !== 0);
}
