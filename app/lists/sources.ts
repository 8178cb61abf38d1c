/** Where quotes come from: the notes people made on the session's evidence. */

/** As much of a note as its quote needs; `app/notes` has the whole. */
export interface SourceNote {
  readonly id: string;
  /** The member who made it. */
  readonly by: string;
  /** Why it matters, in their words. */
  readonly words: string;
  readonly lang: string;
  readonly passage: readonly { readonly versionId: string; readonly blockId: string; readonly exact: string }[];
}

/** One evidence item of the session and the notes on it. */
export interface Source {
  /** The notes document. */
  readonly documentId: string;
  readonly evidenceItemId: string;
  readonly versionId: string;
  readonly title: string;
  /** Evidence kind of the item. */
  readonly kind: string;
  /** Language of the evidence's words. */
  readonly lang: string;
  readonly notes: readonly SourceNote[];
}

/** The words a note marks. A passage over several blocks keeps its line breaks. */
export function wordsMarked(note: SourceNote): string {
  return note.passage.map(({ exact }) => exact).join("\n");
}

export interface NoteChosen {
  readonly notesId: string;
  readonly noteId: string;
}

/** The quote that this note gives; null when the note is not there (withdrawn meanwhile). */
export function quoteFrom(sources: readonly Source[], { notesId, noteId }: NoteChosen) {
  const source = sources.find(({ documentId }) => documentId === notesId);
  const note = source?.notes.find(({ id }) => id === noteId);
  const first = note?.passage[0];
  if (!source || !note || !first) return null;
  const { documentId, evidenceItemId, kind, lang } = source;
  return { documentId, noteId, evidenceItemId, versionId: first.versionId, blockId: first.blockId, exact: wordsMarked(note), kind, lang };
}
