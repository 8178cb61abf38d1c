import fc from "fast-check";
import { expect, test } from "vitest";

import type { NewBlock } from "./blocks.ts";
import { readPaste, toText } from "./paste.ts";

const heading = (level: 1 | 2 | 3, text: string): NewBlock => ({ kind: "heading", level, text });
const paragraph = (text: string): NewBlock => ({ kind: "paragraph", text });
const item = (text: string): NewBlock => ({ kind: "listItem", text });

test.each<[name: string, text: string, blocks: NewBlock[]]>([
  ["nothing", " \n\u200B\n ", []],
  ["blank lines part paragraphs", "One.\n\n \nTwo.", [paragraph("One."), paragraph("Two.")]],
  ["a short line is not guessed to be a heading", "Summary\n\nWords.", [paragraph("Summary"), paragraph("Words.")]],
  ["marks make headings, three levels deep", "# A\n## B\n##### C", [heading(1, "A"), heading(2, "B"), heading(3, "C")]],
  ["headings begin at the top and skip no level", "### A\n# B\n### C", [heading(1, "A"), heading(1, "B"), heading(2, "C")]],
  ["words under a heading need no blank line", "# A\nWords", [heading(1, "A"), paragraph("Words")]],
  ["every sign makes a list item", "- a\n• b\n* c", [item("a"), item("b"), item("c")]],
  ["a numbered item keeps its number", "1. a\n2) b", [item("1. a"), item("2) b")]],
  ["a bullet that begins with a number alone", "- 3.\nitems", [item("3.\nitems")]],
  ["a year at the start of a line is no number", "1990. A year", [paragraph("1990. A year")]],
  ["a list item runs on to the next line", "- first\nand more", [item("first\nand more")]],
  ["lines that were broken by a program are joined", `${"long ".repeat(15)}\nline`, [paragraph(`${"long ".repeat(15)}line`)]],
  ["lines that were broken by their writer stay", "Roses\nViolets", [paragraph("Roses\nViolets")]],
  ["Windows' line ends and hard spaces", "One\u00A0two\r\n\r\nThree", [paragraph("One two"), paragraph("Three")]],
  ["a letter and its accent become one", "w\u0302", [paragraph("ŵ")]],
  ["half a character is shown as broken, not kept broken", "a\uD83Db", [paragraph("a\uFFFDb")]],
])("reading: %s", (_name, text, blocks) => {
  expect(readPaste(text).blocks).toEqual(blocks);
});

test("what is dropped is counted, and the words of a link stay", () => {
  const text = "See [the report](https://example.org/a) ![a chart](chart.png)\n\n| place | count |\n|---|---|\n| Glan Enfys | 12 |\n\nAfter.";
  expect(readPaste(text)).toEqual({
    blocks: [paragraph("See the report"), paragraph("After.")],
    dropped: { pictures: 1, tables: 1, links: 1, others: 0 },
  });
});

test("no word is lost and none is moved", () => {
  fc.assert(fc.property(pastedText(), (text) => {
    const words = (lines: string) => lines.split(/\s+/u).filter((word) => word !== "" && !/^([-*•]|#+)$/u.test(word));
    expect(words(readPaste(text).blocks.map((block) => block.text).join("\n"))).toEqual(words(text));
  }), { seed: 20261122, numRuns: 500 });
});

test("blocks written out and read again are the same blocks", () => {
  fc.assert(fc.property(pastedText(), (text) => {
    const { blocks } = readPaste(text);
    expect(readPaste(toText(blocks)).blocks).toEqual(blocks);
  }), { seed: 20261122, numRuns: 500 });
});

test("a page of brackets and bars is read in no time", () => {
  const started = performance.now();
  for (const sign of ["![", "[", "|-", "# ", "- ", "a\n", "."]) readPaste(sign.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});

/** Lines of words, with and without marks. */
function pastedText(): fc.Arbitrary<string> {
  const word = fc.constantFrom("gofal", "seibiant", "care.", "break", "a", "1990", "Siân", "👩‍👧", "?", "3.", "-");
  const words = fc.array(word, { minLength: 1, maxLength: 18 }).map((list) => list.join(" "));
  const mark = fc.constantFrom("", "", "", "# ", "### ", "- ", "• ", "1. ", "  ");
  const line = fc.oneof({ weight: 3, arbitrary: fc.tuple(mark, words).map(([sign, rest]) => sign + rest) }, { weight: 1, arbitrary: fc.constant("") });
  return fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
}
