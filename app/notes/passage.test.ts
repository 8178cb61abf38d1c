import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { inWholeWords, piecesOf, spotsOf, stretchOf } from "./passage.ts";

const blocks: EvidenceBlock[] = [
  { id: "a", kind: "paragraph", text: "Gŵyl i ofalwyr, dau benwythnos." },
  { id: "b", kind: "paragraph", text: "Nobody asked." },
];

test.each([
  ["stops in the middle of words", ["a", 2], ["a", 10], ["Gŵyl i ofalwyr"]],
  ["is drawn backwards", ["a", 10], ["a", 2], ["Gŵyl i ofalwyr"]],
  ["ends at whole words", ["a", 0], ["a", 4], ["Gŵyl"]],
  ["ends in a space", ["a", 7], ["a", 16], ["ofalwyr,"]],
  ["runs over two blocks", ["a", 22], ["b", 3], ["benwythnos.", "Nobody"]],
  ["ends where the next block begins", ["a", 20], ["b", 0], ["benwythnos."]],
] as const)("a selection that %s gives whole words", (_name, [fromBlock, from], [toBlock, to], pieces) => {
  const stretch = inWholeWords(blocks, { from: { blockId: fromBlock, offset: from }, to: { blockId: toBlock, offset: to } });
  expect(piecesOf(blocks, spotsOf(blocks, stretch))).toEqual(pieces);
});

test("two sentences span everything between them, whichever came first", () => {
  const [one, other] = [{ blockId: "a", start: 16, end: 31 }, { blockId: "b", start: 0, end: 6 }];
  expect(stretchOf(other, one, blocks)).toEqual(stretchOf(one, other, blocks));
  expect(piecesOf(blocks, spotsOf(blocks, stretchOf(other, one, blocks)))).toEqual(["dau benwythnos.", "Nobody"]);
});

test("a stretch in another text has no spots", () => {
  expect(spotsOf(blocks, { from: { blockId: "z", offset: 0 }, to: { blockId: "b", offset: 3 } })).toEqual([]);
});
