/**
 * Parts people into small groups with perspectives spread as evenly as they can be: everybody of one perspective
 * after the other is dealt round the groups like cards. So sizes differ by one at most, and so do the numbers of
 * each perspective. The same people and seed give the same groups.
 */
import { perspectives, readPerspective } from "#app/session/perspective.ts";

export interface Placed {
  /** Member id. */
  readonly id: string;
  readonly perspective: string;
}

export interface Parting {
  /** People in a group: 2 for pairs, 3 for threes, or any other number. */
  readonly size: number;
  /** Any whole number. */
  readonly seed: number;
}

/** Member ids, group by group; as near to `size` as can be, and nobody alone unless there is nobody else. */
export function formGroups(people: readonly Placed[], { size, seed }: Parting): string[][] {
  if (people.length === 0) return [];
  const count = Math.max(1, Math.min(Math.round(people.length / size), Math.floor(people.length / 2)));
  const random = randomFrom(seed);
  const dealt = perspectives.flatMap((perspective) => shuffled(people.filter((one) => readPerspective(one.perspective) === perspective), random));
  const groups: string[][] = Array.from({ length: count }, () => []);
  dealt.forEach(({ id }, index) => groups[index % count]?.push(id));
  return groups;
}

/** The group somebody who comes late joins: the smallest; of equals the one with fewest of their perspective, then the first. */
export function smallestFor<G extends { readonly members: readonly Placed[] }>(groups: readonly G[], perspective: string): G | undefined {
  const same = ({ members }: G) => members.filter((one) => readPerspective(one.perspective) === readPerspective(perspective)).length;
  return groups.toSorted((a, b) => a.members.length - b.members.length || same(a) - same(b))[0];
}

/** Fisher and Yates' shuffle. */
function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (a linear congruential generator, Numerical Recipes' constants). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
