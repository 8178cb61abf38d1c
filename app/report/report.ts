/**
 * The report: made from the sealed record and from nothing else, so the same record gives the same report.
 * It knows no language: words people wrote carry their own, and the view says the rest in the reader's.
 */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";
import { evidenceKinds, missingKinds, type EvidenceKind } from "#app/evidence/kinds.ts";
import type { Said } from "#app/language/said.ts";
import { cut } from "#app/notes/segments.ts";
import type { Alias } from "#app/session/alias.ts";
import { placesOf, type Earlier } from "#app/voting/moved.ts";
import type { Outcome } from "#app/voting/outcome.ts";

import type { RecordEvidence, RecordItem, RecordReply, RecordRound, SessionRecord } from "./record.ts";
import { nameAll, type Ref, type Refs } from "./refs.ts";
import { restingOn, traceRecord, type Passage, type TracedQuote, type Trail } from "./trail.ts";

/** What the evidence behind an item lacks; null when neither. */
export type Gap = "noQuote" | "noLivedExperience" | null;

export interface ReportQuote extends Said {
  readonly id: string;
  /** Null when the quoted words were not found in the evidence of this session. */
  readonly source: { readonly passage: Ref; readonly kind: EvidenceKind; readonly title: Said } | null;
  /** The note it was taken from; null when its author took it back. */
  readonly note: (Said & { readonly by: Alias | null; readonly replies: readonly RecordReply[] }) | null;
}

interface ReportItem extends Said {
  readonly ref: Ref;
  readonly quotes: readonly ReportQuote[];
  /** Kinds of evidence behind it; a priority's come through its principles too. */
  readonly kinds: readonly EvidenceKind[];
  readonly gap: Gap;
}

export interface ReportPrinciple extends ReportItem {
  /** The priorities that rest on it. */
  readonly priorities: readonly (Said & { readonly ref: Ref })[];
}

export interface ReportPriority extends ReportItem {
  /** "1", "3=": as ranked in the last counted round; null when not ranked. */
  readonly place: string | null;
  /** Where it stands to the top N; null when not ranked. */
  readonly top: "in" | "tied" | "out" | null;
  /** Its wording now, when that is not the wording people ranked. */
  readonly rewordedTo: Said | null;
  /** Taken off the list after it was ranked. */
  readonly removed: boolean;
  readonly principles: readonly (Said & { readonly ref: Ref })[];
}

/** A run of text, marked when something rests on it. */
export interface ReportPiece {
  readonly text: string;
  readonly marked: boolean;
  /** Passages that begin with it. */
  readonly begins: readonly Ref[];
}

/** A block of the evidence with the words that something rests on marked. */
export interface ReportPlace {
  readonly blockId: string;
  readonly blockKind: EvidenceBlock["kind"];
  /** The heading it stands under in its text; "" when there is none. */
  readonly under: string;
  readonly pieces: readonly ReportPiece[];
  /** Each passage that ends in it, its words, and what rests on them. */
  readonly uses: readonly { readonly passage: Ref; readonly words: string; readonly items: readonly Ref[] }[];
}

export interface ReportEvidence extends Omit<RecordEvidence, "blocks" | "notes" | "replies"> {
  readonly anchor: string;
  readonly noteCount: number;
  readonly replyCount: number;
  readonly places: readonly ReportPlace[];
}

export interface ReportRound {
  readonly number: number;
  readonly closedAt: string;
  readonly candidates: RecordRound["candidates"];
  readonly outcome: Outcome;
  /** Places in the round before it; null for the first, and after one that published none. */
  readonly earlier: Earlier | null;
}

export interface Report extends Pick<SessionRecord, "enquiry" | "title" | "openedAt" | "closedAt" | "requiredMix" | "publishCount" | "stages" | "people" | "rules" | "questions" | "talk"> {
  readonly evidence: readonly ReportEvidence[];
  readonly missingKinds: readonly EvidenceKind[];
  readonly principles: readonly ReportPrinciple[];
  /** As ranked in the last counted round, then the others; in list order when there was none. */
  readonly priorities: readonly ReportPriority[];
  /** The last round; null when there was none. */
  readonly round: ReportRound | null;
  readonly earlierRounds: readonly ReportRound[];
}

/** Days in the reader's words: made on the server, since a report knows no language. */
export interface ReportDays {
  /** Null when the session was opened and closed on one day, or never opened. */
  readonly opened: string | null;
  readonly closed: string;
  /** Days on which words were withdrawn since, each once. */
  readonly withdrawn: readonly string[];
  /** By number of the round. */
  readonly rounds: Readonly<Record<number, string>>;
}

/** What a report's page is drawn from. */
export interface ReportPageData {
  readonly title: string;
  readonly report: Report;
  readonly days: ReportDays;
}

export function buildReport(record: SessionRecord): Report {
  const trail = traceRecord(record);
  const standings = standingsOf(record.rounds);
  const ranked = inRankedOrder(trail.priorities, standings);
  const desk: Desk = { record, trail, refs: nameAll({ priority: ranked, principle: trail.principles, passage: trail.passages }), evidence: new Map(record.evidence.map((item) => [item.versionId, item])) };
  const { enquiry, title, openedAt, closedAt, requiredMix, publishCount, stages, people, rules, questions, talk } = record;
  const told = reportRounds(record.rounds);
  return {
    enquiry, title, openedAt, closedAt, requiredMix, publishCount, stages, people, rules, questions, talk,
    evidence: record.evidence.map((item, index) => reportEvidence(desk, item, index)),
    missingKinds: missingKinds(record.evidence.map(({ kind }) => kind)),
    principles: trail.principles.map((item) => reportPrinciple(desk, item, ranked)),
    priorities: ranked.map((item) => reportPriority(desk, item, standings.get(item.id))),
    round: told.at(-1) ?? null,
    earlierRounds: told.slice(0, -1),
  };
}

function reportRounds(rounds: readonly RecordRound[]): ReportRound[] {
  return rounds.map((round, index) => {
    const before = rounds[index - 1];
    return { ...round, earlier: before ? placesOf(before.outcome) : null };
  });
}

/** What every part of the report is made with. */
interface Desk {
  readonly record: SessionRecord;
  readonly trail: Trail;
  readonly refs: Refs;
  /** By version id. */
  readonly evidence: ReadonlyMap<string, RecordEvidence>;
}

interface Standing extends Said {
  readonly place: string;
  readonly top: "in" | "tied" | "out";
  /** 0 is best. */
  readonly position: number;
}

/** Where each candidate of the last counted round came, with the wording people ranked. */
function standingsOf(rounds: readonly RecordRound[]): ReadonlyMap<string, Standing> {
  const last = rounds.findLast(({ outcome }) => outcome.result.state === "counted");
  if (last?.outcome.result.state !== "counted") return new Map();
  const wording = new Map(last.candidates.map((candidate) => [candidate.id, candidate]));
  return new Map(last.outcome.result.combined.map(({ id, place, top }, position) => [id, { place, top, position, text: wording.get(id)?.text ?? "", lang: wording.get(id)?.lang ?? "" }]));
}

function inRankedOrder(priorities: readonly RecordItem[], standings: ReadonlyMap<string, Standing>): RecordItem[] {
  const position = ({ id }: RecordItem) => standings.get(id)?.position ?? standings.size;
  return [...priorities].sort((a, b) => position(a) - position(b));
}

function reportPriority(desk: Desk, item: RecordItem, standing: Standing | undefined): ReportPriority {
  const { trail, refs, record } = desk;
  const traced = [item.id, ...(trail.principlesOf.get(item.id) ?? [])].flatMap((id) => trail.quotesOf.get(id) ?? []);
  const principles = (trail.principlesOf.get(item.id) ?? []).map((id) => ({ ref: refs.principle(id), ...saidBy(record.principles.items, id) }));
  return {
    ref: refs.priority(item.id),
    text: standing?.text ?? item.text,
    lang: standing?.lang ?? item.lang,
    place: standing?.place ?? null,
    top: standing?.top ?? null,
    rewordedTo: standing && standing.text.trim() !== item.text.trim() ? { text: item.text, lang: item.lang } : null,
    removed: item.removed,
    principles,
    quotes: (trail.quotesOf.get(item.id) ?? []).map((quote) => reportQuote(desk, quote)),
    ...strengthOf(desk, traced),
  };
}

function reportPrinciple(desk: Desk, item: RecordItem, ranked: readonly RecordItem[]): ReportPrinciple {
  const { trail, refs } = desk;
  const traced = trail.quotesOf.get(item.id) ?? [];
  const resting = ranked.filter(({ id }) => trail.principlesOf.get(id)?.includes(item.id));
  return {
    ref: refs.principle(item.id),
    text: item.text,
    lang: item.lang,
    priorities: resting.map(({ id, text, lang }) => ({ ref: refs.priority(id), text, lang })),
    quotes: traced.map((quote) => reportQuote(desk, quote)),
    ...strengthOf(desk, traced),
  };
}

function saidBy(items: readonly RecordItem[], id: string): Said {
  const { text, lang } = items.find((item) => item.id === id) ?? { text: "", lang: "" };
  return { text, lang };
}

/** Which kinds stand behind these quotes, and what is missing. No count, no score: four kinds, none above another. Words that are not in the evidence support nothing. */
function strengthOf({ evidence }: Desk, traced: readonly TracedQuote[]): { kinds: EvidenceKind[]; gap: Gap } {
  const present = new Set(traced.map(({ passage }) => passage && evidence.get(passage.versionId)?.kind));
  const kinds = evidenceKinds.filter((kind) => present.has(kind));
  return { kinds, gap: kinds.length === 0 ? "noQuote" : present.has("livedExperience") ? null : "noLivedExperience" };
}

function reportQuote({ evidence, refs }: Desk, { quote, passage, note }: TracedQuote): ReportQuote {
  const item = evidence.get(quote.versionId);
  const source = item && passage ? { passage: refs.passage(passage.id), kind: item.kind, title: { text: item.title, lang: item.language } } : null;
  const replies = item?.replies.filter(({ noteId }) => noteId === note?.id) ?? [];
  return { id: quote.id, text: quote.exact, lang: quote.lang, source, note: note && { text: note.words, lang: note.lang, by: note.by, replies } };
}

function reportEvidence(desk: Desk, { blocks, notes, replies, ...item }: RecordEvidence, index: number): ReportEvidence {
  const own = desk.trail.passages.filter(({ versionId }) => versionId === item.versionId);
  const places = blocks.flatMap((block, at) => {
    const passages = own.filter(({ spots }) => spots.some(({ blockId }) => blockId === block.id));
    return passages.length === 0 ? [] : [placeOf(desk, { block, passages, under: headingOver(blocks, at) })];
  });
  return { ...item, anchor: `evidence-${index + 1}`, noteCount: notes.length, replyCount: replies.length, places };
}

function headingOver(blocks: readonly EvidenceBlock[], at: number): string {
  return blocks.slice(0, at).findLast(({ kind }) => kind === "heading")?.text ?? "";
}

interface Quoted {
  readonly block: EvidenceBlock;
  /** Those with words in this block. */
  readonly passages: readonly Passage[];
  readonly under: string;
}

function placeOf(desk: Desk, { block, passages, under }: Quoted): ReportPlace {
  const ending = passages.filter(({ spots }) => spots.at(-1)?.blockId === block.id);
  const uses = ending.map((passage) => ({ passage: desk.refs.passage(passage.id), words: wordsOf(desk, passage), items: itemsOn(desk, passage.id) }));
  return { blockId: block.id, blockKind: block.kind, under, pieces: piecesOf(desk, block, passages), uses };
}

function piecesOf({ refs }: Desk, block: EvidenceBlock, passages: readonly Passage[]): ReportPiece[] {
  const marks = passages.flatMap(({ id, spots }) => spots.filter(({ blockId }) => blockId === block.id).map((spot) => ({ id, ...spot })));
  const beginsAt = (start: number) => passages.filter(({ spots: [first] }) => first?.blockId === block.id && first.start === start);
  return cut(block.text, marks).map(({ text, start, ids }) => ({ text, marked: ids.length > 0, begins: beginsAt(start).map(({ id }) => refs.passage(id)) }));
}

function wordsOf({ evidence }: Desk, { versionId, spots }: Passage): string {
  const blocks = new Map(evidence.get(versionId)?.blocks.map(({ id, text }) => [id, text]));
  return spots.map(({ blockId, start, end }) => blocks.get(blockId)?.slice(start, end)).join(" ");
}

/** The principles that quote a passage, whether or not a priority rests on them, then the priorities above it. */
function itemsOn({ trail, refs }: Desk, passageId: string): Ref[] {
  const quoting = trail.principles.filter(({ id }) => trail.quotesOf.get(id)?.some(({ passage }) => passage?.id === passageId));
  const above = new Set(restingOn(trail, passageId).map(({ priorityId }) => priorityId));
  return [...quoting.map(({ id }) => refs.principle(id)), ...trail.priorities.filter(({ id }) => above.has(id)).map(({ id }) => refs.priority(id))];
}
