/** Slow readers, slow writers and ends that are gone, over real TCP. Beats come as the tests say, not as the clock does. */
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";

import { expect, onTestFinished, test } from "vitest";
import { WebSocketServer, type WebSocket } from "ws";

import { until } from "#tests/seats.ts";

import { frameOf } from "./frames.ts";
import { ANSWER_MS, BACKLOG_BYTES, BEAT_MS, PING_BEATS, SLOW_BYTES_PER_SECOND } from "./limits.ts";
import { createLine } from "./line.ts";

/** What a slow reader takes between two beats: of less the system may not tell us at each, since it fills its own buffer first. */
const SIP_BYTES = 1024 * 1024;

test("a reader who takes what waits, however slowly, is not let go, although no ping can have reached them", async () => {
  const { line, far, beat } = await openLine();
  const sent = fill(line);
  expect(line.backlog).toBeGreaterThan(SIP_BYTES);
  for (let got = 0; got < sent; beat()) {
    got += await sip(far, Math.min(SIP_BYTES, sent - got));
    expect([line.isOpen, got]).toEqual([true, got]);
  }
});

test("whoever was sent a lot and takes none of it is let go, though the system took some by itself", async () => {
  const { line, beat } = await openLine();
  fill(line);
  for (let beats = 0; beats < 3; beats++) beat();
  expect(line.isOpen).toBe(false);
});

test("a writer whose large message takes long to arrive is not let go for want of an answer", async () => {
  const { line, near, far, beat } = await openLine();
  far.write(Uint8Array.of(0x82, 0xfe, 0xff, 0xff, 0, 0, 0, 0));
  for (let beats = 0; beats < 5; beats++) {
    const before = near.bytesRead;
    far.write(new Uint8Array(1_000));
    await until(() => near.bytesRead >= before + 1_000);
    beat();
    expect(line.isOpen).toBe(true);
  }
});

test("an end that is gone is found: two beats after it was asked when nothing was on the way, and else when the slowest line would have had it", async () => {
  const { line, beat } = await openLine();
  beat();
  beat();
  expect(line.isOpen).toBe(true);
  beat();
  expect(line.isOpen).toBe(false);

  const other = await openLine();
  const megabyte = 1024 * 1024;
  other.line.send(frameOf(new Uint8Array(megabyte)));
  await until(() => other.line.backlog === 0);
  let beats = 0;
  for (; other.line.isOpen && beats < 100; beats++) other.beat();
  expect(beats).toBe(1 + Math.ceil((ANSWER_MS + (megabyte / SLOW_BYTES_PER_SECOND) * 1_000) / BEAT_MS));
});

test("what was answered before is at the other end: a later silence is not forgiven for it", async () => {
  const { line, near, ws, far, beat } = await openLine();
  line.send(frameOf(new Uint8Array(1024 * 1024)));
  const read: Buffer[] = [];
  far.on("data", (bytes: Buffer) => read.push(bytes)).resume();
  beat();
  await until(() => pingIn(Buffer.concat(read)) !== null);
  far.removeAllListeners("data").pause();
  const ping = pingIn(Buffer.concat(read)) ?? Buffer.alloc(0);
  const answered = once(ws, "pong");
  far.write(Buffer.concat([Buffer.from([0x8a, 0x80 | ping.length, 0, 0, 0, 0]), ping]));
  await answered;
  expect(near.bytesRead).toBeGreaterThan(0);
  for (let beats = 0; beats < PING_BEATS + 1; beats++) beat();
  expect(line.isOpen).toBe(true);
  beat();
  expect(line.isOpen).toBe(false);
});

/** Sends until the system takes no more, and as much again as may wait. */
function fill(line: ReturnType<typeof createLine>): number {
  const frame = frameOf(new Uint8Array(256 * 1024));
  let sent = 0;
  while (line.backlog < BACKLOG_BYTES - frame.length) {
    line.send(frame);
    sent += frame.length;
  }
  return sent;
}

/** Takes at least so many bytes, and then none again. */
async function sip(far: Socket, bytes: number): Promise<number> {
  let got = 0;
  const take = (chunk: Buffer) => (got += chunk.length);
  far.on("data", take).resume();
  await until(() => got >= bytes);
  far.pause().off("data", take);
  return got;
}

/** What the ping at the end of these bytes says; null while there is none. */
function pingIn(bytes: Buffer): Buffer | null {
  const at = bytes.lastIndexOf(0x89);
  const length = bytes[at + 1] ?? 0;
  return at >= 0 && length > 0 && bytes.length === at + 2 + length ? bytes.subarray(at + 2) : null;
}

/** Both ends of a WebSocket: ours as the hub has it, and the bare socket of the other. */
async function openLine() {
  const server = createServer();
  const wss = new WebSocketServer({ noServer: true });
  const opened = new Promise<{ ws: WebSocket; near: Socket }>((resolve) => server.on("upgrade", (req, near: Socket, head) => wss.handleUpgrade(req, near, head, (ws) => resolve({ ws, near }))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server on a port always has such an address.
  const far = connect((server.address() as AddressInfo).port, "127.0.0.1");
  far.write("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eW1ob2xpIGxpbmUgdGVzdA==\r\n\r\n");
  const { ws, near } = await opened;
  await once(far, "data");
  far.pause().on("error", () => {});
  onTestFinished(() => {
    ws.terminate();
    far.destroy();
    server.close();
  });
  const line = createLine(ws, near);
  let now = Date.now();
  return { line, ws, near, far, beat: () => line.check((now += BEAT_MS)) };
}
