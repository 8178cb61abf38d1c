/**
 * One shared document where it is owned: takes changes, judges them, has them committed, and only then lets
 * anybody see them. The committer (`committer.ts`) calls `prepare` and `finish`, one after the other.
 */
import { setTimeout as pause } from "node:timers/promises";

import * as Y from "yjs";

import { closeCodes } from "#app/live/codes.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { LogRow, Rewriting } from "#app/live/live.doc.ts";

import { Authors } from "./authors.ts";
import { BulkGuard } from "./bulk.ts";
import { refuse, tryOut, type Batch, type Elsewhere, type News, type Order, type Parcel } from "./change.ts";
import { Encoding } from "./encoding.ts";
import { Gate, type Verdict, type Writer } from "./gate.ts";
import { CANARY_BYTES, COMPACT_ROWS, HELD_WORK_MS, READ_PATIENCE_MS, STORE_RETRY_MS_MOST, TICK_CHANGES, TICK_WORK_MS } from "./limits.ts";
import { Pace } from "./pace.ts";
import { isInOrder, isSound, readDocument, type Revived } from "./revive.ts";
import { shapes } from "./shapes.ts";
import { Spent } from "./spent.ts";
import type { Store } from "./store.ts";

/** Rows of one tick, by the member who wrote or by the order that mends. */
type Changes = Map<string | null | Order, Uint8Array[]>;

export interface Surroundings {
  readonly store: Store;
  /** Called when the room has something to commit. */
  readonly wake: (room: Room) => void;
  /** Called when something passed the gate, or stands in the log, and breaks the document all the same. */
  readonly onPoison: (error: unknown) => void;
}

/** A shared document in memory, with who may change it and what waits for the disk. */
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
  readonly #bulk = new BulkGuard((clientId) => this.#authors.of(clientId));
  /** Replicas that had a change refused, or a deletion held. They come back, if at all, under another clientID. */
  readonly #spent = new Spent();
  /** What is on disk, as bytes. */
  readonly #encoding = new Encoding();
  #epoch: number;
  #isSealed: boolean;
  /** The last row that is on disk and in memory. */
  #seq: number;
  #authors: Authors;
  #pending: (Parcel | Order)[] = [];
  #inFlight = false;
  /** When that began, as `performance.now()` has it. */
  #inFlightSince = 0;
  /** True from the moment on in which what is in memory turned out not to be what everybody may see, until it is read again. */
  #isMistrusted = false;
  #whenSettled: (() => void)[] = [];
  /** Null while this node brings changes to disk itself. */
  #elsewhere: Elsewhere | null = null;
  /** What waits for the next look into the log, while another node owns the document. */
  #whenCurrent: Waiting[] = [];
  #isLooking = false;
  /** A change may come twice where there are several nodes: once by each. */
  #mayRepeat = false;
  /** ClientIDs of pages that came back while something of theirs was on its way to disk: they send it again. */
  readonly #repeating = new Set<number>();
  #fence: number;
  #snapshotSeq = 0;
  #checkedSeq: number;
  /** Until `prepare`. */
  #isScheduled = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(readonly id: string, revived: Revived, surroundings: Surroundings) {
    const { kept } = revived;
    this.#store = surroundings.store;
    this.#wake = surroundings.wake;
    this.#onPoison = surroundings.onPoison;
    this.#epoch = kept.epoch;
    this.#isSealed = kept.sealed;
    this.sessionId = kept.sessionId;
    this.kind = kept.kind;
    this.#seq = kept.seq;
    this.#checkedSeq = kept.seq;
    this.#fence = kept.fence;
    this.#authors = new Authors(kept.clients);
    this.#doc = this.#adopt(revived);
    this.#gate = this.#gateOf(this.#doc);
    this.#encoding.measure(this.#doc);
  }

  get epoch(): number {
    return this.#epoch;
  }
  get sealed(): boolean {
    return this.#isSealed;
  }
  get isIdle(): boolean {
    const isWaiting = this.#pending.length > 0 || (this.#elsewhere?.waiting ?? 0) > 0 || this.#isLooking;
    return this.sockets === 0 && !isWaiting && !this.#inFlight;
  }
  /** Number of the last row that is on disk and in memory. */
  get seq(): number {
    return this.#seq;
  }

  /** The document as it stands on disk. In memory it may be ahead, by what is on its way there. */
  get #onDisk(): Y.Doc {
    return this.#inFlight ? this.#encoding.replica() : this.#doc;
  }
  /** True when what is on its way to disk has been for so long that whoever reads is not kept waiting for it. */
  get #isStuck(): boolean {
    return this.#inFlight && !this.#isMistrusted && performance.now() - this.#inFlightSince >= READ_PATIENCE_MS;
  }

  /** The member a clientID is bound to; undefined while nobody wrote under it. */
  authorOf(clientId: number): string | undefined {
    return this.#authors.of(clientId);
  }
  /** A clientID of this member's that nobody uses, when they have as many as they may have; null otherwise. */
  spareClient(memberId: string, isInUse: (clientId: number) => boolean): number | null {
    const isSpent = (clientId: number) => this.#spent.has({ memberId, clientId });
    return this.#authors.spareOf(memberId, { isInUse, isSpent });
  }
  /** A clientID nobody has written under. */
  freshClient(): number {
    return this.#authors.fresh((clientId) => this.nextClock(clientId) > 0);
  }
  /** The clock expected next from a clientID. */
  nextClock(clientId: number): number {
    return Y.getState(this.#doc.store, clientId);
  }
  /** For a page that comes, or comes back: the clock after all that it wrote and that is on disk. What is still on the way there it will send again, and that is taken once. */
  greet(clientId: number): number {
    const next = this.nextClock(clientId);
    const onDisk = next === 0 ? 0 : Y.getState(this.#onDisk.store, clientId);
    if (onDisk < next || this.#pending.some((one) => one.clientId === clientId)) this.#repeating.add(clientId);
    return onDisk;
  }

  /** Takes a change in; it is told what becomes of it, now or later. */
  take(one: Parcel | Order): void {
    if (this.sealed) {
      this.onRefusal("sealed");
      return refuse(one, closeCodes.mayNotWrite, "sealed");
    }
    if (this.#elsewhere) return this.#elsewhere.take(one);
    this.#pending.push(one);
    this.#schedule();
  }

  /** Resolves when the desk's change is on disk; throws `SealedError`, `HeldError`, `FullError`, or whatever `change` threw. */
  order(memberId: string | null, change: (doc: Y.Doc) => void, more: Pick<Order, "mended" | "cost"> = {}): Promise<void> {
    return new Promise((kept, failed) => this.take({ memberId, change, kept, failed, ...more }));
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

  /** As `current`, for whoever only reads: a store that is full or does not answer must not keep what is on disk already from anybody. */
  readable(then: () => void, failed: (error: unknown) => void): void {
    if (this.#isStuck) return then();
    let isDone = false;
    const once = (last: () => void) => {
      if (!isDone) last();
      isDone = true;
      clearTimeout(timer);
    };
    const timer = setTimeout(() => this.#isMistrusted || once(then), READ_PATIENCE_MS);
    this.current(() => once(then), (error) => once(() => failed(error)));
  }

  /** Reads it as it stands on disk. Rejects with what `reader` throws, and when it must be looked for in a store that does not answer. */
  read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => this.readable(() => {
      try {
        resolve(reader(this.#onDisk));
      } catch (error) {
        reject(error);
      }
    }, reject));
  }

  /** Everything on disk, for a replica that has nothing: one cached encoding and what came since. Call when readable. */
  whole(): readonly Uint8Array[] {
    if (this.#encoding.isOld && !this.#inFlight) this.#encoding.measure(this.#doc);
    return this.#encoding.whole();
  }

  /** What of it a replica with this state vector lacks. Throws on bytes that are no state vector. Call when readable. */
  missing(stateVector: Uint8Array): Uint8Array {
    return Y.encodeStateAsUpdate(this.#onDisk, stateVector);
  }
  /** How much of everybody's is on disk. Call when readable. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#onDisk);
  }

  /** The document after a change, with nothing in it of what was deleted in it, and the last row that it stands for. Nothing is changed here. */
  rewritten(change: Rewriting): Promise<{ readonly seq: number; readonly bytes: Uint8Array }> {
    return this.read((doc) => {
      const copy = new Y.Doc({ gc: true });
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      copy.transact(() => change(copy, (clientId) => this.authorOf(clientId)));
      const bytes = Y.encodeStateAsUpdate(copy);
      copy.destroy();
      return { seq: this.#seq, bytes };
    });
  }

  /** The document was written anew: what waits is of an older epoch, and memory goes to what is on disk. */
  startAfresh(): void {
    this.#isMistrusted = true;
    this.settled(() => {
      // Another reading anew may have come in between.
      this.#isMistrusted = true;
      this.#hold();
      const waiting = this.#pending;
      this.#pending = waiting.filter((one) => !("bytes" in one));
      for (const one of waiting) if ("bytes" in one) one.refused(closeCodes.otherEpoch, "epoch");
      void this.#reload();
    });
  }

  /** From now on nothing is taken. What waits is still tried: the store decides by its own lock. */
  seal(): void {
    this.#isSealed = true;
  }

  /** Judges and applies what waits, as much as one tick may. Null when nothing is left to write. */
  prepare(): Batch | null {
    this.#isScheduled = false;
    // What waited may have gone to another node since, or the log is being read.
    if (this.#inFlight || this.#pending.length === 0) return null;
    const waiting = this.#pending;
    this.#pending = [];
    const started = this.pace.begin();
    const batch: Batch = { room: this, rows: [], bindings: [], parcels: [], orders: [], updates: [] };
    const collect = (update: Uint8Array) => batch.updates.push(update);
    // One alone, as most are in a small room, is the update as it came; Yjs encodes several for whoever listens.
    const isAlone = waiting.length === 1;
    if (!isAlone) this.#doc.on("update", collect);
    const byMember: Changes = new Map();
    const { poison, applied, isNew } = this.#applyAll(batch, waiting, byMember);
    this.#doc.off("update", collect);
    if (isAlone && isNew) for (const changes of byMember.values()) batch.updates.push(...changes);
    this.pace.worked(performance.now() - started);
    if (poison) return this.#recover(waiting.filter((one) => one !== poison));
    if (applied < waiting.length) this.#pending = [...waiting.slice(applied), ...this.#pending];
    if (batch.updates.length > 0) this.#addRows(batch, byMember);
    if (batch.rows.length > 0) {
      this.#hold();
      return batch;
    }
    // Nothing new in them (a repeated deletion): there is nothing to wait for.
    for (const one of [...batch.parcels, ...batch.orders]) one.kept();
    if (this.#pending.length > 0) this.#schedule();
    return null;
  }

  /** Applies them in one transaction, so that there is one update to send, however many wrote. Tells how many there was time for, whether anything in them was new, and what broke it, if anything. */
  #applyAll(batch: Batch, waiting: readonly (Parcel | Order)[], byMember: Changes): { applied: number; isNew: boolean; poison: Parcel | Order | null } {
    let current: Parcel | Order | null = null;
    let applied = 0;
    const until = performance.now() + TICK_WORK_MS;
    try {
      const done = this.#doc.transact((transaction) => {
        for (const one of waiting) {
          if (applied === TICK_CHANGES || performance.now() > until) break;
          applied++;
          current = one;
          const bytes = "bytes" in one ? this.#applyParcel(batch, one) : this.#applyOrder(batch, one);
          if (bytes) listOf(byMember, "mended" in one ? one : one.memberId).push(bytes);
        }
        return transaction;
      });
      return { applied, isNew: changesAnything(done), poison: null };
    } catch (error) {
      this.#onPoison(error);
      this.onRefusal("poison");
      // Set before anything in the loop can throw.
      const guilty = current as Parcel | Order | null;
      if (guilty && "bytes" in guilty) guilty.refused(closeCodes.refused, "poison");
      else guilty?.failed(error);
      return { applied, isNew: false, poison: guilty ?? waiting[0] ?? null };
    }
  }

  /** After an exception nobody knows what was applied: memory goes back to what is on disk, the rest is tried again. */
  #recover(others: readonly (Parcel | Order)[]): null {
    this.#hold();
    this.#pending = [...others, ...this.#pending];
    void this.#reload();
    return null;
  }

  /** The batch is on disk. */
  finish(batch: Batch): void {
    const from = this.#seq + 1;
    this.#seq = batch.rows.at(-1)?.seq ?? this.#seq;
    this.#inFlight = false;
    // First, so that a page's acknowledgement goes out together with the update.
    for (const one of [...batch.parcels, ...batch.orders]) one.kept();
    for (const update of batch.updates) this.#show(update);
    // Only what still stands in it counts: it is measured afresh before anybody is told that it is full.
    if (this.#encoding.isFull && this.#encoding.isOld) this.#encoding.measure(this.#doc);
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
    this.#hold();
    try {
      const { rows, clients } = await this.#store.since(this.id, this.#seq);
      this.#takeIn(rows, clients);
    } finally {
      this.#inFlight = false;
      this.#settle();
    }
  }

  #takeIn(rows: readonly LogRow[], clients: ReadonlyMap<number, string>): void {
    this.#authors.learn(clients);
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
    this.#encoding.add(update, this.#doc);
    this.onCommitted(update);
  }

  /** Writes the whole document down when enough came since the last time, or when it is about to be let go. */
  async compact(): Promise<void> {
    const since = this.#seq - this.#snapshotSeq;
    // Where another node owns it, that one writes it down.
    if (this.#elsewhere || this.#inFlight || since === 0 || (since < COMPACT_ROWS && !this.isIdle)) return;
    if (!(await this.check())) return;
    const [at, bytes] = [{ seq: this.#seq, epoch: this.epoch }, this.#encoding.cached];
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
    this.#isMistrusted = true;
    this.#hold();
    await this.#reload();
    return false;
  }

  #isSound(): boolean {
    if (!isInOrder(this.#doc)) return false;
    try {
      this.#encoding.measure(this.#doc);
    } catch {
      // What cannot be written down cannot be read again.
      return false;
    }
    const { cached } = this.#encoding;
    return cached.length > CANARY_BYTES || isSound(this.#doc, cached);
  }

  /** The store would not have the batch: memory goes back to what is on disk. */
  async giveUp(batch: Batch, sealed: boolean): Promise<void> {
    if (sealed && (await this.#isTaken())) return this.#handOver(batch);
    const reason = sealed ? "sealed" : "not kept";
    this.onRefusal(reason);
    for (const one of [...batch.parcels, ...batch.orders]) refuse(one, sealed ? closeCodes.mayNotWrite : closeCodes.tryAgain, reason);
    await this.#reload();
  }

  async #isTaken(): Promise<boolean> {
    const kept = await this.#askUntil(() => this.#store.load(this.id));
    return kept !== null && kept.fence !== this.#fence;
  }

  /** Another node has taken the document while this one was away: nothing of the batch is on disk, and it goes where it will be. */
  async #handOver(batch: Batch): Promise<void> {
    this.onRefusal("fenced");
    this.#pending = [...batch.parcels, ...batch.orders, ...this.#pending];
    this.onTaken();
    await this.#reload();
  }

  /** Lets it go; what was taken must be on disk by now. */
  destroy(): void {
    clearTimeout(this.#timer);
    this.#doc.destroy();
  }

  /** The next tick begins when the pace lets it; what comes until then goes along. */
  #schedule(): void {
    if (this.#isScheduled || this.#inFlight) return;
    this.#isScheduled = true;
    const wait = this.pace.wait(this.sockets + this.socketsElsewhere);
    if (wait === 0) this.#wake(this);
    // Whole milliseconds: timers of the same length share a list, others each make one of their own.
    else this.#timer = setTimeout(() => this.#wake(this), Math.ceil(wait));
  }

  #applyParcel(batch: Batch, parcel: Parcel): Uint8Array | null {
    const why = this.#spent.why(parcel);
    if (why !== undefined) return why ? this.#refuseHeld(parcel, why) : this.#refuseLate(parcel);
    const started = performance.now();
    const verdict = this.#judge(parcel);
    if (!verdict.ok) {
      this.onRefusal(verdict.reason);
      this.spend(parcel);
      parcel.refused(verdict.reason === "full" ? closeCodes.full : closeCodes.refused, verdict.reason);
      return null;
    }
    if (verdict.deletes > 0 && this.#holds(parcel, parcel.bytes)) {
      parcel.took(performance.now() - started + HELD_WORK_MS);
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

  /** A refusal is final for a replica, here or where the document is owned: its writer is handed back all that follows, so none of that may be taken. */
  spend(replica: Writer): void {
    this.#spent.add(replica, null);
  }

  #refuseLate(parcel: Parcel): null {
    this.onRefusal("late");
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
    if ("bytes" in one) this.#spent.add(one, onDisk);
    this.#refuseHeld(one, onDisk);
    return true;
  }

  /** Once it is on disk; a page whose deletion could not be kept comes back with it. */
  #refuseHeld(one: Parcel | Order, onDisk: Promise<void>): null {
    onDisk.then(() => refuse(one, closeCodes.held, "held"), (error: unknown) => {
      if ("bytes" in one) this.#spent.forget(one);
      this.#onPoison(error);
      refuse(one, closeCodes.tryAgain, "not kept");
    });
    return null;
  }

  #judge(parcel: Parcel): Verdict | { readonly ok: false; readonly reason: "full" } {
    // Two nodes may have given out the same one: whoever wrote first has it.
    const author = this.#authors.of(parcel.clientId);
    if (author !== undefined && author !== parcel.memberId) return { ok: false, reason: "owner" };
    const mayRepeat = this.#mayRepeat || this.#repeating.has(parcel.clientId);
    const verdict = this.#gate.judge({ bytes: parcel.bytes, whole: parcel.whole, mayRepeat }, parcel);
    return verdict.ok && verdict.writes && !this.#hasRoomFor(parcel.clientId) ? { ok: false, reason: "full" } : verdict;
  }

  /** False when nothing more may be written, or nothing by somebody new. What only deletes is taken all the same. */
  #hasRoomFor(clientId: number): boolean {
    return !this.#encoding.isFull && this.#authors.hasRoomFor(clientId);
  }

  /** Rows that break it are set aside on disk too, and said so. */
  #adopt({ kept, doc, setAside }: Revived): Y.Doc {
    this.#snapshotSeq = kept.snapshotSeq;
    if (setAside.length === 0) return doc;
    this.#onPoison(new Error(`${setAside.length} changes could not be applied and were set aside.`));
    this.#store.setAside(this.id, setAside).then(() => this.onAside(), this.#onPoison);
    return doc;
  }

  #gateOf(doc: Y.Doc): Gate {
    return new Gate(doc, shapes[this.kind], (clientId) => this.#authors.of(clientId));
  }

  #bind(batch: Batch, { clientId, memberId }: Writer): void {
    if (this.#authors.bind(clientId, memberId)) batch.bindings.push({ documentId: this.id, clientId, memberId });
  }

  /** Tried on a copy first: a change that throws half-way leaves nothing behind. */
  #applyOrder(batch: Batch, order: Order): Uint8Array | null {
    const started = performance.now();
    const clientId = order.clientId ?? this.#deskClient(order.memberId);
    const bytes = tryOut(this.#doc, clientId, order);
    const writes = bytes !== null && Y.parseUpdateMeta(bytes).to.size > 0;
    if (writes && order.memberId !== null && !order.mended && !this.#hasRoomFor(clientId)) return this.#refuseFull(order);
    if (bytes && !order.mended && this.#holds(order, bytes)) return null;
    if (bytes) Y.applyUpdate(this.#doc, bytes);
    if (bytes && order.memberId !== null && this.#authors.hasRoomFor(clientId)) this.#bind(batch, { clientId, memberId: order.memberId });
    for (const [client, memberId] of order.mended?.authors ?? []) this.#bind(batch, { clientId: client, memberId });
    batch.orders.push(order);
    order.cost?.(performance.now() - started, bytes?.length ?? 0);
    return bytes;
  }

  #refuseFull(order: Order): null {
    this.onRefusal("full");
    refuse(order, closeCodes.full, "full");
    return null;
  }

  #deskClient(memberId: string | null): number {
    return this.#authors.deskClient(memberId, (clientId) => this.nextClock(clientId) > 0);
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

  /** Memory may be ahead of the disk, or is about to be read again: who wants both to be the same waits for `#settle`. */
  #hold(): void {
    this.#inFlight = true;
    this.#inFlightSince = performance.now();
  }

  #settle(): void {
    // One of them may hold it again: then the others wait on.
    while (!this.#inFlight) {
      const then = this.#whenSettled.shift();
      if (!then) break;
      then();
    }
    if (this.#pending.length > 0) this.#schedule();
  }

  /** Memory goes to what is on disk. Asks until the store answers. */
  async #reload(): Promise<void> {
    const revived = await this.#askUntil(() => readDocument({ store: this.#store, documentId: this.id, onPoison: this.#onPoison }));
    this.#inFlight = false;
    if (!revived) return this.#vanish();
    const { kept } = revived;
    this.#doc.destroy();
    this.#doc = this.#adopt(revived);
    this.#gate = this.#gateOf(this.#doc);
    const isBehind = kept.seq > this.#seq;
    this.#epoch = kept.epoch;
    this.#isSealed = kept.sealed;
    this.#seq = kept.seq;
    // A node that knows of no others goes on under whatever number there is.
    if (!this.#mayRepeat) this.#fence = kept.fence;
    this.#authors = new Authors(kept.clients);
    this.#isMistrusted = false;
    this.#encoding.measure(this.#doc);
    // What other nodes brought to disk meanwhile, nobody here has seen.
    if (isBehind) this.onCommitted(this.#encoding.cached);
    this.#settle();
  }

  /** The document is there no more (a rehearsal was wiped): nobody waits for it. */
  #vanish(): void {
    this.seal();
    const waiting = this.#pending;
    this.#pending = [];
    for (const one of waiting) refuse(one, closeCodes.mayNotWrite, "sealed");
    this.#settle();
  }

  async #askUntil<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
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

/** By what Yjs itself goes before it encodes an update. */
function changesAnything({ deleteSet, beforeState, afterState }: Y.Transaction): boolean {
  if (deleteSet.clients.size > 0) return true;
  for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
  return false;
}

function listOf<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
