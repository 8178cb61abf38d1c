import { expect, test } from "vitest";

import { passageIn, readSpotlight } from "./spotlight.ts";

const blocks = [{ id: "a", text: "I spent the first day just sleeping." }, { id: "b", text: "Nobody rang." }];

test("a passage is the words between its places in its block", () => {
  expect(passageIn(blocks, { blockId: "a", start: 2, end: 25 })).toBe("spent the first day jus");
});

test.each([
  ["a block that is not there", { blockId: "c", start: 0, end: 3 }],
  ["nothing", { blockId: "b", start: 3, end: 3 }],
  ["the wrong way round", { blockId: "b", start: 5, end: 2 }],
  ["beyond the end", { blockId: "b", start: 0, end: 99 }],
  ["before the beginning", { blockId: "b", start: -1, end: 4 }],
  ["half a letter", { blockId: "b", start: 0.5, end: 4 }],
])("%s is no passage", (_name, place) => {
  expect(passageIn(blocks, place)).toBeNull();
});

test.each([[null], [{}], [{ show: "note", itemId: "a" }]])("%j shows nothing", (kept) => {
  expect(readSpotlight(kept)).toBeNull();
});
