/** One-time links that make a facilitator. No mail server: whoever invites hands the link on as they like. */
import { Prisma } from "#prisma/client.ts";

import type { Db } from "#app/context.server.ts";

import { hashPassphrase } from "./passphrase.server.ts";
import type { Facilitator } from "./facilitator.ts";
import { hashOfToken, newToken } from "./token.server.ts";

const WEEK_MS = 7 * 24 * 60 * 60_000;
const UNIQUE_BROKEN = "P2002";

/**
 * A token for the very first facilitator, for `${origin}/invitation/<token>`; null once somebody has an account
 * with a pass-phrase. Each call makes a new one and ends those before.
 */
export async function firstInvitation(db: Db): Promise<string | null> {
  if ((await db.facilitator.count({ where: { passphraseHash: { not: "" } } })) > 0) return null;
  await db.invitation.deleteMany({ where: { invitedById: null, usedAt: null } });
  return makeInvitation(db, null);
}

/** A token by which this facilitator lets one other person make an account. Good once, for 7 days. */
export function invite(db: Db, facilitator: Pick<Facilitator, "id">): Promise<string> {
  return makeInvitation(db, facilitator.id);
}

async function makeInvitation(db: Db, invitedById: string | null): Promise<string> {
  const token = newToken();
  await db.invitation.create({ data: { tokenHash: hashOfToken(token), invitedById, expiresAt: new Date(Date.now() + WEEK_MS) } });
  return token;
}

/** Whether the link still opens. Throws a 404 Response when it does not: used, too old and invented look the same. */
export async function requireInvitation(db: Db, token: string): Promise<void> {
  if ((await db.invitation.count({ where: stillOpen(token) })) === 0) throw new Response(null, { status: 404 });
}

export interface NewFacilitator {
  /** Lower-cased, trimmed. */
  readonly email: string;
  readonly name: string;
  readonly passphrase: string;
}

/** Makes the account and uses the link up, both or neither. `emailTaken`: there is an account of that e-mail; the link stays good. */
export async function acceptInvitation(db: Db, token: string, { email, name, passphrase }: NewFacilitator): Promise<{ readonly facilitatorId: string } | "emailTaken"> {
  const passphraseHash = await hashPassphrase(passphrase);
  try {
    const facilitatorId = await db.$transaction(async (tx) => {
      const { count } = await tx.invitation.updateMany({ where: stillOpen(token), data: { usedAt: new Date() } });
      if (count === 0) throw new Response(null, { status: 404 });
      const { id } = await tx.facilitator.create({ data: { email, name, passphraseHash } });
      await joinDemonstration(tx, token, id);
      return id;
    });
    return { facilitatorId };
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_BROKEN) return "emailTaken";
    throw error;
  }
}

/** Before the first facilitator there can be no enquiry but the demonstration: it is theirs, to look around in. */
async function joinDemonstration(tx: Prisma.TransactionClient, token: string, facilitatorId: string): Promise<void> {
  const { invitedById } = await tx.invitation.findUniqueOrThrow({ where: { tokenHash: hashOfToken(token) } });
  if (invitedById !== null) return;
  const enquiries = await tx.enquiry.findMany({ select: { id: true } });
  await tx.teamMember.createMany({ data: enquiries.map(({ id }) => ({ enquiryId: id, facilitatorId })) });
}

function stillOpen(token: string) {
  return { tokenHash: hashOfToken(token), usedAt: null, expiresAt: { gt: new Date() } };
}
