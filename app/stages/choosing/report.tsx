import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** Which question was explored, and how it was chosen, said openly; the others are kept, parked. */
export function Report({ told: { questions: { questions, chosen } }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  const wordings = questions.filter(({ id }) => chosen?.questionIds.includes(id));
  if (wordings.length === 0 || !chosen) return <p>{t("report.choosing.none")}</p>;
  return (
    <>
      {wordings.map(({ id, words, lang }) => <p key={id} className="lead">“<Words said={{ text: words, lang }} />”</p>)}
      <p>{t(`report.choosing.${chosen.how}`)}{questions.length > wordings.length ? ` ${t("report.choosing.parked")}` : ""}</p>
    </>
  );
}
