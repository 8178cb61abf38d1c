/** Whether a node's line to the others holds: a line that was cut somewhere between says nothing of it for minutes. */
import { ECHO_MS, LINE_SILENT_MS } from "./limits.ts";

interface EchoOptions {
  readonly onUp: () => void;
  /** Says something to oneself. */
  readonly say: () => void;
  /** Makes the line afresh: it may be broken without either end knowing. */
  readonly again: () => void;
}

export interface Echo {
  readonly isUp: boolean;
  /** The line was made afresh: says something. */
  made(): void;
  /** It came back. */
  heard(): void;
  /** The line has visibly gone. */
  down(): void;
  stop(): void;
}

/** The line is up while this node hears itself through it: both ways, and Redis between them. */
export function createEcho({ onUp, say, again }: EchoOptions): Echo {
  let isUp = false;
  let heardAt = performance.now();
  const timer = setInterval(look, ECHO_MS);
  timer.unref();

  function look(): void {
    if (performance.now() - heardAt > LINE_SILENT_MS) {
      isUp = false;
      heardAt = performance.now();
      again();
    } else say();
  }

  return {
    get isUp() {
      return isUp;
    },
    made() {
      heardAt = performance.now();
      say();
    },
    heard() {
      heardAt = performance.now();
      if (isUp) return;
      isUp = true;
      onUp();
    },
    down() {
      isUp = false;
    },
    stop: () => clearInterval(timer),
  };
}
