import type { Source } from "#app/lists/sources.ts";

import type { RoomEvidence } from "./room.ts";

/** The evidence of a room as quotes are chosen from it: each item with the notes on it. */
export function sourcesOf(evidence: readonly RoomEvidence[]): Source[] {
  return evidence.map(({ itemId, versionId, title, kind, language, notes }) => ({
    documentId: notes.documentId,
    evidenceItemId: itemId,
    versionId,
    title,
    kind,
    lang: language,
    notes: notes.initial.notes,
  }));
}
