/** Slows down one connection that sends too much: its socket is not read until it may go on. Nothing is thrown away. */
import { Bucket } from "./bucket.ts";
import { CHANGES_BURST, CHANGES_PER_SECOND, WAITING_BYTES, WORK_MS_BURST, WORK_MS_PER_SECOND } from "./limits.ts";
import type { Line } from "./line.ts";

export interface Valve {
  /** A change of so many bytes came in. */
  took(bytes: number): void;
  /** Judging and applying a change took so long. */
  worked(milliseconds: number): void;
  /** So many bytes of what was taken are on disk. */
  kept(bytes: number): void;
}

export function createValve(line: Pick<Line, "pause" | "resume">, now: () => number = () => performance.now()): Valve {
  const changes = new Bucket(CHANGES_BURST, CHANGES_PER_SECOND, now());
  const work = new Bucket(WORK_MS_BURST, WORK_MS_PER_SECOND, now());
  let waiting = 0;
  let timer: NodeJS.Timeout | null = null;
  let isShut = false;

  function look(): void {
    timer = null;
    const at = now();
    const wait = Math.max(changes.wait(at), work.wait(at));
    const shut = wait > 0 || waiting > WAITING_BYTES;
    if (shut !== isShut) line[shut ? "pause" : "resume"]();
    isShut = shut;
    if (wait > 0) timer = setTimeout(look, wait);
  }

  return {
    took(bytes) {
      waiting += bytes;
      changes.spend(1, now());
      if (!timer) look();
    },
    worked(milliseconds) {
      work.spend(milliseconds, now());
      if (!timer) look();
    },
    kept(bytes) {
      waiting -= bytes;
      if (isShut && !timer) look();
    },
  };
}
