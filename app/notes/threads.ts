/** Notes with their replies, each put on its place in the text. */
import type { EvidenceBlock } from "#app/evidence/blocks.ts";

import { place, type Place } from "./anchor.ts";
import type { Note, Notes, Reply } from "./notes.doc.ts";
import type { Mark } from "./segments.ts";

/** A note, where it now stands, and what was said to it. */
export interface Thread {
  readonly note: Note;
  /** In reading order. Empty: the note no longer finds its place. */
  readonly places: readonly Place[];
  readonly replies: readonly Reply[];
}

export interface Threads {
  /** In reading order. */
  readonly placed: readonly Thread[];
  /** Notes that no longer find their place; shown at the end, never dropped. */
  readonly detached: readonly Thread[];
  /** Replies to a note its author took back: they stay. By the id of that note. */
  readonly withdrawn: readonly { readonly noteId: string; readonly replies: readonly Reply[] }[];
  /** Marks by block id. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
}

/** Puts every note on these blocks, which may be a later version of those it was made on. */
export function threadsOf({ notes, replies }: Notes, blocks: readonly EvidenceBlock[]): Threads {
  const rank = new Map(blocks.map(({ id }, index) => [id, index]));
  const repliesByNote = grouped(replies, ({ noteId }) => noteId);
  const threads = notes.map((note) => ({ note, places: placesOf(note, blocks), replies: repliesByNote.get(note.id) ?? [] }));
  const known = new Set(notes.map(({ id }) => id));
  const position = ({ places: [first] }: Thread) => [rank.get(first?.blockId ?? "") ?? 0, first?.start ?? 0] as const;
  return {
    placed: threads.filter(({ places }) => places.length > 0).sort((a, b) => position(a)[0] - position(b)[0] || position(a)[1] - position(b)[1]),
    detached: threads.filter(({ places }) => places.length === 0),
    withdrawn: [...repliesByNote].filter(([noteId]) => !known.has(noteId)).map(([noteId, left]) => ({ noteId, replies: left })),
    marks: grouped(
      threads.flatMap(({ note, places }) => places.map(({ blockId, start, end }) => ({ id: note.id, blockId, start, end }))),
      ({ blockId }) => blockId,
    ),
  };
}

/** Of a passage over several blocks, the parts that are found keep the note in its place. */
function placesOf(note: Note, blocks: readonly EvidenceBlock[]): Place[] {
  return note.passage.map((anchor) => place(anchor, blocks)).filter((found) => found !== null);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** The words a note is about, as they were when it was made; blocks parted by an ellipsis. */
export function quoteOf({ passage }: Note): string {
  return passage.map(({ exact }) => exact).join(" … ");
}
