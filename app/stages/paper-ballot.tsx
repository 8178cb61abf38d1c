import { useTranslation } from "react-i18next";

import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { BallotForm } from "#app/voting/ballot-form.tsx";
import type { AskedRound, BallotAnswer } from "#app/voting/round.ts";

interface PaperBallotPageProps {
  readonly sessionId: string;
  readonly memberId: string;
  readonly paper: { readonly name: string; readonly round: AskedRound | null; readonly isOnRoll: boolean; readonly voted: boolean };
  readonly answer: BallotAnswer | undefined;
}

/** A scribe copies a ballot from paper. */
export function PaperBallotPage({ sessionId, memberId, paper: { name, round, isOnRoll, voted }, answer }: PaperBallotPageProps) {
  const { t } = useTranslation();
  const people = `/s/${sessionId}/people`;
  return (
    <Page title={t("seating.paper.title", { name })}>
      {round ? null : <p>{t("seating.paper.none")}</p>}
      {round && !isOnRoll ? <p>{t("seating.paper.notOnRoll", { name })}</p> : null}
      {round && isOnRoll ? (
        <section className="stack" aria-labelledby="paper-title">
          <h2 id="paper-title">{t("stages.ranking.open", { count: round.choose })}</h2>
          <p>{t("seating.paper.lead")}</p>
          <BallotForm round={round} voted={voted} answer={answer} action={`${people}/${memberId}/ballot`} />
        </section>
      ) : null}
      <ButtonLink look="quiet" to={people} reloadDocument>{t("seating.title")}</ButtonLink>
    </Page>
  );
}
