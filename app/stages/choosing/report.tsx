import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { Words } from "#app/language/said-words.tsx";
import { everChosen, type RecordChoice, type RecordQuestion, type RecordQuestions } from "#app/questions/record.ts";
import type { StageReportProps, Told } from "#app/stages/stage-report.ts";

/** Which question was explored, and how it was chosen, said openly; each in order when there was more than one choosing. The others are kept, parked. */
export function Report({ told: { questions: told }, isFirst }: StageReportProps) {
  const { t } = useTranslation();
  if (!isFirst) return null;
  const chosen = everChosen(told);
  return (
    <>
      {told.choices.length > 1 ? <ChoiceList told={told} choices={told.choices} /> : <OneChoice told={told} />}
      {chosen.size > 0 && told.questions.some(({ id }) => !chosen.has(id)) ? <p>{t("report.choosing.parked")}</p> : null}
    </>
  );
}

function OneChoice({ told: { questions, chosen, choices: [only] } }: { readonly told: RecordQuestions }) {
  const { t } = useTranslation();
  if (chosen) return <ToldChoice questions={questions} choice={{ how: chosen.how, came: "chosen", questionIds: [chosen.questionIds] }} />;
  if (!only) return <p>{t("report.choosing.none")}</p>;
  return (
    <>
      <ToldChoice questions={questions} choice={only} />
      <p>{t("report.choosing.noneAtEnd")}</p>
    </>
  );
}

function ChoiceList({ told: { questions, chosen }, choices }: { readonly told: RecordQuestions; readonly choices: readonly RecordChoice[] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("report.choosing.inOrder")}</p>
      <ol className="list-decimal ps-8 stack">
        {choices.map((choice, index) => <li key={index} className="stack-tight"><ToldChoice questions={questions} choice={choice} /></li>)}
      </ol>
      {chosen ? null : <p>{t("report.choosing.noneAtEnd")}</p>}
    </>
  );
}

function ToldChoice({ questions, choice: { how, came, questionIds } }: { readonly questions: readonly RecordQuestion[]; readonly choice: RecordChoice }) {
  const { t } = useTranslation();
  const told = questionIds.map((ids) => questions.filter(({ id }) => ids.includes(id)));
  return (
    <>
      {told.map((wordings, index) => <p key={index} className="lead">{wordings.map(({ id, words, lang }, at) => <Fragment key={id}>{at > 0 ? " · " : ""}“<Words said={{ text: words, lang }} />”</Fragment>)}</p>)}
      {came !== "tooFew" && told.length === 0 ? <p>{t("report.choosing.gone")}</p> : null}
      <p>{t(`report.choosing.${came === "chosen" ? how : came}`)}</p>
    </>
  );
}

/** Whether anything was chosen, or tried to be. */
export function isAny({ questions: { chosen, choices } }: Told): boolean {
  return chosen !== null || choices.length > 0;
}
