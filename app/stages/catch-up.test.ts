import { expect, test } from "vitest";

import { briefOf, shortened } from "./catch-up.ts";
import type { RoomEvidence } from "./room.ts";

const text = "One two three. Four five six. Seven eight nine.";

test.each([
  ["keeps all that fits", 9, text],
  ["breaks off after a whole sentence", 7, "One two three. Four five six. …"],
  ["always keeps the first sentence", 1, "One two three. …"],
  ["says nothing of nothing", 5, ""],
])("a passage in brief %s", (_name, words, brief) => {
  expect(shortened(brief === "" ? "" : text, words)).toBe(brief);
});

test("an item begins with its first words, without its headings", () => {
  expect(briefOf(item([]), 100)).toMatchObject({ title: "Carers talking", excerpt: "The first day.\n\nThe second day.", notes: 0, minutes: 1 });
});

test("the most noted passage stands for an item, the first of two as noted", () => {
  expect(briefOf(item(["second"]), 100)).toMatchObject({ excerpt: "The second day.", notes: 1 });
  expect(briefOf(item(["second", "first"]), 100)).toMatchObject({ excerpt: "The first day.", notes: 1 });
  expect(briefOf(item(["second", "first", "second"]), 100)).toMatchObject({ excerpt: "The second day.", notes: 2 });
});

/** Two paragraphs under a heading, with a note on each block named. */
function item(noted: readonly string[]): RoomEvidence {
  const notes = noted.map((blockId, index) => ({ id: `note${index}`, by: "sian", words: "Yes", lang: "en", passage: [{ versionId: "version", blockId, start: 0, end: 3, exact: "The", prefix: "", suffix: "" }] }));
  return {
    itemId: "item", versionId: "version", title: "Carers talking", kind: "livedExperience", perspective: "Four carers", source: "", date: "", place: "",
    language: "en", limitations: "", limitationsNotKnown: true,
    blocks: [
      { id: "heading", kind: "heading", level: 1, text: "Days" },
      { id: "first", kind: "paragraph", text: "The first day." },
      { id: "second", kind: "paragraph", text: "The second day." },
    ],
    notes: { documentId: "notes", initial: { notes, replies: [] } },
  };
}
