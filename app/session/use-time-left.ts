import { useEffect, useState } from "react";

import { leftOn, passed, type Announcement, type Clock } from "./clock.ts";

/** Twice a second: no second on the clock is skipped, and a phone hardly notices. */
const TICK_MS = 500;

interface TimeLeft {
  /** Whole seconds to zero, as milliseconds; negative when the time has run over. */
  readonly leftMs: number;
  /** The mark just passed, for a polite region; null until there is one. */
  readonly passed: Announcement | null;
}

/** Follows a clock in server time. `serverNow` must keep its identity from render to render. */
export function useTimeLeft(clock: Clock, serverNow: () => number): TimeLeft {
  const [time, setTime] = useState<TimeLeft>(() => ({ leftMs: wholeSeconds(leftOn(clock, serverNow())), passed: null }));
  const endsAt = clock.state === "running" ? clock.endsAt : null;
  const stoppedAt = clock.state === "stopped" ? clock.leftMs : null;
  // An effect because time goes by outside React.
  useEffect(() => {
    if (endsAt === null) return setTime({ leftMs: stoppedAt ?? 0, passed: null });
    let before = endsAt - serverNow();
    setTime({ leftMs: wholeSeconds(before), passed: null });
    const tick = setInterval(() => {
      const now = endsAt - serverNow();
      const mark = passed(before, now);
      before = now;
      setTime((shown) => follow(shown, { leftMs: wholeSeconds(now), passed: mark ?? shown.passed }));
    }, TICK_MS);
    return () => clearInterval(tick);
  }, [endsAt, stoppedAt, serverNow]);
  return time;
}

/** The same object when nothing that is shown has changed, so that React rests. */
function follow(shown: TimeLeft, next: TimeLeft): TimeLeft {
  return shown.leftMs === next.leftMs && shown.passed === next.passed ? shown : next;
}

function wholeSeconds(ms: number): number {
  return Math.ceil(ms / 1000) * 1000;
}
