/**
 * A stretch of the text, in the terms of its blocks. Offsets are UTF-16, and never inside a surrogate pair:
 * a position between the two halves of an emoji would tear it apart in the shared document.
 */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";

/** A place in the text. */
export interface Point {
  readonly blockId: string;
  readonly offset: number;
}

/** From one place to another, both in the same text; may run over several blocks. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

/** The part of a stretch that lies in one block. */
export interface Spot {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** The longest passage one note may hold on to, in characters. Longer ones say nothing about where it matters. */
export const MAX_PASSAGE = 4_000;

/** Moves an offset that stands inside a surrogate pair out of it, back ("start") or on ("end"). */
export function snap(text: string, offset: number, edge: "start" | "end"): number {
  const inside = Math.max(0, Math.min(offset, text.length));
  if (!splitsPair(text, inside)) return inside;
  return edge === "start" ? inside - 1 : inside + 1;
}

function splitsPair(text: string, offset: number): boolean {
  const isHigh = /[\uD800-\uDBFF]/.test(text[offset - 1] ?? "");
  const isLow = /[\uDC00-\uDFFF]/.test(text[offset] ?? "");
  return isHigh && isLow;
}

/** Drops blanks at both ends of a spot; null when nothing else is in it. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const words = text.slice(start, end);
  const kept = words.trim();
  if (kept === "") return null;
  const from = start + words.indexOf(kept);
  return { start: from, end: from + kept.length };
}

/**
 * Cuts a stretch into its spots, one for each block it touches, in reading order, without blanks at the ends.
 * Ends given in the wrong order are turned round. Empty when there are no words in it, or an end is not in the text.
 */
export function spotsOf(blocks: readonly EvidenceBlock[], stretch: Stretch): Spot[] {
  const { from, to } = inOrder(blocks, stretch);
  const first = blocks.findIndex(({ id }) => id === from.blockId);
  const last = blocks.findIndex(({ id }) => id === to.blockId);
  if (first < 0 || last < 0) return [];
  return blocks.slice(first, last + 1).flatMap(({ id, text }, index) => {
    const start = index === 0 ? snap(text, from.offset, "start") : 0;
    const end = first + index === last ? snap(text, to.offset, "end") : text.length;
    const spot = trimmed(text, start, end);
    return spot ? [{ blockId: id, ...spot }] : [];
  });
}

function inOrder(blocks: readonly EvidenceBlock[], { from, to }: Stretch): Stretch {
  const a = blocks.findIndex(({ id }) => id === from.blockId);
  const b = blocks.findIndex(({ id }) => id === to.blockId);
  const backwards = a > b || (a === b && from.offset > to.offset);
  return backwards ? { from: to, to: from } : { from, to };
}

/** Takes the words at both ends in whole: a finger or a mouse often stops in the middle of one, and half a word is no quote. */
export function inWholeWords(blocks: readonly EvidenceBlock[], stretch: Stretch): Stretch {
  const { from, to } = inOrder(blocks, stretch);
  const textOf = ({ blockId }: Point) => blocks.find(({ id }) => id === blockId)?.text ?? "";
  const start = /[\p{L}\p{N}\p{M}]*$/u.exec(isWithinWord(textOf(from), from.offset) ? textOf(from).slice(0, from.offset) : "")?.[0] ?? "";
  const end = /^[\p{L}\p{N}\p{M}]*/u.exec(isWithinWord(textOf(to), to.offset) ? textOf(to).slice(to.offset) : "")?.[0] ?? "";
  return { from: { ...from, offset: from.offset - start.length }, to: { ...to, offset: to.offset + end.length } };
}

function isWithinWord(text: string, offset: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text[offset - 1] ?? "") && /[\p{L}\p{N}\p{M}]/u.test(text[offset] ?? "");
}

/** The stretch that two spots span, with everything between them. */
export function stretchOf(one: Spot, other: Spot, blocks: readonly EvidenceBlock[]): Stretch {
  const turned = inOrder(blocks, { from: { blockId: one.blockId, offset: one.start }, to: { blockId: other.blockId, offset: other.start } });
  const isFirst = turned.from.blockId === one.blockId && turned.from.offset === one.start;
  const [first, second] = isFirst ? [one, other] : [other, one];
  return { from: { blockId: first.blockId, offset: first.start }, to: { blockId: second.blockId, offset: second.end } };
}

/** The words of the spots, one piece a block. */
export function piecesOf(blocks: readonly EvidenceBlock[], spots: readonly Spot[]): string[] {
  const textById = new Map(blocks.map(({ id, text }) => [id, text]));
  return spots.map(({ blockId, start, end }) => (textById.get(blockId) ?? "").slice(start, end));
}

/** How many characters the spots hold. */
export function lengthOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, { start, end }) => sum + end - start, 0);
}
