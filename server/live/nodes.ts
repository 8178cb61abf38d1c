/**
 * The line between several nodes of one Ymholi, through Redis. It only makes things quick: the truth is in the
 * log, where a row's number can be taken once. What a message lost, the log still has.
 */
import { Redis } from "ioredis";

import type { Presence } from "#app/live/messages.ts";

import type { News } from "./room.ts";

/** What nodes tell one another. */
export type Telling =
  | ({ readonly kind: "news" } & News)
  | { readonly kind: "presence"; readonly documentId: string; readonly presences: readonly Presence[] }
  | { readonly kind: "desk"; readonly sessionId: string }
  | { readonly kind: "sealed"; readonly sessionId: string }
  | { readonly kind: "unseat"; readonly memberId: string }
  | { readonly kind: "here"; readonly sessionId: string; readonly node: string; readonly members: readonly string[] };

export interface Nodes {
  tell(telling: Telling): void;
  /** False while the line is down: then the log must be looked into now and then. */
  readonly isUp: boolean;
  stop(): Promise<void>;
}

interface Options {
  readonly url: string;
  readonly hear: (telling: Telling) => void;
  /** The line is there, for the first time or again: something may have been missed. */
  readonly onUp: () => void;
  readonly onError: (error: unknown) => void;
}

const CHANNEL = "ymholi:live";

/** Alone: nobody to tell. */
export const noNodes: Nodes = { tell: () => {}, isUp: true, stop: () => Promise.resolve() };

export function joinNodes({ url, hear, onUp, onError }: Options): Nodes {
  const node = crypto.randomUUID().slice(0, 8);
  // Nothing is stored up while the line is down; the log is read instead.
  const out = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  const back = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (tries) => Math.min(1_000, tries * 100) });
  let isUp = false;

  out.on("error", onError);
  back.on("error", onError);
  back.on("close", () => (isUp = false));
  back.on("ready", () => {
    back.subscribe(CHANNEL).then(() => {
      isUp = true;
      onUp();
    }, onError);
  });
  back.on("messageBuffer", (_channel: Buffer, message: Buffer) => {
    const { from, telling } = unpack(message);
    if (from !== node) hear(telling);
  });

  return {
    get isUp() {
      return isUp;
    },
    tell(telling) {
      out.publish(CHANNEL, pack(node, telling)).catch(onError);
    },
    async stop() {
      out.disconnect();
      back.disconnect();
      await Promise.resolve();
    },
  };
}

/** Length of the JSON, the JSON, then the bytes of an update, if any: binary never goes through text. */
function pack(from: string, telling: Telling): Buffer {
  const { update, rest } = telling.kind === "news" ? { update: telling.update, rest: { ...telling, update: null } } : { update: new Uint8Array(), rest: telling };
  const json = Buffer.from(JSON.stringify({ from, telling: rest }));
  const length = Buffer.allocUnsafe(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, update]);
}

/** Written by `pack` of a node of ours, so it is what it says. */
function unpack(message: Buffer): { from: string; telling: Telling } {
  const end = 4 + message.readUInt32BE(0);
  const read = JSON.parse(message.subarray(4, end).toString()) as { from: string; telling: Telling };
  if (read.telling.kind !== "news") return read;
  return { from: read.from, telling: { ...read.telling, update: new Uint8Array(message.subarray(end)) } };
}
