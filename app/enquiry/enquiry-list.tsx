import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { Bilingual } from "#app/language/bilingual.ts";
import { Translated } from "#app/language/translated.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

interface EnquiryListProps {
  readonly enquiries: readonly { readonly id: string; readonly title: Bilingual; readonly question: Bilingual; readonly place: string; readonly sessions: number }[];
}

/** A facilitator's enquiries, or what to do when there are none. */
export function EnquiryList({ enquiries }: EnquiryListProps) {
  const { t } = useTranslation();
  const button = <ButtonLink to="/enquiries/new">{t("enquiry.list.new")}</ButtonLink>;
  if (enquiries.length === 0) {
    return (
      <section className="card stack">
        <h2>{t("enquiry.list.emptyTitle")}</h2>
        <p>{t("enquiry.list.empty")}</p>
        {button}
      </section>
    );
  }
  return (
    <>
      <ul className="plain-list stack">
        {enquiries.map(({ id, title, question, place, sessions }) => (
          <li key={id} className="card stack-tight">
            <h2 className="text-xl"><Link to={`/enquiries/${id}`}><Translated words={title} /></Link></h2>
            <p><Translated words={question} /></p>
            <p className="aside">{place ? `${place} · ` : ""}{t("enquiry.list.sessions", { count: sessions })}</p>
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
