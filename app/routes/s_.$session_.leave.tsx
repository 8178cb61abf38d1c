import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { LeavePage } from "#app/join/leaving.tsx";
import { leave } from "#app/join/seating.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";

export const meta = pageTitle;

/** GET → asks whether to leave. */
export async function loader(args: LoaderFunctionArgs) {
  const { sessionId } = await requireMember(args);
  return { title: await wordFor(args.request, "join.leave.title"), sessionId };
}

/** POST → this browser's seat is given up and everything kept on the device is wiped. Leaving twice is harmless. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const setCookie = await leave(context, params["session"] ?? "", request.headers.get("Cookie"));
  return redirect("/join/left", { headers: { "Set-Cookie": setCookie, "Clear-Site-Data": '"storage"' } });
}

export default function Leave() {
  return <LeavePage sessionId={useLoaderData<typeof loader>().sessionId} />;
}
