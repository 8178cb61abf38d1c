/**
 * One shared document where it is owned: takes changes, judges them, has them committed, and only then lets
 * anybody see them. The committer (`committer.ts`) calls `prepare` and `finish`, one after the other.
 */
import { setTimeout as pause } from "node:timers/promises";

import * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import { HeldError, SealedError, type LogRow } from "#app/live/live.doc.ts";
import type { Mending } from "#app/live/mend.ts";

import { BulkGuard } from "./bulk.ts";
import { Gate, type Verdict, type Writer } from "./gate.ts";
import { CANARY_BYTES, COMPACT_ROWS, DOCUMENT_BYTES, DOCUMENT_CLIENTS, DOCUMENT_STRUCTS, SPENT_MOST, STORE_RETRY_MS_MOST, TAIL_BYTES, TICK_WORK_MS } from "./limits.ts";
import { Pace } from "./pace.ts";
import { isInOrder, isSound, revive } from "./revive.ts";
import { shapes } from "./shapes.ts";
import type { Binding, Kept, NewRow, Store } from "./store.ts";

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

/** Rows of one tick, by the member who wrote or by the order that mends. */
type Changes = Map<string | null | Order, Uint8Array[]>;

/** Where changes go that this node does not bring to disk, since another owns the document. */
export interface Elsewhere {
  take(one: Parcel | Order): void;
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
  /** Called with the deletions of a change that must not happen unasked; resolves when they are on disk for a facilitator to see. */
  onHold: (memberId: string, deletion: Uint8Array) => Promise<void> = () => Promise.resolve();
  /** Called when rows have been set aside, and a facilitator should know. */
  onAside: () => void = () => {};
  /** Called when another node turns out to have written the document anew. */
  onRewritten: () => void = () => {};
  /** Called with what came to disk here, for the other nodes. */
  onNews: (news: News) => void = () => {};
  /** When it was last found sound, as `performance.now()` has it: what was loaded just now is. */
  checkedAt = performance.now();
  /** When the next tick may begin. */
  readonly pace = new Pace();
  /** How many sockets are open on it; sets the pace of the ticks, and keeps the document in memory. */
  sockets = 0;
  /** How many are open on it on other nodes. */
  socketsElsewhere = 0;
  /** Called when another node has taken the document, so that nothing of this one is taken any more. */
  onTaken: () => void = () => {};

  readonly #store: Store;
  readonly #wake: (room: Room) => void;
  readonly #onPoison: (error: unknown) => void;
  #doc: Y.Doc;
  #gate: Gate;
  readonly #bulk = new BulkGuard((clientId) => this.#clients.get(clientId));
  /** ClientIDs of which a deletion is held: their pages must begin afresh. Each resolves when it is on disk. */
  readonly #held = new Map<number, Promise<void>>();
  /** Size of the document, as last encoded and with what came since. */
  #bytes = 0;
  #structs = 0;
  #kept: Kept;
  /** The last row that is on disk and in memory. */
  #seq: number;
  #clients: Map<number, string>;
  #pending: (Parcel | Order)[] = [];
  /** Replicas that had a change refused. They come back, if at all, under another clientID. */
  readonly #spent = new Set<string>();
  #inFlight = false;
  #whenSettled: (() => void)[] = [];
  /** Null while this node brings changes to disk itself. */
  #elsewhere: Elsewhere | null = null;
  /** What waits for the next look into the log, while another node owns the document. */
  #whenCurrent: Waiting[] = [];
  #isLooking = false;
  /** A change may come twice where there are several nodes: once by each. */
  #mayRepeat = false;
  #fence: number;
  #cached: Uint8Array = EMPTY;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #snapshotSeq = 0;
  #checkedSeq: number;
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
    this.#checkedSeq = kept.seq;
    this.#fence = kept.fence;
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
  /** Number of the last row that is on disk and in memory. */
  get seq(): number {
    return this.#seq;
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

  take(one: Parcel | Order): void {
    if (this.sealed) return refuse(one, closeCodes.mayNotWrite, "sealed");
    if (this.#elsewhere) return this.#elsewhere.take(one);
    this.#pending.push(one);
    this.#schedule();
  }

  /** Resolves when the desk's change is on disk; throws `SealedError`, `HeldError`, or whatever `change` threw. */
  order(memberId: string | null, change: (doc: Y.Doc) => void, mended?: Mended): Promise<void> {
    return new Promise((kept, failed) => this.take({ memberId, change, kept, failed, ...(mended && { mended }) }));
  }

  /** What the desk's change comes to here and now, to be passed to the owner; null when to nothing, or when it throws (then the order is told). */
  draft(order: Order): { readonly clientId: number; readonly bytes: Uint8Array } | null {
    const clientId = order.clientId ?? this.#deskClient(order.memberId);
    const bytes = tryOut(this.#doc, clientId, order);
    return bytes && { clientId, bytes };
  }

  /** Another node owns the document, or nobody knows who: what waits here goes there, except what came from other nodes, which know. */
  moveTo(elsewhere: Elsewhere): void {
    this.#elsewhere = elsewhere;
    this.#mayRepeat = true;
    const waiting = this.#pending;
    this.#pending = [];
    for (const one of waiting) if (!one.isPassedOn) elsewhere.take(one);
  }

  /** This node brings the document's changes to disk from now on. Call when current. */
  own(fence: number): void {
    this.#fence = fence;
    this.#elsewhere = null;
    this.#mayRepeat = true;
  }

  /** Runs when nothing is between memory and disk: at once, or after the commit under way. */
  settled(then: () => void): void {
    if (this.#inFlight) this.#whenSettled.push(then);
    else then();
  }

  /** As `settled`; where another node owns the document, after reading in the log what it brought to disk. `failed` when the store does not answer. */
  current(then: () => void, failed: (error: unknown) => void): void {
    if (!this.#elsewhere) return this.settled(then);
    this.#whenCurrent.push({ then, failed });
    if (!this.#isLooking) void this.#look();
  }

  /** One look at a time, each for all who asked before it began. Never rejects. */
  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#whenCurrent.length > 0) {
      const waiting = this.#whenCurrent;
      this.#whenCurrent = [];
      await this.refresh().then(() => waiting.forEach(({ then }) => then()), (error: unknown) => waiting.forEach(({ failed }) => failed(error)));
    }
    this.#isLooking = false;
  }

  read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => this.current(() => {
      try {
        resolve(reader(this.#doc));
      } catch (error) {
        reject(error);
      }
    }, reject));
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

  /** The document after a change, with nothing in it of what was deleted in it, and the last row that it stands for. Nothing is changed here. */
  rewritten(change: (doc: Y.Doc) => void): Promise<{ readonly seq: number; readonly bytes: Uint8Array }> {
    return this.read((doc) => {
      const copy = new Y.Doc({ gc: true });
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      copy.transact(() => change(copy));
      const bytes = Y.encodeStateAsUpdate(copy);
      copy.destroy();
      return { seq: this.#seq, bytes };
    });
  }

  /** The document was written anew: what waits is of an older epoch, and memory goes to what is on disk. */
  startAfresh(): void {
    this.settled(() => {
      this.#inFlight = true;
      const waiting = this.#pending;
      this.#pending = waiting.filter((one) => !("bytes" in one));
      for (const one of waiting) if ("bytes" in one) one.refused(closeCodes.otherEpoch, "epoch");
      void this.#reload();
    });
  }

  /** From now on nothing is taken. What waits is still tried: the store decides by its own lock. */
  seal(): void {
    this.#kept = { ...this.#kept, sealed: true };
  }

  /** Judges and applies what waits, as much as one tick may. Null when nothing is left to write. */
  prepare(): Batch | null {
    // What waited may have gone to another node since, or the log is being read.
    if (this.#inFlight || this.#pending.length === 0) return null;
    const waiting = this.#pending;
    this.#pending = [];
    const started = this.pace.begin();
    const batch: Batch = { room: this, rows: [], bindings: [], parcels: [], orders: [], updates: [] };
    const collect = (update: Uint8Array) => batch.updates.push(update);
    this.#doc.on("update", collect);
    const byMember: Changes = new Map();
    const { poison, applied } = this.#applyAll(batch, waiting, byMember);
    this.#doc.off("update", collect);
    this.pace.worked(performance.now() - started);
    if (poison) return this.#recover(waiting.filter((one) => one !== poison));
    this.#pending = [...waiting.slice(applied), ...this.#pending];
    if (batch.updates.length > 0) this.#addRows(batch, byMember);
    this.#inFlight = batch.rows.length > 0;
    // Nothing new in them (a repeated deletion): there is nothing to wait for.
    if (this.#inFlight) return batch;
    for (const one of [...batch.parcels, ...batch.orders]) one.kept();
    if (this.#pending.length > 0) this.#schedule();
    return null;
  }

  /** Applies them in one transaction, so that there is one update to send, however many wrote. Tells how many there was time for, and what broke it, if anything. */
  #applyAll(batch: Batch, waiting: readonly (Parcel | Order)[], byMember: Changes): { applied: number; poison: Parcel | Order | null } {
    let current: Parcel | Order | null = null;
    let applied = 0;
    const until = performance.now() + TICK_WORK_MS;
    try {
      this.#doc.transact(() => {
        for (const one of waiting) {
          if (performance.now() > until) break;
          applied++;
          current = one;
          const bytes = "bytes" in one ? this.#applyParcel(batch, one) : this.#applyOrder(batch, one);
          if (bytes) listOf(byMember, "mended" in one ? one : one.memberId).push(bytes);
        }
      });
      return { applied, poison: null };
    } catch (error) {
      this.#onPoison(error);
      // Set before anything in the loop can throw.
      const guilty = current as Parcel | Order | null;
      if (guilty && "bytes" in guilty) guilty.refused(closeCodes.refused, "poison");
      else guilty?.failed(error);
      return { applied, poison: guilty ?? waiting[0] ?? null };
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
      if (news.from !== this.#seq + 1) return void this.refresh().catch(this.#onPoison);
      const row = { seq: news.to, memberId: null, at: new Date(), bytes: news.update };
      this.#takeIn([row], new Map(news.clients));
    });
  }

  /** Reads from the log what the document's owner brought to disk, when that is another node. Rejects when the store does not answer. */
  async refresh(): Promise<void> {
    while (this.#inFlight) await new Promise<void>((resolve) => this.settled(resolve));
    if (!this.#elsewhere) return;
    this.#inFlight = true;
    try {
      const { rows, clients } = await this.#store.since(this.id, this.#seq);
      this.#takeIn(rows, clients);
    } finally {
      this.#inFlight = false;
      this.#settle();
    }
  }

  #takeIn(rows: readonly LogRow[], clients: ReadonlyMap<number, string>): void {
    for (const [client, memberId] of clients) this.#clients.set(client, memberId);
    for (const row of rows) Y.applyUpdate(this.#doc, row.bytes);
    const last = rows.at(-1);
    if (!last) return;
    this.#seq = last.seq;
    if (rows.some(({ mending }) => mending?.act === "rewrite")) return this.onRewritten();
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
    // Where another node owns it, that one writes it down.
    if (this.#elsewhere || this.#inFlight || since === 0 || (since < COMPACT_ROWS && !this.isIdle)) return;
    if (!(await this.check())) return;
    const [at, bytes] = [{ seq: this.#seq, epoch: this.epoch }, this.#cached];
    await this.#store.snapshot(this.id, at, bytes);
    this.#snapshotSeq = at.seq;
  }

  /** True when somebody wrote since it was last found sound. */
  get isUnchecked(): boolean {
    return this.#checkedSeq !== this.#seq && !this.#inFlight;
  }

  /** The canary: what would be read again must be what stands here now. False when it was not, and has been rebuilt from its log. Call when settled. */
  async check(): Promise<boolean> {
    this.checkedAt = performance.now();
    this.#checkedSeq = this.#seq;
    if (this.#isSound()) return true;
    this.#onPoison(new Error("A document reads differently after writing it down; it is rebuilt from its log."));
    this.#inFlight = true;
    await this.#reload();
    return false;
  }

  #isSound(): boolean {
    if (!isInOrder(this.#doc)) return false;
    try {
      this.#measure();
    } catch {
      // What cannot be written down cannot be read again.
      return false;
    }
    return this.#cached.length > CANARY_BYTES || isSound(this.#doc, this.#cached);
  }

  /** The store would not have the batch: memory goes back to what is on disk. */
  async giveUp(batch: Batch, sealed: boolean): Promise<void> {
    if (sealed && (await this.#isTaken())) return this.#handOver(batch);
    const reason = sealed ? "sealed" : "not kept";
    for (const parcel of batch.parcels) parcel.refused(sealed ? closeCodes.mayNotWrite : closeCodes.tryAgain, reason);
    for (const order of batch.orders) order.failed(sealed ? new SealedError() : new Error("The change could not be kept."));
    await this.#reload();
  }

  async #isTaken(): Promise<boolean> {
    const kept = await this.#loadAgain();
    return kept !== null && kept.fence !== this.#fence;
  }

  /** Another node has taken the document while this one was away: nothing of the batch is on disk, and it goes where it will be. */
  async #handOver(batch: Batch): Promise<void> {
    this.onRefusal("fenced");
    this.#pending = [...batch.parcels, ...batch.orders, ...this.#pending];
    this.onTaken();
    await this.#reload();
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#doc.destroy();
  }

  /** The next tick starts at once when the last one is long enough ago. */
  #schedule(): void {
    if (this.#timer || this.#inFlight) return;
    const wait = this.pace.wait(this.sockets + this.socketsElsewhere);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#wake(this);
    }, wait);
  }

  #applyParcel(batch: Batch, parcel: Parcel): Uint8Array | null {
    const held = this.#held.get(parcel.clientId);
    if (held) return this.#refuseHeld(parcel, held);
    if (this.#spent.has(replicaOf(parcel))) return this.#refuseLate(parcel);
    const started = performance.now();
    const verdict = this.#judge(parcel);
    if (!verdict.ok) {
      this.onRefusal(verdict.reason);
      this.#spend(parcel);
      parcel.refused(verdict.reason === "full" ? closeCodes.full : closeCodes.refused, verdict.reason);
      return null;
    }
    if (verdict.deletes > 0 && this.#holds(parcel, parcel.bytes)) return null;
    Y.applyUpdate(this.#doc, parcel.bytes);
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs || pendingDs) throw new Error("A change passed the gate and could not be applied.");
    batch.parcels.push(parcel);
    if (verdict.writes) this.#bind(batch, parcel);
    parcel.took(performance.now() - started);
    return parcel.bytes;
  }

  /** A refusal is final for a replica: its writer is handed back all that follows, so none of that may be taken. */
  #spend(parcel: Parcel): void {
    if (this.#spent.size >= SPENT_MOST) this.#spent.clear();
    this.#spent.add(replicaOf(parcel));
  }

  #refuseLate(parcel: Parcel): null {
    parcel.refused(closeCodes.refused, "late");
    return null;
  }

  /** True when the change deletes too much of others' words: it is not applied, its deletions wait, and its writer is told. */
  #holds(one: Parcel | Order, bytes: Uint8Array): boolean {
    const { memberId } = one;
    const deletion = memberId === null ? null : this.#bulk.holds(this.#doc, { bytes, memberId });
    if (memberId === null || deletion === null) return false;
    this.onRefusal("held");
    const onDisk = this.onHold(memberId, deletion);
    // The desk's own replica is made anew for each change: it has nothing to begin afresh.
    if ("bytes" in one) this.#held.set(one.clientId, onDisk);
    this.#refuseHeld(one, onDisk);
    return true;
  }

  /** Once it is on disk; a page whose deletion could not be kept comes back with it. */
  #refuseHeld(one: Parcel | Order, onDisk: Promise<void>): null {
    onDisk.then(() => refuse(one, closeCodes.held, "held"), (error: unknown) => {
      if ("bytes" in one) this.#held.delete(one.clientId);
      this.#onPoison(error);
      refuse(one, closeCodes.tryAgain, "not kept");
    });
    return null;
  }

  #judge(parcel: Parcel): Verdict | { readonly ok: false; readonly reason: "full" } {
    const isOneTooMany = this.#clients.size >= DOCUMENT_CLIENTS && !this.#clients.has(parcel.clientId);
    if (this.#isFull || isOneTooMany) return { ok: false, reason: "full" };
    // Two nodes may have given out the same one: whoever wrote first has it.
    const author = this.#clients.get(parcel.clientId);
    if (author !== undefined && author !== parcel.memberId) return { ok: false, reason: "owner" };
    return this.#gate.judge({ bytes: parcel.bytes, whole: parcel.whole, mayRepeat: this.#mayRepeat }, parcel);
  }

  /** Rows that break it are set aside on disk too, and said so. */
  #revive(kept: Kept): Y.Doc {
    const { doc, setAside } = revive(kept);
    this.#snapshotSeq = kept.snapshotSeq;
    if (setAside.length === 0) return doc;
    this.#onPoison(new Error(`${setAside.length} changes could not be applied and were set aside.`));
    this.#store.setAside(this.id, setAside).then(() => this.onAside(), this.#onPoison);
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
    const clientId = order.clientId ?? this.#deskClient(order.memberId);
    const bytes = tryOut(this.#doc, clientId, order);
    if (bytes && !order.mended && this.#holds(order, bytes)) return null;
    if (bytes) Y.applyUpdate(this.#doc, bytes);
    if (bytes && order.memberId !== null) this.#bind(batch, { clientId, memberId: order.memberId });
    for (const [client, memberId] of order.mended?.authors ?? []) this.#bind(batch, { clientId: client, memberId });
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

  #addRows(batch: Batch, byMember: Changes): void {
    const at = new Date();
    let seq = this.#seq;
    for (const [by, changes] of byMember) {
      const { memberId, mended } = typeof by === "object" && by ? by : { memberId: by, mended: undefined };
      const [first, second] = changes;
      const bytes = first && !second ? first : Y.mergeUpdates(changes);
      batch.rows.push({ documentId: this.id, fence: this.#fence, seq: ++seq, memberId, at, bytes, mending: mended?.mending ?? null });
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
    // A node that knows of no others goes on under whatever number there is.
    if (!this.#mayRepeat) this.#fence = kept.fence;
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

interface Waiting {
  readonly then: () => void;
  readonly failed: (error: unknown) => void;
}

/** Tells whoever made it that it is not taken, and why. */
export function refuse(one: Parcel | Order, code: CloseCode, reason: string): void {
  if ("bytes" in one) one.refused(code, reason);
  else if (code === closeCodes.held) one.failed(new HeldError());
  else one.failed(code === closeCodes.mayNotWrite ? new SealedError() : new Error(`The change could not be kept: ${reason}.`));
}

/** A clientID in the hands of a member: on two nodes it may have been given to two. */
function replicaOf({ memberId, clientId }: Writer): string {
  return `${memberId}/${clientId}`;
}

/** An update that says nothing. */
const EMPTY = Uint8Array.of(0, 0);

/** The update that a change makes; null when it changes nothing, or throws (then the order is told). */
function tryOut(doc: Y.Doc, clientId: number, { change, failed, clientId: given }: Order): Uint8Array | null {
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

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
