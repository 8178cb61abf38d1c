import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireAnswers } from "#app/join/answers.server.ts";
import { ConsentQuestion } from "#app/join/consent-question.tsx";
import { consentForm } from "#app/join/join-form.server.ts";
import { ask, tellAgain } from "#app/join/refusal.server.ts";
import { sitDown, wholeAnswers } from "#app/join/seating.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → what happens to your words. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireAnswers({ context, request });
  return ask({ context, request }, "join.consent.title", {});
}

/** POST { agree } → a seat, and the return code. When the code stopped being right meanwhile: back to /join. */
export async function action({ context, request }: ActionFunctionArgs) {
  const answers = wholeAnswers(await requireAnswers({ context, request }));
  if (!answers) return goOn(context, "/join/name", await requireAnswers({ context, request }));
  const submission = readForm(await request.formData(), consentForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  const seated = await sitDown(context, answers, request.headers.get("Cookie"));
  if (!seated) return goOn(context, "/join?closed", null);
  const { sessionId, setCookie } = seated;
  return goOn(context, "/join/seated", { step: "seated", sessionId, returnCode: answers.returnCode }, setCookie);
}

export default function JoinWords() {
  return <ConsentQuestion refused={useLoaderData<typeof loader>().refused} />;
}
