import fc from "fast-check";
import { expect, test } from "vitest";

import { arbitraryRecord } from "#tests/arbitrary-record.ts";
import { aLink, aList, aNote, anItem, aQuote, aRecord, aRound, someEvidence } from "#tests/builders.ts";

import { behindPriority, restingOn, traceRecord } from "./trail.ts";

const SEED = 20260302;

test("a priority leads through its principle and the quote to the words in the source", () => {
  const trail = traceRecord(aRecord());
  expect(behindPriority(trail, "notice")).toEqual([{ priorityId: "notice", principleId: "principle", quoteId: "quote", passageId: "version/block:0-35" }]);
});

test("the words in the source lead back to every priority that rests on them", () => {
  const trail = traceRecord(aRecord());
  expect(restingOn(trail, "version/block:0-35").map(({ priorityId }) => priorityId)).toEqual(["notice"]);
});

test("a priority with nothing behind it leads nowhere", () => {
  expect(behindPriority(traceRecord(aRecord()), "pot")).toEqual([]);
});

test("a quote may stand on the priority itself", () => {
  const priorities = aList({ items: [anItem({ id: "pot" })], quotes: [aQuote({ id: "own", itemId: "pot", exact: "Then I felt guilty" })] });
  const trail = traceRecord(aRecord({ priorities }));
  expect(behindPriority(trail, "pot")).toEqual([{ priorityId: "pot", principleId: null, quoteId: "own", passageId: "version/block:37-55" }]);
});

test("words that stand twice in a paragraph are found where their note marked them", () => {
  const blocks = [{ id: "block", kind: "paragraph" as const, text: "No bed. No bed." }];
  const notes = [aNote({ passage: [{ blockId: "block", start: 8, end: 14, exact: "No bed", prefix: "No bed. ", suffix: "." }] })];
  const principles = aList({ items: [anItem({ id: "principle" })], quotes: [aQuote({ id: "quote", itemId: "principle", exact: "No bed" })] });
  const trail = traceRecord(aRecord({ evidence: [someEvidence({ blocks, notes })], principles }));
  expect(trail.passages.map(({ spots }) => spots)).toEqual([[{ blockId: "block", start: 8, end: 14 }]]);
});

test("a quote whose note was taken back still finds its words", () => {
  const trail = traceRecord(aRecord({ evidence: [someEvidence({ notes: [] })] }));
  expect(behindPriority(trail, "notice")[0]?.passageId).toBe("version/block:0-35");
});

test("a quote from evidence of another session stays on its item, without a passage", () => {
  const principles = aList({ items: [anItem({ id: "principle" })], quotes: [aQuote({ id: "quote", itemId: "principle", versionId: "elsewhere" })] });
  expect(behindPriority(traceRecord(aRecord({ principles })), "notice")[0]).toMatchObject({ quoteId: "quote", passageId: null });
});

test("a quote over two paragraphs is found in both, with its note and without", () => {
  const exact = "The first day\nI spent the first day";
  const passage = [{ blockId: "heading", start: 0, end: 13, exact: "The first day", prefix: "", suffix: "" }, { blockId: "block", start: 0, end: 21, exact: "I spent the first day", prefix: "", suffix: "" }];
  const principles = aList({ items: [anItem({ id: "principle" })], quotes: [aQuote({ id: "quote", itemId: "principle", blockId: "heading", exact })] });
  for (const notes of [[aNote({ passage })], []]) {
    const trail = traceRecord(aRecord({ evidence: [someEvidence({ notes })], principles }));
    expect(trail.passages.map(({ spots }) => spots)).toEqual([[{ blockId: "heading", start: 0, end: 13 }, { blockId: "block", start: 0, end: 21 }]]);
  }
});

test("a quote never takes a note that marked other words", () => {
  const principles = aList({ items: [anItem({ id: "principle" })], quotes: [aQuote({ id: "quote", itemId: "principle", exact: "Then I felt guilty" })] });
  expect(traceRecord(aRecord({ principles })).quotesOf.get("principle")).toMatchObject([{ note: null, passage: { spots: [{ start: 37 }] } }]);
});

test("the same words of the same note attached twice count once", () => {
  const quotes = [aQuote({ id: "one", itemId: "principle" }), aQuote({ id: "two", itemId: "principle" })];
  const trail = traceRecord(aRecord({ principles: aList({ items: [anItem({ id: "principle" })], quotes }) }));
  expect(behindPriority(trail, "notice")).toHaveLength(1);
});

test("a removed principle carries nothing", () => {
  const principles = aList({ items: [anItem({ id: "principle", removed: true })], quotes: [aQuote({ id: "quote", itemId: "principle" })] });
  expect(behindPriority(traceRecord(aRecord({ principles })), "notice")).toEqual([]);
});

test("a priority removed after it was ranked stays on the trail, one never ranked does not", () => {
  const items = [anItem({ id: "notice", removed: true }), anItem({ id: "pot", removed: true })];
  const priorities = aList({ items, links: [aLink({ id: "link", itemId: "notice", otherItemId: "principle" })] });
  const trail = traceRecord(aRecord({ priorities, rounds: [aRound([{ id: "notice", text: "Shorter notice" }])] }));
  expect(trail.priorities.map(({ id }) => id)).toEqual(["notice"]);
});

test("in any record, down and up are the same ways", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      const trail = traceRecord(record);
      const down = trail.priorities.flatMap(({ id }) => behindPriority(trail, id)).filter(({ passageId }) => passageId !== null);
      const up = trail.passages.flatMap(({ id }) => restingOn(trail, id));
      expect(new Set(up)).toEqual(new Set(down));
    }),
    { seed: SEED },
  );
});

test("in any record, every quote on a standing priority or beneath it is on a way from that priority", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      const trail = traceRecord(record);
      for (const { id } of trail.priorities) {
        const under = new Set([id, ...record.priorities.links.filter(({ itemId }) => itemId === id).map(({ otherItemId }) => otherItemId)]);
        const standing = new Set([id, ...record.principles.items.filter(({ removed }) => !removed).map((item) => item.id)]);
        const quotes = [...record.priorities.quotes, ...record.principles.quotes].filter(({ itemId }) => under.has(itemId) && standing.has(itemId));
        const said = new Set(behindPriority(trail, id).map(({ quoteId }) => wordsOf(record, quoteId)));
        for (const quote of quotes) expect(said).toContain(wordsOf(record, quote.id));
      }
    }),
    { seed: SEED },
  );
});

test("in any record, each passage holds exactly the words that were quoted", () => {
  fc.assert(
    fc.property(arbitraryRecord, (record) => {
      for (const { quote, passage } of [...traceRecord(record).quotesOf.values()].flat()) {
        const blocks = record.evidence.find(({ versionId }) => versionId === quote.versionId)?.blocks ?? [];
        const words = passage?.spots.map(({ blockId, start, end }) => blocks.find(({ id }) => id === blockId)?.text.slice(start, end)).join("\n");
        if (passage) expect(words).toBe(quote.exact);
        else expect(blocks.find(({ id }) => id === quote.blockId)?.text).not.toContain(quote.exact);
      }
    }),
    { seed: SEED },
  );
});

/** What makes two quotes the same to a reader. */
function wordsOf(record: ReturnType<typeof aRecord>, quoteId: string): string {
  const quote = [...record.principles.quotes, ...record.priorities.quotes].find(({ id }) => id === quoteId);
  return JSON.stringify([quote?.itemId, quote?.versionId, quote?.blockId, quote?.noteId, quote?.exact]);
}
