import { useTranslation } from "react-i18next";

import type { Penned } from "./penned.ts";

interface Props {
  readonly pen: Pick<Penned, "writer" | "isChecked" | "earlier">;
  readonly nameOf: (memberId: string) => string;
}

/** Who held the pen, whether it was checked, and how it stood before. Nothing of words that their speaker wrote. */
export function WrittenDown({ pen: { writer, isChecked, earlier }, nameOf }: Props) {
  const { t } = useTranslation();
  if (writer === null) return null;
  const state = earlier.length > 0 ? "corrected" : isChecked ? "read" : "unread";
  return (
    <>
      <p className="aside">{t("scribe.written", { name: nameOf(writer) })}, {t(`scribe.${state}`)}</p>
      {earlier.length > 0 ? (
        <details>
          <summary>{t("scribe.earlier")}</summary>
          {earlier.map(({ words, lang }, index) => <p key={index} className="note-words" lang={lang}>{words}</p>)}
        </details>
      ) : null}
    </>
  );
}
