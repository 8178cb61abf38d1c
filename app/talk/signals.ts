/** Quiet signals to the room (after the "magic words" of p4c Hawai'i: methods S12): anybody may tap one, everybody sees how many did, nobody who. */
import * as z from "zod/mini";

export const signalKinds = ["slow", "again", "break"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** How many have tapped each, on the noticeboard. */
export const signalCountsSchema = z.object({ slow: z.number(), again: z.number(), break: z.number() });
export type SignalCounts = z.infer<typeof signalCountsSchema>;

export const noSignals: SignalCounts = { slow: 0, again: 0, break: 0 };

/** Milliseconds. What nobody answered for ten minutes is about something else by now. */
export const FADES_AFTER_MS = 600_000;

interface Tapped {
  readonly kind: string;
  readonly at: Date;
}

/** Signals that stand: the faded ones, and kinds of another version, are left out. */
export function standingSignals(tapped: readonly Tapped[], now: number): SignalKind[] {
  return tapped.filter(({ at }) => now - at.getTime() < FADES_AFTER_MS).flatMap(({ kind }) => signalKinds.filter((known) => known === kind));
}

export function countSignals(tapped: readonly Tapped[], now: number): SignalCounts {
  const counts = { ...noSignals };
  for (const kind of standingSignals(tapped, now)) counts[kind] += 1;
  return counts;
}
