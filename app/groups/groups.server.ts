/** Small groups, refereed by the desk: who is in which, and whether they are at work or back in the whole group. */
import { randomInt } from "node:crypto";

import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk, type Transaction } from "#app/session/desk.server.ts";
import { inTheRoom, stillIn } from "#app/session/people.server.ts";
import type { DocumentKind } from "#app/live/kinds.ts";

import { formGroups, smallestFor } from "./form-groups.ts";
import { sizes, type GroupSize, type GroupsNotice, type OwnPages, type WorkingGroup } from "./groups.ts";

const SEEDS = 2 ** 31;
const done: Decided = { ok: true };
const questions: DocumentKind = "questions";

export type Formed = { readonly ok: true; readonly letGo: readonly string[] } | Extract<Decided, { ok: false }>;

/**
 * Forms small groups of everybody seated, each with pages of its own. Groups that stand at work are let go first:
 * the caller has seen that they wrote nothing. Their pages stay, open to nobody: `letGo` names them, for whatever was
 * written on them since.
 */
export async function formSmallGroups(desk: Desk, sessionId: string, size: GroupSize, seed = randomInt(SEEDS)): Promise<Formed> {
  let letGo: readonly string[] = [];
  const decided = await decide(desk, sessionId, async (tx, session) => {
    if (session.state !== "open") return { ok: false, problem: "groups.problem.noStart" };
    const people = await tx.member.findMany({ where: { sessionId, ...inTheRoom }, orderBy: { id: "asc" }, select: { id: true, perspective: true } });
    if (people.length < 2) return { ok: false, problem: "groups.problem.tooFew" };
    letGo = (await tx.smallGroup.findMany({ where: { sessionId, mergedAt: null }, select: { id: true } })).map(({ id }) => id);
    await tx.smallGroup.deleteMany({ where: { id: { in: [...letGo] } } });
    const { _max } = await tx.smallGroup.aggregate({ where: { sessionId }, _max: { number: true } });
    for (const [index, memberIds] of formGroups(people, { size: sizes[size], seed }).entries()) {
      await makeGroup(tx, { sessionId, number: (_max.number ?? 0) + index + 1, memberIds });
    }
    return done;
  });
  return decided.ok ? { ok: true, letGo } : decided;
}

async function makeGroup(tx: Transaction, { sessionId, number, memberIds }: { sessionId: string; number: number; memberIds: readonly string[] }): Promise<void> {
  const { id } = await tx.smallGroup.create({ data: { sessionId, number, members: { create: memberIds.map((memberId) => ({ memberId })) } } });
  await tx.document.create({ data: { sessionId, kind: questions, subject: id } });
}

/** Puts everybody who came after the groups were formed into the smallest. Nothing happens when nobody did, or no groups are at work. */
export async function placeLatecomers(desk: Desk, sessionId: string): Promise<void> {
  if ((await latecomers(desk.db, sessionId)).length === 0) return;
  await decide(desk, sessionId, async (tx) => {
    for (const { id: memberId, perspective } of await latecomers(tx, sessionId)) {
      const group = smallestFor(await workingWithPeople(tx, sessionId), perspective);
      if (group) await tx.smallGroupMember.create({ data: { groupId: group.id, memberId } });
    }
    return done;
  });
}

/** People seated in none of the groups at work; nobody when there are no such groups. */
async function latecomers(tx: Db | Transaction, sessionId: string) {
  if ((await tx.smallGroup.count({ where: { sessionId, mergedAt: null } })) === 0) return [];
  return tx.member.findMany({ where: { sessionId, ...inTheRoom, groups: { none: { group: { mergedAt: null } } } }, orderBy: { id: "asc" }, select: { id: true, perspective: true } });
}

async function workingWithPeople(tx: Db | Transaction, sessionId: string) {
  const groups = await tx.smallGroup.findMany({ where: { sessionId, mergedAt: null }, orderBy: { number: "asc" }, include: { members: { where: { member: stillIn }, include: { member: { select: { id: true, perspective: true } } } } } });
  return groups.map(({ id, number, members }) => ({ id, number, members: members.map(({ member }) => member) }));
}

/** The groups at work, in order, with those who are still in. Whoever left and comes back is in theirs again. */
export async function workingGroups(db: Db, sessionId: string): Promise<WorkingGroup[]> {
  return (await workingWithPeople(db, sessionId)).map(({ id, number, members }) => ({ id, number, memberIds: members.map((member) => member.id) }));
}

/** The number by which people know each group of the session, at work or back. */
export async function groupNumbers(db: Db, sessionId: string): Promise<Record<string, number>> {
  const groups = await db.smallGroup.findMany({ where: { sessionId }, select: { id: true, number: true } });
  return Object.fromEntries(groups.map(({ id, number }) => [id, number]));
}

/** Brings these groups back, or sends them to work again. */
export function setMerged(desk: Desk, sessionId: string, { groupIds, merged }: { groupIds: readonly string[]; merged: boolean }): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.smallGroup.updateMany({ where: { sessionId, id: { in: [...groupIds] } }, data: { mergedAt: merged ? new Date() : null } });
    return done;
  });
}

/** The noticeboard's part. */
export async function groupsNotice(db: Db, sessionId: string): Promise<GroupsNotice> {
  const groups = await db.smallGroup.findMany({ where: { sessionId }, orderBy: { number: "asc" }, select: { id: true, mergedAt: true, _count: { select: { members: { where: { member: stillIn } } } } } });
  const working = groups.filter(({ mergedAt }) => mergedAt === null);
  return { working: working.map(({ id }) => id), placed: working.reduce((sum, { _count }) => sum + _count.members, 0), merged: groups.length - working.length };
}

/** The pages of small groups by document id: of the whole session, or of one document. Pages of a group that was let go belong to nobody. */
export async function pagesOfGroups(db: Db, where: { readonly sessionId: string; readonly id?: string }): Promise<ReadonlyMap<string, OwnPages>> {
  const documents = await db.document.findMany({ where: { ...where, kind: questions, NOT: { subject: "" } }, select: { id: true, subject: true } });
  if (documents.length === 0) return new Map();
  const groups = await db.smallGroup.findMany({ where: { id: { in: documents.map(({ subject }) => subject) } }, include: { members: { select: { memberId: true } } } });
  return new Map(documents.map(({ id, subject }) => {
    const group = groups.find((one) => one.id === subject);
    return [id, { memberIds: new Set(group?.members.map(({ memberId }) => memberId)), merged: group ? group.mergedAt !== null : true }];
  }));
}
