import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireAnswers } from "#app/join/answers.server.ts";
import { languageForm } from "#app/join/join-form.server.ts";
import { LanguageQuestion } from "#app/join/person-questions.tsx";
import { ask, tellAgain } from "#app/join/refusal.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the question, with what was answered before. Without a right code: back to /join. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { language } = await requireAnswers({ context, request });
  // The language they read in is the likeliest to write in.
  return ask({ context, request }, "join.language.title", { before: language ?? (await languageOf(request)) });
}

/** POST { language } → the next question; the same one when something is wrong. */
export async function action({ context, request }: ActionFunctionArgs) {
  const answers = await requireAnswers({ context, request });
  const submission = readForm(await request.formData(), languageForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  return goOn(context, "/join/words", { ...answers, ...submission.value });
}

export default function JoinLanguage() {
  const { before, refused } = useLoaderData<typeof loader>();
  return <LanguageQuestion refused={refused} before={before} />;
}
