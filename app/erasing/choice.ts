/** What a facilitator chose to erase, as an address and a form say it; and what the pages show. */
import * as z from "zod/mini";

import type { Bilingual } from "#app/language/bilingual.ts";
import type { Said } from "#app/language/said.ts";
import type { WordKey } from "#app/language/words.ts";

import type { Counts, WordKind } from "./theirs.ts";

/** Things chosen one by one at once: their ids must fit into an address. */
const CHOSEN_MOST = 150;

export interface Choice {
  readonly memberId: string;
  /** Ids of records; null for all that they wrote. */
  readonly records: readonly string[] | null;
  /** Nobody but their author reads private notes, so they go together or not at all. */
  readonly privateNotes: boolean;
  /** Ids of worries that they told. Never among "all": somebody may be at risk. */
  readonly worries: readonly string[];
}

const ids = z.array(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)));
const schema = z.object({ member: z.string().check(z.minLength(1)), what: z.enum(["all", "chosen"]), record: ids, worry: ids, privateNotes: z.boolean() });

/** Reads the fields of a choice; null when nothing was chosen, too much at once, or it is none. */
export function readChoice(fields: Pick<URLSearchParams | FormData, "get" | "getAll">): Choice | null {
  const { success, data } = schema.safeParse({ member: fields.get("member"), what: fields.get("what"), record: fields.getAll("record"), worry: fields.getAll("worry"), privateNotes: fields.get("privateNotes") !== null });
  if (!success || data.record.length + data.worry.length > CHOSEN_MOST) return null;
  const { member: memberId, worry: worries } = data;
  if (data.what === "all") return { memberId, records: null, privateNotes: true, worries };
  const isNothing = data.record.length + worries.length === 0 && !data.privateNotes;
  return isNothing ? null : { memberId, records: data.record, privateNotes: data.privateNotes, worries };
}

/** The same as fields, for the next form. */
export function fieldsOf({ memberId, records, privateNotes, worries }: Choice): [name: string, value: string][] {
  const each = (name: string, values: readonly string[]) => values.map((value): [string, string] => [name, value]);
  return [["member", memberId], ["what", records ? "chosen" : "all"], ...each("record", records ?? []), ...each("worry", worries), ...each("privateNotes", privateNotes ? ["yes"] : [])];
}

/** Something of the person's that can be chosen by itself. */
export interface Choosable extends Said {
  readonly id: string;
  readonly kind: WordKind;
  /** Others typed in it too: their words stay. */
  readonly isShared: boolean;
  /** Taken out of sight, because somebody is worried about it. */
  readonly isHidden: boolean;
}

/** Characters (code points) of a text by which people know it again. */
const FIRST_WORDS = 100;

export function firstWords(text: string): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length > FIRST_WORDS ? `${letters.slice(0, FIRST_WORDS).join("")} …` : letters.join("");
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** How an erasing went, for whoever asked for it. */
export interface PastErasure {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  /** "14:05, 22 November 2026", in the reader's language. */
  readonly when: string;
  readonly counts: Counts;
  /** False when it was broken off. */
  readonly isDone: boolean;
  /** False while something reads the tables, and their files still hold the bytes. */
  readonly isRemoved: boolean;
  /** Places in which pieces of the words were found afterwards; null when they could not be looked for. */
  readonly found: number | null;
}

export interface ErasePageData {
  readonly session: { readonly id: string; readonly title: Bilingual; readonly isClosed: boolean };
  /** Everybody ever seated. */
  readonly people: readonly Named[];
  readonly chosen: Named | null;
  readonly counts: Counts;
  readonly records: readonly Choosable[];
  /** Worries that they told. */
  readonly worries: readonly (Said & { readonly id: string })[];
  readonly past: readonly PastErasure[];
  /** The erasing that was just done. */
  readonly doneId: string | null;
}

export interface ConfirmPageData {
  readonly session: ErasePageData["session"];
  readonly chosen: Named;
  readonly choice: Choice;
  readonly counts: Counts;
  /** Some of it others typed in too. */
  readonly isShared: boolean;
  /** How many of it somebody is worried about. */
  readonly worriedAbout: number;
  /** Why it cannot be done now. */
  readonly problem: WordKey | null;
}
