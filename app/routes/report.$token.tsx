import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { pageTitle } from "#app/language/page-title.ts";
import { recordByToken } from "#app/report/link.server.ts";
import { reportPage, unlisted } from "#app/report/report-page.server.ts";
import { ReportView } from "#app/report/report-view.tsx";

export const handle = { still: true };
export const headers = () => unlisted;

export function meta(args: { readonly data?: unknown }) {
  return [...pageTitle(args), { name: "robots", content: "noindex, nofollow" }];
}

/** GET /report/:token → the report, for whoever has the link: no sign-in, no names, no search engines. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return data(await reportPage(await recordByToken(context.db, params["token"]), request), { headers: unlisted });
}

export default function PublicReportRoute() {
  const { report, days } = useLoaderData<typeof loader>();
  return <ReportView report={report} days={days} />;
}
