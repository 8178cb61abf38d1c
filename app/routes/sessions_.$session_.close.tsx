import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { readBilingual } from "#app/language/bilingual.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { formTitle } from "#app/language/page-title.server.ts";
import { ClosePage } from "#app/report/close-page.tsx";
import { closeSession, whyNotClose } from "#app/report/close.server.ts";
import { sessionFor } from "#app/session/session.server.ts";

export const meta = pageTitle;

/** GET /sessions/:session/close → asks before closing for good. A closed session leads to its report. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params, request } = args;
  const session = await sessionFor(context.db, await requireFacilitator(args), params["session"]);
  if (session.state === "closed") return redirect(`/sessions/${session.id}/report`);
  const problem = await whyNotClose(context.db, session.id);
  return { title: await formTitle(request, "report.close.title"), id: session.id, session: readBilingual(session.title), problem };
}

/** POST /sessions/:session/close → closes it and leads to the report; { problem } while a round is open or before it was opened. */
export async function action(args: ActionFunctionArgs) {
  const { context, params } = args;
  const session = await sessionFor(context.db, await requireFacilitator(args), params["session"]);
  const closed = await closeSession(context, session.id);
  return closed.ok ? redirect(`/sessions/${session.id}/report`) : data({ problem: closed.problem }, { status: 409 });
}

export default function CloseRoute() {
  const { id, session, problem } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ClosePage sessionId={id} title={session} problem={answer?.problem ?? problem} />;
}
