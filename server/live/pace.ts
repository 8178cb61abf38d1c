/**
 * When a room is ready for its next tick. It waits longer the more sockets there are, on a machine that is slow in telling
 * them, and when the room has caused more work than its share: then its people wait, and those of other rooms do not.
 */
import { Bucket } from "./bucket.ts";
import { GATHER_MS, ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, TICK_FREE_SOCKETS, TICK_MS_CROWD, TICK_MS_MOST, TICK_MS_PER_SOCKET, TICK_PER_BROADCAST } from "./limits.ts";

/** One for a room. `now` in milliseconds. */
export class Pace {
  #begunAt = Number.NEGATIVE_INFINITY;
  #broadcastMs = 0;
  readonly #work: Bucket;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#work = new Bucket(ROOM_WORK_MS_BURST, ROOM_WORK_MS_PER_SECOND, now());
  }

  /** A tick begins; tells when that is. */
  begin(): number {
    return (this.#begunAt = this.now());
  }

  /** Judging and applying a tick's changes took so long. */
  worked(milliseconds: number): void {
    this.#work.spend(milliseconds, this.now());
  }

  /** Telling all sockets took so long, other things in between included. */
  broadcastTook(milliseconds: number): void {
    this.#broadcastMs = milliseconds;
  }

  /**
   * Milliseconds until the room is ready for the next tick, with so many sockets; the committer then gathers for a while, too. Ask when the
   * first of its changes has come: what others write meanwhile goes with it.
   */
  wait(sockets: number): number {
    const gathering = Math.min(TICK_MS_CROWD, (sockets - TICK_FREE_SOCKETS) * TICK_MS_PER_SOCKET);
    const breath = Math.min(TICK_MS_MOST, this.#broadcastMs * TICK_PER_BROADCAST);
    const now = this.now();
    return Math.max(Math.max(gathering, this.#begunAt + breath - now) - GATHER_MS, this.#work.wait(now));
  }
}
