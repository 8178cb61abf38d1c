import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { findWords, fold } from "./find.ts";
import { piecesOf, spotsOf } from "./passage.ts";

const blocks: EvidenceBlock[] = [
  { id: "h", kind: "heading", level: 1, text: "Seibiant sy’n gweithio" },
  { id: "a", kind: "paragraph", text: "Siân said: “It wasn’t respite – it was  being sent away.” Nobody asked her." },
  { id: "b", kind: "listItem", text: "Dŵr, tŷ a gwên 🙏🏽 i bawb." },
];

test.each([
  ["just as it stands", "Nobody asked her", ["Nobody asked her"]],
  ["other case, quotes, dashes and blanks", "it wasn't RESPITE - it was being", ["It wasn’t respite – it was  being"]],
  ["without accents", "dwr, ty a gwen", ["Dŵr, tŷ a gwên"]],
  ["letters with the accent apart", "gwe\u0302n", ["gwên"]],
  ["with an emoji", "gwen 🙏🏽 i", ["gwên 🙏🏽 i"]],
  ["a misspelling", "nobody asket her", ["Nobody asked her."]],
  ["pasted over two blocks", "gweithio\n\nSian said", ["gweithio", "Siân said"]],
])("words are found: %s", (_name, typed, pieces) => {
  const { found } = findWords(fold(blocks), typed);
  expect(found).toHaveLength(1);
  const spots = found.flatMap(({ stretch }) => spotsOf(blocks, stretch));
  expect(piecesOf(blocks, spots)).toEqual(pieces);
});

test("equal words come in reading order, each with its neighbours", () => {
  const { found } = findWords(fold(blocks), "it was");
  expect(found.map(({ before, words, after }) => [before.slice(-7), words, after.slice(0, 8)])).toEqual([
    ["said: “", "It was", "n’t resp"],
    ["pite – ", "it was", "  being "],
  ]);
});

test.each([
  ["one letter", "s"],
  ["blanks", "   "],
  ["words that are not there", "helicopter timetable"],
])("nothing is found for %s", (_name, typed) => {
  expect(findWords(fold(blocks), typed)).toEqual({ found: [], more: false });
});

test("says that there is more than it shows", () => {
  const many = fold([{ id: "a", kind: "paragraph", text: "care ".repeat(30) }]);
  expect(findWords(many, "care").found).toHaveLength(12);
  expect(findWords(many, "care").more).toBe(true);
});
