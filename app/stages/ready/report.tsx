import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { sayLimits } from "#app/stages/rules-shown.ts";
import type { StageReportProps, Told } from "#app/stages/stage-report.ts";

/** The ground rules as they stood at the end, whether the group had agreed them, and the limits of confidentiality, which always hold. */
export function Report({ told: { rules }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  const limits = sayLimits(rules.items) ? null : <p>{t("stages.room.limits")}</p>;
  if (rules.items.length === 0) return <><p>{t("report.rules.none")}</p>{limits}</>;
  return (
    <>
      <p>{t(rules.agreed ? "report.rules.agreed" : "report.rules.notAgreed")}</p>
      <ol className="list-decimal ps-6">
        {rules.items.map((rule) => <li key={rule.id}><Words said={rule} /></li>)}
      </ol>
      {limits}
    </>
  );
}

/** Whether there are any rules. */
export function isAny({ rules }: Told): boolean {
  return rules.items.length > 0;
}
