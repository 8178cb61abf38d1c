import { useTranslation } from "react-i18next";

import { ConcernList } from "./concern-list.tsx";
import type { Concern } from "./concern.ts";

interface ConcernCardProps {
  readonly concerns: readonly Concern[];
  /** Name of the person named for safeguarding, and the address of their screen. */
  readonly contact: { readonly name: string; readonly link: string };
}

/** On the facilitator's desk: said aloud when somebody is worried, and folded away while nobody is. */
export function ConcernCard({ concerns, contact }: ConcernCardProps) {
  const { t } = useTranslation();
  const waiting = concerns.filter(({ seenBy }) => seenBy === null).length;
  return (
    <section className="card stack-tight" data-alert={waiting > 0 ? "" : undefined} aria-labelledby="concerns-title">
      <h2 id="concerns-title" className="text-xl">{t("safeguarding.card.title")}</h2>
      <p role="alert" className={waiting > 0 ? "font-bold" : "visually-hidden"}>{waiting > 0 ? t("safeguarding.contact.updated", { count: waiting }) : ""}</p>
      <ConcernList concerns={concerns} />
      <details>
        <summary>{t("safeguarding.card.link", { name: contact.name })}</summary>
        <p className="aside">{t("safeguarding.card.linkHint", { name: contact.name })}</p>
        <p className="break-all"><a href={contact.link}>{contact.link}</a></p>
      </details>
    </section>
  );
}
