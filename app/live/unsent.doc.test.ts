import { expect, test } from "vitest";
import * as Y from "yjs";

import { addRecord, setField } from "./records.doc.ts";
import { Unsent, wordsSince } from "./unsent.doc.ts";

test("what was sent and kept is forgotten, what was only sent goes out again after a break", () => {
  const { unsent, type } = writing();
  type("a");
  unsent.takeToSend();
  type("b");
  unsent.takeToSend();
  unsent.acknowledged(1);
  expect([unsent.count, unsent.keptUpTo]).toEqual([1, 1]);
  unsent.connected(1);
  expect(unsent.takeToSend()).toHaveLength(1);
});

test("what the server turns out to have is not sent again", () => {
  const { unsent, type } = writing();
  type("a");
  unsent.takeToSend();
  type("b");
  unsent.connected(1);
  expect(unsent.count).toBe(1);
  unsent.connected(2);
  expect(unsent.count).toBe(0);
});

test("a deletion has no clock, so it goes out again: deleting twice does no harm", () => {
  const { unsent, type, text } = writing();
  type("ab");
  unsent.takeToSend();
  unsent.acknowledged(1);
  text.delete(0, 1);
  unsent.takeToSend();
  unsent.connected(2);
  expect(unsent.count).toBe(1);
});

test("what is typed without a line is joined, but never into more than the server takes at once", () => {
  const { unsent, type } = writing();
  for (let i = 0; i < 100; i++) type("x");
  expect(unsent.count).toBe(3);
});

test("more acknowledgements than were sent change nothing", () => {
  const { unsent, type } = writing();
  type("a");
  unsent.acknowledged(5);
  expect(unsent.count).toBe(1);
});

test("words that the server lacks are found by field, without what was taken back", () => {
  const doc = new Y.Doc();
  addRecord(doc, "notes", { id: "n1", words: "kept", text: new Y.Text("start") });
  const from = Y.getState(doc.store, doc.clientID);
  setField(doc, "notes", { id: "n1", field: "words", value: "reworded" });
  const text = doc.getMap<Y.Map<unknown>>("notes").get("n1")?.get("text");
  if (!(text instanceof Y.Text)) throw new Error("it was just made");
  text.insert(5, " and go on");
  text.delete(5, 4);
  expect(wordsSince(doc, doc.clientID, from)).toEqual([
    { root: "notes", recordId: "n1", field: "words", text: "reworded" },
    { root: "notes", recordId: "n1", field: "text", text: " go on" },
  ]);
});

function writing() {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  const unsent = new Unsent();
  unsent.startAt(0);
  doc.on("update", (bytes: Uint8Array) => unsent.add(bytes, Y.getState(doc.store, doc.clientID)));
  return { unsent, text, type: (words: string) => text.insert(text.length, words) };
}
