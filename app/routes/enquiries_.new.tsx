import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { makeEnquiry } from "#app/enquiry/change.server.ts";
import { EnquiryForm } from "#app/enquiry/enquiry-form.tsx";
import { enquiryForm } from "#app/enquiry/form.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/new → an empty form. */
export async function loader(args: LoaderFunctionArgs) {
  await requireFacilitator(args);
  return { title: await wordFor(args.request, "enquiry.new.title") };
}

/** POST EnquiryForm → the new enquiry's page, with oneself as its team. */
export async function action(args: ActionFunctionArgs) {
  const facilitator = await requireFacilitator(args);
  const submission = readForm(await args.request.formData(), enquiryForm);
  if (submission.status !== "success") return refuse(submission);
  return redirect(`/enquiries/${await makeEnquiry(args.context.db, facilitator, submission.value)}`);
}

export default function NewEnquiry() {
  const { t } = useTranslation();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("enquiry.new.title")}>
        <p className="lead">{t("enquiry.new.lead")}</p>
        <EnquiryForm lastResult={answer?.form} start={{ languages: ["en", "cy"] }} button={t("enquiry.new.button")} />
      </Page>
    </>
  );
}
