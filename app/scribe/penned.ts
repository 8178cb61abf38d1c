/**
 * Words that a scribe wrote down for somebody: whose they are, and how the person put them right. The gate attests
 * who held the pen; it cannot know who spoke. One rule for all that people write, read by pages, desk and record alike.
 */
import * as z from "zod/mini";

import type { FieldShape } from "#app/live/schema.ts";

export interface Wording {
  readonly words: string;
  readonly lang: string;
}

/** What a record says of the person it was written for; left out by one that its own speaker wrote. */
export const writtenForFields = {
  /** Member id of the person; "" when its writer said it. */
  forMember: z.optional(z.string()),
  /** A scribe's tick: read back, and checked with the person. */
  checked: z.optional(z.boolean()),
};
export const writtenForShape = { forMember: "plain", checked: "plain" } as const satisfies Record<string, FieldShape>;

/** The same as a form says it (whose-words.tsx). */
export const writtenForForm = {
  /** Member id of the person a scribe writes for; "" for oneself. */
  for: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{0,40}$/))),
  /** Anything but "" for a tick. */
  checked: z.optional(z.string()),
};

/** Better words for the record `saidId`; they count only from the person it was written for. */
export const correctionSchema = z.object({ by: z.string(), saidId: z.string(), words: z.string(), lang: z.string() });
export const correctionShape = { by: "author", saidId: "plain", words: "plain", lang: "plain" } as const satisfies Record<string, FieldShape>;
export type Correction = z.infer<typeof correctionSchema>;

/** A record as the document has it. `by` is whoever wrote it. */
export interface Written extends Wording {
  readonly id: string;
  readonly by: string;
  readonly forMember?: string | undefined;
  readonly checked?: boolean | undefined;
}

/** A record as it is told. */
export interface Penned extends Wording {
  /** Whose words they are: the speaker's, never the scribe's. */
  readonly by: string;
  /** The scribe who wrote them down; null when their speaker did. */
  readonly writer: string | null;
  /** Of a scribe's writing: read back and checked with the person, or put right by them. */
  readonly isChecked: boolean;
  /** How it was worded before its speaker put it right, oldest first. */
  readonly earlier: readonly Wording[];
}

/** What one may be asked to write down, and for whom: those present, named. */
export interface Present {
  readonly id: string;
  readonly name: string;
  readonly hasDevice: boolean;
}

/**
 * Records with whose words they are. They count as another's only when a scribe wrote them: `scribes` holds whoever
 * may or might write for others, facilitators too. Anybody else who claims to have is told as the speaker, for that
 * is what the hub attests. A correction counts only from the person whose words they are.
 */
export function penned<T extends Written>(all: readonly T[], corrections: readonly Correction[], scribes: ReadonlySet<string>): (Omit<T, keyof Penned> & Penned)[] {
  return all.map((one) => ({ ...one, ...pennedOne(one, corrections, scribes) }));
}

function pennedOne(one: Written, corrections: readonly Correction[], scribes: ReadonlySet<string>): Penned {
  const { id, by, forMember = "", words, lang, checked = false } = one;
  if (forMember === "" || forMember === by || !scribes.has(by)) return { by, words, lang, writer: null, isChecked: true, earlier: [] };
  const own = corrections.filter((correction) => correction.saidId === id && correction.by === forMember);
  const wordings = [one, ...own].map((wording) => ({ words: wording.words, lang: wording.lang }));
  return { words, lang, ...wordings.at(-1), by: forMember, writer: by, isChecked: checked || own.length > 0, earlier: wordings.slice(0, -1) };
}

/** What a record keeps of whom it was written for, from the two fields of a form: nothing when its writer says it themself. */
export function writtenFor({ for: forMember = "", checked = "" }: { readonly for?: string | undefined; readonly checked?: string | undefined }, by: string): { readonly forMember?: string; readonly checked?: boolean } {
  return forMember === "" || forMember === by ? {} : { forMember, checked: checked !== "" };
}

/** The same in a sealed record; left out by records of before. */
export const penSchema = {
  /** Written down by a scribe; and whether it was checked with the person, or put right by them. */
  scribed: z.optional(z.boolean()),
  checked: z.optional(z.boolean()),
};

export function penIn({ writer, isChecked }: Pick<Penned, "writer" | "isChecked">): { readonly scribed: boolean; readonly checked: boolean } {
  return { scribed: writer !== null, checked: isChecked };
}
