/** One WebSocket as the hub uses it: whole frames out, written to the raw socket so that one encoding serves all. */
import type { Duplex } from "node:stream";

import { WebSocket } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";

import { beatFrame, joined, pingFrame, type Frame } from "./frames.ts";
import { BACKLOG_BYTES, PRESENCE_BACKLOG_BYTES } from "./limits.ts";
import { Pulse, type Counting } from "./pulse.ts";

export interface Line {
  readonly isOpen: boolean;
  /** Bytes that wait for the other side to take them. */
  readonly backlog: number;
  /** Sends, or closes the line when its reader is too far behind. */
  send(frame: Frame): void;
  /** Sends only to a reader who keeps up: for what may be missed. */
  sendIfQuick(frame: Frame): void;
  /** Until `release`, what is sent waits, to go out in one write. */
  hold(): void;
  release(): void;
  /** Stops and starts reading what the other side sends: it then waits in their network, not in our memory. */
  pause(): void;
  resume(): void;
  close(code: CloseCode, reason?: string): void;
  /**
   * Looks after silence, on each beat: cuts a line that takes nothing for too long, or gives no sign of life for longer than what was
   * sent explains, and gives one of ours where nothing was said since the last beat. `now` is of `Date.now()`.
   */
  check(now: number): void;
}

/** `socket` is the raw socket that `ws` speaks over; the line owns both from here on. */
export function createLine(ws: WebSocket, socket: Duplex): Line {
  return new SocketLine(ws, socket);
}

/** A class, since a letter goes down hundreds of them: what each has of its own lies together in memory. */
class SocketLine implements Line {
  readonly #ws: WebSocket;
  readonly #socket: Duplex;
  readonly #pulse: Pulse;
  /** What waits for `release`; null while nothing has to. */
  #held: Frame[] | null = null;
  /** Nothing was sent since the last beat. */
  #isSilent = true;

  constructor(ws: WebSocket, socket: Duplex) {
    this.#ws = ws;
    this.#socket = socket;
    // Of an upgrade it is a TCP socket, which counts.
    const pulse = new Pulse(socket as Duplex & Counting);
    ws.on("pong", (ping) => pulse.answered(ping.toString()));
    this.#pulse = pulse;
  }

  get isOpen(): boolean {
    return this.#ws.readyState === WebSocket.OPEN;
  }

  get backlog(): number {
    return this.#socket.writableLength;
  }

  send(frame: Frame): void {
    if (!this.isOpen) return;
    if (this.#held) return void this.#held.push(frame);
    this.#isSilent = false;
    this.#socket.write(frame);
    const waiting = this.#socket.writableLength;
    if (waiting === 0) return;
    this.#pulse.waits(waiting - frame.length);
    if (waiting > BACKLOG_BYTES) this.close(closeCodes.tryAgain, "too slow");
  }

  sendIfQuick(frame: Frame): void {
    if (this.#socket.writableLength < PRESENCE_BACKLOG_BYTES) this.send(frame);
  }

  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const frames = this.#held;
    this.#held = null;
    if (frames?.[0]) this.send(joined(frames));
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  close(code: CloseCode, reason = ""): void {
    this.release();
    this.#ws.close(code, reason);
    // A reader who has stopped reading will not answer the close either.
    if (this.#socket.writableLength > PRESENCE_BACKLOG_BYTES) this.#ws.terminate();
  }

  check(now: number): void {
    const isReading = !this.#ws.isPaused;
    const state = this.#pulse.look(now, isReading);
    if (state === "gone") return this.#ws.terminate();
    if (state === "stalled") return this.close(closeCodes.tryAgain, "too slow");
    const ping = this.#pulse.ask(now, isReading);
    this.hold();
    if (this.#isSilent) this.sendIfQuick(beatFrame);
    if (ping !== null) this.send(pingFrame(ping));
    this.release();
    this.#isSilent = true;
  }
}
