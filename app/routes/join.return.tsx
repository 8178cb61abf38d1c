import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { goOn } from "#app/join/answers.server.ts";
import { ReturnQuestion } from "#app/join/code-questions.tsx";
import { tryReturnCode } from "#app/join/door.server.ts";
import { returnForm } from "#app/join/join-form.server.ts";
import { ask, tellAgain, tooMany } from "#app/join/refusal.server.ts";
import { comeBack } from "#app/join/seating.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /join/return → asks for the personal return code. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return ask({ context, request }, "join.return.title", {});
}

/** POST { returnCode, shared? } → the room, as the same member; otherwise as with the join code. */
export async function action({ context, request }: ActionFunctionArgs) {
  const submission = readForm(await request.formData(), returnForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  const tried = await tryReturnCode(context, submission.value.returnCode);
  if (tried.kind === "tooMany") return tooMany(submission.reply({ formErrors: ["join.problem.tooMany"] }), tried.waitS);
  if (tried.kind === "wrong") return tellAgain({ context, request }, submission.reply({ fieldErrors: { returnCode: ["join.problem.returnCode"] } }));
  const setCookie = await comeBack(context, { memberId: tried.memberId, cookies: request.headers.get("Cookie"), sharedDevice: submission.value.shared });
  return goOn(context, `/s/${tried.sessionId}`, null, setCookie);
}

export default function JoinReturn() {
  const { refused } = useLoaderData<typeof loader>();
  return <ReturnQuestion refused={useActionData<typeof action>() ?? refused} />;
}
