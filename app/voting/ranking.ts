/**
 * Priority setting as the James Lind Alliance scores it (methods 4.1, sources S42 and S43): a person's
 * first of N choices earns N points and the last earns 1; points are totalled within a group; each group's
 * totals become positions, and the positions, not the points, are added up across groups. So a small group
 * of carers weighs the same as a large group of staff.
 *
 * The published method has no rule for ties. Ours: candidates with equal totals share the average of the
 * positions they fill, so that every list hands out the same sum and none weighs more for being undecided;
 * candidates that a group did not choose at all share its last positions. A tie is shown as one ("3="),
 * and people decide: never the alphabet, never chance.
 */
import type { PlacedCandidate } from "./outcome.ts";
import type { Ranking, RoundRules } from "./round.ts";

/** A number for each candidate, in the frozen order of the candidates. */
export type Scores = ReadonlyMap<string, number>;

/** Points of each candidate over these ballots: `choose` for a first place, one less for each place after it. */
export function totalsOf(ballots: readonly Ranking[], { candidates, choose }: RoundRules): Scores {
  const totals = new Map(candidates.map((id) => [id, 0]));
  for (const ranking of ballots) {
    ranking.forEach((id, index) => totals.set(id, (totals.get(id) ?? 0) + choose - index));
  }
  return totals;
}

/** What each candidate's position in this list is worth: of M candidates the first gets M, the last 1, ties the average. */
export function positionsOf(scores: Scores): Scores {
  const all = [...scores.values()];
  return new Map(
    [...scores].map(([id, score]) => {
      const { above, level } = standingOf(score, all);
      return [id, all.length - above - (level - 1) / 2];
    }),
  );
}

/** Adds up the lists' positions: each list weighs the same, however many ballots stand behind it. */
export function combine(lists: readonly Scores[]): Scores {
  const sums = new Map<string, number>();
  for (const list of lists) {
    for (const [id, position] of positionsOf(list)) sums.set(id, (sums.get(id) ?? 0) + position);
  }
  return sums;
}

/** The candidates best first, with places as people say them: "1", "2", "3=" when tied. Tied ones stay in their frozen order. */
export function placed(scores: Scores): PlacedCandidate[] {
  const all = [...scores.values()];
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .map(([id, score]) => {
      const { above, level } = standingOf(score, all);
      return { id, place: `${above + 1}${level > 1 ? "=" : ""}` };
    });
}

/** Of the first `count` places: `in` them, `out` of them, or `tied` across their edge. */
export function topOf(scores: Scores, count: number): ReadonlyMap<string, "in" | "tied" | "out"> {
  const all = [...scores.values()];
  return new Map(
    [...scores].map(([id, score]) => {
      const { above, level } = standingOf(score, all);
      return [id, above >= count ? "out" : above + level <= count ? "in" : "tied"];
    }),
  );
}

/** How many scores are better than this one, and how many equal it (itself included). */
function standingOf(score: number, all: readonly number[]): { above: number; level: number } {
  return { above: all.filter((other) => other > score).length, level: all.filter((other) => other === score).length };
}
