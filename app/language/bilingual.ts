/** Words that people read in either language: titles, questions, prompts. A missing one is shown in the other, and said so. */
import * as z from "zod/mini";

import { otherLanguage, type Language } from "./languages.ts";

export const bilingualSchema = z.object({ en: z.optional(z.string()), cy: z.optional(z.string()) });
export type Bilingual = z.infer<typeof bilingualSchema>;

export interface Shown {
  readonly text: string;
  /** The language the text is really in: goes into its `lang`. */
  readonly lang: Language;
  /** False when the asked-for language is missing: say "not translated yet". */
  readonly translated: boolean;
}

/** What to show a reader of `language`. Both missing gives an empty text. */
export function inLanguage(words: Bilingual, language: Language): Shown {
  const own = words[language]?.trim();
  if (own) return { text: own, lang: language, translated: true };
  const other = otherLanguage(language);
  const found = words[other]?.trim() ?? "";
  return { text: found, lang: found ? other : language, translated: found === "" };
}

/** Reads a Json column; rubbish gives no words rather than an error. */
export function readBilingual(value: unknown): Bilingual {
  const read = bilingualSchema.safeParse(value);
  return read.success ? read.data : {};
}
