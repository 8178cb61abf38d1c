import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";

import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { CatchUpPage } from "#app/stages/catch-up-page.tsx";
import { catchUpFor } from "#app/stages/catch-up.server.ts";

export const handle = { still: true };
export const meta = pageTitle;

/** GET /s/:session/catch-up → where we are, what was made, the evidence in brief: for whoever came late or lost the thread. */
export async function loader(args: LoaderFunctionArgs) {
  const catchUp = await catchUpFor(args.context, await requireMember(args), args.request);
  return { title: await wordFor(args.request, "catchUp.title"), catchUp };
}

export default function CatchUpRoute() {
  return <CatchUpPage catchUp={useLoaderData<typeof loader>().catchUp} room={`/s/${useParams()["session"]}`} />;
}
