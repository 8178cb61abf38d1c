import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { changeTeam } from "#app/enquiry/change.server.ts";
import { EnquiryOver } from "#app/enquiry/enquiry-over.tsx";
import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { teamForm } from "#app/enquiry/form.server.ts";
import { TeamPage } from "#app/enquiry/team-page.tsx";
import { AccountBar } from "#app/host/account-bar.tsx";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";
import { Page } from "#app/ui/page.tsx";

export const meta = pageTitle;

/** GET /enquiries/:enquiry/team → who is on it. */
export async function loader(args: LoaderFunctionArgs) {
  const facilitator = await requireFacilitator(args);
  const enquiry = await enquiryFor(args.context.db, facilitator, args.params["enquiry"] ?? "");
  return { enquiry, me: facilitator.id, title: await wordFor(args.request, "enquiry.team.title") };
}

/** POST { intent: "add", email } or { intent: "remove", facilitatorId } → the page again; the list of enquiries for who takes themself off. */
export async function action(args: ActionFunctionArgs) {
  const facilitator = await requireFacilitator(args);
  const { id } = await enquiryFor(args.context.db, facilitator, args.params["enquiry"] ?? "");
  const submission = readForm(await args.request.formData(), teamForm);
  if (submission.status !== "success") return refuse(submission);
  const problem = await changeTeam(args.context.db, id, submission.value);
  if (problem) return refuse(submission, { [submission.value.intent === "add" ? "email" : ""]: [problem] });
  const left = submission.value.intent === "remove" && submission.value.facilitatorId === facilitator.id;
  return redirect(left ? "/enquiries" : `/enquiries/${id}/team`);
}

export default function Team() {
  const { t } = useTranslation();
  const { enquiry, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <AccountBar />
      <Page title={t("enquiry.team.title")} over={<EnquiryOver enquiry={enquiry} />}>
        <p className="lead">{t("enquiry.team.lead")}</p>
        {/* Begun anew once the team has changed: the box emptied, problems gone. */}
        <TeamPage key={`${enquiry.team.length}${answer ? " refused" : ""}`} lastResult={answer?.form} team={enquiry.team} me={me} />
      </Page>
    </>
  );
}
