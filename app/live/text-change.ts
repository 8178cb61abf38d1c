/** One change of a text, and how positions move through it. Positions are UTF-16 offsets, never inside an emoji. */
export interface TextChange {
  readonly at: number;
  /** How many characters go. */
  readonly remove: number;
  readonly insert: string;
}

/** The one change that makes `before` into `after`; null when they are the same. `caret` is where typing left it in `after`. */
export function changeBetween(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null;
  // Equal letters in a row could be anywhere; the caret says where they were typed.
  const prefixMost = Math.min(before.length, after.length, Math.max(0, caret - Math.max(0, after.length - before.length)));
  let start = 0;
  while (start < prefixMost && before[start] === after[start]) start++;
  let tail = 0;
  const tailMost = Math.min(before.length, after.length) - start;
  while (tail < tailMost && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (splitsPair(before, start) || splitsPair(after, start)) start--;
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return { at: start, remove: before.length - tail - start, insert: after.slice(start, after.length - tail) };
}

/** True when a cut at `at` would part the two halves of one character. */
export function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

/** Where a position stands after a change. What is typed exactly at it goes behind it. */
export function moved(position: number, { at, remove, insert }: TextChange): number {
  if (position <= at) return position;
  return position >= at + remove ? position - remove + insert.length : at + insert.length;
}

export function applied(text: string, { at, remove, insert }: TextChange): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
