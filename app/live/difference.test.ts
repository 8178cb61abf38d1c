import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, linkItem, moveItem, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import { addNote } from "#app/notes/notes.doc.ts";

import { differenceBetween, isSame } from "./difference.ts";
import { saidIn } from "./said.doc.ts";

test("what went, came and reads differently is told in words; a move and a link are counted", () => {
  const doc = new Y.Doc();
  for (const id of ["a", "b", "c", "d"]) addItem(doc, { id, order: id, text: `Item ${id}`, lang: "en" });
  setRemoved(doc, "d", true);
  const before = saidIn(doc);
  setRemoved(doc, "a", true);
  setRemoved(doc, "d", false);
  textOf(doc, "b")?.insert(0, "My ");
  moveItem(doc, "c", "z");
  linkItem(doc, { id: "l", itemId: "a", by: "ann", documentId: "p", otherItemId: "o" });
  const { gone, back, changed, others, stood } = differenceBetween(before, saidIn(doc));
  expect(gone.map(({ text }) => text)).toEqual(["Item a"]);
  expect(back.map(({ text }) => text)).toEqual(["Item d"]);
  expect(changed.map((one) => [one.before.text, one.after.text])).toEqual([["Item b", "My Item b"]]);
  expect([others, stood]).toEqual([2, 3]);
});

test("a note is read with its words and their language; the same state is no difference", () => {
  const doc = new Y.Doc();
  addNote(doc, { id: "n", by: "ann", passage: [], words: "Fel fi", lang: "cy" });
  expect(saidIn(doc)).toMatchObject([{ root: "notes", text: "Fel fi", lang: "cy", stands: true }]);
  expect(isSame(differenceBetween(saidIn(doc), saidIn(doc)))).toBe(true);
});
