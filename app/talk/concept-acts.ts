/** Ideas worth asking about: a word or a few, gathered before questions are made. Read by the page, and by the desk where there is no JavaScript. */
import * as z from "zod/mini";

import type { WordKey } from "#app/language/words.ts";
import { writtenForForm } from "#app/scribe/penned.ts";

/** Characters (UTF-16): a few words. What is longer is a question already. */
export const CONCEPT_LENGTH = 80;
/** More than anybody can look over. */
export const CONCEPTS_MOST = 100;

const words = z.string().check(
  z.overwrite((typed) => typed.replace(/\s+/g, " ").trim()),
  z.minLength(1, "concepts.problem.none" satisfies WordKey),
  z.maxLength(CONCEPT_LENGTH, "concepts.problem.long" satisfies WordKey),
);

export const conceptActs = z.discriminatedUnion("act", [
  z.object({ act: z.literal("add"), words, lang: z.enum(["en", "cy"]), ...writtenForForm }),
  z.object({ act: z.literal("withdraw"), concept: z.string().check(z.maxLength(40)) }),
]);
export type ConceptAct = z.infer<typeof conceptActs>;
