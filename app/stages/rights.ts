import type { DocumentKind, Rights } from "#app/live/kinds.ts";

import { activityOf } from "./activities.ts";
import type { DraftedKind } from "./activity.ts";

/** What decides a seat's rights in a document. */
export interface Standing {
  readonly state: "preparing" | "open" | "closed";
  readonly role: "participant" | "facilitator";
  /** Activity of the stage the session is at; null before the first. */
  readonly activity: string | null;
  /** True while the wording of principles and priorities is frozen for ranking; the published outcome frees it. */
  readonly frozen: boolean;
  /** True while the ground rules stand as agreed. */
  readonly rulesAgreed: boolean;
}

/**
 * May this seat write in a document of this kind now? The hub asks before every upgrade and whenever the
 * desk decides something. Closed is sealed for everybody. Notes and talk stay open through all stages, because
 * people look back; ground rules until the group has agreed them; lists and questions are drafted at their own
 * stages, by the facilitator at any. Nobody rewords principles and priorities that are frozen.
 */
export function rightsOf(standing: Standing, kind: DocumentKind): Rights {
  const { state, role, activity } = standing;
  if (state === "closed") return "read";
  if (state === "preparing") return role === "facilitator" ? "read" : "none";
  if (kind === "notes" || kind === "talk") return "write";
  if (isFixed(standing, kind)) return "read";
  if (kind === "rules") return "write";
  const drafting = activity !== null && activityOf(activity).drafts.includes(kind);
  return drafting || role === "facilitator" ? "write" : "read";
}

/** Why this seat may not write in a list now, for telling people; null when it may. */
export function whyReadOnly(standing: Standing, kind: Extract<DraftedKind, "principles" | "priorities" | "rules">): "frozen" | "closed" | "agreed" | "notNow" | null {
  if (rightsOf(standing, kind) === "write") return null;
  if (standing.state !== "open") return "closed";
  if (isFixed(standing, kind)) return kind === "rules" ? "agreed" : "frozen";
  return "notNow";
}

function isFixed({ frozen, rulesAgreed }: Standing, kind: DraftedKind): boolean {
  if (kind === "rules") return rulesAgreed;
  return frozen && (kind === "principles" || kind === "priorities");
}
