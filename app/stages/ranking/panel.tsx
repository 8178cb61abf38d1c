import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { BallotForm } from "#app/voting/ballot-form.tsx";
import { OutcomeView } from "#app/voting/outcome-view.tsx";
import type { BallotAnswer } from "#app/voting/round.ts";

import type { RoundNotice } from "#app/stages/board.ts";
import type { Room } from "#app/stages/room.ts";
import { useBoard } from "#app/stages/use-board.ts";
import type { StageProps } from "#app/stages/stage-props.ts";

/** Waiting, then one's own ballot, then the outcome: whatever the noticeboard says of the latest round. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  const { round } = useBoard();
  if (!round) return <Waiting />;
  if (round.outcome) {
    return (
      <section className="stack" aria-labelledby="outcome">
        <h2 id="outcome">{t("stages.ranking.outcome")}</h2>
        <OutcomeView outcome={round.outcome} candidates={round.candidates} earlier={round.earlier} />
      </section>
    );
  }
  return <OpenRound room={room} round={round} />;
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="card stack-tight">
      <h2>{t("stages.ranking.wait")}</h2>
      <p>{t("stages.ranking.waitBody")}</p>
      <p className="aside">{t("stages.ranking.secret")}</p>
    </div>
  );
}

function OpenRound({ room, round }: { readonly room: Room; readonly round: RoundNotice }) {
  const { t } = useTranslation();
  const answer = useActionData<BallotAnswer>();
  // Rounds that opened after this page was made had everybody on their roll who was seated then.
  const known = room.board.round?.id === round.id;
  const turnout = <p role="status">{t("stages.ranking.turnout", { cast: round.cast, roll: round.roll })}</p>;
  if (room.me.role === "facilitator") return <>{turnout}<p>{t("stages.ranking.facilitator")}</p></>;
  if (known && !room.ballot.onRoll) return <>{turnout}<p>{t("stages.ranking.late")}</p></>;
  return (
    <section className="stack" aria-labelledby="ballot">
      <h2 id="ballot">{t("stages.ranking.open", { count: round.choose })}</h2>
      {turnout}
      <BallotForm round={round} voted={known && room.ballot.voted} answer={answer} action={`/s/${room.sessionId}`} />
    </section>
  );
}
