import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { everChosen, type RecordQuestion } from "#app/questions/record.ts";
import { ToldAsWritten } from "#app/scribe/told-as-written.tsx";
import { AliasName } from "#app/session/alias-name.tsx";
import type { StageReportProps, Told } from "#app/stages/stage-report.ts";

/** Every question that was asked, with its makers and the passage it was drawn from; those put together under the group's name. */
export function Report({ told, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  const { questions, groups } = told.questions;
  if (!isFirst) return null;
  if (questions.length === 0) return <p>{t("report.questions.none")}</p>;
  const grouped = new Set(groups.flatMap(({ questionIds }) => questionIds));
  return (
    <>
      {groups.map(({ name, lang, questionIds }, index) => (
        <div key={index} className="stack-tight">
          <h4>{t("report.questions.together")}{name ? <>: <Words said={{ text: name, lang }} /></> : null}</h4>
          <QuestionList questions={questions.filter(({ id }) => questionIds.includes(id))} told={told} />
        </div>
      ))}
      <QuestionList questions={questions.filter(({ id }) => !grouped.has(id))} told={told} />
    </>
  );
}

function QuestionList({ questions, told }: { readonly questions: readonly RecordQuestion[]; readonly told: Told }) {
  const { t } = useTranslation();
  const chosen = everChosen(told.questions);
  if (questions.length === 0) return null;
  return (
    <ul className="plain-list stack">
      {questions.map(({ id, words, lang, makers, passage, ...pen }) => (
        <li key={id} className="stack-tight">
          <p>“<Words said={{ text: words, lang }} />”{chosen.has(id) ? <strong> {t("report.questions.isChosen")}</strong> : null}</p>
          <p className="aside">{makers.map((maker, index) => <span key={index}>{index > 0 ? ", " : ""}<AliasName alias={maker} /></span>)}</p>
          <ToldAsWritten pen={pen} />
          {passage ? <DrawnFrom passage={passage} told={told} /> : null}
        </li>
      ))}
    </ul>
  );
}

function DrawnFrom({ passage, told }: { readonly passage: NonNullable<RecordQuestion["passage"]>; readonly told: Told }) {
  const { t } = useTranslation();
  const source = told.evidence.get(passage.versionId);
  return (
    <p className="aside">
      {t("report.questions.drawnFrom")} “<span lang={passage.lang}>{passage.exact}</span>”
      {source ? <>, <a href={`#${source.anchor}`} lang={source.title.lang}>{source.title.text}</a></> : null}
    </p>
  );
}

/** Whether any question was asked. */
export function isAny({ questions: { questions } }: Told): boolean {
  return questions.length > 0;
}
