import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { ToldAsWritten } from "#app/scribe/told-as-written.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import type { StageReportProps, Told } from "#app/stages/stage-report.ts";

/** Ideas that were thought worth asking about. */
export function Report({ told: { talk: { concepts } }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  if (concepts.length === 0) return <p>{t("report.concepts.none")}</p>;
  return (
    <ul className="plain-list stack-tight">
      {concepts.map(({ id, by, words, lang, ...pen }) => <li key={id}><strong><AliasName alias={by} />:</strong> <Words said={{ text: words, lang }} /><ToldAsWritten pen={pen} /></li>)}
    </ul>
  );
}

/** Whether there are any ideas. */
export function isAny({ talk }: Told): boolean {
  return talk.concepts.length > 0;
}
