import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { goOn, requireAnswers } from "#app/join/answers.server.ts";
import { perspectiveForm } from "#app/join/join-form.server.ts";
import { PerspectiveQuestion } from "#app/join/person-questions.tsx";
import { ask, tellAgain } from "#app/join/refusal.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the question, with what was answered before. Without a right code: back to /join. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { perspective } = await requireAnswers({ context, request });
  return ask({ context, request }, "join.perspective.title", { before: perspective ?? "" });
}

/** POST { perspective } → the next question; the same one when something is wrong. */
export async function action({ context, request }: ActionFunctionArgs) {
  const answers = await requireAnswers({ context, request });
  const submission = readForm(await request.formData(), perspectiveForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  return goOn(context, "/join/language", { ...answers, ...submission.value });
}

export default function JoinPerspective() {
  const { before, refused } = useLoaderData<typeof loader>();
  return <PerspectiveQuestion refused={refused} before={before} />;
}
