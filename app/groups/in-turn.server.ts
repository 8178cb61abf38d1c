/** What moves between small groups and the room is done by one facilitator after the other, on whichever node: two at once could each take away what the other relies on. */
import { setTimeout as pause } from "node:timers/promises";

import type { Db } from "#app/context.server.ts";

/** Milliseconds between two tries, and after which none is made any more: moving takes a fraction of a second. */
const TRY_EVERY = 50;
const PATIENCE = 20_000;
/** Milliseconds that may pass until there is a connection, and until the work is done. */
const LIMITS = { maxWait: 10_000, timeout: 60_000 } as const;

/**
 * Does the work while no other work on the session's small groups is done. Throws when there was no turn to be had;
 * whoever waits holds no connection meanwhile, so that many who press at once cannot use them up.
 */
export async function inTurn<T>(db: Db, sessionId: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const turn = await tryTurn(db, sessionId, work);
    if (turn) return turn.came;
    if (Date.now() > until) throw new Error("Work on the small groups of a session did not end");
    await pause(TRY_EVERY);
  }
}

/** The lock is the transaction's: it goes with it, however it ends. */
function tryTurn<T>(db: Db, sessionId: string, work: () => Promise<T>): Promise<{ readonly came: T } | null> {
  return db.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`groups of ${sessionId}`}, 0)) AS mine`;
    return lock?.mine ? { came: await work() } : null;
  }, LIMITS);
}
