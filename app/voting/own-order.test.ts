import { expect, test } from "vitest";

import { withAdded, withMoved, withRemoved } from "./own-order.ts";

test("what is tapped goes last", () => {
  expect(withAdded(["pot"], "beds", 3)).toEqual(["pot", "beds"]);
});

test("tapping twice, or more than asked for, changes nothing", () => {
  expect(withAdded(["pot"], "pot", 3)).toEqual(["pot"]);
  expect(withAdded(["pot", "beds"], "calls", 2)).toEqual(["pot", "beds"]);
});

test("what is taken off lets the others close up", () => {
  expect(withRemoved(["pot", "beds", "calls"], "beds")).toEqual(["pot", "calls"]);
});

test.each([
  ["up one place", "calls", "up", ["pot", "calls", "beds"]],
  ["down one place", "pot", "down", ["beds", "pot", "calls"]],
  ["up from the top", "pot", "up", ["pot", "beds", "calls"]],
  ["down from the bottom", "calls", "down", ["pot", "beds", "calls"]],
  ["although it is not there", "hotel", "up", ["pot", "beds", "calls"]],
] as const)("moving %s", (_name, id, direction, after) => {
  expect(withMoved(["pot", "beds", "calls"], id, direction)).toEqual(after);
});
