import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage } from "#app/language/use-language.ts";

import { Act } from "./act.tsx";
import type { PreparedStage } from "./preparing.ts";

interface StageListProps {
  readonly stages: readonly PreparedStage[];
  readonly stageId: string | null;
}

/** The stage everybody is at, and one large button to the next. */
export function StageNow({ stages, stageId }: StageListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = stages.findIndex(({ id }) => id === stageId);
  const stage = stages[at];
  const next = stages[at + 1];
  return (
    <div className="stack-tight">
      <p className="aside">{stage ? t("session.desk.stageOf", { number: at + 1, total: stages.length }) : t("session.desk.now")}</p>
      <h2 aria-live="polite">{stage ? <Translated words={stage.name} /> : t("session.desk.notStarted")}</h2>
      {stage ? <p><Translated words={stage.prompt} /></p> : null}
      {next ? <Act intent="goTo" fields={{ stageId: next.id }} look="main">{t("session.desk.goNext", { name: inLanguage(next.name, language).text })}</Act> : null}
      {stage && !next ? <p className="aside">{t("session.desk.last")}</p> : null}
    </div>
  );
}

/** All stages; any can be gone to, in any order, as often as needed. */
export function StageList({ stages, stageId }: StageListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ol className="plain-list">
      {stages.map((stage, index) => {
        const isNow = stage.id === stageId;
        return (
          <li key={stage.id} aria-current={isNow ? "step" : undefined} className="flex max-w-none items-center justify-between gap-3 border-b border-line py-2">
            <span className={isNow ? "font-bold" : ""}>
              {index + 1}. <Translated words={stage.name} /> <span className="aside">{t("session.minutes.count", { count: stage.minutes })}</span>
            </span>
            {isNow ? <span className="tag">{t("session.desk.now")}</span> : <Act intent="goTo" fields={{ stageId: stage.id }} label={t("session.desk.goTo", { name: inLanguage(stage.name, language).text })}>{t("session.desk.go")}</Act>}
          </li>
        );
      })}
    </ol>
  );
}
