import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Translated } from "#app/language/translated.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { PhoneLink } from "#app/ui/phone-link.tsx";

import type { EnquiryOfTeam } from "./enquiry.ts";

/** What an enquiry asks and why; who to tell; who is on its team. */
export function EnquiryWords({ enquiry }: { readonly enquiry: EnquiryOfTeam }) {
  const { t } = useTranslation();
  const { id, question, purpose, place, safeguarding, team } = enquiry;
  return (
    <>
      <section className="stack-tight">
        <h2>{t("enquiry.page.question")}</h2>
        <p className="lead"><Translated words={question} /></p>
      </section>
      <section className="stack-tight">
        <h2>{t("enquiry.page.purpose")}</h2>
        <p className="whitespace-pre-line"><Translated words={purpose} /></p>
      </section>
      <section className="card stack">
        <h2>{t("enquiry.page.about")}</h2>
        <dl className="facts">
          {place ? <div><dt>{t("enquiry.place.label")}</dt><dd>{place}</dd></div> : null}
          <div><dt>{t("enquiry.safeguarding.title")}</dt><dd><Contact {...safeguarding} /></dd></div>
          <div><dt>{t("enquiry.page.team")}</dt><dd>{team.map(({ name }) => name).join(", ")} <Link to={`/enquiries/${id}/team`}>{t("common.edit")}<span className="visually-hidden">: {t("enquiry.page.team")}</span></Link></dd></div>
        </dl>
        <ButtonLink to={`/enquiries/${id}/edit`} look="quiet">{t("enquiry.page.edit")}</ButtonLink>
      </section>
    </>
  );
}

function Contact({ name, phone }: EnquiryOfTeam["safeguarding"]) {
  const { t } = useTranslation();
  if (!name && !phone) return <>{t("enquiry.safeguarding.none")}</>;
  return <>{name}{name && phone ? ", " : ""}{phone ? <PhoneLink phone={phone} /> : null}</>;
}
