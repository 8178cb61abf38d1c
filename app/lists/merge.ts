/** Bringing a wording written on paper-like forms (no JavaScript) together with what others wrote meanwhile. */

/** At offset `at` (UTF-16) take `remove` units away and put `insert` there. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single edit that makes `after` of `before`; null when they are the same. Never cuts a character in two. */
export function editBetween(before: string, after: string): Edit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (splits(before, start) || splits(after, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (splits(before, before.length - end) || splits(after, after.length - end)) end -= 1;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/**
 * The edit that somebody meant on `before`, carried over to `now`, which others have changed since.
 * Null when both changed the same words: then no machine may choose between them.
 */
export function carryOver(before: string, meant: Edit, now: string): Edit | null {
  const theirs = editBetween(before, now);
  if (!theirs) return meant;
  const theirEnd = theirs.at + theirs.remove;
  if (meant.at >= theirEnd) return { ...meant, at: meant.at + theirs.insert.length - theirs.remove };
  return meant.at + meant.remove <= theirs.at ? meant : null;
}

export function applyEdit(text: string, { at, remove, insert }: Edit): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/** Does this offset lie between the two halves of a surrogate pair? */
function splits(text: string, offset: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset));
}
