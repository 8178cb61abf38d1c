/** Quiet signals to the room (after the "magic words" of p4c Hawai'i: methods S12): anybody may tap one, everybody sees how many did, nobody who. */
import * as z from "zod/mini";

export const signalKinds = ["slow", "again", "break"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** How many have tapped each, on the noticeboard. */
export const signalCountsSchema = z.object({ slow: z.number(), again: z.number(), break: z.number() });
export type SignalCounts = z.infer<typeof signalCountsSchema>;

export const noSignals: SignalCounts = { slow: 0, again: 0, break: 0 };

/** When the first of each kind that stands was tapped, on the noticeboard: server time, milliseconds; null when none stands. */
export const signalsSinceSchema = z.object({ slow: z.nullable(z.number()), again: z.nullable(z.number()), break: z.nullable(z.number()) });
export type SignalsSince = z.infer<typeof signalsSinceSchema>;

/** A signal of one's own, and when it was tapped: server time, milliseconds. */
export interface OwnSignal {
  readonly kind: SignalKind;
  readonly at: number;
}

/**
 * Is one's own signal of this kind up? A page learns of its own only when it taps, so it asks the noticeboard: what was
 * cleared or has faded since is older than all that stands.
 */
export function isUp(own: readonly OwnSignal[], kind: SignalKind, since: SignalsSince): boolean {
  const first = since[kind];
  return first !== null && own.some((one) => one.kind === kind && one.at >= first);
}

/** Milliseconds. What nobody answered for ten minutes is about something else by now. */
export const FADES_AFTER_MS = 600_000;

interface Tapped {
  readonly kind: string;
  readonly at: Date;
}

/** Signals that stand: the faded ones, and kinds of another version, are left out. */
export function standingSignals(tapped: readonly Tapped[], now: number): OwnSignal[] {
  return tapped.filter(({ at }) => now - at.getTime() < FADES_AFTER_MS).flatMap(({ kind, at }) => signalKinds.filter((known) => known === kind).map((known) => ({ kind: known, at: at.getTime() })));
}

/** What the noticeboard tells of these. */
export function signalsTold(standing: readonly OwnSignal[]): { readonly signals: SignalCounts; readonly signalsSince: SignalsSince } {
  const signals = { ...noSignals };
  const signalsSince: SignalsSince = { slow: null, again: null, break: null };
  for (const { kind, at } of standing) {
    signals[kind] += 1;
    signalsSince[kind] = Math.min(at, signalsSince[kind] ?? at);
  }
  return { signals, signalsSince };
}
