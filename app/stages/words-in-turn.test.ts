import { expect, test } from "vitest";

import { inTurns, partsOf } from "./words-in-turn.ts";

test("whole things come in turns, in order, as many at once as there is room for", () => {
  const things = ["ab", "cde", "fghijklmn", "o"];
  expect(inTurns(things, 5, ({ length }) => length)).toEqual([["ab", "cde"], ["fghijklmn"], ["o"]]);
  expect(inTurns([], 5, () => 1)).toEqual([]);
});

test.each([
  ["what fits stays whole", "One group. In the daytime.", 40, ["One group. In the daytime."]],
  ["what is longer is parted between sentences", "One group. In the daytime. Nobody under forty.", 28, ["One group. In the daytime.", "Nobody under forty."]],
  ["a sentence that alone is longer is parted between words", "One group, in the daytime, so nobody who works. No more.", 26, ["One group, in the daytime,", "so nobody who works.", "No more."]],
  ["a word is never parted", "Llanfairpwllgwyngyll yw hi.", 6, ["Llanfairpwllgwyngyll", "yw hi."]],
  ["lines stay lines", "Bore da.\nNos da.", 40, ["Bore da.\nNos da."]],
  ["nothing has no part", "  ", 40, []],
])("%s", (_name, text, characters, parts) => {
  expect(partsOf(text, characters)).toEqual(parts);
  expect(parts.join(" ").split(/\s+/).filter(Boolean), "every word comes by").toEqual(text.split(/\s+/).filter(Boolean));
});
