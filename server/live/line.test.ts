import { Duplex } from "node:stream";

import { expect, onTestFinished, test, vi } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";

import { beatFrame, frameOf } from "./frames.ts";
import { BACKLOG_BYTES, BEAT_MS, PRESENCE_BACKLOG_BYTES, STALLED_MS } from "./limits.ts";
import { createLine } from "./line.ts";

test("a reader who falls behind still gets what people write, and no presence until they have caught up", () => {
  const { line, network } = openLine();
  line.send(frameOf(new Uint8Array(PRESENCE_BACKLOG_BYTES)));
  const behind = line.backlog;
  line.sendIfQuick(frameOf(Uint8Array.of(103)));
  expect(line.backlog).toBe(behind);
  line.send(frameOf(Uint8Array.of(0)));
  expect(line.backlog).toBe(behind + 3);
  network.takeAll();
  line.sendIfQuick(frameOf(Uint8Array.of(103)));
  network.takeAll();
  expect([line.isOpen, network.took]).toEqual([true, behind + 3 + 3]);
});

test("a reader with too much waiting is told to come back, and let go with all that waited", () => {
  const { line, ws, network } = openLine();
  const close = vi.spyOn(ws, "close");
  for (let sent = 0; sent <= BACKLOG_BYTES && line.isOpen; sent += 64 * 1024) line.send(frameOf(new Uint8Array(64 * 1024)));
  expect(close).toHaveBeenCalledExactlyOnceWith(1013, "too slow");
  expect([line.isOpen, network.destroyed]).toEqual([false, true]);
});

test("a reader who takes nothing for too long is told to come back, however little waits", () => {
  const { line, ws } = openLine();
  const close = vi.spyOn(ws, "close");
  line.send(frameOf(Uint8Array.of(0)));
  line.check(Date.now() + STALLED_MS / 2);
  ws.emit("pong", Buffer.alloc(0));
  expect(line.isOpen).toBe(true);
  line.check(Date.now() + STALLED_MS + 1);
  expect(close).toHaveBeenCalledExactlyOnceWith(1013, "too slow");
  expect(line.isOpen).toBe(false);
});

test("a reader who takes what comes, slowly, is never let go", () => {
  const { line, ws, network } = openLine();
  for (let beats = 1; beats < 10; beats++) {
    line.send(frameOf(new Uint8Array(64 * 1024)));
    network.takeAll();
    line.check(Date.now() + STALLED_MS + 1);
    ws.emit("pong", Buffer.alloc(0));
  }
  expect(line.isOpen).toBe(true);
});

test("a line is pinged at every third beat, and hears a sign of life from us at each since which nothing was said", () => {
  const { line, ws, network } = openLine();
  const word = frameOf(Uint8Array.of(0));
  let now = Date.now();
  const heardAt = (isSpoken: boolean) => {
    if (isSpoken) line.send(word);
    network.takeAll();
    network.said = Buffer.alloc(0);
    line.check((now += BEAT_MS));
    network.takeAll();
    ws.emit("pong", Buffer.alloc(0));
    return [network.said.includes(beatFrame), network.said.includes(PING)];
  };
  expect([false, false, true, true, false, true].map(heardAt)).toEqual([[true, true], [true, false], [false, false], [false, true], [true, false], [false, false]]);
});

test("a line that answers nothing for two beats is cut, unless it is us who do not read", () => {
  const { line, network } = openLine();
  let now = Date.now();
  const beat = () => {
    network.takeAll();
    line.check((now += BEAT_MS));
  };
  line.pause();
  for (let beats = 0; beats < 3; beats++) beat();
  expect(line.isOpen).toBe(true);
  line.resume();
  // What they answered meanwhile is read only now.
  beat();
  beat();
  expect(line.isOpen).toBe(true);
  beat();
  expect([line.isOpen, network.destroyed]).toEqual([false, true]);
});

/** How a ping begins. */
const PING = 0x89;

/** A network that takes nothing until it is told to. */
class Network extends Duplex {
  took = 0;
  said = Buffer.alloc(0);
  #waiting: (() => void)[] = [];

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#waiting.push(() => {
      this.took += chunk.length;
      this.said = Buffer.concat([this.said, chunk]);
      done();
    });
  }

  /** As a TCP socket counts it. */
  get bytesWritten(): number {
    return this.took + this.writableLength;
  }

  takeAll(): void {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next();
  }
}

/** A real WebSocket over it, greeted and idle. */
function openLine() {
  const network = new Network();
  const made: WebSocket[] = [];
  const headers = { upgrade: "websocket", connection: "Upgrade", "sec-websocket-version": "13", "sec-websocket-key": "eW1ob2xpIGxpbmUgdGVzdA==" };
  // ws asks no more of a request than this.
  const request = { method: "GET", url: "/", headers } as unknown as Parameters<WebSocketServer["handleUpgrade"]>[0];
  new WebSocketServer({ noServer: true }).handleUpgrade(request, network, Buffer.alloc(0), (ws) => made.push(ws));
  const [ws] = made;
  if (!ws) throw new Error("The upgrade was refused.");
  onTestFinished(() => ws.terminate());
  network.takeAll();
  network.took = 0;
  return { line: createLine(ws, network), ws, network };
}
