/** What goes into a document and what comes of it: changes of pages and of the desk, what one tick brings to disk, and what other nodes are told. */
import * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import { FullError, HeldError, SealedError } from "#app/live/live.doc.ts";
import type { Mending } from "#app/live/mend.ts";

import type { Writer } from "./gate.ts";
import type { Room } from "./room.ts";
import type { Binding, NewRow } from "./store.ts";

/** A change on its way in, and where to tell what became of it. */
export interface Parcel extends Writer {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
  /** True when it came from another node, which keeps it until it is decided. */
  readonly isPassedOn?: boolean;
  /** Milliseconds that judging and applying it took. */
  took(milliseconds: number): void;
  kept(): void;
  refused(code: CloseCode, reason: string): void;
}

/** A change the desk makes on behalf of a member, or of Ymholi itself. */
export interface Order {
  readonly memberId: string | null;
  /** What it is written under; the one of this node's desk unless given. */
  readonly clientId?: number;
  readonly isPassedOn?: boolean;
  /** Given for a change that mends: it has a row of its own that says so, and is never held. */
  readonly mended?: Mended;
  /** Milliseconds that trying and applying it took, and bytes that it is. */
  readonly cost?: (milliseconds: number, bytes: number) => void;
  readonly change: (doc: Y.Doc) => void;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** What a change that mends says of itself. */
export interface Mended {
  readonly mending: Mending;
  /** Whom it writes for, by clientID; known when the change has run. */
  readonly authors: Map<number, string>;
}

/** Where changes go that this node does not bring to disk, since another owns the document. */
export interface Elsewhere {
  take(one: Parcel | Order): void;
  /** How many changes somebody waits to hear of. */
  readonly waiting: number;
}

/** What one tick of one room wants on disk. */
export interface Batch {
  readonly room: Room;
  rows: NewRow[];
  readonly bindings: Binding[];
  readonly parcels: Parcel[];
  readonly orders: Order[];
  /** What to broadcast once it is on disk. */
  readonly updates: Uint8Array[];
}

/** What another node has brought to disk, as it tells of it. */
export interface News {
  readonly documentId: string;
  /** Numbers of the first and the last row. */
  readonly from: number;
  readonly to: number;
  readonly clients: readonly (readonly [client: number, memberId: string])[];
  readonly update: Uint8Array;
}

/** Tells whoever made it that it is not taken, and why. */
export function refuse(one: Parcel | Order, code: CloseCode, reason: string): void {
  if ("bytes" in one) one.refused(code, reason);
  else one.failed(errorOf(code) ?? new Error(`The change could not be kept: ${reason}.`));
}

function errorOf(code: CloseCode): Error | null {
  if (code === closeCodes.held) return new HeldError();
  if (code === closeCodes.full) return new FullError();
  return code === closeCodes.mayNotWrite ? new SealedError() : null;
}

/** The update that a change makes; null when it changes nothing, or throws (then the order is told). */
export function tryOut(doc: Y.Doc, clientId: number, { change, failed, clientId: given }: Order): Uint8Array | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  // What another node drafted brings its own, and Yjs would take fright at meeting itself.
  if (given === undefined) copy.clientID = clientId;
  let made: Uint8Array | null = null;
  copy.on("update", (update: Uint8Array) => (made = update));
  try {
    copy.transact(() => change(copy));
  } catch (error) {
    made = null;
    failed(error);
  }
  copy.destroy();
  return made;
}
