import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { EnquiryOver } from "#app/enquiry/enquiry-over.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { droppedToQuery } from "#app/evidence/dropped.ts";
import { EvidenceForm } from "#app/evidence/evidence-form.tsx";
import { addEvidence } from "#app/evidence/evidence.server.ts";
import { evidenceForm, readEvidenceForm } from "#app/evidence/form.server.ts";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry/evidence/new → an empty form. */
export async function loader(args: LoaderFunctionArgs) {
  const enquiry = await enquiryFor(args.context.db, await requireFacilitator(args), args.params["enquiry"] ?? "");
  return { enquiry: { id: enquiry.id, title: enquiry.title }, place: enquiry.place, title: await wordFor(args.request, "evidence.add.title") };
}

/** POST EvidenceForm → the new item's page, which says what was left out. */
export async function action(args: ActionFunctionArgs) {
  const facilitator = await requireFacilitator(args);
  const { id: enquiryId } = await enquiryFor(args.context.db, facilitator, args.params["enquiry"] ?? "");
  const submission = readForm(await args.request.formData(), evidenceForm);
  if (submission.status !== "success") return refuse(submission);
  const { details, blocks, dropped } = readEvidenceForm(submission.value);
  const itemId = await addEvidence(args.context.db, { enquiryId, facilitatorId: facilitator.id, details, blocks });
  return redirect(`/enquiries/${enquiryId}/evidence/${itemId}?saved&${droppedToQuery(dropped)}`);
}

export default function NewEvidence() {
  const { t } = useTranslation();
  const { enquiry, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("evidence.add.title")} over={<EnquiryOver enquiry={enquiry} />}>
        <p className="lead">{t("evidence.add.lead")}</p>
        <EvidenceForm lastResult={answer?.form} start={{ place }} button={t("common.save")} />
      </Page>
    </>
  );
}
