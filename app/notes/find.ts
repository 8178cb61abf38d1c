/**
 * Finding words that somebody typed, heard or pasted. Accents, case, kinds of quotes and dashes, and blanks make no
 * difference; when nothing is the same, nearly the same is looked for.
 */
import approxSearch from "approx-string-match";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import type { Stretch } from "./passage.ts";

/** A text made plain for searching. `at[i]` is where folded character i comes from. */
export interface Folded {
  readonly blocks: readonly EvidenceBlock[];
  readonly text: string;
  readonly at: readonly Origin[];
}

interface Origin {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** Words found, with some of their neighbours so that people can tell equal ones apart. */
export interface Found {
  readonly stretch: Stretch;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** False when the words are only nearly those looked for. */
  readonly same: boolean;
}

/** Folds a text once, so that every letter typed afterwards searches at once. Blocks are parted by a blank. */
export function fold(blocks: readonly EvidenceBlock[]): Folded {
  const letters: string[] = [];
  const at: Origin[] = [];
  blocks.forEach(({ text }, block) => {
    let start = 0;
    for (const symbol of text) {
      push({ letters, at }, foldSymbol(symbol), { block, start, end: start + symbol.length });
      start += symbol.length;
    }
    push({ letters, at }, " ", { block, start: text.length, end: text.length });
  });
  return { blocks, text: letters.join(""), at };
}

/** Adds folded letters; a blank after a blank is left out, a mark folded away is taken into the letter before it. */
function push({ letters, at }: { letters: string[]; at: Origin[] }, folded: string, origin: Origin): void {
  const last = at.at(-1);
  if (folded === "" && last) at[at.length - 1] = { ...last, end: last.block === origin.block ? origin.end : last.end };
  for (const letter of folded) {
    if (letter === " " && letters.at(-1) === " ") continue;
    letters.push(letter);
    // A letter outside the basic plane is two units: each has its origin.
    for (let unit = 0; unit < letter.length; unit++) at.push(origin);
  }
}

const plain: Readonly<Record<string, string>> = { "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-" };

function foldSymbol(symbol: string): string {
  return symbol.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s/gu, " ").replace(/[‘’‛`´“”„«»–—‐‑−]/gu, (sign) => plain[sign] ?? sign);
}

function foldWords(words: string): string {
  return [...words].map(foldSymbol).join("").replace(/ +/g, " ").trim();
}

/** More than anybody reads through; typing another word narrows it. */
const MAX_FOUND = 12;
/** Shorter words are nearly everything. */
const MIN_NEARLY = 4;
const MIN_TYPED = 2;

/** Where the typed words stand, in reading order, at most twelve; `more` says that there are others. */
export function findWords(folded: Folded, typed: string): { readonly found: readonly Found[]; readonly more: boolean } {
  const words = foldWords(typed);
  if (words.length < MIN_TYPED) return { found: [], more: false };
  const same = allOf(folded.text, words);
  const hits = same.length > 0 ? same : nearly(folded.text, words);
  return { found: hits.slice(0, MAX_FOUND).map((hit) => foundAt(folded, hit, same.length > 0)), more: hits.length > MAX_FOUND };
}

interface Hit {
  readonly start: number;
  readonly end: number;
}

function allOf(text: string, words: string): Hit[] {
  const hits: Hit[] = [];
  for (let start = text.indexOf(words); start >= 0 && hits.length <= MAX_FOUND; start = text.indexOf(words, start + words.length)) {
    hits.push({ start, end: start + words.length });
  }
  return hits;
}

/** One wrong letter in four, and whole words only: half a word looks like a mistake of ours. */
function nearly(text: string, words: string): Hit[] {
  if (words.length < MIN_NEARLY) return [];
  const hits = approxSearch(text, words, Math.min(32, Math.floor(words.length / 4))).map(({ start, end }) => wholeWords(text, { start, end }));
  return hits.filter((hit, index) => index === 0 || hit.start >= (hits[index - 1]?.end ?? 0));
}

function wholeWords(text: string, { start, end }: Hit): Hit {
  const from = text.lastIndexOf(" ", start) + 1;
  const to = text[end - 1] === " " ? end - 1 : text.indexOf(" ", end);
  return { start: Math.min(from, start), end: to < 0 ? text.length : Math.max(to, start + 1) };
}

const NEIGHBOURS = 40;

function foundAt({ blocks, at }: Folded, { start, end }: Hit, same: boolean): Found {
  const first = at[start] ?? { block: 0, start: 0, end: 0 };
  const last = at[end - 1] ?? first;
  const from = blocks[first.block];
  const to = blocks[last.block];
  const textOf = (block: EvidenceBlock | undefined) => block?.text ?? "";
  const words = from === to ? textOf(from).slice(first.start, last.end) : `${textOf(from).slice(first.start)} … ${textOf(to).slice(0, last.end)}`;
  return {
    stretch: { from: { blockId: from?.id ?? "", offset: first.start }, to: { blockId: to?.id ?? "", offset: last.end } },
    before: lastWords(textOf(from).slice(0, first.start)),
    words,
    after: firstWords(textOf(to).slice(last.end)),
    same,
  };
}

function lastWords(text: string): string {
  return text.length <= NEIGHBOURS ? text : `…${text.slice(-NEIGHBOURS).replace(/^\S*\s/u, "")}`;
}

function firstWords(text: string): string {
  return text.length <= NEIGHBOURS ? text : `${text.slice(0, NEIGHBOURS).replace(/\s\S*$/u, "")}…`;
}
