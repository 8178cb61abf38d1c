/**
 * Where a note holds on to the text: W3C Web Annotation selectors (quote and position) within one block.
 * Positions are UTF-16 offsets into the block's text, never inside a surrogate pair.
 *
 * Placing an anchor in a corrected text follows the reader's own order: is it still there; are the same words
 * in the same block; are they elsewhere, between the same neighbours; are nearly the same words there. What
 * fits nowhere is "detached" (null), and shown so: a note on the wrong words is worse than one without a place.
 */
import approxSearch from "approx-string-match";
import * as z from "zod/mini";

import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { snap, spotsOf, type Spot, type Stretch } from "./passage.ts";

export const anchorSchema = z.object({
  /** The evidence version it was made on. */
  versionId: z.string(),
  blockId: z.string(),
  start: z.number(),
  end: z.number(),
  /** The words marked. */
  exact: z.string().check(z.minLength(1)),
  /** Up to 32 characters before and after, to tell two equal quotes apart. */
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** A spot found for an anchor. `exact`: where it was. `moved`: the same words elsewhere. `fuzzy`: nearly the same words. */
export interface Place extends Spot {
  readonly how: "exact" | "moved" | "fuzzy";
}

/** How much of the neighbouring text an anchor remembers, in UTF-16 units. */
const CONTEXT = 32;

/** One anchor for each block a stretch touches, in reading order; empty when there are no words in it. */
export function describe(text: { readonly versionId: string; readonly blocks: readonly EvidenceBlock[] }, stretch: Stretch): Anchor[] {
  const textById = new Map(text.blocks.map((block) => [block.id, block.text]));
  return spotsOf(text.blocks, stretch).map((spot) => anchorAt(text.versionId, textById.get(spot.blockId) ?? "", spot));
}

function anchorAt(versionId: string, text: string, { blockId, start, end }: Spot): Anchor {
  return {
    versionId,
    blockId,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(snap(text, start - CONTEXT, "end"), start),
    suffix: text.slice(end, snap(text, end + CONTEXT, "start")),
  };
}

/** Finds an anchor's words in a text, perhaps a later version of the one it was made on; null: detached. */
export function place(anchor: Anchor, blocks: readonly EvidenceBlock[]): Place | null {
  const home = blocks.filter(({ id }) => id === anchor.blockId);
  return (
    still(anchor, home) ??
    best(anchor, home, { matches: sameWords, enough: enoughAtHome, how: "moved" }) ??
    best(anchor, blocks, { matches: sameWords, enough: enoughElsewhere, how: "moved" }) ??
    best(anchor, home, { matches: nearlySameWords, enough: enoughAtHome, how: "fuzzy" }) ??
    best(anchor, blocks, { matches: nearlySameWords, enough: enoughAnywhere, how: "fuzzy" })
  );
}

/** The words are where they were, with the same neighbour on at least one side: nothing to look for. */
function still(anchor: Anchor, home: readonly EvidenceBlock[]): Place | null {
  const { blockId, start, end, exact, prefix, suffix } = anchor;
  const text = home[0]?.text;
  if (text === undefined || text.slice(start, end) !== exact) return null;
  if (!text.slice(0, start).endsWith(prefix) && !text.slice(end).startsWith(suffix)) return null;
  return { blockId, start, end, how: "exact" };
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

interface Candidate extends Match {
  readonly block: EvidenceBlock;
  /** How alike the neighbouring text is, 0 to 1. */
  readonly context: number;
}

interface Way {
  readonly matches: (text: string, anchor: Anchor) => readonly Match[];
  readonly enough: (anchor: Anchor, candidate: Candidate) => boolean;
  readonly how: "moved" | "fuzzy";
}

/** The best candidate in these blocks: fewest errors with the most alike neighbours, and the nearest of equals. */
function best(anchor: Anchor, blocks: readonly EvidenceBlock[], { matches, enough, how }: Way): Place | null {
  const candidates = blocks
    .flatMap((block) => matches(block.text, anchor).map((match) => ({ ...match, block, context: contextOf(anchor, block.text, match) })))
    .filter((candidate) => enough(anchor, candidate));
  const score = ({ errors, context }: Candidate) => context - (2 * errors) / anchor.exact.length;
  const distance = ({ block, start }: Candidate) => (block.id === anchor.blockId ? Math.abs(start - anchor.start) : Number.POSITIVE_INFINITY);
  const winner = candidates.reduce<Candidate | null>((held, next) => {
    if (!held || score(next) > score(held)) return next;
    return score(next) === score(held) && distance(next) < distance(held) ? next : held;
  }, null);
  return winner && spotted(winner, how);
}

function spotted({ block, start, end }: Candidate, how: Place["how"]): Place {
  return { blockId: block.id, start: snap(block.text, start, "start"), end: snap(block.text, end, "end"), how };
}

/** A quote this long names its place by itself; a shorter one ("respite") needs its neighbours. */
const TELLING_LENGTH = 16;
/** Half the neighbourhood: one side unchanged, or both nearly so. */
const ENOUGH_CONTEXT = 0.5;

function enoughAtHome(anchor: Anchor, { context }: Candidate): boolean {
  return anchor.exact.length >= TELLING_LENGTH || context >= ENOUGH_CONTEXT;
}

function enoughElsewhere(_anchor: Anchor, { context }: Candidate): boolean {
  return context >= ENOUGH_CONTEXT;
}

/** Last of all: another block, neighbours all changed. Only long quotes are told apart by themselves there. */
function enoughAnywhere(anchor: Anchor, { context }: Candidate): boolean {
  return anchor.exact.length >= 2 * TELLING_LENGTH || context >= ENOUGH_CONTEXT;
}

function sameWords(text: string, { exact }: Anchor): Match[] {
  const found: Match[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    found.push({ start, end: start + exact.length, errors: 0 });
  }
  return found;
}

/** One wrong letter in five is a correction, more is another sentence. The cap keeps a long quote quick to look for. */
const MAX_ERROR_SHARE = 0.2;
const MAX_ERRORS = 64;

function nearly(text: string, words: string): Match[] {
  return approxSearch(text, words, Math.min(MAX_ERRORS, Math.floor(words.length * MAX_ERROR_SHARE)));
}

function nearlySameWords(text: string, anchor: Anchor): Match[] {
  return [...betweenNeighbours(text, anchor), ...nearly(text, anchor.exact)];
}

/** Between the same neighbours, words may have changed by half: "12 per cent" corrected to "21 per cent". */
const MAX_CHANGED_SHARE = 0.5;

/** What now stands between nearly the same neighbours. Gives the true ends of a correction, where a search for the words alone guesses. */
function betweenNeighbours(text: string, { exact, prefix, suffix }: Anchor): Match[] {
  const starts = prefix === "" ? [0] : nearly(text, prefix).map(({ end }) => end);
  const ends = suffix === "" ? [text.length] : nearly(text, suffix).map(({ start }) => start);
  return starts.flatMap((start) =>
    ends
      .filter((end) => start < end && Math.abs(end - start - exact.length) <= exact.length * MAX_CHANGED_SHARE)
      .map((end) => ({ start, end, errors: changesIn(text.slice(start, end), exact) }))
      .filter(({ errors }) => errors <= exact.length * MAX_CHANGED_SHARE),
  );
}

function changesIn(words: string, exact: string): number {
  const [closest] = approxSearch(words, exact, Math.floor(exact.length * MAX_CHANGED_SHARE));
  return closest ? Math.max(closest.errors, Math.abs(words.length - exact.length)) : exact.length;
}

/** Mean likeness of both sides. An anchor at the edge of its block is at home only at an edge. */
function contextOf(anchor: Anchor, text: string, { start, end }: Match): number {
  const before = anchor.prefix === "" ? Number(start === 0) : likeness(text.slice(Math.max(0, start - anchor.prefix.length - SLACK), start), anchor.prefix);
  const after = anchor.suffix === "" ? Number(end === text.length) : likeness(text.slice(end, end + anchor.suffix.length + SLACK), anchor.suffix);
  return (before + after) / 2;
}

/** Room for a letter or two more in the neighbourhood than the anchor remembers. */
const SLACK = 4;
/** Any two sentences share some letters: likeness below this is chance. */
const CHANCE = 0.5;

function likeness(text: string, words: string): number {
  const errors = approxSearch(text, words, Math.floor(words.length * CHANCE))[0]?.errors;
  return errors === undefined ? 0 : 1 - errors / words.length;
}
