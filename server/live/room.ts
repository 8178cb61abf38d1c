/**
 * One shared document where it is owned: takes changes, judges them, has them committed, and only then lets
 * anybody see them. The committer (`committer.ts`) calls `prepare` and `finish`, one after the other.
 */
import { setTimeout as pause } from "node:timers/promises";

import * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import { SealedError, type LogRow } from "#app/live/live.doc.ts";

import { Gate, type Verdict, type Writer } from "./gate.ts";
import { CANARY_BYTES, COMPACT_ROWS, DOCUMENT_BYTES, DOCUMENT_CLIENTS, DOCUMENT_STRUCTS, STORE_RETRY_MS_MOST, TAIL_BYTES, TICK_MS_MOST, TICK_MS_PER_SOCKET } from "./limits.ts";
import { isSound, revive } from "./revive.ts";
import { shapes } from "./shapes.ts";
import type { Binding, Kept, NewRow, Store } from "./store.ts";

/** A change on its way in, and where to tell what became of it. */
export interface Parcel extends Writer {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
  /** Milliseconds that judging and applying it took. */
  took(milliseconds: number): void;
  kept(): void;
  refused(code: CloseCode, reason: string): void;
}

/** A change the desk makes on behalf of a member, or of Ymholi itself. */
interface Order {
  readonly memberId: string | null;
  readonly change: (doc: Y.Doc) => void;
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
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

export interface Surroundings {
  readonly store: Store;
  /** Called when the room has something to commit. */
  readonly wake: (room: Room) => void;
  /** Called when something passed the gate, or stands in the log, and breaks the document all the same. */
  readonly onPoison: (error: unknown) => void;
}

export class Room {
  readonly sessionId: string;
  readonly kind: DocumentKind;
  /** Set by the audience: called with each update that is on disk. */
  onCommitted: (update: Uint8Array) => void = () => {};
  /** Called with the reason for each change that is not taken. */
  onRefusal: (reason: string) => void = () => {};
  /** Called with what came to disk here, for the other nodes. */
  onNews: (news: News) => void = () => {};
  /** How many sockets are open on it; sets the pace of the ticks, and keeps the document in memory. */
  sockets = 0;

  readonly #store: Store;
  readonly #wake: (room: Room) => void;
  readonly #onPoison: (error: unknown) => void;
  #doc: Y.Doc;
  #gate: Gate;
  /** Size of the document, as last encoded and with what came since. */
  #bytes = 0;
  #structs = 0;
  #kept: Kept;
  /** The last row that is on disk and in memory. */
  #seq: number;
  #clients: Map<number, string>;
  #pending: (Parcel | Order)[] = [];
  #inFlight = false;
  #whenSettled: (() => void)[] = [];
  #cached: Uint8Array = EMPTY;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #tickedAt = 0;
  #snapshotSeq = 0;
  #timer: NodeJS.Timeout | null = null;
  /** The clientID under which the desk writes for a member; never one of a browser's. */
  readonly #deskClients = new Map<string, number>();

  constructor(readonly id: string, kept: Kept, surroundings: Surroundings) {
    this.#store = surroundings.store;
    this.#wake = surroundings.wake;
    this.#onPoison = surroundings.onPoison;
    this.#kept = kept;
    this.sessionId = kept.sessionId;
    this.kind = kept.kind;
    this.#seq = kept.seq;
    this.#clients = new Map(kept.clients);
    this.#doc = this.#revive(kept);
    this.#gate = this.#gateOf(this.#doc);
    this.#measure();
  }

  get epoch(): number {
    return this.#kept.epoch;
  }
  get sealed(): boolean {
    return this.#kept.sealed;
  }
  get isIdle(): boolean {
    return this.sockets === 0 && this.#pending.length === 0 && !this.#inFlight;
  }

  get #isFull(): boolean {
    return this.#bytes > DOCUMENT_BYTES || this.#structs > DOCUMENT_STRUCTS;
  }

  /** The member a clientID is bound to; undefined while nobody wrote under it. */
  authorOf(clientId: number): string | undefined {
    return this.#clients.get(clientId);
  }
  /** The clock expected next from a clientID. */
  nextClock(clientId: number): number {
    return Y.getState(this.#doc.store, clientId);
  }

  take(parcel: Parcel): void {
    if (this.sealed) return parcel.refused(closeCodes.mayNotWrite, "sealed");
    this.#pending.push(parcel);
    this.#schedule();
  }

  /** Resolves when the desk's change is on disk; throws `SealedError`, or whatever `change` threw. */
  order(memberId: string | null, change: (doc: Y.Doc) => void): Promise<void> {
    if (this.sealed) return Promise.reject(new SealedError());
    return new Promise((kept, failed) => {
      this.#pending.push({ memberId, change, kept, failed });
      this.#schedule();
    });
  }

  /** Runs when nothing is between memory and disk: at once, or after the commit under way. */
  settled(then: () => void): void {
    if (this.#inFlight) this.#whenSettled.push(then);
    else then();
  }

  read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => this.settled(() => {
      try {
        resolve(reader(this.#doc));
      } catch (error) {
        reject(error);
      }
    }));
  }

  /** Everything on disk, for a replica that has nothing: one cached encoding and what came since. Call when settled. */
  whole(): readonly Uint8Array[] {
    if (this.#tailBytes > TAIL_BYTES) this.#measure();
    if (this.#tail.length > 1) this.#tail = [Y.mergeUpdates(this.#tail)];
    return [this.#cached, ...this.#tail];
  }

  /** What a replica with this state vector lacks. Throws on bytes that are no state vector. Call when settled. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc, stateVector);
  }
  /** Call when settled. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** From now on nothing is taken. What waits is still tried: the store decides by its own lock. */
  seal(): void {
    this.#kept = { ...this.#kept, sealed: true };
  }

  /** Judges and applies all that waits. Null when nothing is left to write. */
  prepare(): Batch | null {
    const waiting = this.#pending;
    this.#pending = [];
    this.#tickedAt = performance.now();
    const batch: Batch = { room: this, rows: [], bindings: [], parcels: [], orders: [], updates: [] };
    const collect = (update: Uint8Array) => batch.updates.push(update);
    this.#doc.on("update", collect);
    const byMember = new Map<string | null, Uint8Array[]>();
    const poison = this.#applyAll(batch, waiting, byMember);
    this.#doc.off("update", collect);
    if (poison) return this.#recover(waiting.filter((one) => one !== poison));
    if (batch.updates.length > 0) this.#addRows(batch, byMember);
    this.#inFlight = batch.rows.length > 0;
    // Nothing new in them (a repeated deletion): there is nothing to wait for.
    if (!this.#inFlight) for (const one of [...batch.parcels, ...batch.orders]) one.kept();
    return this.#inFlight ? batch : null;
  }

  /** Applies all in one transaction, so that there is one update to send, however many wrote. Tells what broke it, if anything. */
  #applyAll(batch: Batch, waiting: readonly (Parcel | Order)[], byMember: Map<string | null, Uint8Array[]>): Parcel | Order | null {
    let current: Parcel | Order | null = null;
    try {
      this.#doc.transact(() => {
        for (const one of waiting) {
          current = one;
          const bytes = "bytes" in one ? this.#applyParcel(batch, one) : this.#applyOrder(batch, one);
          if (bytes) listOf(byMember, one.memberId).push(bytes);
        }
      });
      return null;
    } catch (error) {
      this.#onPoison(error);
      // Set before anything in the loop can throw.
      const guilty = current as Parcel | Order | null;
      if (guilty && "bytes" in guilty) guilty.refused(closeCodes.refused, "poison");
      else guilty?.failed(error);
      return guilty ?? waiting[0] ?? null;
    }
  }

  /** After an exception nobody knows what was applied: memory goes back to what is on disk, the rest is tried again. */
  #recover(others: readonly (Parcel | Order)[]): null {
    this.#inFlight = true;
    this.#pending = [...others, ...this.#pending];
    void this.#reload();
    return null;
  }

  /** The batch is on disk. */
  finish(batch: Batch): void {
    const from = this.#seq + 1;
    this.#seq = batch.rows.at(-1)?.seq ?? this.#seq;
    this.#inFlight = false;
    for (const update of batch.updates) this.#show(update);
    // Only what still stands in it counts: it is measured afresh before anybody is told that it is full.
    if (this.#isFull && this.#tailBytes > TAIL_BYTES) this.#measure();
    for (const one of [...batch.parcels, ...batch.orders]) one.kept();
    const [first, second] = batch.updates;
    const clients = batch.bindings.map(({ clientId, memberId }) => [clientId, memberId] as const);
    if (first) this.onNews({ documentId: this.id, from, to: this.#seq, clients, update: second ? Y.mergeUpdates(batch.updates) : first });
    this.#settle();
  }

  /**
   * Another node was first: takes in what it wrote and gives the batch the next numbers, to be tried again. False
   * when the two cannot stand beside each other (the same clientID wrote on both), or nothing was written at all.
   */
  async catchUp(batch: Batch): Promise<boolean> {
    const { rows, clients } = await this.#store.since(this.id, this.#seq);
    const writers = new Set(batch.parcels.map((parcel) => parcel.clientId));
    const clash = rows.some((row) => [...Y.parseUpdateMeta(row.bytes).to.keys()].some((client) => writers.has(client)));
    if (rows.length === 0 || clash) return false;
    this.#takeIn(rows, clients);
    batch.rows = batch.rows.map((row, i) => ({ ...row, seq: this.#seq + 1 + i }));
    return true;
  }

  /** What another node brought to disk. A gap is read from the log: messages between nodes may be lost. */
  hear(news: News): void {
    this.settled(() => {
      if (news.to <= this.#seq) return;
      if (news.from !== this.#seq + 1) return this.refresh();
      const row = { seq: news.to, memberId: null, at: new Date(), bytes: news.update };
      this.#takeIn([row], new Map(news.clients));
    });
  }

  /** Reads from the log what other nodes brought to disk. */
  refresh(): void {
    this.settled(() => {
      this.#inFlight = true;
      this.#store.since(this.id, this.#seq).then(
        ({ rows, clients }) => this.#takeIn(rows, clients),
        this.#onPoison,
      ).catch(this.#onPoison).finally(() => {
        this.#inFlight = false;
        this.#settle();
      });
    });
  }

  #takeIn(rows: readonly LogRow[], clients: ReadonlyMap<number, string>): void {
    for (const [client, memberId] of clients) this.#clients.set(client, memberId);
    for (const row of rows) Y.applyUpdate(this.#doc, row.bytes);
    const last = rows.at(-1);
    if (!last) return;
    this.#seq = last.seq;
    // One frame to each socket, however many members' rows there are.
    this.#show(rows.length > 1 ? Y.mergeUpdates(rows.map((row) => row.bytes)) : last.bytes);
  }

  /** Everybody may see it: it is on disk. */
  #show(update: Uint8Array): void {
    this.#tail.push(update);
    this.#tailBytes += update.length;
    this.#bytes += update.length;
    this.#structs++;
    this.onCommitted(update);
  }

  /** Writes the whole document down when enough came since the last time, or when it is about to be let go. */
  async compact(): Promise<void> {
    const since = this.#seq - this.#snapshotSeq;
    if (this.#inFlight || since === 0 || (since < COMPACT_ROWS && !this.isIdle)) return;
    this.#measure();
    const [seq, bytes] = [this.#seq, this.#cached];
    // The canary: what would be read again must be what stands here now.
    if (bytes.length <= CANARY_BYTES && !isSound(this.#doc, bytes)) {
      this.#onPoison(new Error("A document reads differently after writing it down; it is rebuilt from its log."));
      this.#inFlight = true;
      return this.#reload();
    }
    await this.#store.snapshot(this.id, seq, bytes);
    this.#snapshotSeq = seq;
  }

  /** The store would not have the batch: memory goes back to what is on disk. */
  async giveUp(batch: Batch, sealed: boolean): Promise<void> {
    const reason = sealed ? "sealed" : "not kept";
    for (const parcel of batch.parcels) parcel.refused(sealed ? closeCodes.mayNotWrite : closeCodes.tryAgain, reason);
    for (const order of batch.orders) order.failed(sealed ? new SealedError() : new Error("The change could not be kept."));
    await this.#reload();
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#doc.destroy();
  }

  /** The next tick starts at once when the last one is long enough ago, later the more sockets there are. */
  #schedule(): void {
    if (this.#timer || this.#inFlight) return;
    const pace = Math.min(TICK_MS_MOST, this.sockets * TICK_MS_PER_SOCKET);
    const wait = Math.max(0, this.#tickedAt + pace - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#wake(this);
    }, wait);
  }

  #applyParcel(batch: Batch, parcel: Parcel): Uint8Array | null {
    const started = performance.now();
    const verdict = this.#judge(parcel);
    if (!verdict.ok) {
      this.onRefusal(verdict.reason);
      parcel.refused(verdict.reason === "full" ? closeCodes.mayNotWrite : closeCodes.refused, verdict.reason);
      return null;
    }
    Y.applyUpdate(this.#doc, parcel.bytes);
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs || pendingDs) throw new Error("A change passed the gate and could not be applied.");
    batch.parcels.push(parcel);
    if (verdict.writes) this.#bind(batch, parcel);
    parcel.took(performance.now() - started);
    return parcel.bytes;
  }

  #judge(parcel: Parcel): Verdict | { readonly ok: false; readonly reason: "full" } {
    const isOneTooMany = this.#clients.size >= DOCUMENT_CLIENTS && !this.#clients.has(parcel.clientId);
    if (this.#isFull || isOneTooMany) return { ok: false, reason: "full" };
    return this.#gate.judge(parcel, parcel);
  }

  /** Rows that break it are set aside on disk too, and said so. */
  #revive(kept: Kept): Y.Doc {
    const { doc, setAside } = revive(kept);
    this.#snapshotSeq = kept.snapshotSeq;
    if (setAside.length === 0) return doc;
    this.#onPoison(new Error(`${setAside.length} changes could not be applied and were set aside.`));
    this.#store.setAside(this.id, setAside).catch(this.#onPoison);
    return doc;
  }

  #gateOf(doc: Y.Doc): Gate {
    return new Gate(doc, shapes[this.kind], (clientId) => this.#clients.get(clientId));
  }

  #measure(): void {
    this.#cache(Y.encodeStateAsUpdate(this.#doc));
    this.#structs = 0;
    for (const structs of this.#doc.store.clients.values()) this.#structs += structs.length;
  }

  #bind(batch: Batch, { clientId, memberId }: Writer): void {
    if (this.#clients.has(clientId)) return;
    this.#clients.set(clientId, memberId);
    batch.bindings.push({ documentId: this.id, clientId, memberId });
  }

  /** Tried on a copy first: a change that throws half-way leaves nothing behind. */
  #applyOrder(batch: Batch, order: Order): Uint8Array | null {
    const clientId = this.#deskClient(order.memberId);
    const bytes = tryOut(this.#doc, clientId, order);
    if (bytes) Y.applyUpdate(this.#doc, bytes);
    if (bytes && order.memberId !== null) this.#bind(batch, { clientId, memberId: order.memberId });
    batch.orders.push(order);
    return bytes;
  }

  #deskClient(memberId: string | null): number {
    const key = memberId ?? "";
    const known = this.#deskClients.get(key);
    if (known) return known;
    const clientId = this.freshClient();
    this.#deskClients.set(key, clientId);
    return clientId;
  }

  /** A clientID nobody has written under. */
  freshClient(): number {
    for (;;) {
      const id = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
      if (id > 0 && !this.#clients.has(id) && !this.#doc.store.clients.has(id)) return id;
    }
  }

  #addRows(batch: Batch, byMember: ReadonlyMap<string | null, Uint8Array[]>): void {
    const at = new Date();
    let seq = this.#seq;
    for (const [memberId, changes] of byMember) {
      const [first, second] = changes;
      const bytes = first && !second ? first : Y.mergeUpdates(changes);
      batch.rows.push({ documentId: this.id, seq: ++seq, memberId, at, bytes });
    }
  }

  #cache(bytes: Uint8Array): void {
    this.#cached = bytes;
    this.#bytes = bytes.length;
    this.#tail = [];
    this.#tailBytes = 0;
  }

  #settle(): void {
    const waiting = this.#whenSettled;
    this.#whenSettled = [];
    for (const then of waiting) then();
    if (this.#pending.length > 0) this.#schedule();
  }

  async #reload(): Promise<void> {
    const kept = await this.#loadAgain();
    this.#inFlight = false;
    if (!kept) return;
    this.#doc.destroy();
    this.#doc = this.#revive(kept);
    this.#gate = this.#gateOf(this.#doc);
    const isBehind = kept.seq > this.#seq;
    this.#kept = kept;
    this.#seq = kept.seq;
    this.#clients = new Map(kept.clients);
    this.#deskClients.clear();
    this.#measure();
    // What other nodes brought to disk meanwhile, nobody here has seen.
    if (isBehind) this.onCommitted(this.#cached);
    this.#settle();
  }

  /** Asks until the store answers. */
  async #loadAgain(): Promise<Kept | null> {
    for (;;) {
      try {
        return await this.#store.load(this.id);
      } catch (error) {
        this.#onPoison(error);
        await pause(STORE_RETRY_MS_MOST);
      }
    }
  }
}

/** An update that says nothing. */
const EMPTY = Uint8Array.of(0, 0);

/** The update that a change makes; null when it changes nothing, or throws (then the order is told). */
function tryOut(doc: Y.Doc, clientId: number, { change, failed }: Order): Uint8Array | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = clientId;
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

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
