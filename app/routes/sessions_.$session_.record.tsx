import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/language/page-title.ts";
import { RecordView } from "#app/report/record-view.tsx";
import { closedSessionFor, recordPage } from "#app/report/report-page.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /sessions/:session/record → everything that was kept of a closed session, for the team, to be read. */
export async function loader(args: LoaderFunctionArgs) {
  const { record } = await closedSessionFor(args);
  return recordPage(record, args.request);
}

export default function RecordRoute() {
  const { record, times, withdrawn } = useLoaderData<typeof loader>();
  return <RecordView record={record} times={times} withdrawn={withdrawn} />;
}
