import { expect, test } from "vitest";
import * as Y from "yjs";

import { CONCEPT_LENGTH, conceptActs, CONCEPTS_MOST } from "./concept-acts.ts";
import { performConcept } from "./concepts.doc.ts";
import { readTalk } from "./talk.doc.ts";

const hand = (by: string) => ({ by, isDesk: false });

test("an idea is one line of whoever had it, who alone can take it back", () => {
  const doc = new Y.Doc();
  expect(performConcept(doc, conceptActs.parse({ act: "add", words: " being\r\n asked ", lang: "en" }), hand("sian"))).toBe("done");
  const [idea] = readTalk(doc).concepts;
  expect(idea).toMatchObject({ by: "sian", words: "being asked", lang: "en" });
  const withdraw = { act: "withdraw", concept: idea?.id ?? "" } as const;
  expect(performConcept(doc, withdraw, hand("colin"))).toBe("concepts.problem.gone");
  expect(performConcept(doc, withdraw, hand("sian"))).toBe("done");
  expect(readTalk(doc).concepts).toEqual([]);
});

test("no more ideas are taken than people can look over", () => {
  const doc = new Y.Doc();
  const add = (words: string) => performConcept(doc, { act: "add", words, lang: "cy" }, hand("sian"));
  for (let count = 0; count < CONCEPTS_MOST; count++) add(`syniad ${count}`);
  expect(add("un arall")).toBe("concepts.problem.many");
  expect(readTalk(doc).concepts).toHaveLength(CONCEPTS_MOST);
});

test.each([
  ["nothing", " \n ", "concepts.problem.none"],
  ["a whole paragraph", "x".repeat(CONCEPT_LENGTH + 1), "concepts.problem.long"],
])("%s is no idea, and it is said why", (_name, words, problem) => {
  expect(conceptActs.safeParse({ act: "add", words, lang: "en" }).error?.issues[0]?.message).toBe(problem);
});
