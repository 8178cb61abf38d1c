import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { goOn } from "#app/join/answers.server.ts";
import { ReturnQuestion } from "#app/join/code-questions.tsx";
import { tryReturnCode } from "#app/join/door.server.ts";
import { refuseTry, returnForm } from "#app/join/join-form.server.ts";
import { comeBack } from "#app/join/seating.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm, refuse } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /join/return → asks for the personal return code. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { title: await formTitle(request, "join.return.title") };
}

/** POST { returnCode } → the room, as the same member; 422 or 429 as with the join code. */
export async function action({ context, request }: ActionFunctionArgs) {
  const submission = readForm(await request.formData(), returnForm);
  if (submission.status !== "success") return refuse(submission);
  const tried = await tryReturnCode(context, submission.value.returnCode);
  if (tried.kind !== "in") return refuseTry(submission, tried, { returnCode: ["join.problem.returnCode"] });
  const setCookie = await comeBack(context, tried.memberId, request.headers.get("Cookie"));
  return goOn(context, `/s/${tried.sessionId}`, null, setCookie);
}

export default function JoinReturn() {
  return <ReturnQuestion refused={useActionData<typeof action>()} />;
}
