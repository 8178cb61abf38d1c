import type { LoaderFunctionArgs } from "@remix-run/node";

import { groupNumbers } from "#app/groups/groups.server.ts";
import { requireMember } from "#app/session/seat.server.ts";
import { pagesFor } from "#app/stages/groups-room.server.ts";

/** GET /s/:session/group → { group: GroupPages | null, numbers }: the member's own small group, or with ?id, for a facilitator, that one; and the number of each group of the session by its id. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const [group, numbers] = await Promise.all([pagesFor(args.context, member, new URL(args.request.url).searchParams.get("id")), groupNumbers(args.context.db, member.sessionId)]);
  return { group, numbers };
}
