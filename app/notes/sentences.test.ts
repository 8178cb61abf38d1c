import fc from "fast-check";
import { expect, test } from "vitest";

import { sentencesOf, stopsIn, wordsOf } from "./sentences.ts";

test.each([
  ["plain ends", "One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]],
  ["titles", "Dr. Siân Jones rang. Mrs. Evans was out.", ["Dr. Siân Jones rang.", "Mrs. Evans was out."]],
  ["initials, but not I", "So did I. J. K. Morgan came.", ["So did I.", "J. K. Morgan came."]],
  ["Welsh abbreviations", "Mae angen seibiant, e.e. Penwythnos ym Mhwllheli. Diolch, Parch. Owen.", ["Mae angen seibiant, e.e. Penwythnos ym Mhwllheli.", "Diolch, Parch. Owen."]],
  ["no before a number and no as a word", "See no. 7 there. She said no. Then we left.", ["See no. 7 there.", "She said no.", "Then we left."]],
  ["numbers", "It cost 3.50 a day. That is 24.5 a week.", ["It cost 3.50 a day.", "That is 24.5 a week."]],
  ["quoted speech goes on", "“Who cares?” she asked. ‘We do.’ Nobody laughed.", ["“Who cares?” she asked.", "‘We do.’", "Nobody laughed."]],
  ["a small letter goes on", "We waited etc. and then went.", ["We waited etc. and then went."]],
  ["line breaks", "First line\nSecond line", ["First line", "Second line"]],
  ["no end mark", "we talked and talked", ["we talked and talked"]],
  ["blanks only", "   ", []],
])("sentences: %s", (_name, text, expected) => {
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test("sentences hold all the words, in order, each once", () => {
  const letters = fc.constantFrom("a", "ŵ", "N", " ", ".", "?", "”", "\n", "7", "🙏🏽");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const sentences = sentencesOf(text).map(({ start, end }) => text.slice(start, end));
      expect(sentences.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      expect(sentences.every((sentence) => sentence === sentence.trim() && !/\p{Surrogate}/u.test(sentence))).toBe(true);
    }),
    { seed: 20261122 },
  );
});

test("stops run through all blocks in reading order, by sentence or by word", () => {
  const blocks = [{ id: "a", kind: "heading", level: 1, text: "Respite" }, { id: "b", kind: "paragraph", text: "One day. Two." }] as const;
  expect(stopsIn(blocks, sentencesOf)).toEqual([{ blockId: "a", start: 0, end: 7 }, { blockId: "b", start: 0, end: 8 }, { blockId: "b", start: 9, end: 13 }]);
  expect(stopsIn(blocks, wordsOf)).toHaveLength(4);
});
