import { useId } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { ActForm } from "./act-form.tsx";
import { About, QuestionDoings } from "./question-list.tsx";
import { QuestionWords } from "./question-words.tsx";
import type { Question } from "./questions.doc.ts";
import { standingOf, titleOf, wordingsOf, type Stands, type Together } from "./standing.ts";
import { useAsking, useOwnLanguage, type Asking, type AskingProps } from "./use-asking.ts";

interface AiringProps extends AskingProps {
  /** The question or group that its makers explain at this moment; null when none is. */
  readonly airedId: string | null;
}

/** Airing: every question with its makers, and menus to put those together that go together. No wording is ever touched. */
export function AiringTable({ airedId, ...props }: AiringProps) {
  const { t } = useTranslation();
  const asking = useAsking(props);
  const standing = standingOf(asking.made);
  return (
    <div className="stack max-w-[68ch]" data-list="" tabIndex={-1}>
      {standing.length === 0 ? <p>{t("questions.make.none")}</p> : <p>{t("questions.airing.hint")}</p>}
      <ul className="plain-list stack">
        {standing.map((stands) => (
          <li key={stands.id} id={`question-${stands.id}`} tabIndex={-1} className="card stack-tight">
            {stands.id === airedId || wordingsOf(stands).some(({ id }) => id === airedId) ? <p><strong className="tag">{t("questions.airing.now")}</strong> {t("questions.airing.nowHint")}</p> : null}
            <StandsCard asking={asking} standing={standing} stands={stands} />
          </li>
        ))}
      </ul>
      <p className="visually-hidden" role="status">{asking.said}</p>
    </div>
  );
}

interface Props {
  readonly asking: Asking;
  readonly standing: readonly Stands[];
}

function StandsCard({ asking, standing, stands }: Props & { readonly stands: Stands }) {
  const { t } = useTranslation();
  if (stands.kind === "question") return <QuestionCard asking={asking} standing={standing} question={stands.question} ownGroup={null} />;
  return (
    <>
      <h2 className="text-xl">{stands.name ? <span lang={stands.lang}>{stands.name}</span> : t("questions.airing.unnamed")}</h2>
      <ul className="plain-list stack">
        {stands.questions.map((question) => (
          <li key={question.id} className="stack-tight border-s-4 border-line ps-4">
            <QuestionCard asking={asking} standing={standing} question={question} ownGroup={stands.id} />
          </li>
        ))}
      </ul>
      {asking.mayWrite ? <GroupDoings asking={asking} group={stands} /> : null}
    </>
  );
}

function QuestionCard({ asking, standing, question, ownGroup }: Props & { readonly question: Question; readonly ownGroup: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <QuestionWords asking={asking} question={question} />
      {asking.mayWrite ? (
        <div className="row items-baseline">
          <QuestionDoings asking={asking} question={question} />
          <PutTogether asking={asking} standing={standing.filter(({ id }) => id !== question.id && id !== ownGroup)} question={question} />
          {ownGroup === null ? null : (
            <>
              <ActForm asking={asking} act="apart" about={{ question: question.id }}>
                <Button look="quiet">{t("questions.airing.apart")}<About question={question} /></Button>
              </ActForm>
              <PutBy asking={asking} questionId={question.id} />
            </>
          )}
        </div>
      ) : null}
    </>
  );
}

/** Who said that it goes with the others: whoever disagrees knows whom to ask. */
function PutBy({ asking: { made, nameOf }, questionId }: { readonly asking: Asking; readonly questionId: string }) {
  const { t } = useTranslation();
  const last = made.grouped.findLast((one) => one.questionId === questionId);
  return last ? <span className="aside">{t("questions.airing.putBy", { name: nameOf(last.by) })}</span> : null;
}

/** A menu of the other questions and groups. */
function PutTogether({ asking, standing, question }: Props & { readonly question: Question }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <details>
      <summary>{t("questions.airing.put")}<About question={question} /></summary>
      {standing.length === 0 ? <p>{t("questions.airing.nothingElse")}</p> : (
        <ActForm asking={asking} act="together" about={{ question: question.id }} className="stack-tight py-2">
          <label className="label" htmlFor={id}>{t("questions.airing.with")}</label>
          <select id={id} name="other" className="input">
            {standing.map((stands) => <option key={stands.id} value={stands.id} lang={wordingsOf(stands)[0]?.lang}>{titleOf(stands)}</option>)}
          </select>
          <Button look="quiet">{t("questions.airing.putButton")}</Button>
        </ActForm>
      )}
    </details>
  );
}

function GroupDoings({ asking, group }: { readonly asking: Asking; readonly group: Together }) {
  const { t } = useTranslation();
  const id = useId();
  const lang = useOwnLanguage(asking);
  return (
    <div className="row items-baseline">
      <details>
        <summary>{t(group.name ? "questions.groupName.rename" : "questions.groupName.name")}</summary>
        <ActForm key={group.name} asking={asking} act="nameGroup" about={{ group: group.id, lang }} className="stack-tight py-2">
          <label className="label" htmlFor={id}>{t("questions.groupName.label")}</label>
          <input id={id} type="text" name="name" lang={lang} className="input" defaultValue={group.name} />
          <Button look="quiet">{t("questions.groupName.save")}</Button>
        </ActForm>
      </details>
      <details>
        <summary>{t("questions.airing.ungroup")}</summary>
        <ActForm asking={asking} act="ungroup" about={{ group: group.id }} className="stack-tight py-2">
          <p>{t("questions.airing.ungroupSure")}</p>
          <Button look="quiet">{t("questions.airing.ungroup")}</Button>
        </ActForm>
      </details>
    </div>
  );
}
