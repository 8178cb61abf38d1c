/** What the desk shows of what can be mended. */
import type { Difference } from "#app/live/difference.ts";
import type { DocumentKind } from "#app/live/kinds.ts";

/** A shared document as people know it. */
export interface MendedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  /** For notes: title of the evidence, in its own language; for a small group's questions: its number. Empty otherwise. */
  readonly title: string;
  readonly lang: string;
}

/** A deletion that waits for a facilitator's word. */
export interface HeldDeletion {
  readonly document: MendedDocument;
  readonly memberId: string;
  readonly name: string;
  /** What letting it happen would change. */
  readonly difference: Difference;
}

/** What a facilitator is told at the desk without having asked. */
export interface Troubles {
  readonly held: readonly HeldDeletion[];
  /** Changes that could not be read when a document was opened, and were set aside. */
  readonly aside: readonly { readonly document: MendedDocument; readonly count: number }[];
  /** Documents that hold more than half of what they may. */
  readonly nearlyFull: readonly MendedDocument[];
  /** The disk that holds the record is full, or so nearly that its reserve is gone. */
  readonly isDiskFull: boolean;
}

/** What one person changed in a document, and what undoing it would change. */
export interface PersonsChanges {
  readonly document: MendedDocument;
  readonly difference: Difference;
}

/** An undoing that can be put back. */
export interface StandingUndoing {
  readonly document: MendedDocument;
  /** Of the document's log, where it stands. */
  readonly row: number;
  /** Whose changes were undone, and by which facilitator. */
  readonly name: string;
  readonly by: string;
  /** "14:05, 22 November 2026", in the reader's language. */
  readonly when: string;
}
