import type { Before } from "./machine.ts";
import type { Unmet } from "./needs.ts";
import type { Counts } from "./news.ts";

/** What only this facilitator's desk knows. */
export interface DeskState {
  readonly before: Before | null;
  readonly unmet: Unmet;
  /** How many questions small groups at work hold on their own pages: what "groupsBack" lacks. */
  readonly held: number;
  readonly note: { readonly text: string; readonly seen: Counts };
  readonly counts: Counts;
}
