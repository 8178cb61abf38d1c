import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** Which question was explored, and how it was chosen, said openly; the others are kept, parked. */
export function Report({ told: { questions: { questions, chosen } }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  const question = questions.find(({ id }) => id === chosen?.id);
  if (!question || !chosen) return <p>{t("report.choosing.none")}</p>;
  return (
    <>
      <p className="lead">“<Words said={{ text: question.words, lang: question.lang }} />”</p>
      <p>{t(`report.choosing.${chosen.how}`)}{questions.length > 1 ? ` ${t("report.choosing.parked")}` : ""}</p>
    </>
  );
}
