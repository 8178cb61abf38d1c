import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { evidenceOf } from "#app/evidence/evidence.server.ts";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { NewSessionPage } from "#app/session/new-session-page.tsx";
import { chosenFrom, offeredFrom } from "#app/session/offered.ts";
import { createSession } from "#app/session/prepare.server.ts";
import { newSessionForm } from "#app/session/session-form.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const meta = pageTitle;

/** GET → the form for a new session of an enquiry of the facilitator's; 404 for any other. */
export async function loader(args: LoaderFunctionArgs) {
  const { id, title } = await enquiryFor(args.context.db, await requireFacilitator(args), args.params["enquiry"] ?? "");
  const offered = offeredFrom(await evidenceOf(args.context.db, id));
  return { title: await formTitle(args.request, "session.new.title"), enquiry: { id, title }, offered };
}

/** POST { template, title, publishCount, mix, evidence } → the new session's preparing page; 422 with what is wrong. */
export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const enquiry = await enquiryFor(db, await requireFacilitator(args), args.params["enquiry"] ?? "");
  const submission = readForm(await args.request.formData(), newSessionForm);
  if (submission.status !== "success") return refuse(submission);
  const evidence = chosenFrom(offeredFrom(await evidenceOf(db, enquiry.id)), submission.value.evidence);
  return redirect(`/sessions/${await createSession(db, enquiry.id, { ...submission.value, evidence })}`);
}

export default function NewSession() {
  const { enquiry, offered } = useLoaderData<typeof loader>();
  return <NewSessionPage enquiry={enquiry} offered={offered} refused={useActionData<typeof action>()} />;
}
