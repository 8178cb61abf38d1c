import { expect, test } from "vitest";

import { applied, changeBetween, moved, splitsPair } from "./text-change.ts";

const cases = [
  ["typing at the end", "gofa", "gofal", 5],
  ["typing in the middle", "gfal", "gofal", 2],
  ["deleting", "gofal", "gfal", 1],
  ["replacing a word", "care at home", "gofal at home", 5],
  ["emptying", "gofal", "", 0],
  ["a circumflex over a letter", "ty", "tŷ", 2],
  ["an emoji for another that shares a half", "a😀b", "a😁b", 3],
  ["an emoji deleted", "😀😁", "😀", 2],
] as const;

test.each(cases)("%s", (_, before, after, caret) => {
  const change = changeBetween(before, after, caret);
  expect(change && applied(before, change)).toBe(after);
  if (change) expect(splitsPair(before, change.at) || splitsPair(before, change.at + change.remove)).toBe(false);
});

test("the same text is no change", () => {
  expect(changeBetween("gofal", "gofal")).toBeNull();
});

test("equal letters go where the caret says", () => {
  expect(changeBetween("aaa", "aaaa", 1)).toEqual({ at: 0, remove: 0, insert: "a" });
  expect(changeBetween("aaa", "aaaa", 3)).toEqual({ at: 2, remove: 0, insert: "a" });
});

test("random edits always come out, and never part an emoji", () => {
  const letters = ["a", "ŵ", "😀", "😁", "👩‍👧", " ", "b"];
  let seed = 20_251;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const text = () => Array.from({ length: random(8) }, () => letters[random(letters.length)]).join("");
  for (let i = 0; i < 2_000; i++) {
    const [before, after] = [text(), text()];
    const change = changeBetween(before, after, random(after.length + 1));
    expect(change ? applied(before, change) : before).toBe(after);
    if (change) expect(splitsPair(before, change.at) || splitsPair(before, change.at + change.remove) || splitsPair(after, change.at + change.insert.length)).toBe(false);
  }
});

test("a position moves with what changes before it, and stays for what comes behind", () => {
  expect(moved(3, { at: 0, remove: 0, insert: "ab" })).toBe(5);
  expect(moved(3, { at: 3, remove: 0, insert: "ab" })).toBe(3);
  expect(moved(3, { at: 1, remove: 5, insert: "" })).toBe(1);
  expect(moved(9, { at: 1, remove: 5, insert: "x" })).toBe(5);
});
