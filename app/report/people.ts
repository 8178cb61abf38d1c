/**
 * How many took part, by perspective, so that nobody is pointed out. The rule is the one by which ballots
 * are put together before they are counted (voting/disclosure.ts): a perspective with fewer people than the
 * host's smallest group is counted together with others. Perspectives that a published outcome counted
 * together stay together here, or the two counts side by side would tell each of them.
 */
import * as z from "zod/mini";

import { perspectives, perspectiveSchema, type Perspective, type PerspectiveCounts } from "#app/session/perspective.ts";
import { foreseenLists, SMALLEST_GROUP } from "#app/voting/disclosure.ts";

const groupSchema = z.object({
  /** In their usual order; more than one when counted together. */
  perspectives: z.array(perspectiveSchema),
  people: z.number(),
});

export const peopleSchema = z.object({
  /** The host's smallest group that is shown apart. */
  minimum: z.number(),
  /** Participants in all, facilitators not counted; null when fewer than `minimum`. */
  total: z.nullable(z.number()),
  groups: z.array(groupSchema),
});
export type People = z.infer<typeof peopleSchema>;

interface Counted {
  readonly counts: PerspectiveCounts;
  /** The host's smallest group; under 3 counts as 3. */
  readonly minimum: number;
  /** Perspectives that published outcomes counted together. */
  readonly together: readonly (readonly Perspective[])[];
}

/** The counts that may be shown. */
export function peopleShown({ counts, minimum: asked, together }: Counted): People {
  const minimum = Math.max(SMALLEST_GROUP, asked);
  const total = sizeOf(perspectives, counts);
  if (total < minimum) return { minimum, total: null, groups: [] };
  const groups = together.reduce(joinGroups, foreseenLists(counts, minimum)).map(inUsualOrder);
  return { minimum, total, groups: groups.map((group) => ({ perspectives: group, people: sizeOf(group, counts) })) };
}

/** The group somebody of this perspective is shown in: itself, or `together` when it is not shown apart. */
export function shownGroupOf(people: People, perspective: Perspective): Perspective | "together" {
  const apart = people.groups.some((group) => group.perspectives.length === 1 && group.perspectives[0] === perspective);
  return apart ? perspective : "together";
}

type Groups = readonly (readonly Perspective[])[];

/** Joins all groups that share a perspective with `told`. */
function joinGroups(groups: Groups, told: readonly Perspective[]): Groups {
  const touched = groups.filter((group) => group.some((perspective) => told.includes(perspective)));
  return touched.length < 2 ? groups : [...groups.filter((group) => !touched.includes(group)), touched.flat()];
}

function inUsualOrder(group: readonly Perspective[]): Perspective[] {
  return perspectives.filter((perspective) => group.includes(perspective));
}

function sizeOf(group: readonly Perspective[], counts: PerspectiveCounts): number {
  return group.reduce((sum, perspective) => sum + counts[perspective], 0);
}
