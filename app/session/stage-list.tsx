import { useId } from "react";
import { useTranslation } from "react-i18next";

import { inLanguage } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import { useLanguage } from "#app/language/use-language.ts";
import { Button } from "#app/ui/button.tsx";

import { Act } from "./act.tsx";
import { addressOfCard } from "./desk-card.tsx";
import type { DeskState } from "./desk-state.ts";
import type { Need, Unmet } from "./needs.ts";
import type { PreparedStage } from "./preparing.ts";

interface StageListProps {
  readonly stages: readonly PreparedStage[];
  readonly stageId: string | null;
  readonly unmet: Unmet;
}

/** The stage everybody is at. */
export function StageNow({ stages, stageId }: Omit<StageListProps, "unmet">) {
  const { t } = useTranslation();
  const at = stages.findIndex(({ id }) => id === stageId);
  const stage = stages[at];
  return (
    <div className="stack-tight">
      <p className="aside">{stage ? t("session.desk.stageOf", { number: at + 1, total: stages.length }) : t("session.desk.now")}</p>
      <h2 aria-live="polite">{stage ? <Translated words={stage.name} /> : t("session.desk.notStarted")}</h2>
      {stage ? <p><Translated words={stage.prompt} /></p> : null}
    </div>
  );
}

/** One large button to the next stage, or why it cannot be opened yet; and the way back. */
export function StageSteps({ stages, stageId, unmet, held }: StageListProps & Pick<DeskState, "held">) {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = stages.findIndex(({ id }) => id === stageId);
  const [before, next] = [stages[at - 1], stages[at + 1]];
  if (stageId === null) return null;
  return (
    <div className="stack-tight">
      <div className="row">
        {next ? <Step intent="next" from={stageId} need={unmet[next.id]} held={held}>{t("session.desk.goNext", { name: inLanguage(next.name, language).text })}</Step> : <p className="aside">{t("session.desk.last")}</p>}
        {before && !unmet[before.id] ? <Act intent="back" fields={{ from: stageId }} shortcut="back" label={t("desk.backTo", { name: inLanguage(before.name, language).text })}>{t("desk.back")}</Act> : null}
      </div>
    </div>
  );
}

interface StepProps {
  readonly intent: "next";
  readonly from: string;
  readonly need: Need | undefined;
  readonly held: number;
  readonly children: string;
}

/** Where on this page a need is met, when that is one place. */
const ways: Readonly<Partial<Record<Need, string>>> = { groupsBack: addressOfCard("groups"), chosenQuestion: addressOfCard("choosing") };

/** A step whose need is unmet keeps its button: pressing it says why, and so does the line below. */
function Step({ intent, from, need, held, children }: StepProps) {
  const { t } = useTranslation();
  const id = useId();
  const way = need && ways[need];
  if (!need) return <Act intent={intent} fields={{ from }} look="main" shortcut="next">{children}</Act>;
  return (
    <div className="stack-tight">
      <Button type="button" aria-disabled="true" aria-describedby={id}>{children}</Button>
      <p id={id} className="text-warn">{need === "groupsBack" ? t("desk.groupsHold", { count: held }) : t(`session.needs.${need}`)}</p>
      {way ? <p><a href={way}>{t("desk.toCard")}</a></p> : null}
    </div>
  );
}

/** All stages; any that lacks nothing can be gone to, in any order, as often as needed. */
export function StageList({ stages, stageId, unmet }: StageListProps) {
  return (
    <ol className="plain-list">
      {stages.map((stage, index) => <Line key={stage.id} stage={stage} number={index + 1} isNow={stage.id === stageId} need={unmet[stage.id]} canGo={stageId !== null} />)}
    </ol>
  );
}

interface LineProps {
  readonly stage: PreparedStage;
  readonly number: number;
  readonly isNow: boolean;
  readonly need: Need | undefined;
  /** False before the door has opened. */
  readonly canGo: boolean;
}

function Line({ stage, number, isNow, need, canGo }: LineProps) {
  const { t } = useTranslation();
  const name = inLanguage(stage.name, useLanguage()).text;
  return (
    <li aria-current={isNow ? "step" : undefined} className="flex max-w-none items-center justify-between gap-3 border-b border-line py-2">
      <span className={isNow ? "font-bold" : ""}>
        {number}. <Translated words={stage.name} /> <span className="aside">{t("session.minutes.count", { count: stage.minutes })}</span>
        {need && !isNow ? <span className="block text-warn">{t(`desk.lacks.${need}`)}</span> : null}
      </span>
      {isNow ? <span className="tag">{t("session.desk.now")}</span> : null}
      {canGo && !isNow && !need ? <Act intent="goTo" fields={{ stageId: stage.id }} label={t("session.desk.goTo", { name })}>{t("session.desk.go")}</Act> : null}
    </li>
  );
}
