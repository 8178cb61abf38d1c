import { expect, test } from "vitest";

import { limitationsInTurn, type Limited } from "./limitations-in-turn.ts";

test("the limitations of every item come by, short ones together and a long one in parts, each under its title", () => {
  const items = [item("a", "One group."), item("b", "From memory."), item("c", "One year only. Leaves out charities. No plans."), item("d", "")];
  expect(limitationsInTurn(items, 30).map((turn) => turn.map(({ title, words }) => `${title}: ${words}`))).toEqual([
    ["a: One group.", "b: From memory."],
    ["c: One year only."],
    ["c: Leaves out charities."],
    ["c: No plans.", "d: "],
  ]);
});

test("a title that is longer than there is room for keeps its limitations", () => {
  const title = "A very long title indeed";
  expect(limitationsInTurn([{ ...item("a", "One group. One day."), title }], 20).flat().map(({ words }) => words)).toEqual(["One group.", "One day."]);
});

function item(itemId: string, limitations: string): Limited {
  return { itemId, title: itemId, language: "en", limitations, limitationsNotKnown: limitations === "" };
}
