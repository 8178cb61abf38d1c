import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/session/seat.server.ts";
import { roomFor } from "#app/stages/room.server.ts";
import { sourcesOf } from "#app/stages/sources.ts";

/** GET /s/:session/sources → { sources: Source[] } as JSON: the notes that quotes are chosen from, as they stand now. */
export async function loader(args: LoaderFunctionArgs) {
  const room = await roomFor(args.context, await requireMember(args));
  return Response.json({ sources: sourcesOf(room.evidence) });
}
