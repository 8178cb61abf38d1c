/**
 * The line between several nodes of one Ymholi, through Redis. The truth is in the log: what a message lost, the
 * log still has, or its sender sends again.
 */
import { createHmac } from "node:crypto";

import { Redis } from "ioredis";

import type { CloseCode } from "#app/live/codes.ts";
import type { Mending } from "#app/live/mend.ts";
import type { Presence } from "#app/live/messages.ts";

import type { News } from "./change.ts";
import { createEcho } from "./echo.ts";
import { LINE_RETRY_MS, LINE_RETRY_MS_MOST } from "./limits.ts";

/** Changes of one node's members on their way to the document's owner, in the order in which they are to be taken. */
export interface Pass {
  readonly documentId: string;
  /** Who passes them, and to whose ownership. */
  readonly node: string;
  readonly fence: number;
  /** The oldest number that is not decided as far as the sender knows, and the last that was sent. They begin with 1 for each owner. */
  readonly since: number;
  readonly last: number;
  /** How many sockets follow the document there. */
  readonly sockets: number;
  readonly changes: readonly PassedChange[];
  /** Of all changes, one after the other. */
  readonly bytes: Uint8Array;
}

export interface PassedChange {
  readonly n: number;
  readonly memberId: string | null;
  readonly clientId: number;
  /** Of the replica it was made in. */
  readonly epoch: number;
  readonly whole?: boolean;
  /** A form's change: the desk decided it, the gate does not judge it again. When it mends, whom it writes for, by clientID. */
  readonly byDesk?: { readonly mending?: Mending; readonly authors?: readonly (readonly [client: number, memberId: string])[] };
  /** In bytes. */
  readonly length: number;
}

/** What a document's owner tells a node of the changes it passed. */
export interface Decision {
  readonly documentId: string;
  readonly fence: number;
  /** All up to this number arrived, and all up to that one are decided: kept, unless they are among the refused. */
  readonly taken: number;
  readonly decided: number;
  /** The last row of the log in which they may be. */
  readonly seq: number;
  /** True when something sent after `taken` never arrived. */
  readonly isLost: boolean;
  readonly refused: readonly (readonly [n: number, code: CloseCode, reason: string])[];
  /** Milliseconds that judging and applying took. */
  readonly took: readonly (readonly [n: number, milliseconds: number])[];
}

/** What nodes tell one another. */
export type Telling =
  | ({ readonly kind: "news" } & News)
  | ({ readonly kind: "pass" } & Pass)
  | ({ readonly kind: "decision" } & Decision)
  /** Passed to a node that does not own the document, or not under this fence. */
  | { readonly kind: "stray"; readonly documentId: string; readonly fence: number }
  | { readonly kind: "owns"; readonly documentId: string; readonly node: string; readonly fence: number }
  /** Nobody owns it any more: whoever has sockets on it may take it. */
  | { readonly kind: "free"; readonly documentId: string; readonly node: string }
  /** The node will end: all it owns is for the taking. */
  | { readonly kind: "leaving"; readonly node: string }
  /** The node could neither tell nor hear anything for a while. */
  | { readonly kind: "missed" }
  /** Their seats were taken back of late, and somebody may not have heard: the door decides anew. */
  | { readonly kind: "doubted"; readonly members: readonly string[] }
  | { readonly kind: "presence"; readonly documentId: string; readonly presences: readonly Presence[] }
  | { readonly kind: "desk"; readonly sessionId: string }
  | { readonly kind: "sealed"; readonly sessionId: string }
  | { readonly kind: "rewritten"; readonly documentId: string }
  | { readonly kind: "unseat"; readonly memberId: string }
  | { readonly kind: "here"; readonly sessionId: string; readonly node: string; readonly members: readonly string[] };

export interface Nodes {
  /** This node's name among them: another one after each start. */
  readonly id: string;
  /** Tells all other nodes, or the one of this name. Nothing is stored up while the line is down. */
  tell(telling: Telling, to?: string): void;
  /** False while the line is down: then the log must be looked into now and then. */
  readonly isUp: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly url: string;
  /** The same on every node of one Ymholi: two that share a Redis do not hear each other. */
  readonly secret: Uint8Array;
  readonly hear: (telling: Telling, from: string) => void;
  /** The line is there, for the first time or again: something may have been missed. */
  readonly onUp: () => void;
  readonly onError: (error: unknown) => void;
}

/** Alone: nobody to tell. */
export const noNodes: Nodes = { id: "alone", tell: () => {}, isUp: true, stop: () => Promise.resolve() };

/** Joins the other nodes over Redis, and goes on trying while it is away. Never throws: what fails is told to `onError`. */
export function joinNodes({ url, secret, hear, onUp, onError }: Options): Nodes {
  const id = crypto.randomUUID();
  const all = `ymholi:${createHmac("sha256", secret).update("nodes").digest("hex").slice(0, 16)}`;
  const own = `${all}:${id}`;
  // Nothing is stored up while the line is down; the log is read instead.
  const out = new Redis(url, { enableOfflineQueue: false, enableAutoPipelining: true, maxRetriesPerRequest: 0, retryStrategy });
  const back = new Redis(url, { maxRetriesPerRequest: null, retryStrategy });
  const echo = createEcho({ onUp, say: () => void (out.status === "ready" && publish(own, ECHO)), again: () => [out, back].forEach((line) => line.disconnect(true)) });

  function publish(channel: string, message: Buffer): void {
    out.publish(channel, message).catch(onError);
  }

  out.on("error", onError);
  back.on("error", onError);
  for (const line of [out, back]) line.on("close", echo.down);
  back.on("ready", () => void back.subscribe(all, own).then(echo.made, onError));
  out.on("ready", echo.made);
  back.on("messageBuffer", (_channel: Buffer, message: Buffer) => {
    // One that was on its way when the other line broke says nothing of the next.
    if (message.length === 0) return void (out.status === "ready" && echo.heard());
    try {
      const { from, telling } = unpack(message);
      if (from !== id) hear(telling, from);
    } catch (error) {
      // Of a node that speaks otherwise, or broken on the way: what it told is read from the log.
      onError(error);
    }
  });

  return {
    id,
    get isUp() {
      return echo.isUp;
    },
    tell(telling, to) {
      if (echo.isUp) publish(to === undefined ? all : `${all}:${to}`, pack(id, telling));
    },
    async stop() {
      echo.stop();
      out.disconnect();
      back.disconnect();
      await Promise.resolve();
    },
  };
}

const retryStrategy = (tries: number) => Math.min(LINE_RETRY_MS_MOST, tries * LINE_RETRY_MS);

/** What a node says to itself. */
const ECHO = Buffer.alloc(0);

/** Length of the JSON, the JSON, then the bytes of an update or of several, if any: binary never goes through text. */
function pack(from: string, telling: Telling): Buffer {
  const { rest, bytes } = apart(telling);
  const json = Buffer.from(JSON.stringify({ from, telling: rest }));
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, bytes]);
}

function apart(telling: Telling): { rest: object; bytes: Uint8Array } {
  if (telling.kind === "news") return { rest: { ...telling, update: null }, bytes: telling.update };
  if (telling.kind === "pass") return { rest: { ...telling, bytes: null }, bytes: telling.bytes };
  return { rest: telling, bytes: new Uint8Array() };
}

/** Written by `pack` of a node of ours, so it is what it says. */
function unpack(message: Buffer): { from: string; telling: Telling } {
  const end = 4 + message.readUInt32BE(0);
  const { from, telling } = JSON.parse(message.subarray(4, end).toString()) as { from: string; telling: Telling };
  const bytes = new Uint8Array(message.subarray(end));
  if (telling.kind === "news") return { from, telling: { ...telling, update: bytes } };
  return { from, telling: telling.kind === "pass" ? { ...telling, bytes } : telling };
}
