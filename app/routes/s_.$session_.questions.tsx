import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { actSchema } from "#app/questions/acts.ts";
import { aboutWhat, changeQuestions } from "#app/questions/questions.server.ts";
import { RefusedPage } from "#app/questions/refused-page.tsx";
import { requireMember } from "#app/session/seat.server.ts";
import { askingHand } from "#app/stages/asking.server.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const meta = pageTitle;

/** GET → where a refused form can be mended; without one, a way back to the room. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  return { room: `/s/${sessionId}`, title: await formTitle(args.request, "questions.refused.title") };
}

/** POST { document, back, act, … } (see acts.ts) → back to the questions; 422 with everything typed when it could not be done. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const form = await args.request.formData();
  const { documentId, back } = aboutWhat(form, member.sessionId);
  const submission = readForm(form, actSchema);
  if (submission.status !== "success") return refuse(submission);
  const done = await changeQuestions(args.context.live, { documentId, act: submission.value, ...(await askingHand(args.context, member, documentId)) });
  return "problem" in done ? refuse(submission, { "": [done.problem] }) : redirect(`${back}#question-${done.at}`);
}

export default function QuestionsRoute() {
  return <RefusedPage room={useLoaderData<typeof loader>().room} answer={useActionData<typeof action>()?.form} />;
}
