import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { EnquiryWords } from "#app/enquiry/enquiry-words.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { SessionLines } from "#app/enquiry/session-lines.tsx";
import { sessionsOf } from "#app/enquiry/sessions.server.ts";
import { EvidenceShelf } from "#app/evidence/evidence-shelf.tsx";
import { shelfOf } from "#app/evidence/evidence.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { inLanguage } from "#app/language/bilingual.ts";
import { languageOf } from "#app/language/language.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { Translated } from "#app/language/translated.tsx";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry → its question and purpose, its evidence by kind, its sessions and what came of them. */
export async function loader(args: LoaderFunctionArgs) {
  const { context: { db }, params, request } = args;
  const enquiry = await enquiryFor(db, await requireFacilitator(args), params["enquiry"] ?? "");
  const language = await languageOf(request);
  const [evidence, sessions] = await Promise.all([shelfOf(db, enquiry.id), sessionsOf(db, enquiry.id, language)]);
  return { enquiry, evidence, sessions, title: inLanguage(enquiry.title, language).text };
}

export default function Enquiry() {
  const { t } = useTranslation();
  const { enquiry, evidence, sessions } = useLoaderData<typeof loader>();
  return (
    <>
      <AccountBar />
      <Page title={<Translated words={enquiry.title} />} over={<Link to="/enquiries">{t("enquiry.list.title")}</Link>}>
        <EnquiryWords enquiry={enquiry} />
        <EvidenceShelf enquiryId={enquiry.id} items={evidence} />
        <SessionLines enquiryId={enquiry.id} sessions={sessions} hasEvidence={evidence.length > 0} />
      </Page>
    </>
  );
}
