import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";

import { PaperBallots } from "./paper-ballots.tsx";
import { useBoard } from "./use-board.ts";

interface RoundCardProps {
  /** Ballots below which no outcome is told. */
  readonly minimum: number;
}

/** On the facilitator's desk: freeze and open a private ranking, see the bare count, close and publish. Posts an `intent` to the page's action. */
export function RoundCard({ minimum }: RoundCardProps) {
  const { t } = useTranslation();
  const { round, state } = useBoard();
  const isOpen = round?.state === "open";
  return (
    <div className="stack-tight">
      <p>{t(`stages.round.state.${round?.state ?? "none"}`)}</p>
      {isOpen ? <Ranking cast={round.cast} roll={round.roll} minimum={minimum} /> : null}
      {state === "open" && !isOpen ? <OpenRound isAgain={round !== null} /> : null}
    </div>
  );
}

/** While people rank. */
function Ranking({ cast, roll, minimum }: RoundCardProps & { readonly cast: number; readonly roll: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="lead" role="status">{t("stages.ranking.turnout", { cast, roll })}</p>
      {cast < minimum ? <p>{t("stages.round.fewCast", { minimum })}</p> : null}
      <PaperBallots />
      <CloseRound />
    </>
  );
}

function OpenRound({ isAgain }: { readonly isAgain: boolean }) {
  const { t } = useTranslation();
  return (
    <Asked ask={t(isAgain ? "stages.round.againAsk" : "stages.round.openAsk")} look="button">
      <p>{t("stages.round.openHint")}</p>
      <Act intent="openRound" look="main">{t(isAgain ? "stages.round.again" : "stages.round.open")}</Act>
    </Asked>
  );
}

function CloseRound() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("stages.round.close")} look="button">
      <p>{t("stages.round.closeHint")}</p>
      <Act intent="closeRound" look="main">{t("stages.round.closeSure")}</Act>
    </Asked>
  );
}
