import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next/initReactI18next";

import type { Language } from "./languages.ts";

/** An i18next instance that holds one language's words and is ready at once. */
export function i18nFor(language: Language, words: object): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: words } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}
