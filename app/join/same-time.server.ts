import { setTimeout as sleep } from "node:timers/promises";

/** Longer than any of the look-ups takes on a small machine, short enough not to be felt. */
const SAME_TIME_MS = 300;

/** Does the work and answers no sooner than a fixed time after it began, so that the time tells nothing of what was found. */
export async function inSameTime<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), sleep(SAME_TIME_MS)]);
  return result;
}
