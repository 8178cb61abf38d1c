/** Whether anybody is at the other end of a socket, and takes what is sent: looked at on each beat. */
import type { Duplex } from "node:stream";

import { ANSWER_MS, PING_BEATS, SLOW_BYTES_PER_SECOND, STALLED_MS } from "./limits.ts";

/** What the socket of an upgrade counts. It is a `net.Socket`, which Node's types do not say. */
export interface Counting {
  /** Bytes that came in, parts of messages included. */
  readonly bytesRead?: number;
  /** Bytes ever handed to it, those that wait included. */
  readonly bytesWritten?: number;
  /** Bytes of the write under way that the system has not taken yet. By its public counts a megabyte is one write, and nothing of it taken before the last byte is. */
  readonly _handle?: { readonly writeQueueSize?: number } | null;
}

/** One for a socket. Times are of `Date.now()`. */
export class Pulse {
  #takenAt = Date.now();
  #read = 0;
  #taken = { whole: 0, left: 0 };
  /** Something waited at the last look. */
  #wasBehind = false;
  /** Bytes that are at the other end for certain: all before a ping that was answered. */
  #arrived = 0;
  /** The first ping since the last sign of life, and the bytes that were on their way before it; null when there is none to wait for. */
  #asked: { readonly at: number; readonly ahead: number } | null = null;
  /** Beats at which it might have been asked. */
  #beats = 0;

  constructor(private readonly socket: Duplex & Counting) {}

  /** Something was sent and not taken at once; so many bytes waited before it. */
  waits(before: number): void {
    if (before === 0) this.#takenAt = Date.now();
  }

  /** What to put into a ping: how far it stands behind all else. Null when none is due; while we do not read, an answer cannot arrive. */
  ask(now: number, isReading: boolean): string | null {
    if (!isReading || this.#beats++ % PING_BEATS > 0) return null;
    const written = this.socket.bytesWritten ?? 0;
    this.#asked ??= { at: now, ahead: written - this.#arrived };
    return String(written);
  }

  /** A pong came, with what was in the ping. */
  answered(ping: string): void {
    const written = Number(ping);
    if (written <= (this.socket.bytesWritten ?? 0)) this.#arrived = Math.max(this.#arrived, written);
    this.#asked = null;
  }

  /** `gone`: no sign of life for longer than the slowest line takes to answer. `stalled`: they take nothing of what waits. */
  look(now: number, isReading: boolean): "well" | "stalled" | "gone" {
    const hasTaken = this.#hasTaken();
    if (hasTaken) this.#takenAt = now;
    if (hasTaken || this.#hasSpoken() || !isReading) this.#asked = null;
    if (this.#asked && now - this.#asked.at > ANSWER_MS + (this.#asked.ahead / SLOW_BYTES_PER_SECOND) * 1_000) return "gone";
    return this.#wasBehind && now - this.#takenAt > STALLED_MS ? "stalled" : "well";
  }

  /** True when some of what waited has been taken. What the system takes by itself into an empty buffer is no sign of anybody. */
  #hasTaken(): boolean {
    const { writableLength, bytesWritten = 0, _handle } = this.socket;
    const before = this.#taken;
    const now = (this.#taken = { whole: bytesWritten - writableLength, left: _handle?.writeQueueSize ?? 0 });
    const wasBehind = this.#wasBehind;
    this.#wasBehind = writableLength > 0;
    return wasBehind && (now.whole > before.whole || now.left < before.left);
  }

  #hasSpoken(): boolean {
    const before = this.#read;
    this.#read = this.socket.bytesRead ?? 0;
    return this.#read > before;
  }
}
