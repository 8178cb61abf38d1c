import type { AppLoadContext } from "@remix-run/node";

import { groupNumbers, workingGroups } from "#app/groups/groups.server.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import type { Member } from "#prisma/client.ts";

import type { GroupPages, Room } from "./room.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;
type Seated = Pick<Member, "id" | "sessionId" | "role">;

/** What a member's page knows of small groups: a participant of their own, a facilitator of all. */
export async function groupsFor(parts: Parts, member: Seated): Promise<Pick<Room, "group" | "groups" | "groupNumbers">> {
  const [numbers, working, group] = await Promise.all([groupNumbers(parts.db, member.sessionId), workingGroups(parts.db, member.sessionId), pagesFor(parts, member, null)]);
  return { group, groups: member.role === "facilitator" ? working : [], groupNumbers: numbers };
}

/** The pages of the group this member is in; for a facilitator, of the group asked for. Null when there is none such at work. */
export async function pagesFor({ db, live }: Parts, { id, sessionId, role }: Seated, asked: string | null): Promise<GroupPages | null> {
  const working = await workingGroups(db, sessionId);
  const group = working.find((one) => (role === "facilitator" ? one.id === asked : one.memberIds.includes(id)));
  const document = group && (await db.document.findFirst({ where: { sessionId, kind: "questions", subject: group.id }, select: { id: true } }));
  return document ? { ...group, questions: { documentId: document.id, initial: await live.read(document.id, readQuestions) } } : null;
}
