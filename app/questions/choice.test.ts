import fc from "fast-check";
import { expect, test } from "vitest";

import { betweenFor, candidatesIn, choiceOf, choiceOutcomeSchema } from "./choice.ts";
import { noQuestions, type Questions } from "./questions.doc.ts";

const vote = (word: string, minimum = 3) => choiceOf({ candidates: ["a", "b", "c"], ballots: [...word], roll: 6, minimum }).result;

test.each([
  ["the one most people chose", "aab", { state: "chosen", id: "a" }],
  ["one that all chose looks the same", "aaa", { state: "chosen", id: "a" }],
  ["two that came out level", "baabc", { state: "tied", ids: ["a", "b"] }],
  ["all level", "cab", { state: "tied", ids: ["a", "b", "c"] }],
  ["too few to tell", "ab", { state: "tooFew" }],
  ["no ballots", "", { state: "tooFew" }],
] as const)("%s", (_name, word, result) => {
  expect(vote(word)).toEqual(result);
});

test("a host who asks for more ballots is obeyed", () => {
  expect(vote("aab", 5)).toEqual({ state: "tooFew" });
});

test("an outcome tells the turnout and the result, and no count of anything", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 }), (ballots) => {
    const outcome = choiceOf({ candidates: ["a", "b", "c"], ballots, roll: 30, minimum: 3 });
    expect(choiceOutcomeSchema.parse(outcome)).toEqual(outcome);
    expect(Object.keys(outcome).sort()).toEqual(["cast", "result", "roll"]);
    const numbers = JSON.stringify(outcome.result).match(/\d/g);
    expect(numbers).toBeNull();
  }));
});

test("who cast which ballot makes no difference", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom("a", "b", "c"), { minLength: 3, maxLength: 12 }), (ballots) => {
    expect(vote(ballots.toReversed().join(""))).toEqual(vote(ballots.join("")));
  }));
});

const made: Questions = {
  ...noQuestions,
  questions: ["one", "two", "three"].map((id) => ({ id, by: "sian", forMember: "", words: `Is it ${id}?`, lang: id === "two" ? "cy" : "en", passage: null, fromGroup: "" })),
  groups: [{ id: "g", by: "sian", name: "", lang: "" }],
  grouped: [{ id: "1", by: "sian", questionId: "one", groupId: "g" }, { id: "2", by: "sian", questionId: "three", groupId: "g" }],
};

test("once questions were put together, a vote is between groups, unless there is one group and nothing else", () => {
  expect(betweenFor({ ...made, groups: [], grouped: [] })).toBe("questions");
  expect(betweenFor(made)).toBe("groups");
  expect(betweenFor({ ...made, grouped: [...made.grouped, { id: "3", by: "sian", questionId: "two", groupId: "g" }] })).toBe("questions");
});

test("each question stands on the ballot by itself", () => {
  expect(candidatesIn(made, "questions").map(({ id }) => id)).toEqual(["one", "two", "three"]);
});

test("questions that go together count as one, with every wording in its own language", () => {
  expect(candidatesIn(made, "groups")).toEqual([
    { id: "g", text: "Is it one?", lang: "en", wordings: [{ id: "one", text: "Is it one?", lang: "en" }, { id: "three", text: "Is it three?", lang: "en" }] },
    { id: "two", text: "Is it two?", lang: "cy" },
  ]);
});

test("a group's name comes first, in its own language", () => {
  const named = { ...made, groups: [{ id: "g", by: "sian", name: "Seibiant", lang: "cy" }] };
  expect(candidatesIn(named, "groups")[0]).toMatchObject({ text: "Seibiant", lang: "cy" });
});
