import { data, type ActionFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/session/seat.server.ts";
import { decideByForm } from "#app/stages/rules.server.ts";

/** POST a form as to /s/:session/rules → { agrees? } as JSON, for a page that stays as it is; 409 { problem } when it cannot be. */
export async function action(args: ActionFunctionArgs) {
  const { decided, intent } = await decideByForm(args.context, await requireMember(args), await args.request.formData());
  if (!decided.ok) return data({ problem: decided.problem }, { status: 409 });
  return data(intent === "agree" || intent === "withdraw" ? { agrees: intent === "agree" } : {});
}
