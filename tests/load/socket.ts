/**
 * A WebSocket client that costs next to nothing, so that three thousand fit beside the server on two cores:
 * frames are read where they lie, and long ones nobody wants are counted and passed over.
 */
import { connect, type Socket } from "node:net";

export interface LightSocketOptions {
  readonly port: number;
  /** With the query: "/live/document/…?v=1". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Frames longer than this arrive as their first bytes only; `Infinity` keeps them whole. */
  readonly longest: number;
  readonly opened: () => void;
  /** `bytes` is the frame's whole length; the payload is valid only during the call. */
  readonly heard: (payload: Buffer, bytes: number) => void;
  /** The close code; 1006 when the line just broke, 0 when the upgrade was refused. */
  readonly closed: (code: number) => void;
}

const HEAD_BYTES = 128;
const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const NOTHING = Buffer.alloc(0);
/** Every socket reads into the same memory: what came is taken apart, or copied, before the next one reads. */
const READ_BUFFER = Buffer.alloc(256 * 1024);

export class LightSocket {
  readonly #socket: Socket;
  #rest: Buffer = NOTHING;
  /** Set while a long frame passes by. */
  #passing: { head: Buffer; bytes: number; left: number } | null = null;
  #isOpen = false;
  #code: number | null = null;

  constructor(private readonly options: LightSocketOptions) {
    const onread = { buffer: READ_BUFFER, callback: (bytes: number) => this.#read(READ_BUFFER.subarray(0, bytes)) };
    this.#socket = connect({ port: options.port, host: "127.0.0.1", noDelay: true, onread });
    this.#socket.on("connect", () => this.#socket.write(request(options)));
    this.#socket.on("error", () => this.#socket.destroy());
    this.#socket.on("close", () => options.closed(this.#code ?? (this.#isOpen ? 1006 : 0)));
  }

  send(payload: Uint8Array): void {
    if (this.#isOpen) this.#socket.write(frame(OPCODE.binary, payload));
  }

  /** Stops reading for good, as a phone in a lift does. */
  stopReading(): void {
    this.#socket.pause();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** True: go on reading. */
  #read(chunk: Buffer): boolean {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    this.#rest = this.#isOpen ? this.#readFrames(data) : this.#readAnswer(data);
    return true;
  }

  /** The server's answer to the upgrade, and what came with it. Tells what was left over. */
  #readAnswer(data: Buffer): Buffer {
    const end = data.indexOf("\r\n\r\n");
    if (end === -1) return Buffer.from(data);
    if (!data.subarray(0, 12).toString("latin1").endsWith("101")) {
      this.destroy();
      return NOTHING;
    }
    this.#isOpen = true;
    this.options.opened();
    return this.#readFrames(data.subarray(end + 4));
  }

  /** Tells what was left over. */
  #readFrames(data: Buffer): Buffer {
    let at = 0;
    while (at < data.length) {
      if (this.#passing) {
        at += this.#pass(data.length - at);
        continue;
      }
      const size = sizeAt(data, at);
      if (!size) break;
      const start = at + size.header;
      if (data.length - start >= size.payload) {
        this.#take((data[at] ?? 0) & 15, data.subarray(start, start + size.payload), size.payload);
        at = start + size.payload;
      } else if (size.payload > this.options.longest && data.length - start >= HEAD_BYTES) {
        this.#passing = { head: Buffer.from(data.subarray(start, start + HEAD_BYTES)), bytes: size.payload, left: size.payload };
        at = start;
      } else break;
    }
    return at === data.length ? NOTHING : Buffer.from(data.subarray(at));
  }

  #pass(there: number): number {
    const passing = this.#passing;
    if (!passing) return 0;
    const took = Math.min(there, passing.left);
    passing.left -= took;
    if (passing.left > 0) return took;
    this.#passing = null;
    this.options.heard(passing.head, passing.bytes);
    return took;
  }

  #take(opcode: number, payload: Buffer, bytes: number): void {
    if (opcode === OPCODE.ping) this.#socket.write(frame(OPCODE.pong, payload));
    else if (opcode === OPCODE.close) {
      this.#code = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.#socket.end();
    } else if (opcode === OPCODE.binary) this.options.heard(payload, bytes);
  }
}

/** Header and payload length of the frame at `at`; null when its header has not all arrived. */
function sizeAt(data: Buffer, at: number): { header: number; payload: number } | null {
  const there = data.length - at;
  if (there < 2) return null;
  const short = (data[at + 1] ?? 0) & 127;
  if (short < 126) return { header: 2, payload: short };
  if (short === 126) return there < 4 ? null : { header: 4, payload: data.readUInt16BE(at + 2) };
  return there < 10 ? null : { header: 10, payload: Number(data.readBigUInt64BE(at + 2)) };
}

/** Masked with zeros, which RFC 6455 allows and which costs nothing. */
function frame(opcode: number, payload: Uint8Array): Buffer {
  const short = payload.length < 126;
  const header = short ? 6 : payload.length < 65_536 ? 8 : 14;
  const made = Buffer.alloc(header + payload.length);
  made[0] = 0x80 | opcode;
  made[1] = 0x80 | (short ? payload.length : header === 8 ? 126 : 127);
  if (header === 8) made.writeUInt16BE(payload.length, 2);
  if (header === 14) made.writeBigUInt64BE(BigInt(payload.length), 2);
  made.set(payload, header);
  return made;
}

function request({ port, path, headers }: LightSocketOptions): string {
  const all = {
    Host: `127.0.0.1:${port}`,
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "eW1ob2xpIGJlbmNobWFyaw==",
    Origin: `http://127.0.0.1:${port}`,
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${path} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}
