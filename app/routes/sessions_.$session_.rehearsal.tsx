import { redirect, type ActionFunctionArgs } from "@remix-run/node";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { actInRehearsal } from "#app/stages/rehearsal/acting.server.ts";
import { endRehearsal, rehearse } from "#app/stages/rehearsal/rehearsal.server.ts";

/** POST { intent: "end" } → the rehearsal is wiped, and on to what it rehearsed; anything else → the desk of this session's rehearsal, made when there is none. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const facilitator = await requireFacilitator(args);
  const session = await sessionFor(context.db, facilitator, params["session"]);
  if ((await request.formData()).get("intent") === "end") {
    const rehearsed = await endRehearsal(context, session.id);
    return redirect(`/sessions/${rehearsed ?? session.id}`);
  }
  const rehearsalId = await rehearse(context, session, facilitator.id);
  await actInRehearsal(context, rehearsalId);
  return redirect(`/sessions/${rehearsalId}/desk`);
}
