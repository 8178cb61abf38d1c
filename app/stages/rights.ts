import type { DocumentKind, Rights } from "#app/live/kinds.ts";

import { activityOf } from "./activities.ts";

/** What decides a seat's rights in a document. */
export interface Standing {
  readonly state: "preparing" | "open" | "closed";
  readonly role: "participant" | "facilitator";
  /** Activity of the stage the session is at; null before the first. */
  readonly activity: string | null;
  /** True while the wording is frozen for ranking. */
  readonly frozen: boolean;
}

/**
 * May this seat write in a document of this kind now? The hub asks before every upgrade and whenever the
 * desk decides something. Closed is sealed for everybody. Notes stay open through all stages, because
 * people look back; lists are drafted at their own stages, by the facilitator at any, by nobody when frozen.
 */
export function rightsOf(standing: Standing, kind: DocumentKind): Rights {
  const { state, role, activity, frozen } = standing;
  if (state === "closed") return "read";
  if (state === "preparing") return role === "facilitator" ? "read" : "none";
  if (kind === "notes") return "write";
  if (frozen) return "read";
  const drafting = activity !== null && activityOf(activity).drafts.includes(kind);
  return drafting || role === "facilitator" ? "write" : "read";
}
