/** The people of a session, as others may know of them. */
import type { Db } from "#app/context.server.ts";
import type { Person } from "#app/live/person.ts";

import type { Transaction } from "./desk.server.ts";

/** Everybody who ever sat in the session, removed or not: what they wrote stays theirs. In order of joining. */
export async function peopleOf(db: Db, sessionId: string): Promise<Person[]> {
  return db.member.findMany({ where: { sessionId }, orderBy: { id: "asc" }, select: { id: true, name: true, perspective: true, role: true } });
}

/** A participant on the facilitator's list. */
export interface SeatedMember {
  readonly id: string;
  readonly name: string;
  readonly perspective: string;
}

/** The participants who are in: the removed ones and the facilitators are left out. In order of joining. */
export async function membersOf(db: Db, sessionId: string): Promise<SeatedMember[]> {
  const where = { sessionId, role: "participant", removedAt: null } as const;
  return db.member.findMany({ where, orderBy: { id: "asc" }, select: { id: true, name: true, perspective: true } });
}

/** Member ids of whoever writes or wrote for others, facilitators too: only their writing for somebody counts as that person's. */
export async function scribesIn(db: Db | Transaction, sessionId: string): Promise<string[]> {
  const members = await db.member.findMany({ where: { sessionId, OR: [{ role: "facilitator" }, { scribedAt: { not: null } }] }, orderBy: { id: "asc" }, select: { id: true } });
  return members.map(({ id }) => id);
}

/** How many participants of each perspective are in: { carer: 4, unsaid: 1 }. */
export async function seatedBy(db: Db, sessionId: string): Promise<Record<string, number>> {
  const where = { sessionId, role: "participant", removedAt: null } as const;
  const groups = await db.member.groupBy({ by: ["perspective"], where, _count: true, orderBy: { perspective: "asc" } });
  return Object.fromEntries(groups.map(({ perspective, _count }) => [perspective, _count]));
}
