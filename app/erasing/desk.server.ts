/** Takes somebody's words out of the desk's own tables: private notes, notes to self, worries, frozen wordings, and the sealed record. */
import type { Db } from "#app/context.server.ts";
import { candidatesWithout, recordWithout, WITHDRAWN, type Withdrawal } from "#app/report/withdraw.ts";
import { readRecord } from "#app/report/record.ts";
import type { Transaction } from "#app/session/desk.server.ts";
import { candidatesSchema } from "#app/voting/round.ts";
import { Prisma } from "#prisma/client.ts";

import type { Found } from "./find.server.ts";
import type { KeptCopy } from "./kept-copies.server.ts";

interface Place {
  readonly sessionId: string;
  /** Whose words. */
  readonly memberId: string;
  readonly at: Date;
}

function withdrawalOf({ pieces, copies, groups }: Pick<Found, "pieces" | "copies" | "groups">): Withdrawal {
  const all = [...pieces, ...copies.flatMap(({ hidden }) => hidden)];
  return {
    gone: new Set(all.filter(({ isWhole }) => isWhole).map(({ id }) => id)),
    left: new Map(all.filter(({ isWhole }) => !isWhole).map(({ id, remains }) => [id, remains])),
    words: new Set(all.flatMap(({ words }) => words)),
    groups,
  };
}

/** All of it in the transaction given. */
export async function takeFromDesk(tx: Transaction, found: Found, { sessionId, memberId, at }: Place): Promise<void> {
  const withdrawal = withdrawalOf(found);
  if (found.privateNotes.length > 0) await tx.privateNote.deleteMany({ where: { sessionId, memberId } });
  if (found.deskNote !== "") await clearDeskNote(tx, { sessionId, memberId });
  for (const { id } of found.worries) await tx.concern.update({ where: { id }, data: { words: WITHDRAWN } });
  for (const copy of found.copies) await takeFromCopy(tx, copy);
  for (const { id, candidates } of await roundsChanged(tx, sessionId, withdrawal)) await tx.round.update({ where: { id }, data: { candidates } });
  await takeFromRecord(tx, found, { sessionId, at });
}

/** A ranking that is open now and asks about words that are to go: people have its wording before them. */
export async function isBeingRanked(tx: Db | Transaction, sessionId: string, found: Found): Promise<boolean> {
  return (await roundsChanged(tx, sessionId, withdrawalOf(found))).some(({ isOpen }) => isOpen);
}

async function roundsChanged(tx: Db | Transaction, sessionId: string, withdrawal: Withdrawal) {
  const rounds = await tx.round.findMany({ where: { sessionId }, select: { id: true, candidates: true, closedAt: true } });
  return rounds.flatMap(({ id, candidates: kept, closedAt }) => {
    const before = candidatesSchema.parse(kept);
    const candidates = candidatesWithout(before, withdrawal);
    return JSON.stringify(before) === JSON.stringify(candidates) ? [] : [{ id, candidates, isOpen: closedAt === null }];
  });
}

async function clearDeskNote(tx: Transaction, { sessionId, memberId }: Pick<Place, "sessionId" | "memberId">): Promise<void> {
  const { facilitatorId } = await tx.member.findFirstOrThrow({ where: { id: memberId, sessionId }, select: { facilitatorId: true } });
  if (facilitatorId) await tx.deskNote.updateMany({ where: { sessionId, facilitatorId }, data: { text: "" } });
}

/** The worry itself stays: somebody may be at risk. Of what it was about stays what others wrote. */
async function takeFromCopy(tx: Transaction, { concernId, left, kept }: KeptCopy): Promise<void> {
  await tx.concern.update({ where: { id: concernId }, data: { about: left.trim() || WITHDRAWN, kept: kept.length > 0 ? [...kept] : Prisma.DbNull } });
}

/** Once: doing it again with the same `at` changes nothing. Nothing either while the session has no record. */
export async function takeFromRecord(tx: Transaction, found: Found, { sessionId, at }: Pick<Place, "sessionId" | "at">): Promise<void> {
  const withdrawal = withdrawalOf(found);
  const { record: kept } = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { record: true } });
  const record = readRecord(kept);
  if (record && !record.withdrawn.includes(at.toISOString())) await tx.session.update({ where: { id: sessionId }, data: { record: recordWithout(record, withdrawal, at.toISOString()) } });
}
