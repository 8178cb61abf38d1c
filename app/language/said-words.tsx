import { useTranslation } from "react-i18next";

import { isLanguage } from "./languages.ts";
import type { Said } from "./said.ts";
import { useLanguage } from "./use-language.ts";

/** Words somebody wrote, in their own language; says which when it is not the page's. */
export function Words({ said: { text, lang } }: { readonly said: Said }) {
  const { t } = useTranslation();
  const page = useLanguage();
  const words = <span lang={lang || undefined}>{text}</span>;
  if (lang === page || !isLanguage(lang)) return words;
  return <>{words} <span className="aside font-normal">({t(`report.said.${lang}`)})</span></>;
}
