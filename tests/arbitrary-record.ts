/** Records as they might come out of any session: for properties that must hold of all of them. */
import fc from "fast-check";

import type { RecordEvidence, RecordItem, RecordLink, RecordQuote, SessionRecord } from "#app/report/record.ts";

import { aLink, aList, aNote, anItem, aQuote, aRecord, aRound, someEvidence } from "./builders.ts";

const WORDS = ["break", "seibiant", "gwely", "bed", "😀", "cancelled", "noson", "night", "guilt", "<b>", "&", "ŵy"];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((chosen) => chosen.join(" "));
const kind = fc.constantFrom("livedExperience", "practitioner", "organisational", "research");
const lang = fc.constantFrom("en", "cy");

const evidence: fc.Arbitrary<RecordEvidence[]> = fc.array(fc.record({ kind, language: lang, texts: fc.array(words, { minLength: 1, maxLength: 4 }) }), { maxLength: 4 }).map((items) =>
  items.map(({ texts, ...item }, at) =>
    someEvidence({ ...item, itemId: `item-${at}`, versionId: `version-${at}`, notes: [aNote({ id: `note-${at}` })], blocks: texts.map((text, block) => ({ id: `block-${block}`, kind: "paragraph" as const, text })) }),
  ),
);

function items(prefix: string): fc.Arbitrary<RecordItem[]> {
  return fc.array(fc.record({ text: words, lang, removed: fc.boolean() }), { maxLength: 6 }).map((list) => list.map((item, index) => anItem({ ...item, id: `${prefix}-${index}` })));
}

/** Quotes of real words, of words that are nowhere, on items that are there and on one that is not. */
function quotes(on: readonly RecordItem[], from: readonly RecordEvidence[], prefix: string): fc.Arbitrary<RecordQuote[]> {
  const blocks = from.flatMap(({ versionId, blocks: own }) => own.map((block) => ({ versionId, ...block })));
  if (blocks.length === 0) return fc.constant([]);
  const one = fc.record({ block: fc.constantFrom(...blocks), item: fc.nat(on.length), from: fc.nat(3), to: fc.nat(3), lost: fc.boolean(), note: fc.nat(5) }).map(({ block, item, lost, note, ...at }) => {
    const parts = block.text.split(" ");
    const exact = parts.slice(Math.min(at.from, parts.length - 1), Math.max(at.from, at.to) + 1).join(" ") || parts.join(" ");
    return { itemId: on[item]?.id ?? "nowhere", versionId: block.versionId, blockId: block.id, noteId: `note-${note}`, exact: lost ? "never said" : exact };
  });
  return fc.array(one, { maxLength: 8 }).map((found) => found.map((quote, index) => aQuote({ id: `${prefix}-quote-${index}`, ...quote })));
}

function links(from: readonly RecordItem[], to: readonly RecordItem[]): fc.Arbitrary<RecordLink[]> {
  const pair = fc.tuple(fc.nat(from.length), fc.nat(to.length));
  return fc.array(pair, { maxLength: 10 }).map((pairs) => pairs.map(([a, b], index) => aLink({ id: `link-${index}`, itemId: from[a]?.id ?? "nowhere", otherItemId: to[b]?.id ?? "nowhere" })));
}

export const arbitraryRecord: fc.Arbitrary<SessionRecord> = fc.tuple(evidence, items("principle"), items("priority"), fc.boolean()).chain(([read, principles, priorities, ranked]) =>
  fc.tuple(quotes(principles, read, "principle"), quotes(priorities, read, "priority"), links(priorities, principles)).map(([onPrinciples, onPriorities, linked]) =>
    aRecord({
      evidence: read,
      principles: aList({ items: principles, quotes: onPrinciples }),
      priorities: aList({ items: priorities, quotes: onPriorities, links: linked }),
      rounds: ranked && priorities.length > 1 ? [aRound(priorities.toReversed())] : [],
    }),
  ),
);
