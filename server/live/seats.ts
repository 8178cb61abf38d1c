/** Whether the seats of open sockets still stand. */
import { closeCodes } from "#app/live/codes.ts";
import type { Credential } from "#app/session/credential.ts";

import type { Desk } from "./desk.ts";
import type { Seated } from "./documents.ts";
import { SEATS_AT_ONCE } from "./limits.ts";

/** Closes the sockets whose credential opens nothing any more. One that several sockets came in by is asked about once. */
export async function closeEnded(seated: readonly Seated[], ended: Desk["ended"]): Promise<void> {
  const distinct = [...new Map(seated.map(({ credential }) => [keyOf(credential), credential])).values()];
  for (let i = 0; i < distinct.length; i += SEATS_AT_ONCE) {
    const over = new Set((await ended(distinct.slice(i, i + SEATS_AT_ONCE))).map(keyOf));
    for (const { line, credential } of seated) if (over.has(keyOf(credential))) line.close(closeCodes.unseated);
  }
}

/** One sign-in may be several members, one in each session. */
function keyOf({ tokenHash, memberId }: Credential): string {
  return `${tokenHash} ${memberId}`;
}
