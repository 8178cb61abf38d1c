import { expect, test } from "vitest";

import { charactersLeft, MAX_WORDS, problemsWithReply, problemWithNote } from "./wording.ts";

test.each([
  ["words", "It was my mother's weekend too.", null],
  ["nothing", "", "notes.problem.why"],
  ["blanks", " \n ", "notes.problem.why"],
  ["as many as there may be", "ŵ".repeat(MAX_WORDS), null],
  ["one too many", "🙏".repeat(MAX_WORDS + 1), "notes.problem.tooLong"],
])("a note of %s", (_name, words, problem) => {
  expect(problemWithNote(words)).toBe(problem);
});

test("letters are counted as people count them", () => {
  expect(charactersLeft(" gŵyl 🙏 ")).toBe(MAX_WORDS - 6);
});

test.each([
  ["that builds", { way: "builds", words: "Yes.", because: "" }, []],
  ["that challenges with a reason", { way: "challenges", words: "Not for us.", because: "We asked." }, []],
  ["that challenges without one", { way: "challenges", words: "Not for us.", because: " " }, ["because"]],
  ["of no way and no words", { way: "", words: "", because: "" }, ["way", "words"]],
  ["too long in both", { way: "asks", words: "a".repeat(2001), because: "a".repeat(2001) }, ["words", "because"]],
] as const)("a reply %s", (_name, draft, fields) => {
  expect(problemsWithReply(draft).map(({ field }) => field)).toEqual(fields);
});
