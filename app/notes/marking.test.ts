import { expect, test } from "vitest";

import { idle, neighbour, step, type Draft, type Marking, type MarkingStep } from "./marking.ts";
import type { Spot, Stretch } from "./passage.ts";

const one: Spot = { blockId: "a", start: 0, end: 5 };
const two: Spot = { blockId: "b", start: 0, end: 5 };
const stretch: Stretch = { from: { blockId: "a", offset: 0 }, to: { blockId: "b", offset: 5 } };
const stretchTo = () => stretch;
const draft: Draft = { stretch, words: "It matters", lang: "en" };

test("by keyboard: from here, on, to here, write, and on again from the same sentence", () => {
  const marking = after({ type: "keys", at: one }, { type: "here", stretchTo }, { type: "keys", at: two }, { type: "here", stretchTo });
  expect(marking).toMatchObject({ state: "writing", stretch });
  expect(step(marking, { type: "saved" })).toEqual({ state: "keys", at: two, from: null });
});

test("escape takes one step back: first the beginning of the mark, then the mode", () => {
  const begun = after({ type: "keys", at: one }, { type: "here", stretchTo });
  expect(step(begun, { type: "leave" })).toEqual({ state: "keys", at: one, from: null });
  expect(step(step(begun, { type: "leave" }), { type: "leave" })).toEqual(idle);
});

test("a selection is heeded only while nothing else is going on", () => {
  expect(after({ type: "select", stretch })).toEqual({ state: "selected", stretch });
  expect(after({ type: "select", stretch }, { type: "select", stretch: null })).toEqual(idle);
  expect(after({ type: "find" }, { type: "select", stretch })).toEqual({ state: "finding" });
  expect(after({ type: "write", stretch }, { type: "select", stretch: null })).toMatchObject({ state: "writing" });
});

test("words left without saving can be put back; no words leave nothing", () => {
  expect(after({ type: "write", stretch }, { type: "leave", draft })).toEqual({ state: "dropped", draft });
  expect(after({ type: "write", stretch }, { type: "leave", draft: { ...draft, words: " " } })).toEqual(idle);
  expect(after({ type: "write", stretch }, { type: "leave", draft }, { type: "select", stretch: null })).toEqual({ state: "dropped", draft });
});

test("arrow keys go through the text in reading order and stop at its ends", () => {
  const stops = [one, { blockId: "a", start: 6, end: 9 }, two];
  const rank = (blockId: string) => "ab".indexOf(blockId);
  expect(neighbour(stops, one, { by: 1, rank })).toEqual(stops[1]);
  expect(neighbour(stops, { blockId: "a", start: 7, end: 8 }, { by: -1, rank })).toEqual(stops[1]);
  expect(neighbour(stops, stops[1] ?? one, { by: 1, rank })).toEqual(two);
  expect([neighbour(stops, two, { by: 1, rank }), neighbour(stops, one, { by: -1, rank })]).toEqual([two, one]);
});

function after(...steps: MarkingStep[]): Marking {
  return steps.reduce(step, idle);
}
