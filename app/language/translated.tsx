import { useTranslation } from "react-i18next";

import type { Bilingual } from "./bilingual.ts";
import { useShown } from "./use-language.ts";

/** Bilingual words inline, with their `lang`; says "not translated yet" when they are in the other language. */
export function Translated({ words }: { readonly words: Bilingual }) {
  const { t } = useTranslation();
  const shown = useShown(words);
  if (shown.translated) return <>{shown.text}</>;
  return (
    <>
      <span lang={shown.lang}>{shown.text}</span> <span className="aside">({t("common.notTranslated")})</span>
    </>
  );
}
