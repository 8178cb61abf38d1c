import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryRecord } from "#tests/arbitrary-record.ts";
import { aLink, aList, aNote, anItem, aQuote, aRecord, aReply, aRound, someEvidence } from "#tests/builders.ts";

import { readRecord } from "./record.ts";
import { buildReport } from "./report.ts";

const twoPriorities = [{ id: "pot", text: "A small flexible pot" }, { id: "notice", text: "Shorter notice" }];

test("the same record gives the same report", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      expect(buildReport(record)).toEqual(buildReport(structuredClone(record)));
    }),
    { seed: 11 },
  );
});

test("the order of keys in the stored record changes nothing", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      const turned = readRecord(keysTurned(record));
      expect(turned && buildReport(turned)).toEqual(buildReport(record));
    }),
    { seed: 12 },
  );
});

test("priorities come as ranked, with the place people say", () => {
  const { priorities } = buildReport(aRecord({ rounds: [aRound(twoPriorities)] }));
  expect(priorities.map(({ ref, place, text }) => [ref.label, place, text])).toEqual([["A", "1", "A small flexible pot"], ["B", "2", "Shorter notice"]]);
});

test("a session that never ranked shows its priorities in the group's own order, without places", () => {
  const { priorities, round } = buildReport(aRecord());
  expect(priorities.map(({ text, place }) => [text, place])).toEqual([["Shorter notice", null], ["A small flexible pot", null]]);
  expect(round).toBeNull();
});

test("a round with too few ballots is reported and orders nothing", () => {
  const round = aRound(twoPriorities);
  const { priorities, round: last } = buildReport(aRecord({ rounds: [{ ...round, outcome: { ...round.outcome, result: { state: "tooFew" } } }] }));
  expect(last?.outcome.result.state).toBe("tooFew");
  expect(priorities.map(({ place }) => place)).toEqual([null, null]);
});

test("the last of several rounds decides, and the earlier ones are kept", () => {
  const rounds = [aRound(twoPriorities.toReversed()), aRound(twoPriorities, { number: 2 })];
  const report = buildReport(aRecord({ rounds }));
  expect(report.priorities[0]?.text).toBe("A small flexible pot");
  expect(report.earlierRounds.map(({ number }) => number)).toEqual([1]);
});

test("what was reworded after the ranking keeps the wording people ranked, and says the new one", () => {
  const [first] = buildReport(aRecord({ rounds: [aRound([{ id: "notice", text: "Much shorter notice" }])] })).priorities;
  expect(first).toMatchObject({ text: "Much shorter notice", rewordedTo: { text: "Shorter notice", lang: "en" } });
});

test("a priority added after the ranking stands last, without a place", () => {
  const { priorities } = buildReport(aRecord({ rounds: [aRound([{ id: "pot", text: "A small flexible pot" }])] }));
  expect(priorities.at(-1)).toMatchObject({ text: "Shorter notice", place: null, top: null });
});

test("an item without a quote behind it says so; a priority inherits from its principle", () => {
  const { priorities, principles } = buildReport(aRecord());
  expect(priorities.map(({ text, gap }) => [text, gap])).toEqual([["Shorter notice", null], ["A small flexible pot", "noQuote"]]);
  expect(principles[0]).toMatchObject({ gap: null, kinds: ["livedExperience"] });
});

test("an item with quotes but no lived experience says that", () => {
  const { principles } = buildReport(aRecord({ evidence: [someEvidence({ kind: "research" })] }));
  expect(principles[0]).toMatchObject({ gap: "noLivedExperience", kinds: ["research"] });
});

test("kinds of evidence that were missing are named", () => {
  expect(buildReport(aRecord()).missingKinds).toEqual(["practitioner", "organisational", "research"]);
});

test("a quote brings the note it was taken from, with what others answered", () => {
  const report = buildReport(aRecord({ evidence: [someEvidence({ replies: [aReply({ way: "challenges", because: "it was one day" })] })] }));
  expect(report.principles[0]?.quotes[0]?.note).toMatchObject({ text: "That was me", by: { group: "carer", number: 1 }, replies: [{ way: "challenges", because: "it was one day" }] });
});

test("a quote whose note was taken back keeps the words of the evidence, not the note's", () => {
  const [quote] = buildReport(aRecord({ evidence: [someEvidence({ notes: [] })] })).principles[0]?.quotes ?? [];
  expect(quote).toMatchObject({ text: "I spent the first day just sleeping", note: null, source: { passage: { label: "1" } } });
});

test("a passage shows its whole block, under its heading, with the words marked", () => {
  const [place] = buildReport(aRecord()).evidence[0]?.places ?? [];
  expect(place?.under).toBe("The first day");
  expect(place?.pieces.map(({ text, marked }) => [text, marked])).toEqual([["I spent the first day just sleeping", true], [". Then I felt guilty.", false]]);
});

test("a passage tells which principles and priorities rest on it", () => {
  const [place] = buildReport(aRecord()).evidence[0]?.places ?? [];
  expect(place?.uses[0]?.items.map(({ anchor }) => anchor)).toEqual(["principle-1", "priority-a"]);
});

test("overlapping passages each begin and end where their words do", () => {
  const quotes = [aQuote({ id: "one", itemId: "principle", exact: "the first day just" }), aQuote({ id: "two", itemId: "principle", exact: "day just sleeping" })];
  const [place] = buildReport(aRecord({ principles: aList({ items: [anItem({ id: "principle" })], quotes }) })).evidence[0]?.places ?? [];
  expect(place?.pieces.map(({ text, begins, ends }) => [text, begins.map(labelOf).join(), ends.map(labelOf).join()])).toEqual([
    ["I spent ", "", ""], ["the first ", "1", ""], ["day just", "2", "1"], [" sleeping", "", "2"], [". Then I felt guilty.", "", ""],
  ]);
});

test("the twenty-seventh priority is AA", () => {
  const items = Array.from({ length: 27 }, (_, index) => anItem({ id: `item-${index}` }));
  expect(buildReport(aRecord({ priorities: aList({ items }) })).priorities.at(-1)?.ref).toEqual({ kind: "priority", anchor: "priority-aa", label: "AA" });
});

test("notes are counted, and only what something rests on is shown", () => {
  const notes = [aNote(), aNote({ id: "another", words: "Nobody used this" })];
  const report = buildReport(aRecord({ evidence: [someEvidence({ notes })], priorities: aList({ items: [anItem({ id: "notice" })], links: [aLink({ id: "link", itemId: "notice", otherItemId: "principle" })] }) }));
  expect(report.evidence[0]).toMatchObject({ noteCount: 2, replyCount: 0 });
  expect(JSON.stringify(report)).not.toContain("Nobody used this");
});

function labelOf({ label }: { readonly label: string }): string {
  return label;
}

/** The same value with the keys of every object in the opposite order, as a database may give them back. */
function keysTurned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysTurned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inside]) => [key, keysTurned(inside)]));
}
