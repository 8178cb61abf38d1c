import type { TalkProblems } from "./acts.ts";
import type { OwnSignal } from "./signals.ts";

/** What the desk answers to a form about the talk. */
export type TalkAnswer =
  /** `to`: where to go when the page cannot stay as it is. `signals`: those that this member has up now. */
  | { readonly ok: true; readonly to: string; readonly signals: readonly OwnSignal[] }
  /** `typed`: the form as it came, so that nothing written is lost. */
  | { readonly ok: false; readonly problems: TalkProblems; readonly typed: Readonly<Record<string, string>> };

/** Id of a contribution on the page. */
export function saidAnchor(id: string): string {
  return `said-${id}`;
}
