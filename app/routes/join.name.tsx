import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireAnswers } from "#app/join/answers.server.ts";
import { nameForm } from "#app/join/join-form.server.ts";
import { NameQuestion } from "#app/join/person-questions.tsx";
import { ask, tellAgain } from "#app/join/refusal.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the question, with what was answered before. Without a right code: back to /join. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { name } = await requireAnswers({ context, request });
  return ask({ context, request }, "join.name.title", { before: name ?? "" });
}

/** POST { name } → the next question; the same one when something is wrong. */
export async function action({ context, request }: ActionFunctionArgs) {
  const answers = await requireAnswers({ context, request });
  const submission = readForm(await request.formData(), nameForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  return goOn(context, "/join/perspective", { ...answers, ...submission.value });
}

export default function JoinName() {
  const { before, refused } = useLoaderData<typeof loader>();
  return <NameQuestion refused={refused} before={before} />;
}
