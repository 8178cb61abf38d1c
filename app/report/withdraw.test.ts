import { expect, test } from "vitest";

import { aList, aNote, anItem, aQuote, aRecord, aReply, aRound, someEvidence } from "#tests/builders.ts";

import { readRecord } from "./record.ts";
import { buildReport } from "./report.ts";
import { candidatesWithout, recordWithout, WITHDRAWN, type Withdrawal } from "./withdraw.ts";

const AT = "2026-04-01T09:00:00.000Z";
const nothing: Withdrawal = { gone: new Set(), left: new Map(), words: new Set(), groups: new Set() };

test("a note that was withdrawn is in no record and no report; what others said to it stays in the record", () => {
  const record = aRecord({ evidence: [someEvidence({ notes: [aNote({ id: "n", words: "That was mam" })], replies: [aReply({ id: "r", noteId: "n" })] })], principles: aList({ items: [anItem({ id: "p" })], quotes: [aQuote({ id: "q", itemId: "p", noteId: "n" })] }) });
  const without = recordWithout(record, { ...nothing, gone: new Set(["n"]) }, AT);
  expect(JSON.stringify(without)).not.toContain("mam");
  expect(without.evidence[0]?.replies).toHaveLength(1);
  expect(without.withdrawn).toEqual([AT]);
  expect(buildReport(without).principles[0]?.quotes[0]?.note).toBeNull();
  expect(readRecord(structuredClone(without))).toEqual(without);
});

test("an item keeps what others wrote in it, without the wordings that hold the words; others' items keep theirs", () => {
  const wordings = [{ by: null, at: AT, text: "Mam's break" }];
  const record = aRecord({ principles: aList({ items: [anItem({ id: "p", text: "Mam's break", wordings }), anItem({ id: "own", text: "Ours", wordings })] }) });
  const { items } = recordWithout(record, { ...nothing, left: new Map([["p", "break"]]) }, AT).principles;
  expect(items).toMatchObject([{ text: "break", wordings: [{ by: null, at: AT, text: "break" }] }, { text: "Ours", wordings }]);
});

test("what was ranked keeps its place, and outcomes stay as published", () => {
  const items = [anItem({ id: "notice", text: "Shorter notice" }), anItem({ id: "pot", text: "A small pot" })];
  const record = aRecord({ priorities: aList({ items }), rounds: [aRound(items)] });
  const without = recordWithout(record, { ...nothing, gone: new Set(["notice"]) }, AT);
  expect(without.rounds[0]?.outcome).toEqual(record.rounds[0]?.outcome);
  expect(without.rounds[0]?.candidates.map(({ text }) => text)).toEqual([WITHDRAWN, "A small pot"]);
  expect(buildReport(without).priorities.map(({ text, place }) => [text, place])).toEqual(buildReport(record).priorities.map(({ text, place }) => [text === "Shorter notice" ? WITHDRAWN : text, place]));
  expect(JSON.stringify(without)).not.toContain("Shorter notice");
});

test("an item that was not ranked goes", () => {
  const record = aRecord({ priorities: aList({ items: [anItem({ id: "notice" }), anItem({ id: "pot" })] }) });
  expect(recordWithout(record, { ...nothing, gone: new Set(["notice"]) }, AT).priorities.items.map(({ id }) => id)).toEqual(["pot"]);
});

test("a question that was chosen and withdrawn is chosen no more; its group shrinks", () => {
  const question = { makers: [], lang: "en", passage: null };
  const record = aRecord({ questions: {
    questions: ["q1", "q2", "q3"].map((id) => ({ ...question, id, words: `Question ${id}` })),
    groups: [{ name: "Mam's", lang: "en", questionIds: ["q1", "q2", "q3"] }],
    chosen: { how: "vote", questionIds: ["q1"] }, choices: [{ how: "vote", came: "chosen", questionIds: [["q1"]] }],
  } });
  const { questions } = recordWithout(record, { ...nothing, gone: new Set(["q1"]), words: new Set(["Question q1", "Mam's"]) }, AT);
  expect(questions).toMatchObject({ groups: [{ name: "", questionIds: ["q2", "q3"] }], chosen: null, choices: [{ questionIds: [] }] });
  expect(questions.questions.map(({ id }) => id)).toEqual(["q2", "q3"]);
});

const group = { id: "g", text: "Who asks?", lang: "en", wordings: [{ text: "Who asks?", lang: "en" }, { text: "Nobody asked mam", lang: "en" }] };

test.each<[string, Partial<Withdrawal>, string[]]>([
  ["one wording of a group", { words: new Set(["Nobody asked mam"]), groups: new Set(["g"]) }, ["Who asks?", "Who asks?", WITHDRAWN]],
  ["a wording that was put otherwise then, which nobody can tell from the others", { words: new Set(["Nobody asked"]), groups: new Set(["g"]) }, [WITHDRAWN, WITHDRAWN, WITHDRAWN]],
  ["words of another group", { words: new Set(["Who asks?"]) }, ["Who asks?", "Who asks?", "Nobody asked mam"]],
])("of a ballot's wordings goes %s", (_, withdrawal, told) => {
  const [candidate] = candidatesWithout([group], { ...nothing, ...withdrawal });
  expect([candidate?.text, ...(candidate?.wordings ?? []).map(({ text }) => text)]).toEqual(told);
});
