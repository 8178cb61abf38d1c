/** Cuts a block's text where marks begin and end, so that overlapping marks can be drawn one beside the other. */

/** A mark within one block: UTF-16 offsets, `id` of the note it belongs to. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The id of a mark that is chosen and not noted yet: this person's alone, and never counted. */
export const PENDING = "pending";

/** A run of text under the same marks. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  /** The notes on it, in the order given; none for plain text. */
  readonly ids: readonly string[];
  /** Those of them that end with this segment. */
  readonly ending: readonly string[];
}

/** The whole text in segments, in order; put together again they are the text. Marks beyond its ends are cut to it. */
export function cut(text: string, marks: readonly Mark[]): Segment[] {
  const within = marks
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const edges = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const on = within.filter((mark) => mark.start <= start && mark.end >= end);
    return { start, text: text.slice(start, end), ids: distinct(on), ending: distinct(on.filter((mark) => mark.end === end)) };
  });
}

/** A note whose anchors fell on the same words counts once. */
function distinct(marks: readonly Mark[]): string[] {
  return [...new Set(marks.map(({ id }) => id))];
}
