import type { AppLoadContext } from "@remix-run/node";

import type { Hand } from "#app/questions/perform.doc.ts";
import type { Seated } from "#app/session/seat.server.ts";

import { standingOf } from "./admission.server.ts";
import { rightsInDocument } from "./document-rights.ts";
import { passagesIn } from "./passages.ts";
import { roomFor } from "./room.server.ts";
import { sourcesOf } from "./sources.ts";

type Parts = Pick<AppLoadContext, "db" | "live" | "secrets">;

/** Who acts on questions, from what they may choose, and whether they may at all. Throws a 404 Response for a document that is none of theirs to see. */
export async function askingHand(parts: Parts, member: Seated, documentId: string): Promise<{ readonly hand: Hand; readonly mayWrite: boolean }> {
  const { id: memberId, sessionId, role } = member;
  const document = await parts.db.document.findFirst({ where: { id: documentId, sessionId, kind: "questions" }, select: { subject: true } });
  const standing = document && (await standingOf(parts.db, sessionId, document.subject === "" ? null : documentId));
  const rights = standing ? rightsInDocument(standing, { memberId, role, documentId, kind: "questions" }) : "none";
  if (rights === "none") throw new Response(null, { status: 404 });
  const room = await roomFor(parts, member);
  return { hand: { by: memberId, passages: passagesIn(sourcesOf(room.evidence)) }, mayWrite: rights === "write" };
}
