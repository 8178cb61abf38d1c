/** "I'm worried about someone": what is said, to whom it goes, and what of it is hidden. */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

/** Characters (UTF-16). Enough to say what was seen and who may be at risk; the rest is for a conversation. */
export const CONCERN_LENGTH = 2_000;

/** "document/record": what a concern is about; "" when about nothing written. */
export const ABOUT = /^(?:[A-Za-z0-9_-]{1,40}\/[A-Za-z0-9_-]{1,40})?$/;

export const concernForm = z.object({
  // An empty box comes as nothing at all.
  words: z.string("safeguarding.words.missing" satisfies WordKey).check(
    z.overwrite((typed) => typed.replace(/\r\n?/g, "\n").trim()),
    z.minLength(1, "safeguarding.words.missing" satisfies WordKey),
    z.maxLength(CONCERN_LENGTH, "safeguarding.words.long" satisfies WordKey),
  ),
  about: z._default(z.string().check(z.regex(ABOUT)), ""),
});
export type ConcernForm = z.infer<typeof concernForm>;

/** Something written in the session that a concern can be about. */
export interface Written {
  /** "document/record". */
  readonly about: string;
  readonly words: string;
  readonly lang: string;
  /** Name of whoever wrote it; "" when nobody is known to. */
  readonly writer: string;
}

/** A concern as the facilitators and the named contact read it. */
export interface Concern {
  readonly id: string;
  /** Name of whoever is worried. */
  readonly from: string;
  readonly words: string;
  readonly lang: string;
  /** The words it is about, and who wrote them; null when it is about nothing written. */
  readonly about: { readonly words: string; readonly writer: string; readonly isHidden: boolean } | null;
  /** ISO 8601. */
  readonly at: string;
  /** Who said that they are seeing to it; null while nobody has. */
  readonly seenBy: string | null;
}

/** What a facilitator's desk shows of concerns. */
export interface Worries {
  readonly concerns: readonly Concern[];
  /** Name of the person named for safeguarding, and the address of their screen. */
  readonly contact: { readonly name: string; readonly link: string };
}

/** How many concerns nobody is seeing to yet. */
export function unseenIn(concerns: readonly Concern[]): number {
  return concerns.filter(({ seenBy }) => seenBy === null).length;
}

/** True while somebody has something left to do: a concern nobody sees to, or words that are hidden. */
export function isOpenIn(concerns: readonly Concern[]): boolean {
  return concerns.some(({ seenBy, about }) => seenBy === null || about?.isHidden === true);
}

/** Concerns by one person whose words are hidden at once; more are told too, and hidden when a facilitator says so: nobody can silence a room. */
export const HIDDEN_AT_ONCE = 3;
