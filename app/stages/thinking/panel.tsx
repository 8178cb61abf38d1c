import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { PrivateNotes } from "#app/thinking/private-notes.tsx";

import type { StageProps } from "#app/stages/stage-props.ts";
import { useBoard } from "#app/stages/use-board.ts";
import { waysToShare } from "#app/stages/ways-to-share.ts";

/** Silence, and notes that only their writer reads. The evidence stays at hand. */
export function Panel({ room }: StageProps) {
  const { t } = useTranslation();
  const { state, stages } = useBoard();
  const reading = stages.find(({ activity }) => activity === "reading");
  return (
    <div className="stack">
      <div className="notice">
        <p><strong>{t("thinking.silent")}</strong></p>
        <p>{t("thinking.silentBody")}</p>
        {reading ? <p><Link to={`?stage=${reading.id}`}>{t("thinking.read")}</Link></p> : null}
      </div>
      <section className="stack-tight" aria-labelledby="private-notes">
        <h2 id="private-notes" className="text-xl">{t("thinking.title")}</h2>
        <PrivateNotes sessionId={room.sessionId} lang={room.me.language} isOpen={state === "open"} ways={waysToShare(stages)} />
      </section>
    </div>
  );
}
