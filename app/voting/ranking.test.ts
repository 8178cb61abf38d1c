import fc from "fast-check";
import { expect, test } from "vitest";

import { combine, placed, positionsOf, topOf, totalsOf, type Scores } from "./ranking.ts";
import type { Ranking } from "./round.ts";

/** "ABC ACB BAD": three ballots, each a word whose letters are candidates, the most important first. */
const ballots = (words: string): Ranking[] => words.split(" ").filter(Boolean).map((word) => [...word]);
const told = (scores: Scores): string => [...scores].map(([id, score]) => `${id}${score}`).join(" ");
const places = (scores: Scores): string => placed(scores).map(({ id, place }) => `${place}${id}`).join(" ");

const rules = { candidates: [..."ABCDE"], choose: 3 };
const carers = ballots("ABC ACB BAD");
const practitioners = ballots("DEA DEA DEA DEA EDC EDC");

test("within a group a first place earns as many points as there are places, a last one", () => {
  expect(told(totalsOf(carers, rules))).toBe("A8 B6 C3 D1 E0");
  expect(told(totalsOf(practitioners, rules))).toBe("A4 B0 C2 D16 E14");
});

test("a group's totals become positions, counted from below", () => {
  expect(told(positionsOf(totalsOf(carers, rules)))).toBe("A5 B4 C3 D2 E1");
  expect(told(positionsOf(totalsOf(practitioners, rules)))).toBe("A3 B1 C2 D5 E4");
});

test("three carers weigh the same as six practitioners", () => {
  const combined = combine([totalsOf(carers, rules), totalsOf(practitioners, rules)]);
  expect(told(combined)).toBe("A8 B5 C5 D7 E5");
  expect(places(combined)).toBe("1A 2D 3=B 3=C 3=E");
});

test("counted by head, another candidate wins", () => {
  const everybody = totalsOf([...carers, ...practitioners], rules);
  expect(told(everybody)).toBe("A12 B6 C5 D17 E14");
  expect(places(everybody)).toBe("1D 2E 3A 4B 5C");
});

test("each group's own first two are told apart from the combination", () => {
  const ownTop = [carers, practitioners].flatMap((group) => placed(totalsOf(group, rules)).slice(0, 2).map(({ id }) => id));
  expect(ownTop.sort()).toEqual(["A", "B", "D", "E"]);
});

test("small groups' orders are totalled by position", () => {
  const three = { candidates: [..."ABC"], choose: 3 };
  const combined = combine([ballots("ABC"), ballots("BAC"), ballots("CAB")].map((group) => totalsOf(group, three)));
  expect(places(combined)).toBe("1A 2B 3C");
});

test("tied candidates share the average of the positions they fill", () => {
  expect(told(positionsOf(new Map([["A", 9], ["B", 4], ["C", 4], ["D", 0]])))).toBe("A4 B2.5 C2.5 D1");
});

test("a tie across the edge of the top is left to people", () => {
  const combined = new Map([["A", 8], ["B", 5], ["C", 5], ["D", 7], ["E", 5]]);
  expect([...topOf(combined, 3)].map(([id, top]) => `${id} ${top}`)).toEqual(["A in", "B tied", "C tied", "D in", "E tied"]);
  expect([...topOf(combined, 2)].map(([id, top]) => `${id} ${top}`)).toEqual(["A in", "B out", "C out", "D in", "E out"]);
});

test("a top longer than the list takes everything in", () => {
  expect([...topOf(new Map([["A", 1], ["B", 1]]), 3).values()]).toEqual(["in", "in"]);
});

const anyRules = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc.integer({ min: 1, max: size }).map((choose) => ({ candidates: [..."ABCDEFG"].slice(0, size), choose })),
);
const anyGroups = anyRules.chain((round) => {
  const ballot = fc.shuffledSubarray(round.candidates, { minLength: 1, maxLength: round.choose });
  return fc.array(fc.array(ballot, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }).map((groups) => ({ round, groups }));
});
const byId = (scores: Scores) => Object.fromEntries(scores);

test("the order of ballots, of groups and of candidates changes nothing", () => {
  const shuffled = anyGroups.chain(({ round, groups }) =>
    fc.record({
      round: fc.constant(round),
      groups: fc.constant(groups),
      otherGroups: fc
        .tuple(...groups.map((group) => fc.shuffledSubarray(group, { minLength: group.length })))
        .chain((shuffledGroups) => fc.shuffledSubarray(shuffledGroups, { minLength: shuffledGroups.length })),
      otherCandidates: fc.shuffledSubarray(round.candidates, { minLength: round.candidates.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ round, groups, otherGroups, otherCandidates }) => {
      const otherRound = { ...round, candidates: otherCandidates };
      const combined = combine(groups.map((group) => totalsOf(group, round)));
      const other = combine(otherGroups.map((group) => totalsOf(group, otherRound)));
      expect(byId(other)).toEqual(byId(combined));
      expect(Object.fromEntries(placed(other).map(({ id, place }) => [id, place]))).toEqual(
        Object.fromEntries(placed(combined).map(({ id, place }) => [id, place])),
      );
    }),
    { seed: 4711 },
  );
});

test("every list hands out the same sum, however its ties fall", () => {
  fc.assert(
    fc.property(anyGroups, ({ round, groups }) => {
      const size = round.candidates.length;
      const sum = [...combine(groups.map((group) => totalsOf(group, round))).values()].reduce((a, b) => a + b, 0);
      expect(sum).toBe((groups.length * size * (size + 1)) / 2);
    }),
    { seed: 4712 },
  );
});

test("a group that says the same twice over weighs no more", () => {
  fc.assert(
    fc.property(anyGroups, ({ round, groups }) => {
      const once = combine(groups.map((group) => totalsOf(group, round)));
      const louder = combine(groups.map((group) => totalsOf([...group, ...group], round)));
      expect(byId(louder)).toEqual(byId(once));
    }),
    { seed: 4713 },
  );
});

test("moving a candidate up on a ballot never moves it down in its group's list", () => {
  fc.assert(
    fc.property(anyGroups, ({ round, groups }) => {
      const [group = []] = groups;
      const [first = [], ...rest] = group;
      const [raised = ""] = first.slice(-1);
      const after = [[raised, ...first.slice(0, -1)], ...rest];
      const before = positionsOf(totalsOf(group, round)).get(raised) ?? 0;
      expect(positionsOf(totalsOf(after, round)).get(raised)).toBeGreaterThanOrEqual(before);
    }),
    { seed: 4714 },
  );
});
