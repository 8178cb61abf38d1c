import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { SheetPage } from "#app/session/sheet-page.tsx";
import { sheetOf } from "#app/session/sheet.server.ts";

export const handle = { bare: true };
export const meta = pageTitle;

/** GET → the joining sheet, to print. 404 unless the session's enquiry is the facilitator's. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  return { title: await wordFor(args.request, "session.sheet.title"), sheet: sheetOf(session, args.context.origin) };
}

export default function JoiningSheet() {
  return <SheetPage sheet={useLoaderData<typeof loader>().sheet} />;
}
