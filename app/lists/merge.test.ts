import * as fc from "fast-check";
import { expect, test } from "vitest";

import { applyEdit, carryOver, editBetween } from "./merge.ts";

/** What stands there when one person turned `before` into `mine` while others turned it into `now`; null when they clash. */
function merged(before: string, mine: string, now: string): string | null {
  const edit = editBetween(before, mine);
  const carried = edit && carryOver(before, edit, now);
  return carried && applyEdit(now, carried);
}

test.each([
  ["one writes at the end, others at the start", "A break happens", "A break happens, always", "A promised break happens", "A promised break happens, always"],
  ["one writes at the start, others at the end", "A break happens", "A promised break happens", "A break happens, always", "A promised break happens, always"],
  ["both write at the end: both stay", "A break", "A break happens", "A break is ours", "A break is ours happens"],
  ["nobody else wrote", "A break", "No break", "A break", "No break"],
  ["both changed the same words", "A short break", "A long break", "A good break", null],
])("%s", (_, before, mine, now, expected) => {
  expect(merged(before, mine, now)).toBe(expected);
});

test("the edit between two texts makes the one of the other, and never cuts a character in two", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "ŵ", "😀", "😁", "👍"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = editBetween(before, after) ?? { at: 0, remove: 0, insert: "" };
      expect(applyEdit(before, edit)).toBe(after);
      for (const part of [edit.insert, before.slice(0, edit.at), before.slice(edit.at + edit.remove)]) expect(isWhole(part)).toBe(true);
    }),
    { seed: 20261122 },
  );
});

/** Half a surrogate pair does not survive UTF-8. */
function isWhole(text: string): boolean {
  return new TextDecoder().decode(new TextEncoder().encode(text)) === text;
}
