/** What somebody who came late needs to know, in three minutes' reading: where we are, what was made, and the evidence in brief. */
import { wordCount } from "#app/evidence/blocks.ts";
import type { EvidenceFactsOf } from "#app/evidence/facts.ts";
import type { Language } from "#app/language/languages.ts";
import type { List } from "#app/lists/lists.doc.ts";
import { sentencesOf } from "#app/notes/sentences.ts";
import { attested, standingWith, wordingsOf } from "#app/questions/standing.ts";
import { leftOn } from "#app/session/clock.ts";
import { contributionsOf } from "#app/talk/contributions.ts";

import type { Board, StageNotice } from "./board.ts";
import type { Room, RoomEvidence } from "./room.ts";
import { rulesIn } from "./rules-shown.ts";

/** Words a minute of somebody who reads with care, in a language that may be their second, on a phone. Silent reading is often given as 240. */
const READING_SPEED = 180;
/** Words of the whole page, when nobody unfolds anything: three minutes' reading. */
const ALL_WORDS = 3 * READING_SPEED;
/** Words kept for the evidence, however much the group has made: a minute's reading. */
const EVIDENCE_WORDS = READING_SPEED;
/** An item is told in a sentence or two at the least. */
const ITEM_WORDS = 25;
/** How much of what was said is told, and how long each may be. */
const LAST_SAID = { number: 3, words: 30 };
const MINUTE_MS = 60_000;

/** Somebody's words, in the language they were said in. */
export interface Words {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
}

/** A list of what the group has made. */
export interface Made {
  readonly words: readonly Words[];
  /** More than the three minutes have room for: told when asked for. */
  readonly isFolded: boolean;
}

/** Somebody's contribution, with the name they go by in the room. */
export interface SaidLately extends Words {
  readonly name: string;
}

/** An item of evidence in brief. It never goes without what it does not tell us. */
export interface Brief extends EvidenceFactsOf {
  readonly itemId: string;
  readonly title: string;
  readonly excerpt: string;
  /** Notes on the passage the excerpt is from; 0 when it is the beginning of the item. */
  readonly notes: number;
  /** Minutes to read all of it, at least 1. */
  readonly minutes: number;
}

export interface CatchUp {
  readonly where: Where;
  /** The question that is explored: every wording of it when several count as one; none when none is chosen. */
  readonly chosen: readonly Words[];
  /** The latest contributions, oldest first. */
  readonly said: readonly SaidLately[];
  readonly rules: Made;
  /** Those that were not chosen. */
  readonly questions: Made;
  readonly principles: Made;
  readonly priorities: Made;
  readonly evidence: readonly Brief[];
  /** Minutes to read this page with nothing unfolded; and all the evidence. */
  readonly minutes: number;
  readonly evidenceMinutes: number;
}

export interface Where {
  /** 1 is first; 0 when the session has not begun. */
  readonly number: number;
  readonly total: number;
  readonly stage: StageNotice | null;
  /** Whole minutes left on the stage's clock, 0 when the time is up; and of the stages to come. */
  readonly minutesLeft: number;
  readonly minutesAfter: number;
}

/** What it is told from. */
export interface CatchUpFrom extends Pick<Room, "people" | "evidence" | "rules" | "principles" | "priorities" | "questions" | "talk"> {
  readonly board: Pick<Board, "stages" | "stageId" | "clock"> & {
    readonly choosing: Pick<Board["choosing"], "chosen">;
    readonly talk: { readonly floor: Pick<Board["talk"]["floor"], "wroteForOthers"> };
  };
}

interface Asked {
  readonly language: Language;
  /** Server time, milliseconds. */
  readonly now: number;
}

/** Of the rest, what matters least is folded first, and the evidence gets what words are left. */
export function catchUpOf(room: CatchUpFrom, { language, now }: Asked): CatchUp {
  const questions = questionsIn(room);
  const first = { chosen: questions.chosen, said: saidLately(room) };
  const folded = foldedInto(ALL_WORDS - EVIDENCE_WORDS - wordCount(Object.values(first).flat()), {
    rules: room.rules ? rulesIn(room.rules.initial, language) : [],
    priorities: standing(room.priorities?.initial),
    principles: standing(room.principles?.initial),
    questions: questions.others,
  });
  // Once one is chosen, the others are for later.
  const made = { ...folded, questions: { ...folded.questions, isFolded: folded.questions.isFolded || questions.chosen.length > 0 } };
  const told = [...Object.values(first).flat(), ...Object.values(made).flatMap(({ words, isFolded }) => (isFolded ? [] : words))];
  const evidence = evidenceIn(room, Math.max(EVIDENCE_WORDS, ALL_WORDS - wordCount(told)));
  const read = [...told, ...evidence.flatMap(({ excerpt, limitations }) => [{ text: excerpt }, { text: limitations }])];
  return {
    ...first,
    ...made,
    where: whereIn(room, now),
    evidence,
    minutes: minutesFor(wordCount(read)),
    evidenceMinutes: minutesFor(room.evidence.reduce((sum, { blocks }) => sum + wordCount(blocks), 0)),
  };
}

/** The wordings of what was chosen, a question or several that count as one; and all the others. */
function questionsIn({ questions, board }: CatchUpFrom): { readonly chosen: Words[]; readonly others: Words[] } {
  if (!questions) return { chosen: [], others: [] };
  const made = attested(questions.initial, board.talk.floor.wroteForOthers);
  const stands = board.choosing.chosen && standingWith(made, board.choosing.chosen.id);
  const chosen = stands ? wordingsOf(stands) : [];
  const asWords = (all: typeof made.questions) => all.map(({ id, words, lang }) => ({ id, text: words, lang }));
  return { chosen: asWords(chosen), others: asWords(made.questions.filter(({ id }) => !chosen.some((one) => one.id === id))) };
}

function saidLately({ talk, people, board }: CatchUpFrom): SaidLately[] {
  if (!talk) return [];
  const said = contributionsOf(talk.initial, new Set(board.talk.floor.wroteForOthers));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return said.slice(-LAST_SAID.number).map(({ id, by, words, lang }) => ({ id, text: shortened(words, LAST_SAID.words), lang, name: names.get(by) ?? "…" }));
}

/** Lists in the order in which they matter: each is told while there are words left for the whole of it, and folded otherwise. */
function foldedInto<Key extends string>(words: number, lists: Readonly<Record<Key, readonly Words[]>>): Record<Key, Made> {
  let left = words;
  const made = Object.entries<readonly Words[]>(lists).map(([key, list]) => {
    const isFolded = wordCount(list) > left;
    if (!isFolded) left -= wordCount(list);
    return [key, { words: list, isFolded }];
  });
  // As many keys as went in, and the same.
  return Object.fromEntries(made) as Record<Key, Made>;
}

/** Every item in brief, in so many words together, limitations counted. */
function evidenceIn({ evidence }: CatchUpFrom, words: number): Brief[] {
  const each = words / Math.max(1, evidence.length);
  return evidence.map((item) => briefOf(item, Math.max(ITEM_WORDS, each - wordCount([{ text: item.limitations }]))));
}

function standing(list: List | undefined): Words[] {
  return (list?.items ?? []).filter(({ removed, text }) => !removed && text.trim() !== "");
}

function whereIn({ board }: CatchUpFrom, now: number): Where {
  const at = board.stages.findIndex(({ id }) => id === board.stageId);
  return {
    number: at + 1,
    total: board.stages.length,
    stage: board.stages[at] ?? null,
    minutesLeft: Math.max(0, Math.ceil(leftOn(board.clock, now) / MINUTE_MS)),
    minutesAfter: board.stages.slice(at + 1).reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / READING_SPEED));
}

/** The most noted passage of an item, or its beginning, in about so many words. */
export function briefOf(item: RoomEvidence, words: number): Brief {
  const { itemId, title, kind, perspective, source, date, place, language, limitations, limitationsNotKnown, blocks } = item;
  const texts = blocks.filter((block) => block.kind !== "heading");
  const notes = notesByBlock(item);
  const most = texts.reduce((best, { id }) => Math.max(best, notes.get(id) ?? 0), 0);
  const from = most > 0 ? texts.filter(({ id }) => notes.get(id) === most).slice(0, 1) : texts;
  const excerpt = shortened(from.map(({ text }) => text).join("\n\n"), words);
  const facts = { kind, perspective, source, date, place, language, limitations, limitationsNotKnown };
  return { ...facts, itemId, title, excerpt, notes: most, minutes: minutesFor(wordCount(blocks)) };
}

/** How many notes touch each block. */
function notesByBlock({ notes }: RoomEvidence): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { passage } of notes.initial.notes)
    for (const blockId of new Set(passage.map((anchor) => anchor.blockId))) counts.set(blockId, (counts.get(blockId) ?? 0) + 1);
  return counts;
}

/** Whole sentences, as many as come to so many words or fewer, and always the first; "…" where it breaks off. */
export function shortened(text: string, words: number): string {
  const sentences = sentencesOf(text);
  let end = 0;
  let counted = 0;
  for (const sentence of sentences) {
    counted += wordCount([{ text: text.slice(sentence.start, sentence.end) }]);
    if (counted > words && end > 0) return `${text.slice(0, end)} …`;
    end = sentence.end;
  }
  return text.slice(0, end);
}
