import { expect, test } from "vitest";
import * as Y from "yjs";

import { penned } from "#app/scribe/penned.ts";

import { reflect, reflectingNeedsDesk } from "./reflect.doc.ts";
import { problemIn, reflectionActs, REFLECTION_LENGTH } from "./reflections.ts";
import { readTalk } from "./talk.doc.ts";

test("what gets in the way is kept with its level, its stage and whoever noted it", () => {
  const doc = new Y.Doc();
  reflect(doc, { act: "barrier", level: "system", words: "Three forms for one night", lang: "en", stage: "one" }, page("sian"));
  expect(readTalk(doc).barriers).toMatchObject([{ by: "sian", level: "system", words: "Three forms for one night", lang: "en", stageId: "one" }]);
});

test("people change and take back their own words, never another's", () => {
  const doc = new Y.Doc();
  reflect(doc, { act: "review", about: "caring", words: "We listened", lang: "en" }, page("sian"));
  const id = readTalk(doc).review[0]?.id ?? "";
  expect(reflect(doc, { act: "reword", root: "review", id, words: "We listened well" }, page("colin"))).toBe(false);
  expect(reflect(doc, { act: "reword", root: "review", id, words: "We listened well" }, page("sian"))).toBe(true);
  expect(readTalk(doc).review).toMatchObject([{ about: "caring", words: "We listened well" }]);
  expect(reflect(doc, { act: "withdraw", root: "barriers", id }, page("sian"))).toBe(false);
  expect(reflect(doc, { act: "withdraw", root: "review", id }, page("colin"))).toBe(false);
  expect(reflect(doc, { act: "withdraw", root: "review", id }, page("sian"))).toBe(true);
  expect(readTalk(doc).review).toEqual([]);
});

test("a person without a device is heard by a scribe's hand, puts the words right, and takes them back at the desk only", () => {
  const doc = new Y.Doc();
  const told = () => penned(readTalk(doc).barriers, readTalk(doc).corrections, new Set(["scribe"]));
  reflect(doc, { act: "barrier", level: "system", words: "Three forms", lang: "en", stage: "one", for: "gwen", checked: "yes" }, page("scribe"));
  const id = told()[0]?.id ?? "";
  expect(told()).toMatchObject([{ by: "gwen", writer: "scribe", isChecked: true }]);
  reflect(doc, { act: "reword", root: "barriers", id, words: "Three long forms" }, page("scribe"));
  expect(told()).toMatchObject([{ words: "Three long forms", isChecked: false }]);
  expect(reflect(doc, { act: "correct", root: "barriers", id, words: "Mine now", lang: "en" }, page("colin"))).toBe(false);
  expect(reflect(doc, { act: "correct", root: "barriers", id, words: "Pedair ffurflen", lang: "cy" }, page("gwen"))).toBe(true);
  expect(told()).toMatchObject([{ words: "Pedair ffurflen", lang: "cy", isChecked: true, earlier: [{ words: "Three long forms" }] }]);
  const back = { act: "withdraw", root: "barriers", id } as const;
  expect(["gwen", "scribe"].map((by) => reflectingNeedsDesk(readTalk(doc), back, by))).toEqual([true, true]);
  expect(reflect(doc, back, page("gwen"))).toBe(false);
  expect(reflect(doc, back, { by: "gwen", isDesk: true })).toBe(true);
  expect(readTalk(doc)).toMatchObject({ barriers: [], corrections: [] });
});

test("nobody but a scribe writes a word of review for another", () => {
  const doc = new Y.Doc();
  reflect(doc, { act: "review", about: "next", words: "Sooner", lang: "en", for: "gwen" }, page("colin"));
  expect(penned(readTalk(doc).review, [], new Set(["scribe"]))).toMatchObject([{ by: "colin", writer: null }]);
});

test.each([
  ["no words", { act: "review", about: "next", words: " \r\n ", lang: "en" }, "reflections.words.none"],
  ["too many words", { act: "review", about: "next", words: "x".repeat(REFLECTION_LENGTH + 1), lang: "en" }, "reflections.words.long"],
  ["no level", { act: "barrier", words: "Forms", lang: "en", stage: "one" }, "reflections.barriers.levelMissing"],
  ["a made-up C", { act: "review", about: "clever", words: "We were", lang: "en" }, "session.problem.unknown"],
  ["no act at all", {}, "session.problem.unknown"],
])("a form with %s is told what is wrong", (_name, form, problem) => {
  const read = reflectionActs.safeParse(form);
  expect(read.success ? null : problemIn(read.error.issues)).toBe(problem);
});

const page = (by: string) => ({ by, isDesk: false });
