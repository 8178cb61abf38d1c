/** Private notes, as forms say them and as their author's own pages have them. Nobody else's page ever does. */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

/** Characters (UTF-16) of one note. */
export const NOTE_LENGTH = 4_000;
/** Notes of one person in one session. */
export const NOTES_MOST = 100;

/** What a note can be shared as. */
export const sharings = ["said", "concept", "question"] as const;
export type Sharing = (typeof sharings)[number];

/** Characters that everybody's version may have: as long as what it becomes (acts.ts of talk and of questions). */
export const sharedLength: Readonly<Record<Sharing, number>> = { said: 2_000, concept: 80, question: 300 };

export interface PrivateNoteView {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  /** As what it was shared; null while it is private altogether. */
  readonly sharedAs: Sharing | null;
}

/** A page with all of a person's private notes. */
export interface NotesPageProps {
  readonly sessionId: string;
  readonly isOpen: boolean;
  /** Language of new notes. */
  readonly lang: string;
  readonly notes: readonly PrivateNoteView[];
  /** As what they can be shared in this session. */
  readonly ways: readonly Sharing[];
  readonly problem: WordKey | null;
  /** What was typed and not kept. */
  readonly typed: string;
}

/** A page that asks before a note is shared. */
export interface ShareProps {
  readonly sessionId: string;
  readonly noteId: string;
  readonly lang: string;
  readonly as: Sharing;
  /** Exactly what everybody would see. */
  readonly words: string;
  /** The author's name as others see it. */
  readonly name: string;
  /** Why these words cannot be shared so. */
  readonly problem: WordKey | null;
}

// A page makes the id, so that keeping twice makes one note.
const id = z.string().check(z.regex(/^[0-9a-z-]{24,36}$/));
const text = z.string().check(z.overwrite((typed) => typed.replace(/\r\n?/g, "\n")), z.maxLength(NOTE_LENGTH, "thinking.problem.long" satisfies WordKey));
const written = text.check(z.refine((typed) => typed.trim() !== "", "thinking.problem.empty" satisfies WordKey));
const sharing = z.enum(sharings);

export const noteForms = z.discriminatedUnion("act", [
  /** Keeps a new note (without an id: a plain form), or the words of one's own as they are now. */
  z.object({ act: z.literal("keep"), id: z.optional(id), text: written, lang: z.enum(["en", "cy"]) }),
  z.object({ act: z.literal("remove"), id }),
  /** Shows what everybody would see; shares nothing. */
  z.object({ act: z.literal("look"), id, as: sharing, words: z.string() }),
  /** Shares exactly these words, which the author has seen as others will. */
  z.object({ act: z.literal("share"), id, as: sharing, words: z.string() }),
]);
export type NoteForm = z.infer<typeof noteForms>;

/** Why these words cannot be shared so; null when they can. */
export function whyNotShared(words: string, as: Sharing): WordKey | null {
  if (words.trim() === "") return "thinking.problem.empty";
  if (words.trim().length <= sharedLength[as]) return null;
  return as === "said" ? "thinking.problem.long" : as === "concept" ? "thinking.problem.longConcept" : "thinking.problem.longQuestion";
}
