import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/language/page-title.ts";
import { reportLink } from "#app/report/link.server.ts";
import { closedSessionFor, reportPage } from "#app/report/report-page.server.ts";
import { ReportView } from "#app/report/report-view.tsx";
import { ShareCard } from "#app/report/share-card.tsx";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /sessions/:session/report → the report of a closed session for the team, with the link to share. */
export async function loader(args: LoaderFunctionArgs) {
  const { session, record } = await closedSessionFor(args);
  return { ...(await reportPage(record, args.request)), sessionId: session.id, link: reportLink(session, args.context) };
}

export default function ReportRoute() {
  const { report, days, link, sessionId } = useLoaderData<typeof loader>();
  return <ReportView report={report} days={days}><ShareCard link={link} sessionId={sessionId} /></ReportView>;
}
