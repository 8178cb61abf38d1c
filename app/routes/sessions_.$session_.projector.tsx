import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";

import { requireFacilitator } from "#app/host/sign-in.server.ts";
import { languageOf } from "#app/language/language.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { doorOf } from "#app/session/door.server.ts";
import { ProjectorPage } from "#app/stages/projector-page.tsx";
import { roomFor } from "#app/stages/room.server.ts";
import { orAsBefore } from "#app/ui/or-as-before.ts";
import { useAsBefore } from "#app/ui/use-as-before.ts";
import { useNowAndThen } from "#app/ui/use-now-and-then.ts";

export const handle = { bare: true };
export const meta: MetaFunction = () => [{ title: "Ymholi" }];

/** GET /sessions/:session/projector?languages=en|cy|both → the wall of the room, for the team's facilitators; in the reader's language unless the address names another. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const session = await sessionFor(context.db, await requireFacilitator(args), params["session"]);
  const languages = new URL(args.request.url).searchParams.get("languages") === "both" ? ("both" as const) : await languageOf(args.request);
  return { room: await roomFor(context, await requireMember(args)), door: doorOf(session, context.origin), languages };
}

/** Without a connection, or the host's store, the wall stays as it is, and says so. */
export function clientLoader({ request, serverLoader }: ClientLoaderFunctionArgs) {
  return orAsBefore(request, () => serverLoader<typeof loader>());
}

/** Milliseconds. What changes comes to the wall by itself; it only looks whether the host's store still answers. */
const LOOK_EVERY = 15_000;

export default function ProjectorRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { room, door, languages } = loaded;
  useAsBefore(loaded);
  useNowAndThen(LOOK_EVERY);
  return <ProjectorPage room={room} door={door} languages={languages} />;
}
