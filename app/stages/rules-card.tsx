import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";

import { useBoard } from "./use-board.ts";

/** On the facilitator's desk: how many agree to the ground rules, and agreeing them for the group. Posts an `intent` to the page's action. */
export function RulesCard() {
  const { t } = useTranslation();
  const { rulesAgreed, rules: { assents } } = useBoard();
  return (
    <div className="stack-tight">
      <p>{t(rulesAgreed ? "rules.group.agreed" : "rules.group.open")}</p>
      <p role="status">{assents > 0 ? t("rules.assents", { count: assents }) : t("rules.nobody")}</p>
      <p className="aside">{t(rulesAgreed ? "rules.group.reopenHint" : "rules.group.agreeHint")}</p>
      <Act intent={rulesAgreed ? "openRules" : "agreeRules"}>{t(rulesAgreed ? "rules.group.reopen" : "rules.group.agree")}</Act>
    </div>
  );
}
