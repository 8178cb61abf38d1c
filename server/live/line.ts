/** One WebSocket as the hub uses it: whole frames out, written to the raw socket so that one encoding serves all. */
import type { Duplex } from "node:stream";

import { WebSocket } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";

import { joined, pingFrame, type Frame } from "./frames.ts";
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
  /** Looks after silence: cuts a line that takes nothing for too long, or gives no sign of life for longer than what was sent explains. `now` is of `Date.now()`. */
  check(now: number): void;
}

/** `socket` is the raw socket that `ws` speaks over; the line owns both from here on. */
export function createLine(ws: WebSocket, socket: Duplex): Line {
  // Of an upgrade it is a TCP socket, which counts.
  const pulse = new Pulse(socket as Duplex & Counting);
  ws.on("pong", (ping) => pulse.answered(ping.toString()));

  /** What waits for `release`; null while nothing has to. */
  let held: Frame[] | null = null;

  function send(frame: Frame): void {
    if (ws.readyState !== WebSocket.OPEN) return;
    if (held) return void held.push(frame);
    pulse.sending();
    socket.write(frame);
    if (socket.writableLength > BACKLOG_BYTES) close(closeCodes.tryAgain, "too slow");
  }

  function release(): void {
    const frames = held;
    held = null;
    if (frames?.[0]) send(joined(frames));
  }

  function close(code: CloseCode, reason = ""): void {
    release();
    ws.close(code, reason);
    // A reader who has stopped reading will not answer the close either.
    if (socket.writableLength > PRESENCE_BACKLOG_BYTES) ws.terminate();
  }

  return {
    get isOpen() {
      return ws.readyState === WebSocket.OPEN;
    },
    get backlog() {
      return socket.writableLength;
    },
    send,
    sendIfQuick(frame) {
      if (socket.writableLength < PRESENCE_BACKLOG_BYTES) send(frame);
    },
    hold: () => void (held ??= []),
    release,
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close,
    check(now) {
      const state = pulse.look(now, !ws.isPaused);
      if (state === "gone") return ws.terminate();
      if (state === "stalled") return close(closeCodes.tryAgain, "too slow");
      send(pingFrame(pulse.ask(now, !ws.isPaused)));
    },
  };
}
