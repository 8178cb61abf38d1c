/** What an activity needs before its stage may be opened. */

/** Evidence on the table, questions made, those of small groups brought back, one of them chosen, priorities drafted. */
export const needs = ["evidence", "questions", "groupsBack", "chosenQuestion", "priorities"] as const;
export type Need = (typeof needs)[number];

/** Which of them a session has now. */
export type Supplies = Readonly<Record<Need, boolean>>;

/** What the floor above knows and the desk asks: what an activity needs, and what has been drafted. */
export interface Needing {
  /** Null for an activity that needs nothing. */
  readonly needOf: (activity: string) => Need | null;
  readonly drafted: Pick<Supplies, "questions" | "groupsBack" | "priorities">;
  /** How many questions small groups at work hold on their own pages. */
  readonly held: number;
}

/** The need of an activity that is not met; null when it may be opened. */
export function unmetNeed(activity: string, needOf: Needing["needOf"], supplies: Supplies): Need | null {
  const need = needOf(activity);
  return need !== null && !supplies[need] ? need : null;
}

/** What stages lack, by their id; nothing for those that may be opened. */
export type Unmet = Readonly<Record<string, Need>>;
