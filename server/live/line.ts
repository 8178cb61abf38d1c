/** One WebSocket as the hub uses it: whole frames out, written to the raw socket so that one encoding serves all. */
import type { Duplex } from "node:stream";

import { WebSocket } from "ws";

import type { CloseCode } from "#app/live/codes.ts";

import type { Frame } from "./frames.ts";
import { BACKLOG_BYTES, PRESENCE_BACKLOG_BYTES, STALLED_MS } from "./limits.ts";

export interface Line {
  readonly isOpen: boolean;
  /** Bytes that wait for the other side to take them. */
  readonly backlog: number;
  /** Sends, or closes the line when its reader is too far behind. */
  send(frame: Frame): void;
  /** Sends only to a reader who keeps up: for what may be missed. */
  sendIfQuick(frame: Frame): void;
  /** Stops and starts reading what the other side sends: it then waits in their network, not in our memory. */
  pause(): void;
  resume(): void;
  close(code: CloseCode, reason?: string): void;
  /** Looks after silence: cuts a line that took nothing for too long or does not answer. */
  check(now: number): void;
}

/** `socket` is the raw socket that `ws` speaks over; the line owns both from here on. */
export function createLine(ws: WebSocket, socket: Duplex): Line {
  let takenAt = Date.now();
  let answered = true;
  socket.on("drain", () => (takenAt = Date.now()));
  ws.on("pong", () => (answered = true));

  function close(code: CloseCode, reason = ""): void {
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
    send(frame) {
      if (ws.readyState !== WebSocket.OPEN) return;
      if (socket.writableLength === 0) takenAt = Date.now();
      socket.write(frame);
      if (socket.writableLength > BACKLOG_BYTES) close(1013, "too slow");
    },
    sendIfQuick(frame) {
      if (socket.writableLength < PRESENCE_BACKLOG_BYTES) this.send(frame);
    },
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close,
    check(now) {
      const stalled = socket.writableLength > 0 && now - takenAt > STALLED_MS;
      // While we do not read, their answer cannot arrive.
      if (!answered && !ws.isPaused) return ws.terminate();
      if (stalled) return close(1013, "too slow");
      answered = false;
      if (ws.readyState === WebSocket.OPEN) ws.ping();
    },
  };
}
