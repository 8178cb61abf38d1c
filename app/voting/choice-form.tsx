/** A person's secret ballot when one candidate is chosen and none put in order: the same plain form with and without JavaScript. What was cast is never shown again. */
import { Form } from "@remix-run/react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { BallotProblems } from "./ballot-problems.tsx";
import { CandidateWords } from "./candidate-words.tsx";
import { CHOICE_FIELD, fieldOf, ROUND_FIELD, type AskedRound, type BallotAnswer, type Candidate, type Places } from "./round.ts";

interface ChoiceFormProps {
  readonly round: AskedRound;
  /** True when this person's ballot is in. */
  readonly voted: boolean;
  /** What the desk answered to the last posting, if there was one. */
  readonly answer: BallotAnswer | undefined;
  /** Where it is posted: an address whose action answers with `castPosted`. */
  readonly action: string;
  /** What stands above the buttons: the question that the ballot answers. */
  readonly legend: string;
}

/** Stands under an h2 of the page. */
export function ChoiceForm({ round, voted, answer, action, legend }: ChoiceFormProps) {
  const { t } = useTranslation();
  const mine = answer?.roundId === round.id ? answer : undefined;
  const postings = useCountOf(mine);
  const isIn = voted || mine?.ok === true;
  const fields = <Fields key={postings} {...{ round, action, legend }} answer={mine} cast={t(isIn ? "voting.form.change" : "voting.form.cast")} />;
  return (
    <div className="stack">
      <div role="status">{isIn ? <Notice><p className="font-bold">{t("voting.form.in")}</p><p>{t("voting.form.inBody")}</p></Notice> : null}</div>
      {isIn ? (
        <details key={postings} className="card" open={mine?.ok === false}>
          <summary className="font-bold">{t("voting.form.changeTitle")}</summary>
          <div className="stack pt-4"><p>{t("voting.form.changeHint")}</p>{fields}</div>
        </details>
      ) : fields}
    </div>
  );
}

/** How many different answers there have been: each begins the form afresh, so that nothing cast stays in it. */
function useCountOf(answer: BallotAnswer | undefined): number {
  const [last, setLast] = useState({ answer, count: 0 });
  if (last.answer !== answer) setLast({ answer, count: last.count + 1 });
  return last.count;
}

type FieldsProps = Pick<ChoiceFormProps, "round" | "answer" | "action" | "legend"> & { readonly cast: string };

function Fields({ round, answer, action, legend, cast }: FieldsProps) {
  return (
    <Form method="post" action={action} preventScrollReset autoComplete="off" className="stack">
      <input type="hidden" name={ROUND_FIELD} value={round.id} />
      {answer?.ok === false ? <BallotProblems answer={answer} round={round} /> : null}
      <ChoiceButtons candidates={round.candidates} legend={legend} places={answer?.ok === false ? answer.places : undefined} />
      <Button>{cast}</Button>
    </Form>
  );
}

/** One button for each candidate, with every wording it stands for. */
export function ChoiceButtons({ candidates, legend, places }: { readonly candidates: readonly Candidate[]; readonly legend: string; readonly places?: Places }) {
  const scope = useId();
  return (
    <fieldset className="field stack-tight">
      <legend>{legend}</legend>
      {candidates.map((candidate, index) => (
        <label key={candidate.id} className="choice card">
          <input type="radio" name={CHOICE_FIELD} value={candidate.id} id={index === 0 ? fieldOf(candidate.id) : `${scope}${candidate.id}`} defaultChecked={places?.[candidate.id] === 1} />
          <Wordings candidate={candidate} />
        </label>
      ))}
    </fieldset>
  );
}

/** A candidate by its name, and every wording it stands for. */
export function Wordings({ candidate }: { readonly candidate: Candidate }) {
  const others = candidate.wordings?.filter((one) => one.text !== candidate.text) ?? [];
  return (
    <span>
      <CandidateWords candidate={candidate} />
      {others.map((one, index) => <span key={index} className="aside block" lang={one.lang}>{one.text}</span>)}
    </span>
  );
}
