import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { ToldAsWritten } from "#app/scribe/told-as-written.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import type { StageReportProps, Told } from "#app/stages/stage-report.ts";
import { reviewSubjects } from "#app/talk/kinds.ts";

/** How the group thought it had talked: words about the talk, never about a person, and no score. */
export function Report({ told: { talk: { review } }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  const subjects = reviewSubjects.filter((subject) => review.some(({ about }) => about === subject));
  if (!isFirst) return null;
  if (subjects.length === 0) return <p>{t("report.review.none")}</p>;
  return (
    <>
      {subjects.map((subject) => (
        <div key={subject} className="stack-tight">
          <h4>{t(`report.review.${subject}`)}</h4>
          <ul className="plain-list stack-tight">
            {review.filter(({ about }) => about === subject).map(({ id, by, words, lang, ...pen }) => <li key={id}><strong><AliasName alias={by} />:</strong> <Words said={{ text: words, lang }} /><ToldAsWritten pen={pen} /></li>)}
          </ul>
        </div>
      ))}
    </>
  );
}

/** Whether anything was written about the talk. */
export function isAny({ talk }: Told): boolean {
  return talk.review.length > 0;
}
