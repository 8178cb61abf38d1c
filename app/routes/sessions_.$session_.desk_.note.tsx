import { data, type ActionFunctionArgs } from "@remix-run/node";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { keepDeskNote } from "#app/session/desk-notes.server.ts";
import { sessionFor } from "#app/session/session.server.ts";

/** POST { text }, the facilitator's notes to self as they type → {} once they are on disk; 422 { problem } when they are too long. 404 unless the session's enquiry is theirs. */
export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const facilitator = await requireFacilitator(args);
  const { id: sessionId } = await sessionFor(db, facilitator, args.params["session"]);
  const kept = await keepDeskNote(db, { sessionId, facilitatorId: facilitator.id }, await args.request.formData());
  return kept ? data({}) : data({ problem: "common.problem.tooLong" }, { status: 422 });
}
