/** What somebody who came late needs to know, in three minutes' reading: where we are, what was made, and the evidence in brief. */
import { wordCount } from "#app/evidence/blocks.ts";
import type { Language } from "#app/language/languages.ts";
import type { List } from "#app/lists/lists.doc.ts";
import { sentencesOf } from "#app/notes/sentences.ts";
import { leftOn } from "#app/session/clock.ts";

import type { StageNotice } from "./board.ts";
import type { Room, RoomEvidence } from "./room.ts";
import { rulesIn, type ShownRule } from "./rules-shown.ts";

/** Words a minute of somebody who reads with care, in a language that may be their second, on a phone. Silent reading is often given as 240. */
const READING_SPEED = 180;
/** Words of evidence in brief: three minutes' reading. */
const BRIEF_WORDS = 3 * READING_SPEED;
const MINUTE_MS = 60_000;

/** Somebody's words, in the language they were said in. */
export interface Words {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
}

/** An item of evidence in brief. */
export interface Brief {
  readonly itemId: string;
  readonly title: string;
  readonly kind: RoomEvidence["kind"];
  readonly perspective: string;
  readonly lang: string;
  readonly excerpt: string;
  /** Notes on the passage the excerpt is from; 0 when it is the beginning of the item. */
  readonly notes: number;
  /** Minutes to read all of it, at least 1. */
  readonly minutes: number;
}

export interface CatchUp {
  readonly where: Where;
  readonly rules: readonly ShownRule[];
  readonly questions: readonly Words[];
  readonly chosen: Words | null;
  readonly principles: readonly Words[];
  readonly priorities: readonly Words[];
  readonly evidence: readonly Brief[];
  /** Minutes to read all of this page; and all the evidence. */
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

interface Asked {
  /** Record id of the question that was chosen; null when none is. */
  readonly chosen: string | null;
  readonly language: Language;
  /** Server time, milliseconds. */
  readonly now: number;
}

export function catchUpOf(room: Room, { chosen, language, now }: Asked): CatchUp {
  const questions = (room.questions?.initial.questions ?? []).map(({ id, words, lang }) => ({ id, text: words, lang }));
  const made = {
    rules: room.rules ? rulesIn(room.rules.initial, language) : [],
    questions,
    principles: standing(room.principles?.initial),
    priorities: standing(room.priorities?.initial),
  };
  const evidence = room.evidence.map((item) => briefOf(item, BRIEF_WORDS / room.evidence.length));
  const read = [...Object.values(made).flat(), ...evidence.map(({ excerpt }) => ({ text: excerpt }))];
  return {
    ...made,
    where: whereIn(room, now),
    chosen: questions.find(({ id }) => id === chosen) ?? null,
    evidence,
    minutes: minutesFor(wordCount(read)),
    evidenceMinutes: minutesFor(room.evidence.reduce((sum, { blocks }) => sum + wordCount(blocks), 0)),
  };
}

function standing(list: List | undefined): Words[] {
  return (list?.items ?? []).filter(({ removed, text }) => !removed && text.trim() !== "");
}

function whereIn({ board }: Room, now: number): Where {
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
  return Math.max(1, Math.ceil(words / READING_SPEED));
}

/** The most noted passage of an item, or its beginning, in about so many words. */
export function briefOf(item: RoomEvidence, words: number): Brief {
  const { itemId, title, kind, perspective, language, blocks } = item;
  const texts = blocks.filter((block) => block.kind !== "heading");
  const notes = notesByBlock(item);
  const most = texts.reduce((best, { id }) => Math.max(best, notes.get(id) ?? 0), 0);
  const from = most > 0 ? texts.filter(({ id }) => notes.get(id) === most).slice(0, 1) : texts;
  const excerpt = shortened(from.map(({ text }) => text).join("\n\n"), words);
  return { itemId, title, kind, perspective, lang: language, excerpt, notes: most, minutes: minutesFor(wordCount(blocks)) };
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
