import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { wordFor } from "#app/language/page-title.server.ts";
import { pageTitle } from "#app/language/page-title.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { roomFor } from "#app/stages/room.server.ts";
import { SpotlightPage } from "#app/stages/spotlight/spotlight-page.tsx";
import { decideOnSpotlight } from "#app/stages/spotlight/spotlight.server.ts";

export const meta = pageTitle;

/** GET ?item=<item> → what can be put on everybody's screens. 404 unless the session's enquiry is the facilitator's. */
export async function loader(args: LoaderFunctionArgs) {
  await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  return { title: await wordFor(args.request, "spotlight.choose"), room: await roomFor(args.context, await requireMember(args)) };
}

/** POST { intent: "showPassage" | "showLimitations" | "takeDown", … } → back here; 409 when there is no such passage. */
export async function action(args: ActionFunctionArgs) {
  const session = await sessionFor(args.context.db, await requireFacilitator(args), args.params["session"]);
  const decided = await decideOnSpotlight(args.context, session.id, await args.request.formData());
  if (decided?.ok) return redirect(`/sessions/${session.id}/spotlight`);
  return data({ problem: decided?.problem ?? ("spotlight.gone" as const) }, { status: 409 });
}

export default function SpotlightRoute() {
  const [search] = useSearchParams();
  return <SpotlightPage room={useLoaderData<typeof loader>().room} itemId={search.get("item")} problem={useActionData<typeof action>()?.problem} />;
}
