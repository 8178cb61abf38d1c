import type { DocumentKind } from "#app/live/kinds.ts";

/**
 * What a stage lets a group do. An activity is one folder here: `activity.ts` (this), `panel.tsx` (what
 * participants see) and `projector.tsx` (what the room sees), and one line in `activities.ts` and `views.tsx`.
 */
export interface Activity {
  /** Stands in `Stage.activity`; never changed once a session was made with it. */
  readonly key: string;
  /** Lists that may be drafted while this stage runs. Notes may be written at any stage of an open session. */
  readonly drafts: readonly Exclude<DocumentKind, "notes">[];
}
