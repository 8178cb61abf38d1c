import { useTranslation } from "react-i18next";

import { inLanguage, type Bilingual, type Shown } from "./bilingual.ts";
import type { Language } from "./languages.ts";

/** The language this page is shown in. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === "cy" ? "cy" : "en";
}

/** Words in the page's language, or in the other when they are not translated yet. */
export function useShown(words: Bilingual): Shown {
  return inLanguage(words, useLanguage());
}
