import { useTranslation } from "react-i18next";

import type { MoveNotice as MoveUp } from "./moves.ts";

/** The facilitator's move, on every page until it is taken down or another takes its place; said politely. */
export function MoveNotice({ move }: { readonly move: MoveUp | null }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {move ? (
        <div className="notice">
          <p className="aside">{t("talk.move.title")}</p>
          <p key={move.at} className="lead font-bold">{t(`talk.move.${move.key}`)}</p>
        </div>
      ) : null}
    </div>
  );
}
