import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { useBoard } from "#app/stages/use-board.ts";

/** On the desk: whether something is on everybody's screens, taking it down, and choosing another. */
export function SpotlightCard() {
  const { t } = useTranslation();
  const { spotlight, sessionId } = useBoard();
  return (
    <>
      <p>{t(spotlight ? "spotlight.now" : "spotlight.none")}</p>
      <div className="row">
        {spotlight ? <Act intent="takeDown">{t("spotlight.takeDown")}</Act> : null}
        <a href={`/sessions/${sessionId}/spotlight${spotlight ? `?item=${spotlight.itemId}` : ""}`}>{t("spotlight.choose")}</a>
      </div>
    </>
  );
}
