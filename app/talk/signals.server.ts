/** Signals, refereed: one of each kind a person, shown as counts only. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";
import type { Member } from "#prisma/client.ts";

import { countSignals, standingSignals, type SignalCounts, type SignalKind } from "./signals.ts";

type Seated = Pick<Member, "id" | "sessionId">;

const done: Decided = { ok: true };

/** Taps a signal, or takes one's own back. */
export function tapSignal(desk: Desk, { id: memberId, sessionId }: Seated, kind: SignalKind): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    const [tapped] = standingSignals(await tx.signal.findMany({ where: { sessionId, memberId, kind } }), Date.now());
    const key = { sessionId_memberId_kind: { sessionId, memberId, kind } };
    if (tapped) await tx.signal.delete({ where: key });
    else await tx.signal.upsert({ where: key, create: { sessionId, memberId, kind }, update: { at: new Date() } });
    return done;
  });
}

/** The room has been answered: all signals of this kind come down. */
export function clearSignal(desk: Desk, sessionId: string, kind: SignalKind): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.signal.deleteMany({ where: { sessionId, kind } });
    return done;
  });
}

/** Which signals this member has tapped: for their own page only. */
export async function ownSignals(db: Db, { id: memberId, sessionId }: Seated): Promise<SignalKind[]> {
  return standingSignals(await db.signal.findMany({ where: { sessionId, memberId } }), Date.now());
}

/** The counts for the noticeboard. */
export async function signalCountsOf(db: Db, sessionId: string): Promise<SignalCounts> {
  return countSignals(await db.signal.findMany({ where: { sessionId, member: { removedAt: null } }, select: { kind: true, at: true } }), Date.now());
}
