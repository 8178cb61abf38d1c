/**
 * Everything people do with questions, as a form says it. The same forms are read by the page (and done in the
 * shared document at once) and, without JavaScript, by the desk.
 */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

/** Characters (UTF-16) of a question: one breath when read aloud. What is longer is several questions. */
export const QUESTION_LENGTH = 300;
/** Characters of a group's name. */
export const NAME_LENGTH = 60;
/** Questions in one document: as many as a ballot can hold (MAX_CANDIDATES of app/voting/round.ts). */
export const QUESTIONS_MOST = 80;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const none = z._default(z.string().check(z.regex(/^[A-Za-z0-9_-]{0,40}$/)), "");
const lang = z.enum(["en", "cy"]);
// A question is one line of talk: line ends become blanks.
const words = z.string("questions.words.none" satisfies WordKey).check(
  z.overwrite((typed) => typed.replace(/\s+/g, " ").trim()),
  z.minLength(1, "questions.words.none" satisfies WordKey),
  z.maxLength(QUESTION_LENGTH, "questions.words.long" satisfies WordKey),
);
const name = z.string().check(
  z.overwrite((typed) => typed.replace(/\s+/g, " ").trim()),
  z.maxLength(NAME_LENGTH, "questions.groupName.long" satisfies WordKey),
);

export const actSchema = z.discriminatedUnion("act", [
  /** `note`: "notes document/note" it is drawn from, or "". `forMember`: whom a scribe writes for, or ""; `checked`: their tick. */
  z.object({ act: z.literal("ask"), words, lang, note: z._default(z.string().check(z.regex(/^$|^[A-Za-z0-9_-]{1,40}\/[A-Za-z0-9_-]{1,40}$/)), ""), forMember: none, checked: z.optional(z.string()) }),
  /** One's own, or what one wrote down for somebody. */
  z.object({ act: z.literal("reword"), question: id, words }),
  /** What a scribe wrote for oneself, put right. */
  z.object({ act: z.literal("correct"), question: id, words, lang }),
  /** A scribe's tick, later. */
  z.object({ act: z.literal("check"), question: id }),
  /** One's own, or what a scribe wrote for oneself. */
  z.object({ act: z.literal("withdraw"), question: id }),
  /** "I made this too", and taking that back. */
  z.object({ act: z.enum(["made", "notMade"]), question: id }),
  /** `other`: the question or group it goes with. */
  z.object({ act: z.literal("together"), question: id, other: id }),
  z.object({ act: z.literal("apart"), question: id }),
  /** An empty name takes the name away. */
  z.object({ act: z.literal("nameGroup"), group: id, name: z._default(name, ""), lang }),
  z.object({ act: z.literal("ungroup"), group: id }),
]);
export type Act = z.infer<typeof actSchema>;

/** What came of an act; `at` is the question or group it was done to. */
export type Outcome =
  | { readonly came: "asked" | "reworded" | "checked" | "withdrawn" | "made" | "notMade" | "together" | "apart" | "named" | "ungrouped"; readonly at: string }
  /** There are `QUESTIONS_MOST` questions already. */
  | { readonly came: "full" }
  /** What it is about is not there any more, or not this person's to change. */
  | { readonly came: "gone" };
