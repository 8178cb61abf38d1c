/** Frames as bytes: encoded once, written to any number of sockets. */
import * as encoding from "lib0/encoding";

import { messages } from "#app/live/codes.ts";

/** A whole WebSocket frame, or several, header included, ready for the raw socket. */
export type Frame = Buffer & { readonly frame: true };

/** With the bit that says that it is the whole message. */
const opcodes = { binary: 0x82, ping: 0x89 } as const;

/** A message, as RFC 6455 5.2 has it from a server: unmasked, never compressed. */
export const frameOf = (payload: Uint8Array): Frame => framed(opcodes.binary, payload);

/** What comes back in the pong; 125 bytes at the most. */
export const pingFrame = (text: string): Frame => framed(opcodes.ping, Buffer.from(text));

/** Several in one write. */
export function joined(frames: readonly Frame[]): Frame {
  const [first, second] = frames;
  // Frames one after the other are as good as one.
  return first && !second ? first : (Buffer.concat(frames) as Frame);
}

function framed(opcode: number, payload: Uint8Array): Frame {
  const header = payload.length < 126 ? 2 : payload.length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + payload.length);
  frame[0] = opcode;
  if (header === 2) frame[1] = payload.length;
  if (header === 4) frame[1] = 126;
  if (header === 4) frame.writeUInt16BE(payload.length, 2);
  if (header === 10) frame[1] = 127;
  if (header === 10) frame.writeBigUInt64BE(BigInt(payload.length), 2);
  frame.set(payload, header);
  // The brand says that the header is there.
  return frame as Frame;
}

/** y-protocols' sync messages: 0 asks with a state vector, 1 answers, 2 brings a change. */
const sync = { step1: 0, step2: 1, update: 2 } as const;
export type SyncStep = (typeof sync)[keyof typeof sync];

function syncFrame(step: SyncStep, bytes: Uint8Array): Frame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messages.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, bytes);
  return frameOf(encoding.toUint8Array(encoder));
}

export const askFrame = (stateVector: Uint8Array): Frame => syncFrame(sync.step1, stateVector);

const states = new WeakMap<Uint8Array, Frame>();

/** The same bytes give the same frame: hundreds who join one document within seconds share one copy of it. */
export function stateFrame(update: Uint8Array): Frame {
  const frame = states.get(update) ?? syncFrame(sync.step2, update);
  states.set(update, frame);
  return frame;
}

export const updateFrame = (update: Uint8Array): Frame => syncFrame(sync.update, update);

export function ackFrame(count: number): Frame {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messages.ack);
  encoding.writeVarUint(encoder, count);
  return frameOf(encoding.toUint8Array(encoder));
}

/** An awareness message about nobody: a sign of life that a stock client reads without a word. */
export const beatFrame = frameOf(Uint8Array.of(messages.awareness, 1, 0));

/** What a client sent, taken apart; null when it is none of ours. */
export type Incoming =
  | { readonly kind: "ask"; readonly stateVector: Uint8Array }
  | { readonly kind: "change"; readonly whole: boolean; readonly bytes: Uint8Array }
  | { readonly kind: "saying"; readonly json: Uint8Array }
  | { readonly kind: "nothing" };

/** Reads one frame without copying or throwing. `whole` is true for an answer to our asking (step 2). */
export function readFrame(frame: Uint8Array): Incoming | null {
  const number = frame[0];
  if (number === messages.awareness || number === messages.awarenessQuery) return { kind: "nothing" };
  if (number === messages.presence) return { kind: "saying", json: frame.subarray(1) };
  if (number !== messages.sync || frame.length < 3) return null;
  const bytes = lastBytes(frame, 2);
  if (!bytes) return null;
  if (frame[1] === sync.step1) return { kind: "ask", stateVector: bytes };
  if (frame[1] === sync.step2) return { kind: "change", whole: true, bytes };
  return frame[1] === sync.update ? { kind: "change", whole: false, bytes } : null;
}

/** A length-prefixed byte string at `at` that ends exactly where the frame does; null otherwise. */
function lastBytes(frame: Uint8Array, at: number): Uint8Array | null {
  let length = 0;
  let factor = 1;
  for (let i = at; i < frame.length && i < at + 4; i++) {
    const byte = frame[i] ?? 0;
    length += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) return frame.length - i - 1 === length ? frame.subarray(i + 1) : null;
  }
  return null;
}
