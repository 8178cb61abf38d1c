import type { Note, Reply } from "./notes.doc.ts";
import type { Stretch } from "./passage.ts";
import type { ReplyGiven } from "./wording.ts";

/** What a person can do to the notes on a text. Each answers whether it was taken: not when writing is closed now. */
export interface NoteActs {
  /** Answers the new note's id. */
  readonly add: (note: { readonly stretch: Stretch; readonly words: string; readonly lang: string }) => string | null;
  readonly reply: (noteId: string, reply: ReplyGiven) => boolean;
  readonly reword: (noteId: string, words: string) => boolean;
  readonly withdraw: (noteId: string) => boolean;
  readonly withdrawReply: (replyId: string) => boolean;
  /** Undoes a withdrawal: the same words at the same place. */
  readonly putBack: (taken: TakenBack) => boolean;
}

/** One's own words, just taken back. */
export type TakenBack = { readonly note: Note } | { readonly reply: Reply };
