/** Who may come in: the answers the hub needs before it takes a socket, and again when the desk decides something. */
import type { Db } from "#app/context.server.ts";
import { pagesOfGroups } from "#app/groups/groups.server.ts";
import { documentKinds, type DocumentKind, type Rights } from "#app/live/kinds.ts";
import { memberOf } from "#app/session/seat.server.ts";

import { rightsInDocument, type SessionStanding } from "./document-rights.ts";

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
  const document = await db.document.findUnique({ where: { id: documentId }, select: { sessionId: true, kind: true, subject: true } });
  const kind = documentKinds.find((known) => known === document?.kind);
  if (!document || !kind) return null;
  const admitted = await admitToSession(db, cookies, document.sessionId);
  const isOfGroup = kind === "questions" && document.subject !== "";
  const standing = admitted && (await standingOf(db, document.sessionId, isOfGroup ? documentId : null));
  if (!admitted || !standing) return null;
  const rights = rightsInDocument(standing, { ...admitted, documentId, kind });
  return rights === "none" ? null : { ...admitted, kind, rights };
}

/**
 * What, beside who asks, decides rights in a session's documents; null when there is no such session. Of the pages of
 * small groups all are known, or the one that is asked about (null: none is).
 */
export async function standingOf(db: Db, sessionId: string, pagesId?: string | null): Promise<SessionStanding | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, select: { state: true, frozen: true, rulesAgreedAt: true, currentStageId: true, stages: { select: { id: true, activity: true } } } });
  if (!session) return null;
  const activity = session.stages.find(({ id }) => id === session.currentStageId)?.activity ?? null;
  const pages = pagesId === null ? new Map() : await pagesOfGroups(db, { sessionId, ...(pagesId ? { id: pagesId } : {}) });
  return { state: session.state, frozen: session.frozen, rulesAgreed: session.rulesAgreedAt !== null, activity, pages };
}
