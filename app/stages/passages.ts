import { quoteFrom, type Source } from "#app/lists/sources.ts";
import type { Passage } from "#app/questions/passages.ts";

/** The marked passages of a room, as questions are drawn from them. */
export function passagesIn(sources: readonly Source[]): Passage[] {
  return sources.flatMap((source) => source.notes.flatMap((note) => {
    const quote = quoteFrom(sources, { notesId: source.documentId, noteId: note.id });
    if (!quote) return [];
    const { versionId, blockId, exact, lang } = quote;
    const passage = { itemId: source.evidenceItemId, versionId, blockId, noteId: note.id, exact, lang };
    return [{ value: `${source.documentId}/${note.id}`, title: source.title, lang: source.lang, why: { words: note.words, lang: note.lang, by: note.by }, passage }];
  }));
}
