/** Changes made by hand, as a hacked page would send them, and the socket to send them over. */
import { once } from "node:events";

import * as encoding from "lib0/encoding";
import type { WebSocket } from "ws";
import type * as Y from "yjs";

import { textOf } from "#app/lists/lists.doc.ts";
import { messages } from "#app/live/codes.ts";
import type { TestHub } from "#tests/hub.ts";

export type Write = (encoder: encoding.Encoder) => void;
export type Id = readonly [client: number, clock: number];

/** Structs as [info, ...writers], then deletions as [client, clock, length]. */
export interface Forged {
  readonly client: number;
  readonly clock?: number;
  readonly structs?: readonly Write[];
  /** How many structs it says there are. */
  readonly count?: number;
  readonly deletes?: readonly (readonly [client: number, clock: number, length: number])[];
}

export const uint = (value: number): Write => (encoder) => encoding.writeVarUint(encoder, value);
export const text = (value: string): Write => (encoder) => encoding.writeVarString(encoder, value);
export const byte = (value: number): Write => (encoder) => encoding.writeUint8(encoder, value);
export const bytes = (...values: number[]): Write => (encoder) => encoding.writeUint8Array(encoder, Uint8Array.from(values));
export const all = (...writes: readonly Write[]): Write => (encoder) => writes.forEach((write) => write(encoder));
export const id = ([client, clock]: Id): Write => all(uint(client), uint(clock));

export function change({ client, clock = 0, structs = [], count = structs.length, deletes = [] }: Forged): Uint8Array {
  const head = structs.length > 0 ? all(uint(1), uint(count), uint(client), uint(clock), ...structs) : uint(0);
  return written(head, uint(deletes.length), ...deletes.map(([of, at, length]) => all(uint(of), uint(1), uint(at), uint(length))));
}

export function written(...writes: readonly Write[]): Uint8Array {
  const encoder = encoding.createEncoder();
  all(...writes)(encoder);
  return encoding.toUint8Array(encoder);
}

/** A record under a root, with one field after it. */
export const record = (root: string, key: string): Write => all(byte(0x27), uint(1), text(root), text(key), uint(1));
export const field = (parent: Id, key: string, ...plain: number[]): Write => all(byte(0x28), uint(0), id(parent), text(key), uint(1), bytes(...plain));
export const after = (left: Id, words: string): Write => all(byte(0x84), id(left), text(words));
export const between = (left: Id, right: Id, words: string): Write => all(byte(0xc4), id(left), id(right), text(words));

/** A change as a frame: 2 is a change, 1 an answer to being asked. */
export function wrapped(update: Uint8Array, step: 1 | 2 = 2): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messages.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}

/** Asks for everything. */
export const ask = Uint8Array.from([messages.sync, 0, 1, 0]);

/** A socket in Eve's seat that has been greeted, the clientID it may write under, and the clock that comes next. */
export async function attackerAt(hub: TestHub, documentId: string, params = ""): Promise<{ socket: WebSocket; mine: number; next: number }> {
  const socket = hub.socket("eve", `/live/document/${documentId}?v=1${params}`);
  const hello = new Promise<{ client: number; next: number }>((resolve) => socket.on("message", (data: Buffer) => {
    if (data[0] === messages.hello) resolve(JSON.parse(data.subarray(1).toString()) as { client: number; next: number });
  }));
  await once(socket, "open");
  socket.send(ask);
  const { client, next } = await hello;
  return { socket, mine: client, next };
}

/** The first character of an item's words that still stands. */
export function firstOf(doc: Y.Doc, itemId = "one"): Id {
  for (let item = textOf(doc, itemId)?._start; item; item = item.right) if (!item.deleted && item.length > 5) return [item.id.client, item.id.clock];
  throw new Error("the words have gone");
}
