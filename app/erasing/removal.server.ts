/** The last step of erasing: that no file of the store has the bytes any more. It may have to wait, and is tried again. */
import type { AppLoadContext } from "@remix-run/node";

/**
 * Removes the bytes of all that was erased and still waits for it, in whichever session. Does nothing when nothing waits,
 * or while something reads the tables. Called after each erasing, and each minute by the process.
 */
export async function removeWaiting({ db, live }: Pick<AppLoadContext, "db" | "live">): Promise<void> {
  const waiting = await db.erasure.findMany({ where: { doneAt: { not: null }, removedAt: null }, select: { id: true } });
  if (waiting.length === 0 || !(await live.removeBytes())) return;
  await db.erasure.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { removedAt: new Date() } });
}
