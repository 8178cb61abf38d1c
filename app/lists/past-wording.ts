import type { Mending } from "#app/live/mend.ts";

/** A wording as the history of an item shows it. */
export interface PastWording {
  /** Who left it so; null for Ymholi itself (samples). */
  readonly memberId: string | null;
  /** "14:05, 22 November 2026", in the reader's language. */
  readonly when: string;
  readonly text: string;
  /** When nobody typed it: how it came about. */
  readonly mending: Mending | null;
}
