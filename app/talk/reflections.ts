/**
 * What people write about the talk itself: how we talked, and what gets in the way of good care. The same forms are
 * read by the page (and done in the shared document at once) and, without JavaScript, by the desk.
 */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";

import { writtenForForm } from "#app/scribe/penned.ts";

import { levels, reviewSubjects } from "./kinds.ts";

/** Characters (UTF-16): three or four sentences. */
export const REFLECTION_LENGTH = 600;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/));
const lang = z.enum(["en", "cy"]);
/** Where a reflection stands in the document. */
const root = z.enum(["barriers", "review"]);
export type ReflectionRoot = z.infer<typeof root>;

// Browsers post line ends as CRLF; the document knows LF only.
const words = z.string("reflections.words.none" satisfies WordKey).check(
  z.overwrite((typed) => typed.replace(/\r\n?/g, "\n").trim()),
  z.minLength(1, "reflections.words.none" satisfies WordKey),
  z.maxLength(REFLECTION_LENGTH, "reflections.words.long" satisfies WordKey),
);

export const reflectionActs = z.discriminatedUnion("act", [
  /** `stage`: at which it was noted. */
  z.object({ act: z.literal("barrier"), level: z.enum(levels, "reflections.barriers.levelMissing" satisfies WordKey), words, lang, stage: id, ...writtenForForm }),
  z.object({ act: z.literal("review"), about: z.enum(reviewSubjects), words, lang, ...writtenForForm }),
  /** One's own words, or what one wrote down for somebody. */
  z.object({ act: z.literal("reword"), root, id, words }),
  /** What a scribe wrote for oneself, put right. */
  z.object({ act: z.literal("correct"), root, id, words, lang }),
  /** A scribe's tick, later. */
  z.object({ act: z.literal("check"), root, id }),
  /** One's own words, or what a scribe wrote for oneself. */
  z.object({ act: z.literal("withdraw"), root, id }),
]);
export type ReflectionAct = z.infer<typeof reflectionActs>;

/** The first thing wrong with a form, as a word key; what is wrong with what the page filled in is nobody's to mend. */
export function problemIn(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): WordKey {
  const mendable = issues.find(({ path }) => ["words", "level"].includes(path.join()));
  // The messages of those fields are word keys.
  return (mendable?.message as WordKey | undefined) ?? "session.problem.unknown";
}

/** What could not be kept: why, and everything that was typed. */
export interface RefusedReflectionAnswer {
  readonly problem: WordKey;
  readonly typed: Readonly<Record<string, string>>;
}
