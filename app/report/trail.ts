/**
 * The trail, both ways: priority → principle → quote → passage in the source, and back. Every way through
 * the record is listed once; either question is then a matter of picking, so the two can never disagree.
 */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import type { RecordEvidence, RecordItem, RecordNote, RecordQuote, SessionRecord } from "./record.ts";

/** Words in one block. `start` and `end` are UTF-16 offsets into its text. */
export interface Spot {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** Words of the evidence that something rests on. They may run over several blocks: one spot in each, in reading order. */
export interface Passage {
  readonly id: string;
  readonly versionId: string;
  readonly spots: readonly Spot[];
}

/** One way from a priority to the words behind it. */
export interface Path {
  readonly priorityId: string;
  /** Null when the quote is on the priority itself. */
  readonly principleId: string | null;
  readonly quoteId: string;
  /** Null when the quoted words are not in the evidence of this session. */
  readonly passageId: string | null;
}

export interface TracedQuote {
  readonly quote: RecordQuote;
  readonly passage: Passage | null;
  /** The note that marked just these words; null when it was taken back. Never a note on other words. */
  readonly note: RecordNote | null;
}

export interface Trail {
  /** In reading order: down the evidence, down each text. */
  readonly passages: readonly Passage[];
  /** Items of the two lists that stand, in their order: removed and empty ones are left out, save those that were ranked. */
  readonly principles: readonly RecordItem[];
  readonly priorities: readonly RecordItem[];
  readonly paths: readonly Path[];
  /** Quotes on a principle or a priority, by its id. */
  readonly quotesOf: ReadonlyMap<string, readonly TracedQuote[]>;
  /** The principles a priority rests on, by its id, in their order. */
  readonly principlesOf: ReadonlyMap<string, readonly string[]>;
}

export function traceRecord(record: SessionRecord): Trail {
  const ranked = new Set(record.rounds.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const principles = record.principles.items.filter(({ removed, text }) => !removed && text.trim() !== "");
  const priorities = record.priorities.items.filter(({ removed, text, id }) => ranked.has(id) || (!removed && text.trim() !== ""));
  const versions = new Map(record.evidence.map((item) => [item.versionId, item]));
  const traced = [...record.principles.quotes, ...record.priorities.quotes].map((quote) => traceQuote(quote, versions.get(quote.versionId)));
  const quotesOf = new Map([...principles, ...priorities].map(({ id }) => [id, eachOnce(traced.filter(({ quote }) => quote.itemId === id))]));
  const principlesOf = new Map(priorities.map(({ id }) => [id, restsOn(record, id, principles)]));
  return { principles, priorities, quotesOf, principlesOf, passages: inReadingOrder(record.evidence, [...quotesOf.values()].flat()), paths: pathsOf({ priorities, quotesOf, principlesOf }) };
}

/** Every way down from this priority. */
export function behindPriority(trail: Trail, priorityId: string): Path[] {
  return trail.paths.filter((path) => path.priorityId === priorityId);
}

/** Every way up from this passage. */
export function restingOn(trail: Trail, passageId: string): Path[] {
  return trail.paths.filter((path) => path.passageId === passageId);
}

/** Two people may attach the same words of the same note at the same moment. */
function eachOnce(traced: readonly TracedQuote[]): TracedQuote[] {
  const same = (a: RecordQuote, b: RecordQuote) => a.noteId === b.noteId && a.versionId === b.versionId && a.blockId === b.blockId && a.exact === b.exact;
  return traced.filter(({ quote }, index) => traced.findIndex((other) => same(other.quote, quote)) === index);
}

function restsOn({ priorities }: SessionRecord, priorityId: string, principles: readonly RecordItem[]): string[] {
  const linked = new Set(priorities.links.filter(({ itemId }) => itemId === priorityId).map(({ otherItemId }) => otherItemId));
  return principles.map(({ id }) => id).filter((id) => linked.has(id));
}

function pathsOf({ priorities, quotesOf, principlesOf }: Pick<Trail, "priorities" | "quotesOf" | "principlesOf">): Path[] {
  return priorities.flatMap(({ id: priorityId }) =>
    [null, ...(principlesOf.get(priorityId) ?? [])].flatMap((principleId) =>
      (quotesOf.get(principleId ?? priorityId) ?? []).map(({ quote, passage }) => ({ priorityId, principleId, quoteId: quote.id, passageId: passage?.id ?? null })),
    ),
  );
}

/** Finds the words of a quote in the text: where its note marked them, else where they first stand in its block. */
function traceQuote(quote: RecordQuote, item: RecordEvidence | undefined): TracedQuote {
  if (!item || quote.exact === "") return { quote, passage: null, note: null };
  const note = item.notes.find(({ id, passage }) => id === quote.noteId && passage.map(({ exact }) => exact).join("\n") === quote.exact) ?? null;
  const marked = note && note.passage.every(({ blockId, start, exact }) => textOf(item, blockId)?.startsWith(exact, start)) ? note.passage : null;
  const spots = (marked ?? spotsOf(item, quote)).map(({ blockId, start, end }) => ({ blockId, start, end }));
  const id = [item.versionId, ...spots.map(({ blockId, start, end }) => `${blockId}:${start}-${end}`)].join("/");
  return { quote, note, passage: spots.length > 0 ? { id, versionId: item.versionId, spots } : null };
}

/** Where the quoted words stand, from the quote's block on, one line a block; none when any line is not there. */
function spotsOf(item: RecordEvidence, { blockId, exact }: RecordQuote): Spot[] {
  const whole = spotIn(item.blocks.find(({ id }) => id === blockId), exact);
  if (whole) return [whole];
  const from = item.blocks.findIndex(({ id }) => id === blockId);
  const lines = from < 0 ? [] : exact.split("\n").map((line, index) => spotIn(item.blocks[from + index], line));
  return lines.every((spot) => spot !== null) ? lines : [];
}

function spotIn(block: EvidenceBlock | undefined, words: string): Spot | null {
  const start = block && words !== "" ? block.text.indexOf(words) : -1;
  return block && start >= 0 ? { blockId: block.id, start, end: start + words.length } : null;
}

function textOf({ blocks }: RecordEvidence, blockId: string): string | undefined {
  return blocks.find(({ id }) => id === blockId)?.text;
}

function inReadingOrder(evidence: readonly RecordEvidence[], traced: readonly TracedQuote[]): Passage[] {
  const places = evidence.flatMap(({ versionId, blocks }) => blocks.map(({ id }) => `${versionId}/${id}`));
  const rankOf = new Map(places.map((place, index) => [place, index]));
  const once = new Map(traced.flatMap(({ passage }) => (passage ? [[passage.id, passage] as const] : [])));
  const ranked = [...once.values()].map((passage) => {
    const [first = { blockId: "", start: 0, end: 0 }] = passage.spots;
    return { passage, start: first.start, end: first.end, rank: rankOf.get(`${passage.versionId}/${first.blockId}`) ?? places.length };
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.start - b.start || a.end - b.end).map(({ passage }) => passage);
}
