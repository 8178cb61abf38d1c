/** The door: who may come in with which code. Wrong, closed and expired codes are told alike, in the same time. */
import type { AppLoadContext } from "@remix-run/node";

import { hashOfToken } from "#app/host/token.server.ts";
import { isDoorOpen } from "#app/session/code.ts";

import { inSameTime } from "./same-time.server.ts";

type Door = Pick<AppLoadContext, "db" | "limits" | "address">;

/** What a try came to. `tooMany`: nothing was looked at; wait so many seconds. */
export type Tried<T> = ({ readonly kind: "in" } & T) | { readonly kind: "wrong" } | { readonly kind: "tooMany"; readonly waitS: number };

/** Tries a nine-digit join code. */
export function tryCode(door: Door, code: string): Promise<Tried<{ code: string }>> {
  return tryDoor(door, async () => {
    const session = await door.db.session.findUnique({ where: { code }, select: { state: true, code: true, doorOpenedAt: true } });
    return session?.state === "open" && isDoorOpen(session) ? { code } : null;
  });
}

/** Tries a personal return code. It opens as long as its member was not removed, after closing too: to read. */
export function tryReturnCode(door: Door, returnCode: string): Promise<Tried<{ memberId: string; sessionId: string }>> {
  return tryDoor(door, async () => {
    const hash = hashOfToken(returnCode);
    const member = await door.db.member.findFirst({ where: { OR: [{ returnCodeHash: hash }, { laterCodeHash: hash }] }, select: { id: true, sessionId: true, removedAt: true } });
    return member && !member.removedAt ? { memberId: member.id, sessionId: member.sessionId } : null;
  });
}

/** Failures of an address are counted, successes never: a whole council may come from one address. */
async function tryDoor<T extends object>({ limits, address }: Door, look: () => Promise<T | null>): Promise<Tried<T>> {
  const tried = await inSameTime(() => limits.join.attempt([address], look));
  return tried.kind === "in" ? { kind: "in", ...tried.found } : tried;
}
