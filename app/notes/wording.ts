/** What somebody writes in a note or a reply, and when it can be taken. The same rule in the browser and at the desk. */
import type { WordKey } from "#app/language/words.ts";

import type { ReplyWay } from "./notes.doc.ts";

/** The longest note or reply, in characters as people count them. About a page of handwriting. */
export const MAX_WORDS = 2_000;

/** How many characters may still be written; less than 0 when there are too many. An emoji or ŵ counts once. */
export function charactersLeft(words: string): number {
  return MAX_WORDS - [...words.trim()].length;
}

/** Why a note's words cannot be taken, as a word key; null when they can. */
export function problemWithNote(words: string): WordKey | null {
  if (words.trim() === "") return "notes.problem.why";
  return charactersLeft(words) < 0 ? "notes.problem.tooLong" : null;
}

export interface ReplyDraft {
  readonly way: ReplyWay | "";
  readonly words: string;
  readonly because: string;
}

/** A reply that can be taken. */
export interface ReplyGiven {
  readonly way: ReplyWay;
  readonly words: string;
  /** "" unless it challenges. */
  readonly because: string;
  readonly lang: string;
}

export interface ReplyProblem {
  readonly field: keyof ReplyDraft;
  readonly key: WordKey;
}

/** What is wrong with a reply, field by field. A challenge needs its reason (Exploratory Talk: methods 2.1, R9). */
export function problemsWithReply({ way, words, because }: ReplyDraft): ReplyProblem[] {
  const problems: (ReplyProblem | false)[] = [
    way === "" && { field: "way", key: "notes.problem.way" },
    words.trim() === "" && { field: "words", key: "notes.problem.reply" },
    charactersLeft(words) < 0 && { field: "words", key: "notes.problem.tooLong" },
    way === "challenges" && because.trim() === "" && { field: "because", key: "notes.problem.because" },
    charactersLeft(because) < 0 && { field: "because", key: "notes.problem.tooLong" },
  ];
  return problems.filter((problem) => problem !== false);
}
