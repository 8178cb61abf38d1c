/** What happened stage by stage, each activity telling its own part, and what people said gets in the way. */
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Words } from "#app/language/said-words.tsx";
import { Translated } from "#app/language/translated.tsx";
import { ToldAsWritten } from "#app/scribe/told-as-written.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import { leftBeside, reportOf } from "#app/stages/reports.tsx";
import { saidAt, SaidAtStage } from "#app/stages/said-at-stage.tsx";
import type { Told } from "#app/stages/stage-report.ts";
import { isTalkStage } from "#app/stages/talk-stages.ts";
import { levels } from "#app/talk/kinds.ts";
import type { RecordBarrier } from "#app/talk/record.ts";

import type { Report } from "./report.ts";

export function StageParts({ report }: { readonly report: Report }) {
  const told = toldIn(report);
  return (
    <>
      <ol className="plain-list stack">
        {report.stages.map((stage, index) => <li key={index} className="stack-tight"><StagePart stages={report.stages} stage={stage} index={index} told={told} /></li>)}
      </ol>
      <BesideStages stages={report.stages} told={told} />
    </>
  );
}

type Stages = Report["stages"];

interface StagePartProps {
  readonly stages: Stages;
  readonly stage: Stages[number];
  readonly index: number;
  readonly told: Told;
}

/** What one stage left: the part of its activity, and what was said while people were at it. One that was not held still tells what there is. */
function StagePart({ stages, stage: { name, minutes, activity, held }, index, told }: StagePartProps) {
  const { t } = useTranslation();
  const { Report: Part, isAny } = reportOf(activity) ?? {};
  const isFirst = tellerOf(stages, activity) === index;
  const wasSpoken = saidAt({ told, stage: index }).length > 0;
  return (
    <>
      <h3>{index + 1}. <Translated words={name} /> <span className="aside font-normal">({held ? t("report.minutes", { count: minutes }) : t("report.notHeld")})</span></h3>
      {Part && (held || wasSpoken || (isFirst && isAny?.(told))) ? <Part told={told} stage={index} isFirst={isFirst} /> : null}
      {wasSpoken && !isTalkStage(activity) ? <SaidHere told={told} stage={index} title={t("report.talk.here")} /> : null}
    </>
  );
}

/** The stage that tells what an activity's stages made together: the first that was held, or the first of all. */
function tellerOf(stages: Stages, activity: string): number {
  const held = stages.findIndex((stage) => stage.activity === activity && stage.held);
  return held === -1 ? stages.findIndex((stage) => stage.activity === activity) : held;
}

/** What has no stage to stand under: made without one, or said at one that was taken out. */
function BesideStages({ stages, told }: Pick<StagePartProps, "stages" | "told">) {
  const { t } = useTranslation();
  const left = leftBeside(stages, told);
  const wasSpoken = saidAt({ told, stage: null }).length > 0;
  if (left.length === 0 && !wasSpoken) return null;
  return (
    <div className="stack-tight">
      <h3>{t("report.beside")}</h3>
      {left.map(({ key, name }) => <Left key={key} activity={key} name={name} told={told} />)}
      {wasSpoken ? <SaidHere told={told} stage={null} title={t("report.talk.atNone")} /> : null}
    </div>
  );
}

function Left({ activity, name, told }: { readonly activity: string; readonly name: Bilingual; readonly told: Told }) {
  const Part = reportOf(activity)?.Report;
  return Part ? <><h4><Translated words={name} /></h4><Part told={told} stage={-1} isFirst /></> : null;
}

function SaidHere({ title, ...props }: Parameters<typeof SaidAtStage>[0] & { readonly title: string }) {
  return <><h4>{title}</h4><SaidAtStage {...props} /></>;
}

function toldIn({ rules, questions, talk, evidence }: Report): Told {
  return { rules, questions, talk, evidence: new Map(evidence.map(({ versionId, anchor, title, language }) => [versionId, { anchor, title: { text: title, lang: language } }])) };
}

/** By level, from what one person can change to what a whole place would have to. */
export function BarrierList({ barriers }: { readonly barriers: readonly RecordBarrier[] }) {
  const { t } = useTranslation();
  if (barriers.length === 0) return <p>{t("report.barriers.none")}</p>;
  return (
    <>
      {levels.filter((level) => barriers.some((barrier) => barrier.level === level)).map((level) => (
        <div key={level} className="stack-tight">
          <h3>{t(`report.barriers.${level}`)}</h3>
          <ul className="plain-list stack-tight">
            {barriers.filter((barrier) => barrier.level === level).map(({ id, by, words, lang, ...pen }) => <li key={id}><strong><AliasName alias={by} />:</strong> <Words said={{ text: words, lang }} /><ToldAsWritten pen={pen} /></li>)}
          </ul>
        </div>
      ))}
    </>
  );
}
