/** How one speaks to each server: its address, what opens a conversation, and what the frames mean. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

import { messages } from "#app/live/codes.ts";
import { helloSchema, presencesSchema, readMessage, writeMessage } from "#app/live/messages.ts";

/** Where one member's cursor is: the `count`-th place it went to. */
export interface Step {
  readonly client: number;
  readonly count: number;
}

/** What a frame from a server says. */
export type Heard =
  | { readonly kind: "state"; readonly update: Uint8Array }
  | { readonly kind: "change"; readonly update: Uint8Array }
  | { readonly kind: "cursors"; readonly steps: readonly Step[] }
  /** The clientID to write under from now on. */
  | { readonly kind: "hello"; readonly client: number }
  /** The server asks what the client has. */
  | { readonly kind: "asks" }
  | { readonly kind: "other" };

export interface Dialect {
  path(documentId: string, client: number): string;
  /** Sent when the socket opens. */
  greeting(documentId: string): readonly Uint8Array[];
  /** The answer to `asks` of a client that has nothing. */
  nothingNew(documentId: string): Uint8Array;
  change(documentId: string, update: Uint8Array): Uint8Array;
  cursor(documentId: string, step: Step): Uint8Array;
  /**
   * What a client says of itself when it comes and every `RENEWED_MS` after, though nobody does anything; null for clients that do not.
   * Both peers' do (y-protocols' Awareness), and Hocuspocus parts after a minute with whoever says nothing.
   */
  readonly renewal: ((documentId: string, step: Step) => Uint8Array) | null;
  /** What a client says when its person begins to type; null for clients that leave that to an editor. */
  readonly typing: Uint8Array | null;
  read(payload: Uint8Array): Heard;
  /** True when a member is in only after `hello`, false when the state is enough. */
  readonly saysHello: boolean;
}

/** Milliseconds: y-protocols' `outdatedTimeout / 2`. */
export const RENEWED_MS = 15_000;

const SYNC = 0;
const AWARENESS = 1;
const EMPTY_STATE_VECTOR = Uint8Array.of(0);
const EMPTY_UPDATE = Uint8Array.of(0, 0);
/** As long as two relative positions in base64, which is what a cursor is made of. */
const CURSOR_PADDING = "AbCdEfGhIjKlMnOpQrStUvWx";

export const ours: Dialect = {
  saysHello: true,
  path: (documentId, client) => `/live/document/${documentId}?v=1&client=${client}`,
  greeting: () => [sync(0, EMPTY_STATE_VECTOR)],
  nothingNew: () => sync(1, EMPTY_UPDATE),
  change: (_, update) => sync(2, update),
  renewal: null,
  typing: writeMessage(messages.presence, { typing: "item00" }),
  cursor: (_, { count }) => writeMessage(messages.presence, { typing: "item00", cursor: [`${count}.${CURSOR_PADDING}`, CURSOR_PADDING] }),
  read(payload) {
    if (payload[0] === SYNC) return readSync(decoding.createDecoder(payload.subarray(1)));
    if (payload[0] === messages.presence) return { kind: "cursors", steps: readPresence(payload.subarray(1)) };
    const hello = payload[0] === messages.hello ? readMessage(helloSchema, payload.subarray(1)) : null;
    return hello ? { kind: "hello", client: hello.client } : { kind: "other" };
  },
};

export const yWebsocket: Dialect = {
  saysHello: false,
  path: (documentId) => `/${documentId}`,
  greeting: () => [sync(0, EMPTY_STATE_VECTOR)],
  nothingNew: () => sync(1, EMPTY_UPDATE),
  change: (_, update) => sync(2, update),
  cursor: (_, step) => write((encoder) => writeAwareness(encoder, step, stateOf(step))),
  renewal: (_, step) => write((encoder) => writeAwareness(encoder, step, NOTHING_SAID)),
  typing: null,
  read: (payload) => readStock(decoding.createDecoder(payload)),
};

export const hocuspocus: Dialect = {
  saysHello: false,
  path: () => "/",
  greeting: (id) => [addressed(id, (encoder) => [2, 0].forEach((n) => encoding.writeVarUint(encoder, n)), "token"), toDocument(id, sync(0, EMPTY_STATE_VECTOR))],
  nothingNew: (id) => toDocument(id, sync(1, EMPTY_UPDATE)),
  change: (id, update) => toDocument(id, sync(2, update)),
  cursor: (id, step) => addressed(id, (encoder) => writeAwareness(encoder, step, stateOf(step))),
  renewal: (id, step) => addressed(id, (encoder) => writeAwareness(encoder, step, NOTHING_SAID)),
  typing: null,
  read(payload) {
    const decoder = decoding.createDecoder(payload);
    decoding.readVarString(decoder);
    return readStock(decoder);
  },
};

/** The same server with clients that say nothing of themselves. */
export const silent = (dialect: Dialect): Dialect => ({ ...dialect, renewal: null });

function readStock(decoder: decoding.Decoder): Heard {
  const kind = decoding.readVarUint(decoder);
  // Hocuspocus says "sync reply" (4) for a sync message that wants no answer of its own.
  if (kind === SYNC || kind === 4) return readSync(decoder);
  return kind === AWARENESS ? { kind: "cursors", steps: readAwareness(decoder) } : { kind: "other" };
}

/** A frame that was passed over for its length has only its first bytes: an empty update stands for what it held. */
function readSync(decoder: decoding.Decoder): Heard {
  const step = decoding.readVarUint(decoder);
  if (step === 0) return { kind: "asks" };
  const length = decoding.readVarUint(decoder);
  const isWhole = decoder.arr.length - decoder.pos >= length;
  const update = isWhole ? decoding.readUint8Array(decoder, length) : EMPTY_UPDATE;
  return { kind: step === 1 ? "state" : "change", update };
}

function readPresence(json: Uint8Array): Step[] {
  const presences = readMessage(presencesSchema, json) ?? [];
  return presences.flatMap(({ memberId, saying }) => (saying?.cursor?.[0] ? [{ client: Number(memberId), count: Number.parseInt(saying.cursor[0], 10) }] : []));
}

function readAwareness(decoder: decoding.Decoder): Step[] {
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const steps: Step[] = [];
  for (let left = decoding.readVarUint(inner); left > 0; left--) {
    const step = { client: decoding.readVarUint(inner), count: decoding.readVarUint(inner) };
    if (decoding.readVarString(inner) !== JSON.stringify(NOTHING_SAID)) steps.push(step);
  }
  return steps;
}

/** As y-protocols begins. */
const NOTHING_SAID = {};

function stateOf({ client }: Step): object {
  return { user: { name: `Member ${client}`, color: "#30bced" }, cursor: { anchor: CURSOR_PADDING, head: CURSOR_PADDING } };
}

function writeAwareness(encoder: encoding.Encoder, { client, count }: Step, state: object): void {
  encoding.writeVarUint(encoder, AWARENESS);
  encoding.writeVarUint8Array(encoder, write((inner) => {
    encoding.writeVarUint(inner, 1);
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, count);
    encoding.writeVarString(inner, JSON.stringify(state));
  }));
}

function sync(step: 0 | 1 | 2, bytes: Uint8Array): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function toDocument(documentId: string, message: Uint8Array): Uint8Array {
  return addressed(documentId, (encoder) => encoding.writeUint8Array(encoder, message));
}

function addressed(documentId: string, body: (encoder: encoding.Encoder) => void, token?: string): Uint8Array {
  return write((encoder) => {
    encoding.writeVarString(encoder, documentId);
    body(encoder);
    if (token !== undefined) encoding.writeVarString(encoder, token);
  });
}

function write(body: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  body(encoder);
  return encoding.toUint8Array(encoder);
}
