/** Worries at the desk and on the contact's screen: what is shown again comes back to where people read it now. */
import type { AppLoadContext } from "@remix-run/node";

import { inTurn } from "#app/groups/in-turn.server.ts";
import { workingGroups } from "#app/groups/groups.server.ts";
import { readQuestion } from "#app/questions/carry.doc.ts";
import { decideOnConcern } from "#app/safeguarding/concern-action.server.ts";
import type { Decided } from "#app/session/desk.server.ts";

import { moveAlong, roomPaper, wayToRoom } from "./carrying.server.ts";

type Parts = Pick<AppLoadContext, "db" | "live">;

/** Does what a button under a worry asks for; null when the button is another's. `by`: the name to say who is seeing to it. */
export async function decideOnWorry(parts: Parts, about: { readonly sessionId: string; readonly by: string }, posted: FormData): Promise<Decided | null> {
  const decided = await decideOnConcern(parts, about, posted);
  if (decided?.ok && posted.get("intent") === "showSubject") await bringAlong(parts, about.sessionId, String(posted.get("concern")));
  return decided;
}

/** A question that was hidden on a small group's pages, when the group has come back meanwhile: it goes where the group's others went. */
async function bringAlong(parts: Parts, sessionId: string, id: string): Promise<void> {
  const concern = await parts.db.concern.findFirst({ where: { id, sessionId }, select: { recordId: true } });
  const questionId = concern?.recordId;
  if (!questionId) return;
  await inTurn(parts.db, sessionId, async () => {
    const [room, working] = await Promise.all([roomPaper(parts, sessionId), workingGroups(parts.db, sessionId)]);
    const left = await parts.db.document.findMany({ where: { sessionId, kind: "questions", subject: { notIn: ["", ...working.map((group) => group.id)] } }, select: { id: true, subject: true } });
    if (!room) return;
    for (const { id: documentId, subject: groupId } of left) {
      const { from, to } = wayToRoom({ groupId, documentId }, room);
      await moveAlong(parts.live, { from: { ...from, read: readQuestion(questionId) }, to });
    }
  });
}
