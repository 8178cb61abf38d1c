/** Who may come in: the answers the hub needs before it takes a socket, and again when the desk decides something. */
import type { Db } from "#app/context.server.ts";
import { pagesOfGroups } from "#app/groups/groups.server.ts";
import { documentKinds, type DocumentKind, type Rights } from "#app/live/kinds.ts";
import type { Credential } from "#app/session/credential.ts";
import { admittedBy } from "#app/session/seat.server.ts";
import type { Member } from "#prisma/client.ts";

import { rightsInDocument, type SessionStanding } from "./document-rights.ts";

export interface Admitted {
  readonly memberId: string;
  readonly credential: Credential;
  readonly sessionId: string;
  readonly role: "participant" | "facilitator";
}

/** The member behind these cookies in this session, or null. */
export async function admitToSession(db: Db, cookies: string | null, sessionId: string): Promise<Admitted | null> {
  const admitted = await admittedBy(db, cookies, sessionId);
  return admitted && { memberId: admitted.member.id, credential: admitted.credential, sessionId, role: admitted.member.role };
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

/** Ids of the session's documents that this seat may read now, what is everybody's before small groups' own pages. */
export async function documentsFor(db: Db, { id: memberId, sessionId, role }: Pick<Member, "id" | "sessionId" | "role">): Promise<string[]> {
  const [standing, documents] = await Promise.all([standingOf(db, sessionId), db.document.findMany({ where: { sessionId }, orderBy: [{ subject: "asc" }, { id: "asc" }], select: { id: true, kind: true } })]);
  return documents.flatMap(({ id: documentId, kind }) => {
    const known = documentKinds.find((one) => one === kind);
    return standing && known && rightsInDocument(standing, { memberId, role, documentId, kind: known }) !== "none" ? [documentId] : [];
  });
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
