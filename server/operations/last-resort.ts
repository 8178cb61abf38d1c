/** What is done about an error that nobody caught. */
import type { Logger } from "pino";

/** What was taken is on disk within this, or never will be. */
const FLUSH_PATIENCE_MS = 5_000;

interface LastResort {
  readonly log: Pick<Logger, "fatal">;
  /** Brings what was taken to disk and lets everything go. */
  readonly close: () => Promise<void>;
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
    close().catch((failed: unknown) => log.fatal({ err: failed }, "closing after uncaught")).finally(() => exit(1));
  };
}
