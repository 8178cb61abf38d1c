/** How late the event loop is: what everybody on this node feels when one piece of work takes too long. */
import { monitorEventLoopDelay } from "node:perf_hooks";

/** A beat comes this often, and is recorded with the time it took, this included. */
const BEAT_MS = 20;
/** Two watches take turns in beginning anew, so that the older one always knows the last half to whole minute. */
const TURN_MS = 30_000;

export interface Lag {
  /** Milliseconds that 99 of 100 beats of the last minute were late at most. */
  p99(): number;
  close(): void;
}

export function watchLag(): Lag {
  let [older, newer] = [startWatch(), startWatch()];

  const timer = setInterval(() => {
    older.reset();
    [older, newer] = [newer, older];
  }, TURN_MS);
  timer.unref();

  return {
    p99: () => (older.count === 0 ? 0 : Math.max(0, older.percentile(99) / 1e6 - BEAT_MS)),
    close() {
      clearInterval(timer);
      older.disable();
      newer.disable();
    },
  };
}

function startWatch() {
  const watch = monitorEventLoopDelay({ resolution: BEAT_MS });
  watch.enable();
  return watch;
}
