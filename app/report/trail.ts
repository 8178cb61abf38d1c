/**
 * The trail, both ways: priority → principle → quote → passage in the source, and back. Every way through
 * the record is listed once; either question is then a matter of picking, so the two can never disagree.
 */
import type { RecordEvidence, RecordItem, RecordQuote, SessionRecord } from "./record.ts";

/** Words in a block of the evidence that something rests on. `start` and `end` are UTF-16 offsets into the block's text. */
export interface Passage {
  readonly id: string;
  readonly versionId: string;
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
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
  const find = passageFinder(record.evidence);
  const traced = [...record.principles.quotes, ...record.priorities.quotes].map((quote) => ({ quote, passage: find(quote) }));
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

/** Finds the words of a quote in the text: where its note marked them, else where they first stand in the block. */
function passageFinder(evidence: readonly RecordEvidence[]): (quote: RecordQuote) => Passage | null {
  const versions = new Map(evidence.map((item) => [item.versionId, item]));
  return ({ versionId, blockId, exact, noteId }) => {
    const item = versions.get(versionId);
    const text = item?.blocks.find(({ id }) => id === blockId)?.text;
    if (item === undefined || text === undefined || exact === "") return null;
    const marked = item.notes.find(({ id }) => id === noteId)?.passage.find((spot) => spot.blockId === blockId && spot.exact === exact);
    const start = marked && text.startsWith(exact, marked.start) ? marked.start : text.indexOf(exact);
    const end = start + exact.length;
    return start < 0 ? null : { id: `${versionId}/${blockId}/${start}-${end}`, versionId, blockId, start, end };
  };
}

function inReadingOrder(evidence: readonly RecordEvidence[], traced: readonly TracedQuote[]): Passage[] {
  const places = evidence.flatMap(({ versionId, blocks }) => blocks.map(({ id }) => `${versionId}/${id}`));
  const placeOf = new Map(places.map((place, index) => [place, index]));
  const rank = ({ versionId, blockId }: Passage) => placeOf.get(`${versionId}/${blockId}`) ?? places.length;
  const once = new Map(traced.flatMap(({ passage }) => (passage ? [[passage.id, passage] as const] : [])));
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end);
}
