import { useTranslation } from "react-i18next";

import { useMe, usePeople, useReturning } from "#app/live/live-session.tsx";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { useBoard } from "./use-board.ts";

/** Fields that hold what a person wrote; the others hold ids and choices. */
const WRITTEN = ["words", "because", "text"];

/** Words that the host could not take, given back to whoever wrote them until they put them away. */
export function Returned() {
  const returning = useReturning();
  return <div role="status">{returning.map((shared) => <ReturnedFrom key={shared.documentId} shared={shared} />)}</div>;
}

function ReturnedFrom({ shared }: { readonly shared: SharedDocument }) {
  const { t } = useTranslation();
  const { state, sessionId } = useBoard();
  const { refused } = shared;
  const isFacilitator = usePeople().get(useMe())?.role === "facilitator";
  if (!refused) return null;
  const why = state === "closed" ? "sealed" : refused.why;
  const texts = refused.words.filter(({ field }) => WRITTEN.includes(field)).map(({ text }) => text);
  return (
    <Notice tone="warn">
      <h2>{t(why === "held" ? "live.returned.heldTitle" : "live.returned.title")}</h2>
      <p>{t(why === "held" && isFacilitator ? "live.returned.heldOwn" : `live.returned.${why}`)}</p>
      {why === "held" && texts.length > 0 ? <p>{t("live.returned.heldWords")}</p> : null}
      {texts.map((text, index) => <blockquote key={index} className="whitespace-pre-line select-all">{text}</blockquote>)}
      <div className="row">
        {why === "held" && isFacilitator ? <ButtonLink look="quiet" to={`/sessions/${sessionId}/desk`} reloadDocument>{t("live.returned.toDesk")}</ButtonLink> : null}
        {texts.length > 0 ? <Button type="button" look="quiet" onClick={() => void navigator.clipboard.writeText(texts.join("\n\n"))}>{t("live.returned.copy")}</Button> : null}
        <Button type="button" look="link" onClick={() => shared.dismiss()}>{t("live.returned.dismiss")}</Button>
      </div>
    </Notice>
  );
}
