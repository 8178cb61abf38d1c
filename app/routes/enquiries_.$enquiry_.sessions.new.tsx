import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { enquiryFor } from "#app/enquiry/enquiry.server.ts";
import { evidenceOf } from "#app/evidence/evidence.server.ts";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { NewSessionPage } from "#app/session/new-session-page.tsx";
import { offeredFrom } from "#app/session/offered.ts";
import { answerDeleting, answerMaking } from "#app/session/new-session.server.ts";
import { ownTemplatesOf } from "#app/session/own-templates.server.ts";

export const meta = pageTitle;

/** GET → the form for a new session of an enquiry of the facilitator's; 404 for any other. */
export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context;
  const facilitator = await requireFacilitator(args);
  const { id, title } = await enquiryFor(db, facilitator, args.params["enquiry"] ?? "");
  const [evidence, own] = await Promise.all([evidenceOf(db, id), ownTemplatesOf(db, facilitator.id)]);
  return { title: await formTitle(args.request, "session.new.title"), enquiry: { id, title }, offered: offeredFrom(evidence), own };
}

/** POST { template, title, publishCount, mix, evidence } → the new session's preparing page; 422 with what is wrong. { intent: "deleteTemplate", ownTemplate } → back here. */
export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const facilitator = await requireFacilitator(args);
  const enquiry = await enquiryFor(db, facilitator, args.params["enquiry"] ?? "");
  const form = await args.request.formData();
  const post = { form, enquiryId: enquiry.id, facilitatorId: facilitator.id };
  if (form.get("intent") === "deleteTemplate") return answerDeleting(db, post);
  return answerMaking(db, { ...post, offered: offeredFrom(await evidenceOf(db, enquiry.id)) });
}

export default function NewSession() {
  const { enquiry, offered, own } = useLoaderData<typeof loader>();
  return <NewSessionPage enquiry={enquiry} offered={offered} own={own} refused={useActionData<typeof action>()} />;
}
