import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";
import { Asked } from "#app/session/asked.tsx";

import { useBoard } from "./use-board.ts";

/** On the facilitator's desk: how many agree to the ground rules, and agreeing them for the group. Posts an `intent` to the page's action. */
export function RulesCard() {
  const { t } = useTranslation();
  const { rulesAgreed, rules: { assents } } = useBoard();
  return (
    <div className="stack-tight">
      <p>{t(rulesAgreed ? "rules.group.agreed" : "rules.group.open")}</p>
      <p role="status">{assents > 0 ? t("rules.assents", { count: assents }) : t("rules.nobody")}</p>
      {rulesAgreed ? <OpenAgain /> : (
        <>
          <Act intent="agreeRules">{t("rules.group.agree")}</Act>
          <p className="aside">{t("rules.group.agreeHint")}</p>
        </>
      )}
    </div>
  );
}

/** Who had agreed is then asked anew, so it is asked first. */
function OpenAgain() {
  const { t } = useTranslation();
  return (
    <Asked ask={t("rules.group.reopen")}>
      <p>{t("rules.group.reopenHint")}</p>
      <Act intent="openRules">{t("rules.group.reopenSure")}</Act>
    </Asked>
  );
}
