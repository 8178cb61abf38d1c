import { expect, test } from "vitest";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { describe as anchorsFor } from "./anchor.ts";
import type { Note, Reply } from "./notes.doc.ts";
import { quoteOf, threadsOf } from "./threads.ts";

const blocks: EvidenceBlock[] = [
  { id: "a", kind: "paragraph", text: "Respite gives carers their weekend back." },
  { id: "b", kind: "paragraph", text: "Nobody asked my mother what she wanted." },
];

test("notes come in reading order, whatever order they were made in", () => {
  const notes = [note("n1", "b", 0, 12), note("n2", "a", 14, 20), note("n3", "a", 0, 7)];
  expect(threadsOf({ notes, replies: [] }, blocks).placed.map(({ note: { id } }) => id)).toEqual(["n3", "n2", "n1"]);
});

test("a note over two blocks marks both, and its quote holds both", () => {
  const wide = note("n1", "a", 34, 12, "b");
  const { marks, placed } = threadsOf({ notes: [wide], replies: [] }, blocks);
  expect([marks.get("a"), marks.get("b")]).toEqual([[expect.objectContaining({ id: "n1", start: 35, end: 40 })], [expect.objectContaining({ start: 0, end: 12 })]]);
  expect(placed.map((thread) => quoteOf(thread.note))).toEqual(["back. … Nobody asked"]);
});

test("a note whose words have gone is detached with its replies, and never dropped", () => {
  const { placed, detached, marks } = threadsOf({ notes: [note("n1", "b", 0, 12)], replies: [reply("r1", "n1")] }, blocks.slice(0, 1));
  expect([placed, marks.size]).toEqual([[], 0]);
  expect(detached.map((thread) => [thread.note.id, thread.replies.length])).toEqual([["n1", 1]]);
});

test("when one of two blocks has gone, the other keeps the note in its place", () => {
  const { placed, detached } = threadsOf({ notes: [note("n1", "a", 34, 12, "b")], replies: [] }, blocks.slice(1));
  expect([placed.length, detached.length]).toEqual([1, 0]);
});

test("replies to a withdrawn note stay", () => {
  const { withdrawn } = threadsOf({ notes: [], replies: [reply("r1", "n9"), reply("r2", "n9")] }, blocks);
  expect(withdrawn.map(({ noteId, replies }) => [noteId, replies.map(({ id }) => id)])).toEqual([["n9", ["r1", "r2"]]]);
});

function note(id: string, blockId: string, from: number, to: number, toBlock = blockId): Note {
  return { id, by: "m1", words: "It matters.", lang: "en", passage: anchorsFor({ versionId: "v1", blocks }, { from: { blockId, offset: from }, to: { blockId: toBlock, offset: to } }) };
}

function reply(id: string, noteId: string): Reply {
  return { id, noteId, by: "m2", way: "builds", words: "Yes.", because: "", lang: "en" };
}
