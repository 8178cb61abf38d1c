import { useTranslation } from "react-i18next";

import { ConcernList } from "./concern-list.tsx";
import { unseenIn, type Worries } from "./concern.ts";

/** On the facilitator's desk: who is worried and about what, and the screen to give to the named contact. */
export function ConcernCard({ worries: { concerns, contact } }: { readonly worries: Worries }) {
  const { t } = useTranslation();
  const waiting = unseenIn(concerns);
  return (
    <>
      <p role="alert" className={waiting > 0 ? "font-bold" : "visually-hidden"}>{waiting > 0 ? t("safeguarding.contact.updated", { count: waiting }) : ""}</p>
      <ConcernList concerns={concerns} />
      <p className="aside">{t("safeguarding.card.linkHint", { name: contact.name })}</p>
      <p className="break-all"><a href={contact.link} target="_blank" rel="noreferrer">{t("safeguarding.card.link", { name: contact.name })}</a></p>
    </>
  );
}
