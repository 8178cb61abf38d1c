import { useState } from "react";
import { useTranslation } from "react-i18next";

import { PrivateNotes } from "#app/thinking/private-notes.tsx";

import type { Room } from "./room.ts";
import { useBoard } from "./use-board.ts";

/** A person's private notes beside any stage, folded; fetched when it is opened. */
export function MyNotes({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const { state } = useBoard();
  const [wasOpened, setOpened] = useState(false);
  return (
    <details className="card py-2" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary className="font-bold">{t("thinking.title")}</summary>
      <div className="py-2">
        {wasOpened ? <PrivateNotes sessionId={room.sessionId} lang={room.me.language} isOpen={state === "open"} /> : <a href={`/s/${room.sessionId}/thinking`}>{t("thinking.title")}</a>}
      </div>
    </details>
  );
}
