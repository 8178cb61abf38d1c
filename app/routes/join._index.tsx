import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { begin, goOn, joiningOf } from "#app/join/answers.server.ts";
import { CodeQuestion } from "#app/join/code-questions.tsx";
import { tryCode } from "#app/join/door.server.ts";
import { codeForm } from "#app/join/join-form.server.ts";
import { ask, tellAgain, tooMany } from "#app/join/refusal.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { shownCode } from "#app/session/code.ts";
import { readForm } from "#app/ui/form.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /join → the first question. `?code=` (from the QR) is taken out of the address and offered in the box. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const scanned = searchParams.get("code");
  if (scanned !== null) return goOn(context, "/join", { step: "scanned", code: scanned.slice(0, 20) });
  const joining = await joiningOf({ context, request });
  const code = joining && "code" in joining ? shownCode(joining.code) : "";
  return ask({ context, request }, "join.code.title", { code, doorClosed: searchParams.has("closed") });
}

/** POST { code } → the next question; the same one when it opens no session; 429 with the seconds to wait after too many. */
export async function action({ context, request }: ActionFunctionArgs) {
  const submission = readForm(await request.formData(), codeForm);
  if (submission.status !== "success") return tellAgain({ context, request }, submission.reply());
  const tried = await tryCode(context, submission.value.code);
  if (tried.kind === "tooMany") return tooMany(submission.reply({ formErrors: ["join.problem.tooMany"] }), tried.waitS);
  if (tried.kind === "wrong") return tellAgain({ context, request }, submission.reply({ fieldErrors: { code: ["join.problem.code"] } }));
  return goOn(context, "/join/name", begin(tried.code, await joiningOf({ context, request })));
}

export default function Join() {
  const { code, doorClosed, refused } = useLoaderData<typeof loader>();
  return <CodeQuestion refused={useActionData<typeof action>() ?? refused} code={code} doorClosed={doorClosed} />;
}
