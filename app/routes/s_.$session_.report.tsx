import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/language/page-title.ts";
import { recordForMember } from "#app/report/link.server.ts";
import { reportPage } from "#app/report/report-page.server.ts";
import { ReportView } from "#app/report/report-view.tsx";
import { requireMember } from "#app/session/seat.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /s/:session/report → the report of a closed session, for everybody who sits in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  return reportPage(await recordForMember(args.context.db, sessionId), args.request);
}

export default function MembersReportRoute() {
  const { report, days } = useLoaderData<typeof loader>();
  return <ReportView report={report} days={days} />;
}
