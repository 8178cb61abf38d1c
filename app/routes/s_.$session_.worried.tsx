import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { ConcernPage, ConcernSent } from "#app/safeguarding/concern-page.tsx";
import { concernForm } from "#app/safeguarding/concern.ts";
import { contactOf, raiseConcern } from "#app/safeguarding/concern.server.ts";
import { writtenIn } from "#app/safeguarding/subject.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { documentsFor } from "#app/stages/admission.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET ?about=document/record → the form, which offers what this seat may read; ?sent → that it was passed on. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const { sessionId } = member;
  const { searchParams } = new URL(args.request.url);
  const sent = searchParams.has("sent");
  const [contact, written, title] = await Promise.all([contactOf(args.context.db, sessionId), sent ? [] : writtenIn(args.context, { sessionId, documentIds: await documentsFor(args.context.db, member) }), wordFor(args.request, sent ? "safeguarding.sent.title" : "safeguarding.title")]);
  return { sessionId, sent, contact, written, title, about: searchParams.get("about") ?? "" };
}

/** POST { words, about } → kept, told to the facilitators and the named contact; 422 with everything typed when it could not be. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const submission = readForm(await args.request.formData(), concernForm);
  if (submission.status !== "success") return refuse(submission);
  const raised = await raiseConcern(args.context, { member, documentIds: await documentsFor(args.context.db, member) }, submission.value);
  return raised.ok ? redirect(`/s/${member.sessionId}/worried?sent`) : refuse(submission, { "": [raised.problem] });
}

export default function WorriedRoute() {
  const { sent, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.form;
  return sent ? <ConcernSent {...page} /> : <ConcernPage {...page} refused={refused} />;
}
