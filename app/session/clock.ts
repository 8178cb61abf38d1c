/**
 * The session's clock. It lives in server time and never cuts anyone off: at zero it only says so.
 * The database has two columns for it, of which exactly one is set.
 */

/** As pages see it. Times are server time, milliseconds since 1970. */
export type Clock = { readonly state: "stopped"; readonly leftMs: number } | { readonly state: "running"; readonly endsAt: number };

/** As `Session` keeps it. */
export interface KeptClock {
  readonly clockEndsAt: Date | null;
  readonly clockLeftMs: number | null;
}

const MINUTE_MS = 60_000;

export function readClock({ clockEndsAt, clockLeftMs }: KeptClock): Clock {
  return clockEndsAt ? { state: "running", endsAt: clockEndsAt.getTime() } : { state: "stopped", leftMs: clockLeftMs ?? 0 };
}

export function keepClock(clock: Clock): KeptClock {
  return clock.state === "running" ? { clockEndsAt: new Date(clock.endsAt), clockLeftMs: null } : { clockEndsAt: null, clockLeftMs: clock.leftMs };
}

/** Milliseconds to zero; negative when the time has run over. */
export function leftOn(clock: Clock, now: number): number {
  return clock.state === "running" ? clock.endsAt - now : clock.leftMs;
}

/** A stopped clock that shows so many minutes. */
export function clockAt(minutes: number): Clock {
  return { state: "stopped", leftMs: minutes * MINUTE_MS };
}

/** Starts a stopped clock; one that runs goes on. */
export function started(clock: Clock, now: number): Clock {
  return clock.state === "running" ? clock : { state: "running", endsAt: now + clock.leftMs };
}

/** Stops a running clock where it is, at zero when it has run over. */
export function paused(clock: Clock, now: number): Clock {
  return { state: "stopped", leftMs: Math.max(0, leftOn(clock, now)) };
}

/** Adds minutes to what is left, or takes them away again (minus), down to zero; after zero, to zero. */
export function extended(clock: Clock, minutes: number, now: number): Clock {
  const leftMs = Math.max(0, Math.max(0, leftOn(clock, now)) + minutes * MINUTE_MS);
  return clock.state === "running" ? { state: "running", endsAt: now + leftMs } : { state: "stopped", leftMs };
}

/** "4:05", or "0:00" when the time has run over. Whole seconds, rounded up, so that it starts at the full minute. */
export function shownTime(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Minutes left at which a running clock is announced: often enough to plan by, rare enough not to interrupt. */
const announced = [5, 2, 1, 0] as const;
export type Announcement = (typeof announced)[number];

/** What to say when the time left went from `before` to `now` (milliseconds); null when no mark was passed. */
export function passed(before: number, now: number): Announcement | null {
  return announced.findLast((minutes) => before > minutes * MINUTE_MS && now <= minutes * MINUTE_MS) ?? null;
}
