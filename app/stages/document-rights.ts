/** Rights in one document: as its kind has them, and for a small group's own pages as the group has them. */
import type { OwnPages } from "#app/groups/groups.ts";
import type { DocumentKind, Rights } from "#app/live/kinds.ts";

import { rightsOf, type Standing } from "./rights.ts";

/** What decides rights in a session, beside who asks. */
export interface SessionStanding extends Omit<Standing, "role"> {
  /** The pages of small groups, by document id. */
  readonly pages: ReadonlyMap<string, OwnPages>;
}

export interface RightsQuestion {
  readonly memberId: string;
  readonly role: Standing["role"];
  readonly documentId: string;
  readonly kind: DocumentKind;
}

/**
 * May this seat read or write this document now? A small group's pages are its members' and the facilitator's:
 * nobody else knows of them, and when the group is back in the whole group they are only read.
 */
export function rightsInDocument({ pages, ...standing }: SessionStanding, { memberId, role, documentId, kind }: RightsQuestion): Rights {
  const rights = rightsOf({ ...standing, role }, kind);
  const own = pages.get(documentId);
  if (!own) return rights;
  if (role !== "facilitator" && !own.memberIds.has(memberId)) return "none";
  return own.merged && rights === "write" ? "read" : rights;
}
