import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { EnquiryOver } from "#app/enquiry/enquiry-over.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { droppedToQuery } from "#app/evidence/dropped.ts";
import { EvidenceForm } from "#app/evidence/evidence-form.tsx";
import { correctEvidence } from "#app/evidence/evidence.server.ts";
import { evidenceForm, readEvidenceForm } from "#app/evidence/form.server.ts";
import { fieldsToCorrect } from "#app/evidence/item-page.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry/evidence/:item/correct → the form with the newest version in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const enquiry = await enquiryFor(context.db, await requireFacilitator(args), params["enquiry"] ?? "");
  const fields = await fieldsToCorrect(context.db, enquiry.id, params["item"] ?? "");
  return { enquiry: { id: enquiry.id, title: enquiry.title }, ...fields, title: await wordFor(request, "evidence.correct.title") };
}

/** POST EvidenceForm with the version it was based on → the item's page; 422 when somebody else was faster. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const facilitator = await requireFacilitator(args);
  const { id: enquiryId } = await enquiryFor(context.db, facilitator, params["enquiry"] ?? "");
  const submission = readForm(await request.formData(), evidenceForm);
  if (submission.status !== "success") return refuse(submission);
  const { dropped, ...correction } = readEvidenceForm(submission.value);
  const itemId = params["item"] ?? "";
  const done = await correctEvidence(context.db, { enquiryId, itemId, facilitatorId: facilitator.id, ...correction });
  if (done === "overtaken") return refuse(submission, { "": ["evidence.correct.overtaken"] });
  return redirect(`/enquiries/${enquiryId}/evidence/${itemId}?saved&${droppedToQuery(dropped)}`);
}

export default function CorrectEvidence() {
  const { t } = useTranslation();
  const { enquiry, start, basedOn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("evidence.correct.title")} over={<EnquiryOver enquiry={enquiry} />}>
        <p className="lead">{t("evidence.correct.lead")}</p>
        <EvidenceForm lastResult={answer?.form} start={start} basedOn={basedOn} button={t("evidence.correct.button")} />
      </Page>
    </>
  );
}
