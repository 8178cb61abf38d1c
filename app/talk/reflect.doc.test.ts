import { expect, test } from "vitest";
import * as Y from "yjs";

import { reflect } from "./reflect.doc.ts";
import { problemIn, reflectionActs, REFLECTION_LENGTH } from "./reflections.ts";
import { readTalk } from "./talk.doc.ts";

test("what gets in the way is kept with its level, its stage and whoever noted it", () => {
  const doc = new Y.Doc();
  reflect(doc, { act: "barrier", level: "system", words: "Three forms for one night", lang: "en", stage: "one" }, "sian");
  expect(readTalk(doc).barriers).toMatchObject([{ by: "sian", level: "system", words: "Three forms for one night", lang: "en", stageId: "one" }]);
});

test("people change and take back their own words, never another's", () => {
  const doc = new Y.Doc();
  reflect(doc, { act: "review", about: "caring", words: "We listened", lang: "en" }, "sian");
  const id = readTalk(doc).review[0]?.id ?? "";
  expect(reflect(doc, { act: "reword", root: "review", id, words: "We listened well" }, "colin")).toBe(false);
  expect(reflect(doc, { act: "reword", root: "review", id, words: "We listened well" }, "sian")).toBe(true);
  expect(readTalk(doc).review).toMatchObject([{ about: "caring", words: "We listened well" }]);
  expect(reflect(doc, { act: "withdraw", root: "barriers", id }, "sian")).toBe(false);
  expect(reflect(doc, { act: "withdraw", root: "review", id }, "colin")).toBe(false);
  expect(reflect(doc, { act: "withdraw", root: "review", id }, "sian")).toBe(true);
  expect(readTalk(doc).review).toEqual([]);
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
