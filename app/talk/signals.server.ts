/** Signals, refereed: one of each kind a person, shown as counts only. */
import type { Db } from "#app/context.server.ts";
import { decide, type Decided, type Desk } from "#app/session/desk.server.ts";
import { stillIn } from "#app/session/people.server.ts";
import type { Member, Prisma } from "#prisma/client.ts";

import { FADES_AFTER_MS, standingSignals, type OwnSignal, type SignalKind } from "./signals.ts";

type Seated = Pick<Member, "id" | "sessionId">;

const done: Decided = { ok: true };

/** Taps a signal, or takes one's own back. */
export async function tapSignal(desk: Desk, { id: memberId, sessionId }: Seated, kind: SignalKind): Promise<Decided> {
  const decided = await decide(desk, sessionId, async (tx) => {
    const [tapped] = standingSignals(await tx.signal.findMany({ where: { sessionId, memberId, kind } }), Date.now());
    const key = { sessionId_memberId_kind: { sessionId, memberId, kind } };
    const at = new Date();
    if (tapped) await tx.signal.delete({ where: key });
    else await tx.signal.upsert({ where: key, create: { sessionId, memberId, kind, at }, update: { at } });
    return done;
  });
  if (decided.ok) tellFading(desk, sessionId, FADES_AFTER_MS);
  return decided;
}

/** Sessions in which a fading is waited for. */
const waiting = new Set<string>();

/** Has every page told when the next signal fades: a room where nothing is decided for ten minutes must not go on asking for a break. */
function tellFading(desk: Desk, sessionId: string, afterMs: number): void {
  if (waiting.has(sessionId)) return;
  waiting.add(sessionId);
  const tell = async () => {
    waiting.delete(sessionId);
    if (!(await decide(desk, sessionId, () => Promise.resolve(done))).ok) return;
    const next = Math.min(...(await standingIn(desk.db, { sessionId })).map(({ at }) => at));
    if (Number.isFinite(next)) tellFading(desk, sessionId, next + FADES_AFTER_MS - Date.now());
  };
  // One that could not be told is told with the next decision.
  setTimeout(() => void tell().catch(() => undefined), afterMs).unref();
}

/** The room has been answered: all signals of this kind come down. */
export function clearSignal(desk: Desk, sessionId: string, kind: SignalKind): Promise<Decided> {
  return decide(desk, sessionId, async (tx) => {
    await tx.signal.deleteMany({ where: { sessionId, kind } });
    return done;
  });
}

/** Which signals this member has tapped: for their own page only. */
export function ownSignals(db: Db, { id: memberId, sessionId }: Seated): Promise<OwnSignal[]> {
  return standingIn(db, { sessionId, memberId });
}

/** Everybody's, of those who are in: the noticeboard counts them. */
export function signalsIn(db: Db, sessionId: string): Promise<OwnSignal[]> {
  return standingIn(db, { sessionId, member: stillIn });
}

async function standingIn(db: Db, where: Prisma.SignalWhereInput): Promise<OwnSignal[]> {
  return standingSignals(await db.signal.findMany({ where, select: { kind: true, at: true } }), Date.now());
}
