/** The people of a session, as others may know of them. */
import type { Db } from "#app/context.server.ts";
import type { Person } from "#app/live/person.ts";

import type { Transaction } from "./desk.server.ts";

/** Neither removed nor gone: what is counted and called now. Who leaves is out of this, and in again when they come back. */
export const stillIn = { removedAt: null, leftAt: null } as const;

/** The participants in the room. What somebody said stays theirs when they have left. */
export const inTheRoom = { role: "participant", ...stillIn } as const;

/** Everybody who ever sat in the session, removed or not: what they wrote stays theirs. In order of joining. */
export async function peopleOf(db: Db, sessionId: string): Promise<Person[]> {
  return db.member.findMany({ where: { sessionId }, orderBy: { id: "asc" }, select: { id: true, name: true, perspective: true, role: true } });
}

/** A participant on the facilitator's list. */
export interface SeatedMember {
  readonly id: string;
  readonly name: string;
  readonly perspective: string;
  /** They have left, and may come back with their return code. */
  readonly hasLeft: boolean;
}

/** The participants on the facilitator's list: those in the room, in order of joining, then those who left and may come back. */
export async function membersOf(db: Db | Transaction, sessionId: string): Promise<SeatedMember[]> {
  const members = await db.member.findMany({ where: { sessionId, role: "participant", removedAt: null }, orderBy: { id: "asc" }, select: { id: true, name: true, perspective: true, leftAt: true } });
  const listed = members.map(({ leftAt, ...member }) => ({ ...member, hasLeft: leftAt !== null }));
  return [...listed.filter(({ hasLeft }) => !hasLeft), ...listed.filter(({ hasLeft }) => hasLeft)];
}

/** Ids of the participants in the room, in order of joining. */
export async function idsInTheRoom(db: Db | Transaction, sessionId: string): Promise<string[]> {
  const members = await db.member.findMany({ where: { sessionId, ...inTheRoom }, orderBy: { id: "asc" }, select: { id: true } });
  return members.map(({ id }) => id);
}

/** Member ids of whoever writes or wrote for others, facilitators too: only their writing for somebody counts as that person's. */
export async function scribesIn(db: Db | Transaction, sessionId: string): Promise<string[]> {
  const members = await db.member.findMany({ where: { sessionId, OR: [{ role: "facilitator" }, { scribedAt: { not: null } }] }, orderBy: { id: "asc" }, select: { id: true } });
  return members.map(({ id }) => id);
}

/** How many participants of each perspective are in the room: { carer: 4, unsaid: 1 }. */
export async function seatedBy(db: Db, sessionId: string): Promise<Record<string, number>> {
  const groups = await db.member.groupBy({ by: ["perspective"], where: { sessionId, ...inTheRoom }, _count: true, orderBy: { perspective: "asc" } });
  return Object.fromEntries(groups.map(({ perspective, _count }) => [perspective, _count]));
}
