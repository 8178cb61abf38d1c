import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import type { StageReportProps } from "#app/stages/stage-report.ts";

/** The ground rules as they stood at the end, and whether the group had agreed them. */
export function Report({ told: { rules }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  if (rules.items.length === 0) return <p>{t("report.rules.none")}</p>;
  return (
    <>
      <p>{t(rules.agreed ? "report.rules.agreed" : "report.rules.notAgreed")}</p>
      <ol className="list-decimal ps-6">
        {rules.items.map((rule) => <li key={rule.id}><Words said={rule} /></li>)}
      </ol>
    </>
  );
}
