/** What is done about an error that nobody caught. */
import type { Logger } from "pino";

import { STOP_PATIENCE_MS } from "#server/live/limits.ts";

/** Pages are sent away within this, one after the other, so that they do not all break off in the same moment. */
const SPREAD_MS = 2_000;
/** What was taken is on disk within this, before or after the pages have gone, or never will be. */
const FLUSH_PATIENCE_MS = STOP_PATIENCE_MS + SPREAD_MS + STOP_PATIENCE_MS;

interface LastResort {
  readonly log: Pick<Logger, "fatal">;
  /** Brings what was taken to disk, sends the pages away over so many milliseconds at the most, and lets everything go. */
  readonly close: (spreadMsMost: number) => Promise<void>;
  /** `process.exit`; another for tests. */
  readonly exit?: (code: number) => void;
}

/**
 * Nobody knows what state the process is in, so it does not go on: it says what happened, brings to disk what was
 * taken, and ends with 1, to be started again by whatever keeps it (systemd, a container's restart policy).
 */
export function createLastResort({ log, close, exit = (code) => process.exit(code) }: LastResort): (error: unknown) => void {
  let isEnding = false;
  return (error) => {
    log.fatal({ err: error }, "uncaught");
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => exit(1), FLUSH_PATIENCE_MS).unref();
    close(SPREAD_MS).catch((failed: unknown) => log.fatal({ err: failed }, "closing after uncaught")).finally(() => exit(1));
  };
}
