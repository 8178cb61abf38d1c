/** What one member may cost one document, with all their sockets to it and however often they come back. */
import { Bucket } from "./bucket.ts";
import {
  FETCHED_BYTES_BURST, FETCHED_BYTES_PER_SECOND, LOGGED_BYTES_BURST, LOGGED_BYTES_PER_SECOND, WORK_MS_BURST, WORK_MS_PER_SECOND,
} from "./limits.ts";

/** One for each member and document with a socket, or that is not full again yet. */
export class Allowance {
  /** Sockets that share it. */
  sockets = 0;
  readonly work: Bucket;
  readonly logged: Bucket;
  readonly fetched: Bucket;

  /** `at` and `now`: milliseconds of `performance.now()`. */
  constructor(at: number) {
    this.work = new Bucket(WORK_MS_BURST, WORK_MS_PER_SECOND, at);
    this.logged = new Bucket(LOGGED_BYTES_BURST, LOGGED_BYTES_PER_SECOND, at);
    this.fetched = new Bucket(FETCHED_BYTES_BURST, FETCHED_BYTES_PER_SECOND, at);
  }

  /** Milliseconds until the member may write on. */
  wait(now: number): number {
    return Math.max(this.work.wait(now), this.logged.wait(now));
  }

  /** True when it can be forgotten: a fresh one says the same. */
  isUntouched(now: number): boolean {
    return this.sockets === 0 && [this.work, this.logged, this.fetched].every((bucket) => bucket.isFull(now));
  }
}
