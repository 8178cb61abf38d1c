import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { evidenceOf } from "#app/evidence/evidence.server.ts";
import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { offeredFrom } from "#app/session/offered.ts";
import { answerPreparing } from "#app/session/prepare-action.server.ts";
import { preparationOf } from "#app/session/prepare.server.ts";
import { PreparePage } from "#app/session/prepare-page.tsx";
import { sessionFor } from "#app/session/session.server.ts";
import { activityChoices } from "#app/stages/beginnings.ts";
import { needingIn } from "#app/stages/needs.server.ts";
import { rehearsalOf } from "#app/stages/rehearsal/rehearsal.server.ts";

export const meta = pageTitle;

/** GET → everything of the session that can be prepared. 404 unless its enquiry is the facilitator's. `?edit=<stage>` opens a stage. */
export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context;
  const facilitator = await requireFacilitator(args);
  const session = await sessionFor(db, facilitator, args.params["session"]);
  const offered = offeredFrom(await evidenceOf(db, session.enquiryId));
  const rehearsalId = await rehearsalOf(db, { sessionId: session.id, facilitatorId: facilitator.id });
  return { title: await formTitle(args.request, "session.prepare.title"), session: await preparationOf(db, session, offered), rehearsalId };
}

/** POST { intent, … } → one change (see session-form.server.ts); 422 for a wrong field, 409 for what cannot be done now. */
export async function action(args: ActionFunctionArgs) {
  const { db } = args.context;
  const facilitator = await requireFacilitator(args);
  const session = await sessionFor(db, facilitator, args.params["session"]);
  const offered = offeredFrom(await evidenceOf(db, session.enquiryId));
  const needing = await needingIn(args.context, session.id);
  const known = activityChoices.map(({ key }) => key);
  return answerPreparing(args.context, { sessionId: session.id, offered, form: await args.request.formData(), activities: known, needing, facilitatorId: facilitator.id });
}

export default function Prepare() {
  const { session, rehearsalId } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return <PreparePage session={session} activities={activityChoices} rehearsalId={rehearsalId} answer={useActionData<typeof action>()} editId={search.get("edit")} saved={search.has("saved")} />;
}
