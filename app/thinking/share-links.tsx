import { useTranslation } from "react-i18next";

import type { Sharing } from "./notes.ts";

interface Props {
  readonly address: string;
  readonly noteId: string;
  /** As what it can be shared in this session. */
  readonly ways: readonly Sharing[];
}

/** The ways to share a note, folded. Each leads to a page that first shows what everybody would see. */
export function ShareLinks({ address, noteId, ways }: Props) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("thinking.shareAs")}</summary>
      <ul className="plain-list stack-tight py-2">
        {ways.map((as) => <li key={as}><a href={`${address}?${new URLSearchParams({ share: noteId, as }).toString()}`}>{t(`thinking.as.${as}`)}</a></li>)}
        <li><a href={`${address}?${new URLSearchParams({ remove: noteId }).toString()}`}>{t("thinking.remove")}</a></li>
      </ul>
    </details>
  );
}
