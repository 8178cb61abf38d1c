import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { doorOf } from "#app/session/door.server.ts";
import { ProjectorPage } from "#app/stages/projector-page.tsx";
import { RehearsalBand } from "#app/stages/rehearsal/band.tsx";
import { roomFor } from "#app/stages/room.server.ts";

export const handle = { bare: true };
export const meta: MetaFunction = () => [{ title: "Ymholi" }];

/** GET /sessions/:session/projector?languages=en|cy|both → the wall of the room, for the team's facilitators; in the reader's language unless the address names another. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const session = await sessionFor(context.db, await requireFacilitator(args), params["session"]);
  const languages = new URL(args.request.url).searchParams.get("languages") === "both" ? ("both" as const) : await languageOf(args.request);
  return { room: await roomFor(context, await requireMember(args)), door: doorOf(session, context.origin), languages };
}

export default function ProjectorRoute() {
  const { room, door, languages } = useLoaderData<typeof loader>();
  return <ProjectorPage room={room} door={door} languages={languages} band={room.rehearsal ? <RehearsalBand /> : null} />;
}
