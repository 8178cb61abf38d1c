/**
 * What other nodes pass to the documents that this node owns: each node's changes are taken in order, once, and
 * it is told what became of them. A change judged here goes through the same gate as one of this node's members.
 */
import * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import { FullError, HeldError, SealedError } from "#app/live/live.doc.ts";

import { refuse, type Order, type Parcel } from "./change.ts";
import { CENSUS_MS } from "./limits.ts";
import type { Decision, Pass, PassedChange, Telling } from "./nodes.ts";
import type { Room } from "./room.ts";

/** The changes of one node to one document, for as long as this node owns it. */
interface Stream {
  readonly fence: number;
  /** All up to this number arrived. */
  taken: number;
  /** All up to this number are decided. */
  decided: number;
  /** Decided, but one before is not. */
  readonly ahead: Set<number>;
  /** Kept until the node says that it knows. */
  readonly refused: Map<number, readonly [CloseCode, string]>;
  took: [n: number, milliseconds: number][];
  sockets: number;
  heardAt: number;
  isAnswerDue: boolean;
}

type Owned = Pick<Room, "id" | "epoch" | "seq" | "take" | "socketsElsewhere">;

/** Changes from other nodes to a document that this one owns: each taken once, in order, and answered. */
export class Arrivals {
  /** By node, for each room. A room that is let go takes its streams along. */
  readonly #streams = new WeakMap<Owned, Map<string, Stream>>();

  constructor(private readonly tell: (telling: Telling, to: string) => void) {}

  /** `room` is owned by this node under the fence that the pass names. */
  hear(room: Owned, pass: Pass): void {
    const stream = this.#streamOf(room, pass);
    stream.sockets = pass.sockets;
    stream.heardAt = performance.now();
    this.#count(room);
    for (const n of stream.refused.keys()) if (n < pass.since) stream.refused.delete(n);
    const before = stream.taken;
    this.#takeAll(room, stream, pass);
    const isLost = pass.last > stream.taken;
    // A question, or something that came twice: its sender is in doubt.
    if (isLost || stream.taken === before) this.#answer(room, pass.node, isLost);
  }

  #takeAll(room: Owned, stream: Stream, { node, changes, bytes }: Pass): void {
    let at = 0;
    for (const change of changes) {
      const own = bytes.subarray(at, (at += change.length));
      if (change.n !== stream.taken + 1) continue;
      stream.taken++;
      const one = this.#packed(room, { node, stream, change, bytes: own });
      if (change.epoch === room.epoch) room.take(one);
      else refuse(one, closeCodes.otherEpoch, "epoch");
    }
  }

  #packed(room: Owned, { node, stream, change, bytes }: { node: string; stream: Stream; change: PassedChange; bytes: Uint8Array }): Parcel | Order {
    const { n, memberId, clientId, whole = false, byDesk } = change;
    const decided = () => this.#decided(room, node, { stream, n });
    const refused = (code: CloseCode, reason: string) => {
      stream.refused.set(n, [code, reason]);
      decided();
    };
    // Only the desk writes in nobody's name.
    if (!byDesk && memberId !== null) return { memberId, clientId, bytes, whole, isPassedOn: true, took: (milliseconds) => stream.took.push([n, Math.round(milliseconds * 100) / 100]), kept: decided, refused };
    const { mending, authors } = byDesk ?? {};
    const mended = mending && { mending, authors: new Map(authors) };
    const failed = (error: unknown) => refused(codeOf(error), "not kept");
    return { memberId, clientId, isPassedOn: true, change: (doc) => Y.applyUpdate(doc, bytes), kept: decided, failed, ...(mended && { mended }) };
  }

  #decided(room: Owned, node: string, { stream, n }: { stream: Stream; n: number }): void {
    stream.ahead.add(n);
    while (stream.ahead.delete(stream.decided + 1)) stream.decided++;
    if (stream.isAnswerDue) return;
    stream.isAnswerDue = true;
    // After all of the commit, and after its news is on the way.
    setImmediate(() => {
      stream.isAnswerDue = false;
      this.#answer(room, node, false);
    });
  }

  #answer(room: Owned, node: string, isLost: boolean): void {
    const stream = this.#streams.get(room)?.get(node);
    if (!stream) return;
    const { fence, taken, decided, took } = stream;
    stream.took = [];
    const refused = [...stream.refused].filter(([n]) => n <= decided).map(([n, [code, reason]]) => [n, code, reason] as const);
    const decision: Decision = { documentId: room.id, fence, taken, decided, seq: room.seq, isLost, refused, took };
    this.tell({ kind: "decision", ...decision }, node);
  }

  /** One that is not known, or no more, begins where its sender knows that all is decided. */
  #streamOf(room: Owned, { node, fence, since }: Pass): Stream {
    const streams = this.#streams.get(room) ?? new Map<string, Stream>();
    this.#streams.set(room, streams);
    const known = streams.get(node);
    if (known?.fence === fence) return known;
    const stream: Stream = { fence, taken: since - 1, decided: since - 1, ahead: new Set(), refused: new Map(), took: [], sockets: 0, heardAt: 0, isAnswerDue: false };
    streams.set(node, stream);
    return stream;
  }

  /** How many sockets there are elsewhere; a node that has gone takes its own along. */
  #count(room: Owned): void {
    const now = performance.now();
    const streams = this.#streams.get(room) ?? new Map<string, Stream>();
    for (const [node, stream] of streams) if (now - stream.heardAt > 3 * CENSUS_MS) streams.delete(node);
    room.socketsElsewhere = [...streams.values()].reduce((sum, { sockets }) => sum + sockets, 0);
  }
}

/** So that the other node's desk can tell its caller the same. */
function codeOf(error: unknown): CloseCode {
  if (error instanceof SealedError) return closeCodes.mayNotWrite;
  if (error instanceof FullError) return closeCodes.full;
  return error instanceof HeldError ? closeCodes.held : closeCodes.tryAgain;
}
