/**
 * Where sentences and words begin and end. Rules of our own, because `Intl.Segmenter` differs between server and
 * browser (a page must come out the same in both), knows no Welsh abbreviations, and cuts "Dr. Jones" in two.
 */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import type { Spot } from "./passage.ts";

/** A piece of a text, without blanks at its ends. UTF-16 offsets. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** English and Welsh words whose full stop does not end a sentence, lower case and without it. */
const abbreviations = new Set(["dr", "mr", "mrs", "ms", "mx", "prof", "rev", "st", "vs", "cf", "approx", "dept", "e.g", "i.e", "parch", "bns", "gw", "e.e", "h.y"]);
/** Abbreviations only before a number: "no. 7", but "She said no." */
const beforeNumbers = new Set(["no", "nos", "fig", "figs", "vol", "p", "pp", "tel", "tud", "cyf"]);

/** An end mark, what closes with it (quotes, brackets), and the blank after it. A line break always ends. */
const possibleEnd = /[.!?…]+["'”’»)\]]*(?=\s)|\n+/gu;

/** The sentences of a text in order: all of its words, none twice. */
export function sentencesOf(text: string): Piece[] {
  const ends = [...text.matchAll(possibleEnd)].filter((match) => endsSentence(text, match)).map((match) => match.index + match[0].length);
  return pieces(text, [...ends, text.length]);
}

function endsSentence(text: string, match: RegExpExecArray): boolean {
  if (match[0].startsWith("\n")) return true;
  const after = text.slice(match.index + match[0].length).trimStart();
  // "… and so on. it went": a small letter goes on with the same sentence.
  if (/^\p{Ll}/u.test(after)) return false;
  if (!match[0].startsWith(".") || match[0].startsWith("..")) return true;
  const before = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? "";
  const word = before.toLowerCase();
  return !abbreviations.has(word) && !(beforeNumbers.has(word) && /^\d/.test(after)) && !isInitial(before);
}

/** "J. Jones"; but "I" ends sentences ("So did I."). */
function isInitial(word: string): boolean {
  return /^\p{Lu}(\.\p{Lu})*$/u.test(word) && word !== "I";
}

/** The words of a text in order. */
export function wordsOf(text: string): Piece[] {
  return [...text.matchAll(/\S+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function pieces(text: string, ends: readonly number[]): Piece[] {
  return ends.flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const kept = text.slice(start, end).trim();
    if (kept === "") return [];
    const from = start + text.slice(start, end).indexOf(kept);
    return [{ start: from, end: from + kept.length }];
  });
}

/** Every piece of every block, in reading order. */
export function stopsIn(blocks: readonly EvidenceBlock[], split: (text: string) => readonly Piece[]): Spot[] {
  return blocks.flatMap(({ id, text }) => split(text).map((piece) => ({ blockId: id, ...piece })));
}

const LABEL_LENGTH = 40;

/** "3. Nobody asked my mother…": a sentence as something to choose. */
export function sentenceLabel(text: string, { start, end }: Piece, index: number): string {
  const letters = [...text.slice(start, end)];
  const words = letters.length <= LABEL_LENGTH ? letters.join("") : `${letters.slice(0, LABEL_LENGTH).join("").trimEnd()}…`;
  return `${index + 1}. ${words}`;
}
