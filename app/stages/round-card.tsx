import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Button } from "#app/ui/button.tsx";

import { useBoard } from "./use-board.ts";

/** On the facilitator's desk: freeze and open a private ranking, see the bare count, close and publish. Posts an `intent` to the page's action. */
export function RoundCard() {
  const { t } = useTranslation();
  const { round, state } = useBoard();
  const isOpen = round?.state === "open";
  return (
    <div className="stack-tight">
      <p>{t(`stages.round.state.${round?.state ?? "none"}`)}</p>
      {isOpen ? <p className="lead" role="status">{t("stages.ranking.turnout", { cast: round.cast, roll: round.roll })}</p> : null}
      {isOpen ? <Act intent="closeRound" label={t("stages.round.close")} hint={t("stages.round.closeHint")} /> : null}
      {state === "open" && !isOpen ? <Act intent="openRound" label={round ? t("stages.round.again") : t("stages.round.open")} hint={t("stages.round.openHint")} /> : null}
    </div>
  );
}

function Act({ intent, label, hint }: { readonly intent: "openRound" | "closeRound"; readonly label: string; readonly hint: string }) {
  return (
    <Form method="post" preventScrollReset className="stack-tight">
      <p className="aside">{hint}</p>
      <Button look="quiet" name="intent" value={intent}>{label}</Button>
    </Form>
  );
}
