import type { Language } from "#app/language/languages.ts";
import type { WordKey } from "#app/language/words.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { Need } from "#app/session/needs.ts";

/** Documents with a time of their own; notes and talk are open at every stage, because people look back. */
export type DraftedKind = Exclude<DocumentKind, "notes" | "talk">;

/**
 * What a stage lets a group do. An activity is one folder here and one line in `activities.ts`: `activity.ts` (this),
 * `begins.ts` (exports `begins`: the minutes, name and prompt of a stage that is added by hand, apart so that the room
 * does not carry them), `panel.tsx` (exports `Panel`: what participants work in), `projector.tsx` (exports `Projector`:
 * what the room sees, no controls, nothing to scroll at 1280×720) and, when it leaves something for the report, `report.tsx`.
 */
export interface Activity {
  /** Stands in `Stage.activity`; never changed once a session was made with it. Also the folder's name. */
  readonly key: string;
  /** What the group does, as a facilitator chooses it. */
  readonly name: Readonly<Record<Language, string>>;
  /** Documents that may be drafted while this stage runs. */
  readonly drafts: readonly DraftedKind[];
  /** A stage whose need is unmet is not opened, by whomever. */
  readonly needs?: Need;
  /** What a small group does here; nothing is said to it when left out. */
  readonly inGroups?: WordKey;
  /** Word files (app/language/en/<name>.ts) that the panel says beside the room's own; fetched with it. */
  readonly words: readonly string[];
}
