import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useParams } from "@remix-run/react";

import { problemTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { RefusedAct } from "#app/stages/refused-act.tsx";
import { decideByForm } from "#app/stages/rules.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET → the room: this address is for buttons only. After a refused post it is asked for the page's title. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  if (args.request.headers.get("Content-Type") === null) throw redirect(`/s/${sessionId}`);
  return { title: await problemTitle(args.request, "rules.title") };
}

/** POST { intent: agree | withdraw | agreeRules | openRules } → back to the room; 409 { problem } when it cannot be. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const { decided } = await decideByForm(args.context, member, await args.request.formData());
  return decided.ok ? redirect(`/s/${member.sessionId}`) : data({ problem: decided.problem }, { status: 409 });
}

export default function RulesRoute() {
  return <RefusedAct problem={useActionData<typeof action>()?.problem} back={`/s/${useParams()["session"]}`} />;
}
