/** Slows down one connection that sends too much: its socket is not read until it may go on. Nothing is thrown away. */
import type { Allowance } from "./allowance.ts";
import { Bucket } from "./bucket.ts";
import { CHANGES_BURST, CHANGES_PER_SECOND, WAITING_BYTES } from "./limits.ts";
import type { Line } from "./line.ts";

export interface Valve {
  /** Something came in: a change of so many bytes, or 0 for what goes to no log. */
  took(bytes: number): void;
  /** Judging and applying a change, or answering, took so long. */
  worked(milliseconds: number): void;
  /** So many bytes of what was taken are on disk. */
  kept(bytes: number): void;
  /** The connection is gone. */
  stop(): void;
}

/** `allowance` is shared with the member's other sockets; `now` in milliseconds. */
export function createValve(line: Pick<Line, "pause" | "resume">, allowance: Allowance, now: () => number = () => performance.now()): Valve {
  const changes = new Bucket(CHANGES_BURST, CHANGES_PER_SECOND, now());
  let waiting = 0;
  let timer: NodeJS.Timeout | null = null;
  let isShut = false;
  let isOver = false;

  function look(): void {
    timer = null;
    if (isOver) return;
    const at = now();
    const wait = Math.max(changes.wait(at), allowance.wait(at));
    const shut = wait > 0 || waiting > WAITING_BYTES;
    if (shut !== isShut) line[shut ? "pause" : "resume"]();
    isShut = shut;
    if (wait > 0) timer = setTimeout(look, wait);
  }

  // Whoever spent all of it on another socket begins shut.
  look();

  return {
    took(bytes) {
      waiting += bytes;
      changes.spend(1, now());
      allowance.logged.spend(bytes, now());
      if (!timer) look();
    },
    worked(milliseconds) {
      allowance.work.spend(milliseconds, now());
      if (!timer) look();
    },
    kept(bytes) {
      waiting -= bytes;
      if (isShut && !timer) look();
    },
    stop() {
      isOver = true;
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
