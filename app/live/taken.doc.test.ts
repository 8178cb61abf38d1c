import { expect, test } from "vitest";
import * as Y from "yjs";

import { addRecord, removeRecord } from "./records.doc.ts";
import { everyRecord, putBackRecord, wholeRecord } from "./taken.doc.ts";

test("a record that was taken out comes back as it was, with text that people can go on typing in", () => {
  const doc = aDocument();
  const [taken] = wholeRecord("two")(doc);
  const before = JSON.stringify(doc.getMap("items").toJSON());
  removeRecord(doc, "items", "two");
  expect(wholeRecord("two")(doc)).toEqual([]);
  if (!taken) throw new Error("not found");
  putBackRecord(doc, JSON.parse(JSON.stringify(taken)) as typeof taken);
  expect(JSON.stringify(doc.getMap("items").toJSON())).toBe(before);
  const text = doc.getMap<Y.Map<unknown>>("items").get("two")?.get("text");
  expect(text).toBeInstanceOf(Y.Text);
});

test("putting back what is there changes nothing", () => {
  const doc = aDocument();
  const [taken] = wholeRecord("one")(doc);
  const before = Y.encodeStateVector(doc);
  if (taken) putBackRecord(doc, taken);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test("every record is found, whatever its root, in order of making", () => {
  expect(everyRecord(aDocument()).map(({ root, id }) => [root, id])).toEqual([["items", "one"], ["quotes", "three"], ["items", "two"]]);
});

test("a replay, whose roots have no type yet, is read too", () => {
  const replay = new Y.Doc();
  Y.applyUpdate(replay, Y.encodeStateAsUpdate(aDocument()));
  expect(everyRecord(replay).map(({ id }) => id)).toEqual(["one", "three", "two"]);
});

test("a field that a hostile page left undefined hides no record", () => {
  const doc = aDocument();
  addRecord(doc, "items", { id: "four", words: "Still read", lang: undefined });
  expect(wholeRecord("four")(doc)[0]?.fields).toEqual({ words: "Still read" });
});

test("how a record was put right belongs to it, and is nothing by itself", () => {
  const doc = aDocument();
  addRecord(doc, "corrections", { id: "five", saidId: "one", by: "gwen", words: "A promised break comes", lang: "en" });
  expect(wholeRecord("one")(doc).map(({ root, id }) => [root, id])).toEqual([["items", "one"], ["corrections", "five"]]);
  expect(wholeRecord("five")(doc)).toEqual([]);
});

function aDocument(): Y.Doc {
  const doc = new Y.Doc();
  addRecord(doc, "items", { id: "one", text: new Y.Text("A promised break happens"), lang: "en" });
  addRecord(doc, "items", { id: "two", text: new Y.Text("Wynebau cyfarwydd"), lang: "cy", removed: false });
  addRecord(doc, "quotes", { id: "three", itemId: "one", by: "gwen" });
  return doc;
}
