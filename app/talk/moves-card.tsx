import { useTranslation } from "react-i18next";

import { Act } from "#app/session/act.tsx";

import { moves, type MoveNotice } from "./moves.ts";

/** On the facilitator's desk: the twelve moves (methods 1.2), each one tap from every screen. */
export function MovesCard({ move }: { readonly move: MoveNotice | null }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="aside">{t("talkDesk.moves.hint")}</p>
      <div role="status">
        {move ? (
          <div className="notice">
            <p>{t("talkDesk.moves.up")} <strong>{t(`talk.move.${move.key}`)}</strong></p>
          </div>
        ) : null}
      </div>
      {move ? <Act intent="clearMove">{t("talkDesk.moves.clear")}</Act> : null}
      <ul className="plain-list desk-moves grid gap-2 sm:grid-cols-2">
        {moves.map((key) => <li key={key}><Act intent="makeMove" fields={{ key }}>{t(`talk.move.${key}`)}</Act></li>)}
      </ul>
    </>
  );
}
