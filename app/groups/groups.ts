/** Small groups, as pages may know of them. */
import * as z from "zod/mini";

/** On the noticeboard: enough to see that a page's own knowledge is old. Who is in which group is fetched by those concerned. */
export const groupsNoticeSchema = z.object({
  /** Ids of the groups at work, in order; none while everybody works together. */
  working: z.array(z.string()),
  /** How many people are in them now: changes when somebody comes late, leaves or comes back. */
  placed: z.number(),
  /** How many groups have come back. */
  merged: z.number(),
});
export type GroupsNotice = z.infer<typeof groupsNoticeSchema>;

/** Groups at work, with who is in each. */
export interface WorkingGroup {
  readonly id: string;
  /** As people call it: 1, 2 … */
  readonly number: number;
  /** Those who are still in. */
  readonly memberIds: readonly string[];
}

/** People in a group a facilitator may choose. */
export const sizes = { pairs: 2, threes: 3, fours: 4, fives: 5 } as const;
export type GroupSize = keyof typeof sizes;

/** A small group as the gate of its pages knows it. */
export interface OwnPages {
  readonly memberIds: ReadonlySet<string>;
  /** It is back in the whole group, or was let go: nothing is written there any more. */
  readonly merged: boolean;
}
