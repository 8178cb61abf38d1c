import fc from "fast-check";
import { expect, test } from "vitest";

import { countPerspectives, perspectives, type Perspective } from "#app/session/perspective.ts";

import { foreseenLists, outcomeOf, type CastBallot } from "./disclosure.ts";
import { outcomeSchema, type Outcome, type PlacedCandidate } from "./outcome.ts";
import { combine, placed, positionsOf, totalsOf } from "./ranking.ts";
import type { Ranking, RoundRules } from "./round.ts";

const fiveItems: RoundRules = { candidates: [..."ABCDE"], choose: 3 };

/** "ABC ACB": ballots as words whose letters are candidates. */
const by = (perspective: Perspective, words: string): CastBallot[] => words.split(" ").map((word) => ({ perspective, ranking: [...word] }));

interface Asked {
  readonly rules?: RoundRules;
  readonly absent?: readonly Perspective[];
  readonly requiredMix?: Partial<Record<"carer" | "practitioner" | "researcher", number>>;
  readonly minimum?: number;
}

function close(ballots: readonly CastBallot[], { rules = fiveItems, absent = [], requiredMix = {}, minimum = 3 }: Asked = {}): Outcome {
  const roll = [...ballots.map(({ perspective }) => perspective), ...absent];
  return outcomeOf({ rules, roll, ballots, minimum, publishCount: 3, requiredMix });
}

function counted(outcome: Outcome) {
  if (outcome.result.state !== "counted") throw new Error("too few ballots");
  return outcome.result;
}

const told = (order: readonly PlacedCandidate[] | null) => order?.map(({ id, place }) => place + id).join(" ") ?? null;

const carersAndPractitioners = [...by("carer", "ABC ACB BAD"), ...by("practitioner", "DEA DEA DEA DEA EDC EDC")];

test("two groups large enough are shown apart, combined equally, with the head count beside", () => {
  const result = counted(close(carersAndPractitioners));
  expect(result.combined.map(({ id, place, points, top }) => `${place}${id} ${points} ${top}`)).toEqual([
    "1A 8 in", "2D 7 in", "3=B 5 tied", "3=C 5 tied", "3=E 5 tied",
  ]);
  expect(result.lists.map(({ perspectives: who, ballots, order }) => [who.join(), ballots, told(order)])).toEqual([
    ["carer", 3, "1A 2B 3C 4D 5E"],
    ["practitioner", 6, "1D 2E 3A 4C 5B"],
  ]);
  expect(told(result.headCount)).toBe("1D 2E 3A 4B 5C");
});

test("perspectives that are too few share a list", () => {
  const few = [...by("drawsOnCare", "EAB"), ...by("manager", "CDE CED")];
  const result = counted(close([...carersAndPractitioners, ...few]));
  expect(result.lists.map(({ perspectives: who, ballots }) => [who.join(), ballots])).toEqual([
    ["carer", 3], ["practitioner", 6], ["drawsOnCare,manager", 3],
  ]);
});

test("a single person shares a list with the smallest group, where one voice weighs most", () => {
  const result = counted(close([...carersAndPractitioners, ...by("researcher", "CDE")]));
  expect(result.lists.map(({ perspectives: who, ballots }) => [who.join(), ballots])).toEqual([["practitioner", 6], ["carer,researcher", 4]]);
});

test("of groups of one size the carers and people who draw on care keep their own list longest", () => {
  const ballots = [...by("carer", "ABC ACB BAD"), ...by("manager", "ABC ACB CBA"), ...by("researcher", "E")];
  expect(counted(close(ballots)).lists.map(({ perspectives: who }) => who.join())).toEqual(["carer", "manager,researcher"]);
});

test("people who would rather not say their perspective are a group of their own", () => {
  const ballots = [...by("carer", "ABC ACB BAD"), ...by("unsaid", "CDE CED EDA")];
  expect(counted(close(ballots)).lists.map(({ perspectives: who }) => who.join())).toEqual(["carer", "unsaid"]);
});

test("whether a single researcher voted at all cannot be read off who is listed", () => {
  const voted = counted(close([...carersAndPractitioners, ...by("researcher", "ABC")]));
  const stayedAway = counted(close([...carersAndPractitioners, ...by("carer", "ABC")], { absent: ["researcher"] }));
  const shown = ({ lists }: typeof voted) => lists.map(({ perspectives: who, ballots }) => [who, ballots]);
  expect(shown(stayedAway)).toEqual(shown(voted));
});

test("fewer ballots than the smallest group tell only that they were too few", () => {
  const outcome = close(by("carer", "ABC ABC"), { absent: ["carer"] });
  expect(outcome.result).toEqual({ state: "tooFew" });
  expect(outcome.cast).toBe(2);
});

test("a host may ask for larger groups, never for smaller ones", () => {
  expect(close(by("carer", "ABC ACB BAD DEA"), { minimum: 5 }).result.state).toBe("tooFew");
  expect(close(by("carer", "ABC ACB"), { minimum: 1 }).result.state).toBe("tooFew");
});

test("all and all but one are told as the same band", () => {
  const others = by("practitioner", "DEA EDC ABC ACE");
  const all = close([...by("carer", "A A A A"), ...others]);
  const allButOne = close([...by("carer", "A A BC A"), ...others]);
  expect(allButOne).toEqual(all);
  expect(counted(all).lists[0]).toMatchObject({ band: true, order: [{ id: "A", place: "1" }, { id: "B", place: "2=" }, { id: "C", place: "2=" }, { id: "D", place: "2=" }, { id: "E", place: "2=" }] });
});

test("the head count is left out when most ballots of a list are the same and its places look as if all were", () => {
  const result = counted(close([...by("carer", "ABC ABC BAC"), ...by("practitioner", "DEA EDC ABC ACE")]));
  expect(told(result.lists[0]?.order ?? null)).toBe("1A 2B 3C 4=D 4=E");
  expect(result.headCount).toBeNull();
});

test("places that look alike for other reasons leave the head count standing", () => {
  const result = counted(close([...by("carer", "ABC AB BAC"), ...by("practitioner", "DEA EDC ABC ACE")]));
  expect(told(result.lists[0]?.order ?? null)).toBe("1A 2B 3C 4=D 4=E");
  expect(told(result.headCount)).toBe("1A 2B 3=C 3=E 5D");
});

test("with a single list the head count is that list", () => {
  const result = counted(close([...by("carer", "ABC ABC"), ...by("manager", "ABC")]));
  expect(told(result.headCount)).toBe(told(result.lists[0]?.order ?? null));
});

test("a required mix that was not there makes the outcome a recommendation, and says who was missing", () => {
  const outcome = close(carersAndPractitioners, { requiredMix: { carer: 1, researcher: 1 } });
  expect(outcome.recommendationOnly).toBe(true);
  expect(outcome.missing).toEqual([{ perspective: "researcher", needed: 1, present: 0 }]);
  expect(outcome.missingBallots).toBe(false);
});

test("a required mix that was there but did not vote makes it one too, without saying who", () => {
  const outcome = close(carersAndPractitioners, { requiredMix: { carer: 1, researcher: 1 }, absent: ["researcher"] });
  expect(outcome).toMatchObject({ recommendationOnly: true, missing: [], missingBallots: true });
});

test("a required mix that is met leaves the outcome as it is", () => {
  expect(close(carersAndPractitioners, { requiredMix: { carer: 1, practitioner: 2 } }).recommendationOnly).toBe(false);
});

test("who will share a list is known before the round opens", () => {
  const roll = countPerspectives(["carer", "carer", "carer", "practitioner", "practitioner", "practitioner", "drawsOnCare"]);
  expect(foreseenLists(roll, 3)).toEqual([["carer"], ["drawsOnCare", "practitioner"]]);
  expect(foreseenLists(countPerspectives([]), 3)).toEqual([]);
});

test("an outcome goes to JSON and back unchanged", () => {
  const outcome = close([...carersAndPractitioners, ...by("manager", "B")]);
  expect(outcomeSchema.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
});

/**
 * The automatic subtractor. It is shown what one session publishes and knows the rule and everybody's
 * perspective. It tries every way in which all of them might have voted, and keeps those which would have
 * published exactly the same. What it knows of a person, or of a group, is what all of those agree on.
 */
function subtractor(session: { readonly people: readonly Perspective[]; readonly rules: RoundRules; readonly publish: (ballots: readonly CastBallot[]) => unknown }) {
  const possible = everyRanking(session.rules);
  const worlds = new Map<string, CastBallot[][]>();
  for (const world of everyWorld(session.people, possible)) {
    const published = JSON.stringify(session.publish(world));
    const same = worlds.get(published);
    if (same) same.push(world);
    else worlds.set(published, [world]);
  }
  return [...worlds.values()];
}

/** In how many sessions some person's whole ballot is known to the subtractor. */
function knownBallots(worlds: readonly CastBallot[][][], people: readonly Perspective[]): number {
  return worlds.filter((same) => people.some((_, person) => agree(same, (world) => world[person]?.ranking))).length;
}

/** In how many sessions the list that a perspective would have had is known to the subtractor. */
function knownLists(worlds: readonly CastBallot[][][], rules: RoundRules, perspective: Perspective): number {
  const listIn = (world: readonly CastBallot[]) => [...positionsOf(totalsOf(world.filter((b) => b.perspective === perspective).map((b) => b.ranking), rules))];
  return worlds.filter((same) => agree(same, listIn)).length;
}

function agree<T>(worlds: readonly T[], see: (world: T) => unknown): boolean {
  const [first, ...others] = worlds.map((world) => JSON.stringify(see(world)));
  return others.every((other) => other === first);
}

function everyRanking({ candidates, choose }: RoundRules): Ranking[] {
  const longer = (chosen: Ranking): Ranking[] =>
    chosen.length === choose ? [chosen] : [chosen, ...candidates.filter((id) => !chosen.includes(id)).flatMap((id) => longer([...chosen, id]))];
  return longer([]).filter((ranking) => ranking.length > 0);
}

function* everyWorld([perspective, ...others]: readonly Perspective[], possible: readonly Ranking[]): Generator<CastBallot[]> {
  if (perspective === undefined) {
    yield [];
    return;
  }
  for (const world of everyWorld(others, possible)) {
    for (const ranking of possible) yield [{ perspective, ranking }, ...world];
  }
}

const two: RoundRules = { candidates: ["A", "B"], choose: 2 };
const three: RoundRules = { candidates: ["A", "B", "C"], choose: 2 };
const oneOfThree: RoundRules = { candidates: ["A", "B", "C"], choose: 1 };
const trio = (perspective: Perspective): Perspective[] => [perspective, perspective, perspective];

test.each<[string, RoundRules, Perspective[]]>([
  ["three carers choosing two of three", three, trio("carer")],
  ["three carers choosing one of five", { ...fiveItems, choose: 1 }, trio("carer")],
  ["four carers choosing one of four", { candidates: [..."ABCD"], choose: 1 }, [...trio("carer"), "carer"]],
  ["three carers and three practitioners choosing one of three", oneOfThree, [...trio("carer"), ...trio("practitioner")]],
  ["three carers and three practitioners choosing two of two", two, [...trio("carer"), ...trio("practitioner")]],
  ["three carers and one each of three others", two, [...trio("carer"), "practitioner", "manager", "researcher"]],
  ["three carers, two managers and a researcher choosing one of three", oneOfThree, [...trio("carer"), "manager", "manager", "researcher"]],
  ["one each of four perspectives choosing two of three", three, ["carer", "drawsOnCare", "manager", "unsaid"]],
  ["three carers, three practitioners and a researcher choosing one of two", { candidates: ["A", "B"], choose: 1 }, [...trio("carer"), ...trio("practitioner"), "researcher"]],
])("whatever %s decide, no person's ballot can be worked out", (_name, rules, people) => {
  const worlds = subtractor({ people, rules, publish: (ballots) => close(ballots, { rules }) });
  expect(knownBallots(worlds, people)).toBe(0);
});

test.each<[string, RoundRules, Perspective[], Perspective[]]>([
  ["two carers and a researcher", three, ["carer", "carer", "researcher"], ["carer", "researcher"]],
  ["one each of three others beside three carers", two, [...trio("carer"), "practitioner", "manager", "researcher"], ["practitioner", "manager", "researcher"]],
  ["a manager who shares a list with four carers", two, [...trio("carer"), "carer", "manager"], ["manager"]],
])("the list of a group inside a shared list cannot be worked out: %s", (_name, rules, people, hidden) => {
  const worlds = subtractor({ people, rules, publish: (ballots) => close(ballots, { rules }) });
  expect(hidden.map((perspective) => knownLists(worlds, rules, perspective))).toEqual(hidden.map(() => 0));
});

test("the subtractor sees through a combination that leaves out the list of a single researcher", () => {
  const people = [...trio("carer"), "researcher" as const];
  const totals = (ballots: readonly CastBallot[], perspective: Perspective) =>
    totalsOf(ballots.filter((ballot) => ballot.perspective === perspective).map(({ ranking }) => ranking), three);
  const publish = (ballots: readonly CastBallot[]) => ({
    carers: [...positionsOf(totals(ballots, "carer"))],
    combined: [...combine([totals(ballots, "carer"), totals(ballots, "researcher")])],
  });
  const worlds = subtractor({ people, rules: three, publish });
  expect(knownLists(worlds, three, "researcher")).toBe(worlds.length);
});

test("the subtractor sees through bare places when all three carers made the same single choice", () => {
  const people = trio("carer");
  const publish = (ballots: readonly CastBallot[]) => placed(totalsOf(ballots.map(({ ranking }) => ranking), oneOfThree));
  expect(knownBallots(subtractor({ people, rules: oneOfThree, publish }), people)).toBe(3);
});

/** Sessions of any make. Everybody picks from a handful of ballots, so that many groups are of one mind or nearly, as groups in one room are. */
const anySession = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const candidates = [..."ABCDEFG"].slice(0, size);
  const rules = fc.integer({ min: 1, max: size }).map((choose) => ({ candidates, choose }));
  const handful = rules.chain(({ choose }) =>
    fc.record({ choose: fc.constant(choose), rankings: fc.array(fc.shuffledSubarray(candidates, { minLength: 1, maxLength: choose }), { minLength: 1, maxLength: 4 }) }),
  );
  return handful.chain(({ choose, rankings }) =>
    fc.record({
      rules: fc.constant({ candidates, choose }),
      ballots: fc.array(fc.record({ perspective: fc.constantFrom(...perspectives.slice(0, 4)), ranking: fc.constantFrom(...rankings) }), { minLength: 3, maxLength: 16 }),
      absent: fc.array(fc.constantFrom(...perspectives), { maxLength: 3 }),
    }),
  );
});

test("every perspective on the roll and every ballot stands in exactly one list, and no list is too small", () => {
  fc.assert(
    fc.property(anySession, ({ rules, ballots, absent }) => {
      const { lists } = counted(close(ballots, { rules, absent }));
      const listed = lists.flatMap(({ perspectives: who }) => who);
      const onRoll = new Set([...ballots.map(({ perspective }) => perspective), ...absent]);
      expect(listed.toSorted()).toEqual([...onRoll].toSorted());
      expect(lists.reduce((sum, list) => sum + list.ballots, 0)).toBe(ballots.length);
      expect(lists.every((list) => list.ballots >= 3 && list.roll >= list.ballots)).toBe(true);
    }),
    { seed: 815 },
  );
});

test("the combination is what the published lists add up to, so nothing is left when they are taken away", () => {
  fc.assert(
    fc.property(anySession, ({ rules, ballots, absent }) => {
      const { lists, combined } = counted(close(ballots, { rules, absent }));
      const left = new Map(combined.map(({ id, points }) => [id, points]));
      for (const { order } of lists) {
        const scores = new Map(order.map(({ id, place }) => [id, -Number.parseInt(place, 10)]));
        for (const [id, position] of positionsOf(scores)) left.set(id, (left.get(id) ?? 0) - position);
      }
      expect([...left.values()].every((rest) => rest === 0)).toBe(true);
    }),
    { seed: 816 },
  );
});

test("in any session each person's ballot could have been another one", () => {
  fc.assert(
    fc.property(anySession, ({ rules, ballots, absent }) => {
      const published = close(ballots, { rules, absent });
      const { lists } = counted(published);
      for (const [person, mine] of ballots.entries()) {
        const list = lists.find(({ perspectives: who }) => who.includes(mine.perspective));
        const others = otherWorlds(ballots, person, { listed: list?.perspectives ?? [], rules });
        expect(others.some((world) => JSON.stringify(close(world, { rules, absent })) === JSON.stringify(published))).toBe(true);
      }
    }),
    { seed: 817, numRuns: 150 },
  );
});

/** Worlds in which this person voted otherwise: an exchange within the list, two places exchanged, another single choice. */
function otherWorlds(ballots: readonly CastBallot[], person: number, { listed, rules }: { listed: readonly Perspective[]; rules: RoundRules }): CastBallot[][] {
  const mine = ballots[person]?.ranking ?? [];
  const exchanges = [...ballots.entries()]
    .filter(([, other]) => listed.includes(other.perspective) && other.ranking.join() !== mine.join())
    .map(([index, other]) => replaced(replaced(ballots, person, other.ranking), index, mine));
  const [first = "", second, ...rest] = mine;
  const own = second === undefined ? rules.candidates.filter((id) => id !== first).map((id) => [id]) : [[second, first, ...rest]];
  return [...exchanges, ...own.map((ranking) => replaced(ballots, person, ranking))];
}

function replaced(ballots: readonly CastBallot[], person: number, ranking: Ranking): CastBallot[] {
  return ballots.map((ballot, index) => (index === person ? { ...ballot, ranking } : ballot));
}
