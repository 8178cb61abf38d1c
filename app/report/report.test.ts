import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryRecord } from "#tests/arbitrary-record.ts";
import { aLink, aList, aNote, anItem, aQuote, aRecord, aReply, aRound, someEvidence } from "#tests/builders.ts";

import { readRecord } from "./record.ts";
import { buildReport, type Report, type ReportQuote } from "./report.ts";

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

test("words that nobody finds in the evidence support nothing", () => {
  const principles = aList({ items: [anItem({ id: "principle" })], quotes: [aQuote({ id: "quote", itemId: "principle", exact: "never said" })] });
  expect(buildReport(aRecord({ principles })).principles[0]).toMatchObject({ gap: "noQuote", kinds: [], quotes: [{ text: "never said", source: null, note: null }] });
});

test("a passage over two blocks begins in the first, and leads back after the last", () => {
  const exact = "The first day\nI spent the first day";
  const quotes = [aQuote({ id: "quote", itemId: "principle", blockId: "heading", exact })];
  const places = buildReport(aRecord({ principles: aList({ items: [anItem({ id: "principle" })], quotes }) })).evidence[0]?.places;
  expect(places?.map(({ pieces, uses }) => [pieces[0]?.begins.length, uses.map(({ words }) => words)])).toEqual([[1, []], [0, ["The first day I spent the first day"]]]);
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

test("overlapping passages each begin where their words do, and what is under either is marked", () => {
  const quotes = [aQuote({ id: "one", itemId: "principle", exact: "the first day just" }), aQuote({ id: "two", itemId: "principle", exact: "day just sleeping" })];
  const [place] = buildReport(aRecord({ principles: aList({ items: [anItem({ id: "principle" })], quotes }) })).evidence[0]?.places ?? [];
  expect(place?.pieces.map(({ text, marked, begins }) => [text, marked, begins.map(({ label }) => label).join()])).toEqual([
    ["I spent ", false, ""], ["the first ", true, "1"], ["day just", true, "2"], [" sleeping", true, ""], [". Then I felt guilty.", false, ""],
  ]);
});

test("the twenty-seventh priority is AA", () => {
  const items = Array.from({ length: 27 }, (_, index) => anItem({ id: `item-${index}` }));
  expect(buildReport(aRecord({ priorities: aList({ items }) })).priorities.at(-1)?.ref).toEqual({ kind: "priority", anchor: "priority-aa", label: "AA" });
});

test("in any report, every quote is at most three links from each priority above it, and three back", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      const report = buildReport(record);
      const links = linksIn(report);
      for (const priority of report.priorities) {
        const below = report.principles.filter(({ ref }) => priority.principles.some((principle) => principle.ref.anchor === ref.anchor));
        for (const { source } of [priority, ...below].flatMap(({ quotes }) => quotes)) {
          if (!source) continue;
          expect(distance(links, priority.ref.anchor, source.passage.anchor)).toBeLessThanOrEqual(3);
          expect(distance(links, source.passage.anchor, priority.ref.anchor)).toBeLessThanOrEqual(3);
        }
      }
    }),
    { seed: 13 },
  );
});

test("notes are counted, and only what something rests on is shown", () => {
  const notes = [aNote(), aNote({ id: "another", words: "Nobody used this" })];
  const report = buildReport(aRecord({ evidence: [someEvidence({ notes })], priorities: aList({ items: [anItem({ id: "notice" })], links: [aLink({ id: "link", itemId: "notice", otherItemId: "principle" })] }) }));
  expect(report.evidence[0]).toMatchObject({ noteCount: 2, replyCount: 0 });
  expect(JSON.stringify(report)).not.toContain("Nobody used this");
});

/** Where each thing in the report leads, by its place in the page. */
function linksIn({ priorities, principles, evidence }: Report): ReadonlyMap<string, readonly string[]> {
  const passagesOf = (quotes: readonly ReportQuote[]) => quotes.flatMap(({ source }) => (source ? [source.passage.anchor] : []));
  const anchorsOf = (refs: readonly { readonly ref: { readonly anchor: string } }[]) => refs.map(({ ref }) => ref.anchor);
  return new Map([
    ...priorities.map(({ ref, principles: below, quotes }) => [ref.anchor, [...anchorsOf(below), ...passagesOf(quotes)]] as const),
    ...principles.map(({ ref, priorities: above, quotes }) => [ref.anchor, [...anchorsOf(above), ...passagesOf(quotes)]] as const),
    ...evidence.flatMap(({ places }) => places.flatMap(({ uses }) => uses.map(({ passage, items }) => [passage.anchor, items.map(({ anchor }) => anchor)] as const))),
  ]);
}

/** How many links lie between two places; Infinity when there is no way. */
function distance(links: ReadonlyMap<string, readonly string[]>, from: string, to: string): number {
  let reached = new Set([from]);
  for (let steps = 0; steps <= links.size; steps += 1) {
    if (reached.has(to)) return steps;
    reached = new Set([...reached, ...[...reached].flatMap((place) => links.get(place) ?? [])]);
  }
  return Infinity;
}

/** The same value with the keys of every object in the opposite order, as a database may give them back. */
function keysTurned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysTurned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inside]) => [key, keysTurned(inside)]));
}
