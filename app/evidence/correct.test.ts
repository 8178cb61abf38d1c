import fc from "fast-check";
import { expect, test } from "vitest";

import type { EvidenceBlock, NewBlock } from "./blocks.ts";
import { correct } from "./correct.ts";

const LONG = "A break should feel like a break, for the carer and for the person they support.";
const LONG_MENDED = "A break should feel like a break for the carer, and for the person they care for.";

test.each<[name: string, before: string, after: string, ids: string]>([
  ["nothing changed", "one two three", "one two three", "1 2 3"],
  ["a block put in between", "one two", "one new two", "1 n1 2"],
  ["a block taken out", "one two three", "one three", "1 3"],
  ["a spelling mended", "one practitoners three", "one practitioners three", "1 2 3"],
  ["everything rewritten", "one two", "apple pear", "n1 n2"],
  ["a block moved", "first second third", "third first second", "3 1 2"],
  ["a block doubled: the first keeps its id", "one two", "one one two", "n1 1 2"],
])("correcting: %s", (_name, before, after, ids) => {
  expect(correct(blocksOf(before), wordsOf(after), counter()).map(({ id }) => id).join(" ")).toBe(ids);
});

test("a sentence reworded stays the same block, and a heading may become a paragraph", () => {
  const before: EvidenceBlock[] = [{ id: "h", kind: "heading", level: 1, text: "Summary" }, { id: "p", kind: "paragraph", text: LONG }];
  const fresh: NewBlock[] = [{ kind: "paragraph", text: "Summary" }, { kind: "paragraph", text: LONG_MENDED }];
  expect(correct(before, fresh, counter()).map(({ id }) => id)).toEqual(["h", "p"]);
});

test("whatever is changed: the words are the fresh ones, no id twice, and equal texts in order keep theirs", () => {
  const text = fc.array(fc.constantFrom("one", "two", "three", "seibiant", "seibiannau", LONG, LONG_MENDED), { maxLength: 12 });
  fc.assert(fc.property(text, text, (before, after) => {
    const old = before.map((words, index): EvidenceBlock => ({ id: String(index + 1), kind: "paragraph", text: words }));
    const corrected = correct(old, after.map((words) => ({ kind: "paragraph", text: words })), counter());
    const ids = corrected.map(({ id }) => id);
    expect(corrected.map((block) => block.text)).toEqual(after);
    expect(new Set(ids).size).toBe(ids.length);
    const kept = ids.filter((id) => !id.startsWith("n")).length;
    expect(kept).toBeGreaterThanOrEqual(longestCommon(before, after));
  }), { seed: 20261122, numRuns: 500 });
});

test("two long texts with nothing in common are told apart in no time", () => {
  const many = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word} ${index} ${LONG}`);
  const started = performance.now();
  correct(many("old").map((text, index) => ({ id: String(index), kind: "paragraph", text })), many("new").map((text) => ({ kind: "paragraph", text })), counter());
  expect(performance.now() - started).toBeLessThan(2_000);
});

function blocksOf(words: string): EvidenceBlock[] {
  return words.split(" ").map((text, index) => ({ id: String(index + 1), kind: "paragraph", text }));
}

function wordsOf(words: string): NewBlock[] {
  return words.split(" ").map((text) => ({ kind: "paragraph", text }));
}

/** n1, n2, n3 … */
function counter(): () => string {
  let last = 0;
  return () => `n${(last += 1)}`;
}

/** Length of the longest run of equal texts in the same order, by the slow and sure way. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  if (one[0] === other[0]) return 1 + longestCommon(one.slice(1), other.slice(1));
  return Math.max(memoised(one.slice(1), other), memoised(one, other.slice(1)));
}

const memory = new Map<string, number>();
function memoised(one: readonly string[], other: readonly string[]): number {
  const key = JSON.stringify([one, other]);
  const known = memory.get(key) ?? longestCommon(one, other);
  memory.set(key, known);
  return known;
}
