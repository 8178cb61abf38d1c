import { expect, test } from "vitest";

import { afterTurn, comeBackLater, passing, readGoRound, toCome, withThoseHere, type GoRound } from "./go-round.ts";

const round: GoRound = { stageId: "last", order: ["ann", "bryn", "siân"], at: 0 };

test("each has a turn, and then the round is over", () => {
  expect(toCome(afterTurn(round))).toEqual(["bryn", "siân"]);
  expect(toCome([1, 2, 3, 4].reduce(afterTurn, round))).toEqual([]);
});

test("whoever is away is come back to at the end", () => {
  const later = comeBackLater(afterTurn(round));
  expect(toCome(later)).toEqual(["siân", "bryn"]);
  expect(toCome(comeBackLater({ ...round, at: 3 }))).toEqual([]);
});

test("passing takes the turn away, now or before it comes, but not one that was had", () => {
  expect(toCome(passing(round, "ann"))).toEqual(["bryn", "siân"]);
  expect(toCome(passing(round, "siân"))).toEqual(["ann", "bryn"]);
  expect(passing(afterTurn(round), "ann")).toEqual({ ...round, at: 1 });
});

test("whoever was removed has no turn to come, whoever came since has one at the end, and whoever passed is not asked again", () => {
  const going = passing(afterTurn(round), "bryn");
  expect(toCome(withThoseHere(going, ["ann", "bryn", "siân", "nia"]))).toEqual(["siân", "nia"]);
  expect(toCome(withThoseHere(going, ["ann", "bryn", "nia"]))).toEqual(["nia"]);
  expect(withThoseHere(going, ["siân"])).toMatchObject({ order: ["ann", "siân"], at: 1 });
});

test("a round that is over is not begun anew by somebody who comes late", () => {
  expect(toCome(withThoseHere({ ...round, at: 3 }, ["ann", "bryn", "siân", "nia"]))).toEqual([]);
});

test("rubbish is no round", () => {
  expect([readGoRound(null), readGoRound({ order: "all" }), readGoRound({ ...round, at: -1 })]).toEqual([null, null, null]);
  expect(readGoRound(JSON.parse(JSON.stringify(round)))).toEqual(round);
});
