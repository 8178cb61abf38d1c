import { expect, test } from "vitest";

import { floorActs, MAX_WORDS, talkActs } from "./acts.ts";

const say = { act: "say", stage: "s1", words: "We were never asked.", lang: "en" };

test("words are tidied, and everything not said is as good as empty", () => {
  expect(talkActs.parse({ ...say, words: " One\r\ntwo " })).toEqual({ ...say, words: "One\ntwo", replyTo: "", way: "", because: "", for: "", checked: "" });
});

test.each([
  ["nothing is said", { words: "  " }, "words", "talk.problem.words"],
  ["too much is said", { words: "ŵ".repeat(MAX_WORDS + 1) }, "words", "talk.problem.long"],
  ["an answer does not say what it does", { replyTo: "a1" }, "way", "talk.problem.way"],
  ["a way of answering answers nothing", { way: "builds" }, "way", "talk.problem.way"],
  ["a challenge has no reason", { replyTo: "a1", way: "challenges", because: " " }, "because", "talk.problem.because"],
] as const)("it is told when %s", (_name, given, field, problem) => {
  const read = talkActs.safeParse({ ...say, ...given });
  expect(read.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([[field, problem]]);
});

test("emoji and ŵ count once, and a challenge with its reason is taken", () => {
  expect(talkActs.safeParse({ ...say, words: "🙂".repeat(MAX_WORDS) }).success).toBe(true);
  expect(talkActs.safeParse({ ...say, replyTo: "a1", way: "challenges", because: "It is in the plan." }).success).toBe(true);
});

test("keys of records are plain", () => {
  expect(talkActs.safeParse({ act: "withdraw", said: "__proto__/x" }).success).toBe(false);
  expect(floorActs.safeParse({ act: "signal", kind: "louder" }).success).toBe(false);
});
