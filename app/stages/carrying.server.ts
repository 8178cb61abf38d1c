/** Carries questions between small groups' pages and the room, so that each stands in one of them at the end. */
import type { AppLoadContext } from "@remix-run/node";

import type { Reader } from "#app/live/live.doc.ts";
import { isNothing, nothingCarried, putDown, readFromGroup, readPages, removeCarried, takeCarried, without, writersIn, type Carried } from "#app/questions/carry.doc.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;
type Live = AppLoadContext["live"];

/** A document of questions. */
interface Paper {
  readonly documentId: string;
  readonly made: Questions;
}

/** A small group's pages. */
export interface Pages extends Paper {
  readonly groupId: string;
}

/** From where, and to where, what is carried goes. */
export interface Way {
  readonly from: { readonly documentId: string; readonly read: Reader<Carried> };
  readonly to: { readonly documentId: string; readonly fromGroup: string };
}

/** The pages of these groups, whether the groups are still there or not. */
export async function pagesOf({ db, live }: Parts, sessionId: string, groupIds: readonly string[]): Promise<Pages[]> {
  const documents = await db.document.findMany({ where: { sessionId, kind: "questions", subject: { in: [...groupIds] } } });
  return Promise.all(documents.map(async ({ id, subject }) => ({ groupId: subject, documentId: id, made: await live.read(id, readQuestions) })));
}

/** The room's questions; null before the session opened. */
export async function roomPaper({ db, live }: Parts, sessionId: string): Promise<Paper | null> {
  const document = await db.document.findFirst({ where: { sessionId, kind: "questions", subject: "" }, select: { id: true } });
  return document && { documentId: document.id, made: await live.read(document.id, readQuestions) };
}

export function wayToRoom({ groupId, documentId }: Pick<Pages, "groupId" | "documentId">, room: Pick<Paper, "documentId">): Way {
  return { from: { documentId, read: readPages }, to: { documentId: room.documentId, fromGroup: groupId } };
}

export function wayToGroup({ groupId, documentId }: Pick<Pages, "groupId" | "documentId">, room: Pick<Paper, "documentId">): Way {
  return { from: { documentId: room.documentId, read: readFromGroup(groupId) }, to: { documentId, fromGroup: "" } };
}

/** The first half: a copy, so that nobody sees anything gone when the pages change over. Answers what was copied. */
export async function copyAlong(live: Live, { from, to }: Way): Promise<Carried> {
  const carried = await live.read(from.documentId, from.read);
  await putAll(live, to, carried);
  return carried;
}

/**
 * The second half: what was written since `copied` goes along, what was taken back since does not, and nothing of it
 * stays where it was. Put down before it is taken out: broken off between, it stands twice, and is carried once more.
 */
export async function moveAlong(live: Live, { from, to }: Way, copied: Carried = nothingCarried): Promise<void> {
  const carried = await copyAlong(live, { from, to });
  if (isNothing(carried) && isNothing(copied)) return;
  let gone = nothingCarried;
  await live.write(from.documentId, null, (doc) => { gone = takeCarried(doc, carried); });
  const takenBack = [without(copied, carried), gone].filter((one) => !isNothing(one));
  for (const one of takenBack) await live.write(to.documentId, null, (doc) => removeCarried(doc, one));
  const changed = await live.read(from.documentId, from.read);
  if (!isNothing(changed)) await moveAlong(live, { from, to }, changed);
}

async function putAll(live: Live, { documentId, fromGroup }: Way["to"], carried: Carried): Promise<void> {
  for (const by of writersIn(carried)) await live.write(documentId, by, (doc) => putDown(doc, carried, { by, fromGroup }));
}
