/** Who may come in: the answers the hub needs before it takes a socket, and again when the desk decides something. */
import type { Db } from "#app/context.server.ts";
import { documentKinds, type DocumentKind, type Rights } from "#app/live/kinds.ts";
import { memberOf } from "#app/session/seat.server.ts";

import { rightsOf, type Standing } from "./rights.ts";

export interface Admitted {
  readonly memberId: string;
  readonly sessionId: string;
  readonly role: "participant" | "facilitator";
}

/** The member behind these cookies in this session, or null. */
export async function admitToSession(db: Db, cookies: string | null, sessionId: string): Promise<Admitted | null> {
  const member = await memberOf(db, cookies, sessionId);
  return member && { memberId: member.id, sessionId, role: member.role };
}

/** The member behind these cookies and what they may do in this document; null when it is not theirs to see. */
export async function admitToDocument(db: Db, cookies: string | null, documentId: string): Promise<(Admitted & { kind: DocumentKind; rights: Rights }) | null> {
  const document = await db.document.findUnique({ where: { id: documentId }, select: { sessionId: true, kind: true } });
  const kind = documentKinds.find((known) => known === document?.kind);
  if (!document || !kind) return null;
  const admitted = await admitToSession(db, cookies, document.sessionId);
  const standing = admitted && (await standingOf(db, document.sessionId));
  if (!admitted || !standing) return null;
  const rights = rightsOf({ ...standing, role: admitted.role }, kind);
  return rights === "none" ? null : { ...admitted, kind, rights };
}

/** What, beside a seat's role, decides rights in a session's documents; null when there is no such session. */
export async function standingOf(db: Db, sessionId: string): Promise<Omit<Standing, "role"> | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { state: true, frozen: true, rulesAgreedAt: true, currentStageId: true, stages: { select: { id: true, activity: true } } } });
  if (!session) return null;
  const activity = session.stages.find(({ id }) => id === session.currentStageId)?.activity ?? null;
  return { state: session.state, frozen: session.frozen, rulesAgreed: session.rulesAgreedAt !== null, activity };
}
