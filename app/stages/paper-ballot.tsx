import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { BallotForm } from "#app/voting/ballot-form.tsx";
import { ChoiceForm } from "#app/voting/choice-form.tsx";
import type { BallotAnswer } from "#app/voting/round.ts";

import type { PaperBallot } from "./paper-ballot.ts";

interface PaperBallotPageProps {
  readonly sessionId: string;
  readonly memberId: string;
  /** Whoever carries it came from the desk. */
  readonly isFacilitator: boolean;
  readonly paper: PaperBallot;
  readonly answer: BallotAnswer | undefined;
}

/** A scribe copies a ballot from paper. */
export function PaperBallotPage({ sessionId, memberId, isFacilitator, paper: { name, ranking, choice }, answer }: PaperBallotPageProps) {
  const { t } = useTranslation();
  const people = `/s/${sessionId}/people`;
  const form = { answer, action: `${people}/${memberId}/ballot` };
  return (
    <Page title={t("seating.paper.title", { name })}>
      {ranking || choice ? null : <p>{t("seating.paper.none")}</p>}
      {choice ? (
        <OnPaper name={name} title={t("choosing.ballot")} onRoll={choice.onRoll}>
          <ChoiceForm {...form} round={choice.round} voted={choice.voted} legend={t("choosing.legend")} />
        </OnPaper>
      ) : null}
      {ranking ? (
        <OnPaper name={name} title={t("stages.ranking.open", { count: ranking.round.choose })} onRoll={ranking.onRoll}>
          <BallotForm {...form} round={ranking.round} voted={ranking.voted} />
        </OnPaper>
      ) : null}
      {isFacilitator ? <ButtonLink look="quiet" to={`/sessions/${sessionId}/desk`} reloadDocument>{t("session.mend.back")}</ButtonLink> : <ButtonLink look="quiet" to={people} reloadDocument>{t("seating.title")}</ButtonLink>}
    </Page>
  );
}

interface OnPaperProps {
  readonly name: string;
  readonly title: string;
  /** False when they came after the round opened. */
  readonly onRoll: boolean;
  readonly children: ReactNode;
}

function OnPaper({ name, title, onRoll, children }: OnPaperProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {onRoll ? <><p>{t("seating.paper.lead")}</p>{children}</> : <p>{t("seating.paper.notOnRoll", { name })}</p>}
    </section>
  );
}
