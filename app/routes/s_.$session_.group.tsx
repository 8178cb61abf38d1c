import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/session/seat.server.ts";
import { pagesFor } from "#app/stages/groups-room.server.ts";

/** GET /s/:session/group → { group: GroupPages | null }: the member's own small group; with ?id, for a facilitator, that one. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  return { group: await pagesFor(args.context, member, new URL(args.request.url).searchParams.get("id")) };
}
