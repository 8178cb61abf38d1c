/** What happened stage by stage, each activity telling its own part, and what people said gets in the way. */
import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { Translated } from "#app/language/translated.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import { reportOf } from "#app/stages/reports.tsx";
import type { Told } from "#app/stages/stage-report.ts";
import { levels } from "#app/talk/kinds.ts";
import type { RecordBarrier } from "#app/talk/record.ts";

import type { Report } from "./report.ts";

export function StageParts({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const told = toldIn(report);
  return (
    <ol className="plain-list stack">
      {report.stages.map(({ name, minutes, activity }, index) => {
        const Part = reportOf(activity);
        const isFirst = report.stages.findIndex((stage) => stage.activity === activity) === index;
        return (
          <li key={index} className="stack-tight">
            <h3>{index + 1}. <Translated words={name} /> <span className="aside font-normal">({t("report.minutes", { count: minutes })})</span></h3>
            {Part ? <Part told={told} stage={index} isFirst={isFirst} /> : null}
          </li>
        );
      })}
    </ol>
  );
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
            {barriers.filter((barrier) => barrier.level === level).map(({ id, by, words, lang }) => <li key={id}><strong><AliasName alias={by} />:</strong> <Words said={{ text: words, lang }} /></li>)}
          </ul>
        </div>
      ))}
    </>
  );
}
