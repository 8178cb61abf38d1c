/**
 * What a closed round may tell. Ballots are secret, groups are small, and people know each other; so what is
 * published must not give one person away, nor a group smaller than `minimum` k (the host's, never under 3),
 * not even to somebody who subtracts everything published from everything else.
 *
 * **Why hiding a list is not enough.** The combination is the sum of the lists' positions. Weigh a single
 * researcher's list like the others and leave only that list out: combination less the lists shown is the
 * researcher's ballot, exactly. Leave out a second list as well, and what remains is the sum of two orders,
 * which gives both away wherever it is at an end of its range, and gives the one to all who know the other.
 *
 * **The rule: nothing is hidden, things are put together first.** All ballots are parted once into lists of k
 * or more. A perspective with k ballots or more has a list of its own. All others on the roll share one; if
 * that one would be under k, the smallest of the former joins it (the smallest, because there the few weigh
 * most; of equals the last in the usual order, so that carers and people who draw on care are kept apart
 * longest). A perspective of which nobody cast a ballot is named in the shared list all the same: else its
 * absence would tell who did not vote. Inside a list every ballot counts the same, and every list counts
 * once in the combination. This costs a very small group its own weight; the outcome says so, and
 * `foreseenLists` says so before the round opens, while there is time to ask another person in.
 *
 * **What is published is made from these lists alone:**
 * 1. of each list: who is in it, how many ballots, and places, never points. Exchange the ballots of any two
 *    people in it, of whatever perspective, and nothing published changes. So nobody's ballot is known unless
 *    all in the list are the same, and no perspective inside a shared list has a list that can be worked out;
 * 2. if all are the same with two choices or more, places still do not tell: were one person's first two
 *    exchanged, the places of three or more ballots would be as they are;
 * 3. if all are the same single choice, they would tell. So "all" and "all but one" are told as one band:
 *    that candidate first, the rest level. (The one ballot that differs is then not told, nor counted in the
 *    list: the price of the band, paid only where all others named one and the same candidate and no second.)
 * 4. the combination: computed from the published places, so it adds nothing, and anyone can check it;
 * 5. the head count: made of all ballots, so it does add something. Where all ballots of a list are the same it
 *    could show that the exchange of 2 did not happen. So it is left out when a list *looks* as if all its
 *    ballots might be the same, and more than half of them are: which holds before that exchange and after it,
 *    so that leaving it out tells no more than "more than half". With a single list it is that list;
 * 6. of fewer than k ballots in all: that they were too few.
 *
 * **What it does not promise.** Somebody in a list of three who takes her own ballot away looks at two.
 * Places can tell that nobody in a list chose a candidate. People who tell each other what they chose know
 * more than what is published. A second round among nearly the same people may be compared with the first.
 * A host who needs more raises k.
 */
import { unmetMix, type RequiredMix } from "#app/session/mix.ts";
import { countPerspectives, perspectives, type Perspective, type PerspectiveCounts } from "#app/session/perspective.ts";

import type { Outcome, PlacedCandidate, Result, SharedList } from "./outcome.ts";
import { combine, placed, topOf, totalsOf, type Scores } from "./ranking.ts";
import type { Ranking, RoundRules } from "./round.ts";

/** No host may show a smaller group apart. */
export const SMALLEST_GROUP = 3;

export interface CastBallot {
  /** As it stood on the roll. */
  readonly perspective: Perspective;
  readonly ranking: Ranking;
}

export interface ClosedRound {
  readonly rules: RoundRules;
  /** The perspective of each person who might cast a ballot. */
  readonly roll: readonly Perspective[];
  readonly ballots: readonly CastBallot[];
  /** The host's smallest group; under 3 counts as 3. */
  readonly minimum: number;
  /** The N of "top N". */
  readonly publishCount: number;
  readonly requiredMix: RequiredMix;
}

/** Everything that is published of a closed round. */
export function outcomeOf(round: ClosedRound): Outcome {
  const { rules, ballots, publishCount } = round;
  const minimum = Math.max(SMALLEST_GROUP, round.minimum);
  const roll = countPerspectives(round.roll);
  const cast = countPerspectives(ballots.map(({ perspective }) => perspective));
  const result = ballots.length < minimum ? ({ state: "tooFew" } as const) : countedIn(round, partsOf({ roll, cast, minimum }));
  const missing = unmetMix(round.requiredMix, roll);
  const missingBallots = result.state === "counted" && missing.length === 0 && unmetMix(round.requiredMix, cast).length > 0;
  return {
    choose: rules.choose,
    publishCount,
    cast: ballots.length,
    roll: round.roll.length,
    minimum,
    recommendationOnly: missing.length > 0 || missingBallots,
    missing,
    missingBallots,
    result,
  };
}

/** Which perspectives would share a list if everybody on the roll cast a ballot: to be told before the round opens. */
export function foreseenLists(roll: PerspectiveCounts, minimum: number): Perspective[][] {
  return partsOf({ roll, cast: roll, minimum: Math.max(SMALLEST_GROUP, minimum) });
}

interface Counts {
  readonly roll: PerspectiveCounts;
  readonly cast: PerspectiveCounts;
  readonly minimum: number;
}

/** Parts the perspectives on the roll into lists of `minimum` ballots or more. There must be that many ballots in all. */
function partsOf({ roll, cast, minimum }: Counts): Perspective[][] {
  const onRoll = perspectives.filter((perspective) => roll[perspective] > 0);
  const apart = onRoll.filter((perspective) => cast[perspective] >= minimum);
  const together = onRoll.filter((perspective) => cast[perspective] < minimum);
  if (together.length === 0) return apart.map((perspective) => [perspective]);
  const ballotsTogether = together.reduce((sum, perspective) => sum + cast[perspective], 0);
  const joining = ballotsTogether < minimum ? smallestOf(apart, cast) : undefined;
  const shared = perspectives.filter((perspective) => together.includes(perspective) || perspective === joining);
  return [...apart.filter((perspective) => perspective !== joining).map((perspective) => [perspective]), shared];
}

function smallestOf(apart: readonly Perspective[], cast: PerspectiveCounts): Perspective | undefined {
  return apart.toReversed().sort((a, b) => cast[a] - cast[b])[0];
}

function countedIn({ rules, roll, ballots, publishCount }: ClosedRound, parts: readonly Perspective[][]): Result {
  const counted = parts.map((part) => {
    const rankings = ballots.filter(({ perspective }) => part.includes(perspective)).map(({ ranking }) => ranking);
    return listOf({ rules, part, rankings, roll: roll.filter((perspective) => part.includes(perspective)).length });
  });
  const combined = combine(counted.map(({ totals }) => totals));
  const top = topOf(combined, publishCount);
  return {
    state: "counted",
    combined: placed(combined).map(({ id, place }) => ({ id, place, points: combined.get(id) ?? 0, top: top.get(id) ?? "out" })),
    lists: counted.map(({ list }) => list),
    headCount: headCountOf(counted, rules),
  };
}

interface Part {
  readonly rules: RoundRules;
  readonly part: Perspective[];
  readonly rankings: readonly Ranking[];
  /** People of these perspectives on the roll. */
  readonly roll: number;
}

interface CountedList {
  readonly list: SharedList;
  /** What its places are made of; never published. */
  readonly totals: Scores;
  readonly rankings: readonly Ranking[];
}

function listOf({ rules, part, rankings, roll }: Part): CountedList {
  const shared = sharedSingleChoice(rankings);
  const totals = totalsOf(shared === null ? rankings : [[shared]], rules);
  const list = { perspectives: part, ballots: rankings.length, roll, band: shared !== null, order: placed(totals) };
  return { list, totals, rankings };
}

/** The one candidate that all ballots, or all but one, name alone; null when there is none. */
function sharedSingleChoice(rankings: readonly Ranking[]): string | null {
  const { ranking, count } = mostCommon(rankings);
  return ranking.length === 1 && count >= rankings.length - 1 ? (ranking[0] ?? null) : null;
}

function headCountOf(counted: readonly CountedList[], rules: RoundRules): PlacedCandidate[] | null {
  const [first, ...others] = counted;
  if (first && others.length === 0) return first.list.order;
  const givesAway = counted.some(({ list, rankings }) => mayBeUnanimous(list, rules.choose) && mostCommon(rankings).count > rankings.length / 2);
  return givesAway ? null : placed(totalsOf(counted.flatMap(({ rankings }) => rankings), rules));
}

/** The ballot that most people in a list cast, and how many did; of equals any. */
function mostCommon(rankings: readonly Ranking[]): { ranking: Ranking; count: number } {
  const counts = new Map<string, number>();
  for (const ranking of rankings) counts.set(keyOf(ranking), (counts.get(keyOf(ranking)) ?? 0) + 1);
  const count = Math.max(0, ...counts.values());
  return { ranking: rankings.find((ranking) => counts.get(keyOf(ranking)) === count) ?? [], count };
}

const keyOf = (ranking: Ranking): string => ranking.join("\n");

/** Whether these places are what equal ballots would give: up to `choose` candidates one after the other, the rest level. */
function mayBeUnanimous({ order }: SharedList, choose: number): boolean {
  const [, ...others] = order;
  const firstTie = others.findIndex(({ place }, index) => place === order[index]?.place);
  const alone = firstTie === -1 ? order.length - 1 : firstTie;
  const rest = order.slice(alone);
  return alone > 0 && alone <= choose && rest.every(({ place }) => place === rest[0]?.place);
}
