/**
 * Which block of a corrected text is which block of the text before. A block that is the same, or nearly, keeps its
 * id, and with it the notes people made on it; a block that is new gets a new one. Ids are never used again.
 */
import type { EvidenceBlock, NewBlock } from "./blocks.ts";

/** From here on two texts count as the same block put right; measured on letter pairs, 1 is equal. */
const NEARLY = 0.6;
/** Pairs compared one by one between two sure blocks; beyond, only equal blocks keep their ids. */
const PAIRS_MAX = 10_000;

/** Gives the fresh blocks their ids. `newId` must never give one that was used in this item before. */
export function correct(before: readonly EvidenceBlock[], fresh: readonly NewBlock[], newId: () => string): EvidenceBlock[] {
  const kept = sameBlocks(before, fresh);
  return fresh.map((block, index) => ({ ...block, id: kept.get(index)?.id ?? newId() }));
}

/** Index of each fresh block that was there before → that block. Equal ones first, in order; then nearly equal; then moved. */
function sameBlocks(before: readonly EvidenceBlock[], fresh: readonly NewBlock[]): ReadonlyMap<number, EvidenceBlock> {
  const found = new Map<number, EvidenceBlock>();
  for (const gap of gapsBetweenEqual(before, fresh, found)) matchNearly(gap, before, fresh, found);
  matchMoved(before, fresh, found);
  return found;
}

/** What lies between two pairs of equal blocks: indexes from (inclusive) and to (exclusive) on both sides. */
interface Gap {
  readonly beforeFrom: number;
  readonly beforeTo: number;
  readonly freshFrom: number;
  readonly freshTo: number;
}

/** Puts equal blocks that are in the same order into `found`, and gives the gaps between them. */
function gapsBetweenEqual(before: readonly EvidenceBlock[], fresh: readonly NewBlock[], found: Map<number, EvidenceBlock>): Gap[] {
  const gaps: Gap[] = [];
  let beforeFrom = 0;
  let freshFrom = 0;
  for (const [beforeAt, freshAt] of [...equalInOrder(before, fresh), [before.length, fresh.length] as const]) {
    gaps.push({ beforeFrom, beforeTo: beforeAt, freshFrom, freshTo: freshAt });
    const block = before[beforeAt];
    if (block) found.set(freshAt, block);
    beforeFrom = beforeAt + 1;
    freshFrom = freshAt + 1;
  }
  return gaps;
}

/** The longest run of equal blocks in the same order, by Hunt and Szymanski's way over the places of each text. */
function equalInOrder(before: readonly EvidenceBlock[], fresh: readonly NewBlock[]): (readonly [number, number])[] {
  const places = placesOf(before);
  // ends[k]: the pair that ends a run of k + 1 with the earliest place before; each pair knows the one it follows.
  const ends: Pair[] = [];
  fresh.forEach(({ text }, freshAt) => {
    // From the last place to the first, so that one fresh block is taken once.
    for (const beforeAt of places.get(text) ?? []) {
      const at = firstEndNotBefore(ends, beforeAt);
      ends[at] = { beforeAt, freshAt, follows: ends[at - 1] };
    }
  });
  const run: (readonly [number, number])[] = [];
  for (let pair = ends.at(-1); pair; pair = pair.follows) run.push([pair.beforeAt, pair.freshAt]);
  return run.reverse();
}

interface Pair {
  readonly beforeAt: number;
  readonly freshAt: number;
  readonly follows: Pair | undefined;
}

/** A text that stands in very many places ("Yes") is sought at the first few only: the gaps take care of the others. */
const PLACES_MAX = 50;

/** Text → indexes at which it stands, the last first. */
function placesOf(blocks: readonly EvidenceBlock[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  blocks.forEach(({ text }, index) => {
    const known = places.get(text) ?? [];
    if (known.length < PLACES_MAX) places.set(text, [index, ...known]);
  });
  return places;
}

function firstEndNotBefore(ends: readonly Pair[], beforeAt: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.beforeAt ?? Infinity) < beforeAt) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Within a gap, takes the most alike pairs first, as long as they neither cross nor share a block with one already taken. */
function matchNearly(gap: Gap, before: readonly EvidenceBlock[], fresh: readonly NewBlock[], found: Map<number, EvidenceBlock>): void {
  const taken: Pick<Pair, "beforeAt" | "freshAt">[] = [];
  for (const { beforeAt, freshAt } of alikeIn(gap, before, fresh)) {
    const crosses = taken.some((pair) => Math.sign(pair.beforeAt - beforeAt) !== Math.sign(pair.freshAt - freshAt));
    const block = before[beforeAt];
    if (crosses || !block) continue;
    taken.push({ beforeAt, freshAt });
    found.set(freshAt, block);
  }
}

/** The pairs of a gap that are alike enough, the most alike first. */
function alikeIn({ beforeFrom, beforeTo, freshFrom, freshTo }: Gap, before: readonly EvidenceBlock[], fresh: readonly NewBlock[]): { readonly beforeAt: number; readonly freshAt: number; readonly alike: number }[] {
  if ((beforeTo - beforeFrom) * (freshTo - freshFrom) > PAIRS_MAX) return [];
  const old = before.slice(beforeFrom, beforeTo).map(({ text }) => letterPairs(text));
  const now = fresh.slice(freshFrom, freshTo).map(({ text }) => letterPairs(text));
  return old
    .flatMap((one, b) => now.map((other, f) => ({ beforeAt: beforeFrom + b, freshAt: freshFrom + f, alike: likeness(one, other) })))
    .filter(({ alike }) => alike >= NEARLY)
    .sort((one, other) => other.alike - one.alike);
}

/** Blocks carried to another place unchanged. */
function matchMoved(before: readonly EvidenceBlock[], fresh: readonly NewBlock[], found: Map<number, EvidenceBlock>): void {
  const used = new Set([...found.values()].map(({ id }) => id));
  const left = new Map<string, EvidenceBlock[]>();
  for (const block of before) if (!used.has(block.id)) left.set(block.text, [...(left.get(block.text) ?? []), block]);
  fresh.forEach(({ text }, index) => {
    if (found.has(index)) return;
    const block = left.get(text)?.shift();
    if (block) found.set(index, block);
  });
}

interface LetterPairs {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function letterPairs(text: string): LetterPairs {
  const letters = ` ${text.toLocaleLowerCase("en").replace(/\s+/gu, " ")} `;
  const counts = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at += 1) {
    const pair = letters.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { counts, total: letters.length - 1 };
}

/** Sørensen and Dice: twice what is shared over what there is, 0 to 1. */
function likeness(one: LetterPairs, other: LetterPairs): number {
  let shared = 0;
  for (const [pair, count] of one.counts) shared += Math.min(count, other.counts.get(pair) ?? 0);
  return (2 * shared) / (one.total + other.total);
}
