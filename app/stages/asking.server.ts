import type { AppLoadContext } from "@remix-run/node";

import type { Asked } from "#app/questions/questions.server.ts";
import type { Seated } from "#app/session/seat.server.ts";

import { standingOf } from "./admission.server.ts";
import { rightsInDocument } from "./document-rights.ts";
import { passagesIn } from "./passages.ts";
import { roomFor } from "./room.server.ts";
import { sourcesOf } from "./sources.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets">;

/** Who acts on questions, from what they may choose, and whether they may write there now, or take their own back, which they may as long as the session is open. Throws a 404 Response for a document that is none of theirs to see. */
export async function askingHand(parts: Parts, member: Seated, documentId: string): Promise<Pick<Asked, "hand" | "mayWrite" | "mayTakeBack">> {
  const { id: memberId, sessionId, role } = member;
  const document = await parts.db.document.findFirst({ where: { id: documentId, sessionId, kind: "questions" }, select: { subject: true } });
  const standing = document && (await standingOf(parts.db, sessionId, document.subject === "" ? null : documentId));
  const rights = standing ? rightsInDocument(standing, { memberId, role, documentId, kind: "questions" }) : "none";
  if (rights === "none") throw new Response(null, { status: 404 });
  const room = await roomFor(parts, member);
  return { hand: { by: memberId, passages: passagesIn(sourcesOf(room.evidence)) }, mayWrite: rights === "write", mayTakeBack: standing?.state === "open" };
}
