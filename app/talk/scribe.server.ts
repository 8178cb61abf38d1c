import { requireMember } from "#app/session/seat.server.ts";
import type { Member } from "#prisma/client.ts";

import { mayWriteForOthers } from "./talk.server.ts";

/** The member who asks, when they write for others: a scribe or a facilitator. Throws a 404 Response for anybody else who is seated. */
export async function requireScribe(args: Parameters<typeof requireMember>[0]): Promise<Member> {
  const member = await requireMember(args);
  if (!mayWriteForOthers(member)) throw new Response(null, { status: 404 });
  return member;
}
