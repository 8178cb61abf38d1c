import { data, type ActionFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/session/seat.server.ts";
import { answerTalk } from "#app/talk/answer.server.ts";

/** POST a form of app/talk/acts.ts → TalkAnswer as JSON, for a page that stays as it is; 422 with everything typed. */
export async function action(args: ActionFunctionArgs) {
  const answer = await answerTalk(args.context, await requireMember(args), await args.request.formData());
  return data(answer, { status: answer.ok ? 200 : 422 });
}
