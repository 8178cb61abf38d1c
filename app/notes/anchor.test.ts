import fc from "fast-check";
import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { describe as anchorsFor, place, type Anchor } from "./anchor.ts";

const respite = "Respite gives carers their weekend back. Nobody asked my mother what she wanted. Respite should never feel like being sent away.";
const seed = 20261122;

test("an anchor made on a text is found where it was made", () => {
  const blocks = [paragraph("a", respite)];
  const [anchor] = mark(blocks, "what she wanted");
  expect(anchor).toMatchObject({ blockId: "a", exact: "what she wanted", prefix: ". Nobody asked my mother ".padStart(32, "nd back"), suffix: ". Respite should never feel like" });
  expect(placed(anchor, blocks)).toEqual(["what she wanted", "exact"]);
});

test("a passage over several blocks has one anchor for each block that has words in it", () => {
  const blocks = [paragraph("a", "The first. The second."), paragraph("b", "   "), paragraph("c", "The third. The fourth.")];
  const anchors = anchorsFor({ versionId: "v1", blocks }, { from: { blockId: "c", offset: 10 }, to: { blockId: "a", offset: 10 } });
  expect(anchors.map(({ blockId, exact }) => [blockId, exact])).toEqual([["a", "The second."], ["c", "The third."]]);
});

test.each([
  ["a sentence before it", `For years we had none. ${respite}`, "Nobody asked my mother", "Nobody asked my mother", "moved"],
  ["a corrected letter in it", respite.replace("mother", "mothr"), "Nobody asked my mother", "Nobody asked my mothr", "fuzzy"],
  ["corrected neighbours", respite.replace("weekend back", "week-end bak").replace("what she", "wat she"), "Nobody asked my mother", "Nobody asked my mother", "moved"],
  ["an equal word before it", respite.replace("Nobody", "Respite! Nobody"), "Respite should", "Respite should", "moved"],
])("after a correction it is found again: %s", (_name, corrected, words, found, how) => {
  const [anchor] = mark([paragraph("a", respite)], words);
  expect(placed(anchor, [paragraph("a", corrected)])).toEqual([found, how]);
});

test("of two equal words the neighbours decide, even when the first one goes", () => {
  const second = respite.lastIndexOf("Respite");
  const [anchor] = anchorsFor({ versionId: "v1", blocks: [paragraph("a", respite)] }, stretch("a", second, second + 7));
  const shortened = respite.slice(respite.indexOf("Nobody"));
  expect(place(ensured(anchor), [paragraph("a", shortened)])).toMatchObject({ start: shortened.indexOf("Respite"), how: "moved" });
});

test("a corrected short word is told from the same word elsewhere", () => {
  const text = "My carer rang the office. Then nobody from the office rang my carer at all that week.";
  const [anchor] = anchorsFor({ versionId: "v1", blocks: [paragraph("a", text)] }, stretch("a", 3, 8));
  const corrected = text.replace("My carer", "My carrer");
  expect(place(ensured(anchor), [paragraph("a", corrected)])).toMatchObject({ start: 3, end: 9, how: "fuzzy" });
});

test("words that moved to another block with their neighbours are found there", () => {
  const [anchor] = mark([paragraph("a", respite)], "Nobody asked my mother");
  expect(placed(anchor, [paragraph("z", "Another."), paragraph("y", respite)])).toEqual(["Nobody asked my mother", "moved"]);
});

test.each([
  ["the block is gone", [paragraph("b", "Quite another paragraph about buses to Aberystwyth.")]],
  ["the sentence is gone, though its word stands elsewhere", [paragraph("a", "Buses run twice a day. Is respite what the bus is for? We do not think so.")]],
  ["there is no text at all", []],
])("it is detached, and not put on other words, when %s", (_name, blocks) => {
  const [anchor] = mark([paragraph("a", "We asked, and respite it was, for one week in Pwllheli.")], "respite");
  expect(place(ensured(anchor), blocks)).toBeNull();
});

test("the ends of marks and of neighbours never fall inside an emoji", () => {
  const blocks = [paragraph("a", "Diolch 🙏🏽🙏🏽 a hwyl 👩‍👩‍👧 i bawb")];
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), (from, to) => {
      for (const { exact, prefix, suffix, start, end } of anchorsFor({ versionId: "v1", blocks }, stretch("a", from, to))) {
        expect([exact, prefix, suffix].some((words) => /\p{Surrogate}/u.test(words))).toBe(false);
        expect(blocks[0]?.text.slice(start, end)).toBe(exact);
      }
    }),
    { seed },
  );
});

test("words put in anywhere else never move a mark off its words", () => {
  fc.assert(
    fc.property(textWithMark(), fc.array(word(), { minLength: 1, maxLength: 12 }), fc.nat(), ({ words, from, to }, added, at) => {
      const where = outside(at, { from, to, length: words.length });
      const corrected = [...words.slice(0, where), ...added, ...words.slice(where)].join(" ");
      const [anchor] = markWords(words, from, to);
      expect(placed(anchor, [paragraph("a", corrected)])[0]).toBe(words.slice(from, to).join(" "));
    }),
    { seed },
  );
});

test("words taken out on one side never move a mark off its words", () => {
  fc.assert(
    fc.property(textWithMark(), fc.nat(), fc.integer({ min: 1, max: 6 }), ({ words, from, to }, at, count) => {
      const where = outside(at, { from, to, length: words.length });
      const last = where <= from ? Math.min(from, where + count) : where + count;
      const corrected = words.filter((_, index) => index < where || index >= last).join(" ");
      const [anchor] = markWords(words, from, to);
      expect(placed(anchor, [paragraph("a", corrected)])[0]).toBe(words.slice(from, to).join(" "));
    }),
    { seed },
  );
});

test("a misspelt letter inside a mark keeps it on the same words", () => {
  fc.assert(
    fc.property(textWithMark(), fc.nat(), ({ words, from, to }, at) => {
      const marked = words.slice(from, to).join(" ");
      const where = 1 + (at % Math.max(1, marked.length - 2));
      const misspelt = `${marked.slice(0, where)}¤${marked.slice(where + 1)}`;
      const corrected = [...words.slice(0, from), misspelt, ...words.slice(to)].join(" ");
      const [anchor] = markWords(words, from, to);
      expect(placed(anchor, [paragraph("a", corrected)])[0]).toBe(misspelt);
    }),
    { seed },
  );
});

test("whatever text it is tried on, a place lies within its block and splits no emoji", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { maxLength: 4 }), textWithMark(), (texts, { words, from, to }) => {
      const [anchor] = markWords(words, from, to);
      const blocks = texts.map((text, index) => paragraph(String(index), text));
      const found = place(ensured(anchor), blocks);
      const text = blocks.find(({ id }) => id === found?.blockId)?.text ?? "";
      if (found) expect([found.start < found.end, found.end <= text.length, /\p{Surrogate}/u.test(text.slice(found.start, found.end))]).toEqual([true, true, false]);
    }),
    { seed },
  );
});

function paragraph(id: string, text: string): EvidenceBlock {
  return { id, kind: "paragraph", text };
}

function stretch(blockId: string, from: number, to: number) {
  return { from: { blockId, offset: from }, to: { blockId, offset: to } };
}

function mark(blocks: readonly EvidenceBlock[], words: string): Anchor[] {
  const block = blocks.find(({ text }) => text.includes(words));
  const start = block?.text.indexOf(words) ?? 0;
  return anchorsFor({ versionId: "v1", blocks }, stretch(block?.id ?? "", start, start + words.length));
}

function markWords(words: readonly string[], from: number, to: number): Anchor[] {
  const start = words.slice(0, from).join(" ").length + Number(from > 0);
  return anchorsFor({ versionId: "v1", blocks: [paragraph("a", words.join(" "))] }, stretch("a", start, start + words.slice(from, to).join(" ").length));
}

function placed(anchor: Anchor | undefined, blocks: readonly EvidenceBlock[]): [words: string | null, how: string | null] {
  const found = place(ensured(anchor), blocks);
  const text = blocks.find(({ id }) => id === found?.blockId)?.text;
  return [text && found ? text.slice(found.start, found.end) : null, found?.how ?? null];
}

function ensured(anchor: Anchor | undefined): Anchor {
  if (!anchor) throw new Error("nothing was marked");
  return anchor;
}

/** Six letters or more, none twice in a text: then the true place is certain. */
function word() {
  return fc.stringMatching(/^[a-zŵŷâêîôûáéïö]{6,12}$/u);
}

function textWithMark() {
  return fc
    .record({ words: fc.uniqueArray(word(), { minLength: 12, maxLength: 40 }), a: fc.nat(), b: fc.integer({ min: 1, max: 8 }) })
    .map(({ words, a, b }) => ({ words, from: a % (words.length - 1), to: Math.min(words.length, (a % (words.length - 1)) + b) }));
}

/** A word boundary that is not inside the mark. */
function outside(at: number, { from, to, length }: { from: number; to: number; length: number }): number {
  const where = at % (length + 1);
  return where > from && where < to ? from : where;
}
