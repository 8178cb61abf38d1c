import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { AskForm } from "./ask-form.tsx";
import { QuestionWords } from "./question-words.tsx";
import type { Question } from "./questions.doc.ts";
import { useAsking, useOwnLanguage, type Asking, type AskingProps } from "./use-asking.ts";

/** Making questions: a box for one's own, and below it everybody's in this document, each with what one may do with it. */
export function QuestionTable(props: AskingProps) {
  const { t } = useTranslation();
  const asking = useAsking(props);
  const { made, mayWrite, mayTakeBack } = asking;
  return (
    <div className="stack max-w-[68ch]" data-list="" tabIndex={-1}>
      {mayWrite ? <AskForm asking={asking} /> : <p className="notice">{t("questions.make.notNow")}</p>}
      <h2 className="text-xl">{t("questions.make.list")}</h2>
      {made.questions.length === 0 ? <p>{t("questions.make.none")}</p> : (
        <ul className="plain-list stack">
          {made.questions.map((question) => (
            <li key={question.id} id={`question-${question.id}`} tabIndex={-1} className="card stack-tight">
              <QuestionWords asking={asking} question={question} />
              {mayWrite ? <QuestionDoings asking={asking} question={question} /> : mayTakeBack && isOwn(asking, question) ? <TakeBack asking={asking} question={question} /> : null}
            </li>
          ))}
        </ul>
      )}
      <p className="visually-hidden" role="status">{asking.said}</p>
    </div>
  );
}

/** The questions of a document to be read, by those who work in another at the moment. */
export function QuestionsToRead(props: AskingProps) {
  const { t } = useTranslation();
  const asking = useAsking(props);
  if (asking.made.questions.length === 0) return null;
  return (
    <details>
      <summary className="font-bold">{t("questions.make.everybody", { number: asking.made.questions.length })}</summary>
      <ul className="plain-list stack py-3">
        {asking.made.questions.map((question) => <li key={question.id} className="card stack-tight"><QuestionWords asking={asking} question={question} /></li>)}
      </ul>
    </details>
  );
}

interface Props {
  readonly asking: Asking;
  readonly question: Question;
}

/** For whoever wrote it, or for whom it was written: the words and taking it back; for everybody else: "I made this too". */
export function QuestionDoings({ asking, question }: Props) {
  return isOwn(asking, question) ? <OwnDoings asking={asking} question={question} /> : <SayMade asking={asking} question={question} />;
}

/** Written by this person, or for them. */
function isOwn({ me }: Asking, { by, forMember }: Question): boolean {
  return by === me.id || forMember === me.id;
}

function SayMade({ asking, question }: Props) {
  const { t } = useTranslation();
  const isMaker = asking.made.makers.some(({ by, questionId }) => questionId === question.id && by === asking.me.id);
  // The same button before and after, so that focus stays.
  return (
    <ActForm asking={asking} act={isMaker ? "notMade" : "made"} about={{ question: question.id }}>
      <Button look="quiet">{t(isMaker ? "questions.card.notMade" : "questions.card.made")}<About question={question} /></Button>
    </ActForm>
  );
}

/** A person puts right what a scribe wrote; afterwards the scribe changes it no more. */
function OwnDoings({ asking, question }: Props) {
  const { t } = useTranslation();
  const isScribes = question.by !== asking.me.id;
  const isPutRight = (asking.penOf(question)?.earlier.length ?? 0) > 0;
  return (
    <div className="row items-baseline">
      {isScribes || !isPutRight ? <ChangeWords asking={asking} question={question} isScribes={isScribes} /> : null}
      {isScribes || question.checked ? null : (
        <ActForm asking={asking} act="check" about={{ question: question.id }}>
          <Button look="quiet">{t("scribe.check")}<About question={question} /></Button>
        </ActForm>
      )}
      <TakeBack asking={asking} question={question} />
    </div>
  );
}

function TakeBack({ asking, question }: Props) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("questions.card.withdraw")}<About question={question} /></summary>
      <ActForm asking={asking} act="withdraw" about={{ question: question.id }} className="stack-tight py-2">
        <p>{t("questions.card.withdrawSure")}</p>
        <Button look="danger">{t("questions.card.withdrawYes")}</Button>
      </ActForm>
    </details>
  );
}

function ChangeWords({ asking, question, isScribes }: Props & { readonly isScribes: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const lang = useOwnLanguage(asking);
  return (
    <details>
      <summary>{t(isScribes ? "scribe.correct" : "questions.card.change")}<About question={question} /></summary>
      {/* Made anew when the words change, so that the box shows what stands. */}
      <ActForm key={question.words} asking={asking} act={isScribes ? "correct" : "reword"} about={{ question: question.id, lang }} className="stack-tight py-2">
        <label className="label" htmlFor={id}>{t(isScribes ? "scribe.correctTitle" : "questions.make.label")}</label>
        {isScribes ? <p className="field-hint" id={`${id}-hint`}>{t("scribe.correctHint")}</p> : null}
        <textarea id={id} name="words" rows={3} lang={isScribes ? lang : question.lang} className="input max-w-none" defaultValue={question.words} aria-describedby={isScribes ? `${id}-hint` : undefined} />
        <Button look="quiet">{t("questions.card.save")}</Button>
      </ActForm>
    </details>
  );
}

/** Which question it is, for those who do not see where the button stands. */
export function About({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  return <span className="visually-hidden"> ({t("questions.card.about", { words: question.words })})</span>;
}
