import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { changeEnquiry } from "#app/enquiry/change.server.ts";
import { EnquiryForm } from "#app/enquiry/enquiry-form.tsx";
import { EnquiryOver } from "#app/enquiry/enquiry-over.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { enquiryForm } from "#app/enquiry/form.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry/edit → the form with what is said now. */
export async function loader(args: LoaderFunctionArgs) {
  const enquiry = await enquiryFor(args.context.db, await requireFacilitator(args), args.params["enquiry"] ?? "");
  return { enquiry, title: await wordFor(args.request, "enquiry.edit.title") };
}

/** POST EnquiryForm → the enquiry's page. */
export async function action(args: ActionFunctionArgs) {
  const { id } = await enquiryFor(args.context.db, await requireFacilitator(args), args.params["enquiry"] ?? "");
  const submission = readForm(await args.request.formData(), enquiryForm);
  if (submission.status !== "success") return refuse(submission);
  await changeEnquiry(args.context.db, id, submission.value);
  return redirect(`/enquiries/${id}`);
}

export default function EditEnquiry() {
  const { t } = useTranslation();
  const { enquiry } = useLoaderData<typeof loader>();
  const { title, question, purpose, place, languages, safeguarding } = enquiry;
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("enquiry.edit.title")} over={<EnquiryOver enquiry={enquiry} />}>
        <EnquiryForm
          lastResult={answer?.form}
          start={{ title, question, purpose, place, languages, safeguardingName: safeguarding.name, safeguardingPhone: safeguarding.phone }}
          button={t("common.save")}
        />
      </Page>
    </>
  );
}
