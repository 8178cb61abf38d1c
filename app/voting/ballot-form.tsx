/**
 * A person's private ballot. Without JavaScript it is a menu for each candidate; with it, one taps candidates
 * into an order and moves them by buttons. Both post the same fields. What was cast is never shown again.
 */
import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { BallotMenus } from "./ballot-menus.tsx";
import { BallotProblems } from "./ballot-problems.tsx";
import { BallotTaps } from "./ballot-taps.tsx";
import { ROUND_FIELD, type AskedRound, type BallotAnswer } from "./round.ts";
import { useTaps } from "./use-taps.ts";

interface BallotFormProps {
  readonly round: AskedRound;
  /** True when this person's ballot is in. */
  readonly voted: boolean;
  /** What the desk answered to the last posting, if there was one. */
  readonly answer: BallotAnswer | undefined;
  /** Where it is posted: an address whose action answers with `castPosted`. */
  readonly action: string;
}

/** Stands under an h2 of the page. */
export function BallotForm({ round, voted, answer, action }: BallotFormProps) {
  const { t } = useTranslation();
  const mine = answer?.roundId === round.id ? answer : undefined;
  const postings = useCountOf(mine);
  const isIn = voted || mine?.ok === true;
  const fields = <Fields key={postings} round={round} answer={mine} action={action} cast={t(isIn ? "voting.form.change" : "voting.form.cast")} />;
  return (
    <div className="stack">
      <div role="status">{isIn ? <BallotIsIn /> : null}</div>
      {isIn ? (
        <details key={postings} className="card" open={mine?.ok === false}>
          <summary className="font-bold">{t("voting.form.changeTitle")}</summary>
          <div className="stack pt-4">
            <p>{t("voting.form.changeHint")}</p>
            {fields}
          </div>
        </details>
      ) : fields}
      <Secrecy />
    </div>
  );
}

/** How many different answers there have been: each begins the form afresh, so that nothing cast stays in it. */
function useCountOf(answer: BallotAnswer | undefined): number {
  const [last, setLast] = useState({ answer, count: 0 });
  if (last.answer !== answer) setLast({ answer, count: last.count + 1 });
  return last.count;
}

interface FieldsProps {
  readonly round: AskedRound;
  readonly answer: BallotAnswer | undefined;
  readonly action: string;
  readonly cast: string;
}

function Fields({ round, answer, action, cast }: FieldsProps) {
  const { t } = useTranslation();
  const { form, begun } = useTaps(round);
  const refused = answer?.ok === false ? answer : undefined;
  return (
    <Form ref={form} method="post" action={action} preventScrollReset autoComplete="off" className="stack">
      <input type="hidden" name={ROUND_FIELD} value={round.id} />
      {refused ? <BallotProblems answer={refused} round={round} /> : null}
      <div className="stack-tight">
        <p className="lead">{t("voting.form.choose", { count: round.choose })}</p>
        <p className="aside">{t("voting.form.ranking")}</p>
      </div>
      {begun ? <BallotTaps round={round} begun={begun} /> : <BallotMenus round={round} refused={refused} />}
      <Button>{cast}</Button>
    </Form>
  );
}

function BallotIsIn() {
  const { t } = useTranslation();
  return (
    <Notice>
      <p className="font-bold">{t("voting.form.in")}</p>
      <p>{t("voting.form.inBody")}</p>
    </Notice>
  );
}

function Secrecy() {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("voting.form.secrecy")}</summary>
      <div className="stack-tight pt-2">
        <p>{t("voting.form.secrecyBody")}</p>
        <p>{t("voting.form.withdrawal")}</p>
      </div>
    </details>
  );
}
