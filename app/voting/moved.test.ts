import { expect, test } from "vitest";

import { movedSince, placesOf } from "./moved.ts";
import type { Outcome } from "./outcome.ts";

const earlier = [{ id: "notice", place: "1" }, { id: "pot", place: "2=" }, { id: "ring", place: "2=" }];

test.each([
  ["rose", { id: "ring", place: "1" }],
  ["fell", { id: "notice", place: "2=" }],
  ["same", { id: "pot", place: "2" }],
  ["new", { id: "rest", place: "1" }],
] as const)("a priority that %s is told so by its two places", (moved, now) => {
  expect(movedSince(earlier, now)).toBe(moved);
});

test("of a round that published no order nothing can have moved", () => {
  const outcome: Outcome = { choose: 1, publishCount: 1, cast: 2, roll: 2, minimum: 3, recommendationOnly: false, missing: [], missingBallots: false, result: { state: "tooFew" } };
  expect(placesOf(outcome)).toBeNull();
});

test("only places are kept for the comparison, no points and no people", () => {
  const combined = [{ id: "notice", place: "1", points: 7, top: "in" as const }];
  const outcome: Outcome = { choose: 1, publishCount: 1, cast: 3, roll: 3, minimum: 3, recommendationOnly: false, missing: [], missingBallots: false, result: { state: "counted", combined, lists: [], headCount: null } };
  expect(placesOf(outcome)).toEqual([{ id: "notice", place: "1" }]);
});
