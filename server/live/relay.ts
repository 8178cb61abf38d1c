/**
 * What members of this node write in a document that another node owns: kept until the owner has decided, passed
 * on in order through Redis, and sent again when in doubt. Nothing is said to be kept before the owner's commit
 * has been seen here.
 */
import * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";

import { refuse, type Elsewhere, type Order, type Parcel } from "./change.ts";
import type { Lease } from "./leases.ts";
import { DOUBT_MS, LEASE_MS, ORDER_PATIENCE_MS, PASS_BYTES, PASS_TICK_MS, PASSING_BYTES } from "./limits.ts";
import type { Decision, Pass, PassedChange } from "./nodes.ts";
import type { Room } from "./room.ts";

/** One change on its way. */
interface Going {
  /** As it would be taken here; it is told what became of it. A change of the desk's is not judged by the owner's gate. */
  readonly one: Parcel | Order;
  readonly clientId: number;
  readonly bytes: Uint8Array;
  /** Of the replica it was made in: in another one it means nothing. */
  readonly epoch: number;
}

/** Codes after which nothing more is taken from a replica. */
const FINAL: ReadonlySet<CloseCode> = new Set([closeCodes.refused, closeCodes.held, closeCodes.full]);

/** An update that says nothing. */
const NOTHING = Uint8Array.of(0, 0);

/** To whoever posted a form it is as if the store did not answer, and is told in the same words. */
class OwnerAwayError extends Error {
  override name = "OwnerAwayError";
  readonly code = "ETIMEDOUT";
}

interface Surroundings {
  readonly node: string;
  readonly room: Pick<Room, "id" | "epoch" | "seq" | "sockets" | "current" | "draft" | "take" | "spend">;
  readonly send: (to: string, pass: Pass) => void;
  /** The owner does not answer: asks the store who it is, which ends in `follow`, or in this node owning the document. */
  readonly ask: () => void;
  readonly onError: (error: unknown) => void;
}

/** What this node passes on of one document. */
export class Relay implements Elsewhere {
  /** Not yet decided, oldest first; the first has the number `#since`. */
  #going: Going[] = [];
  #since = 1;
  /** The last number that was sent to this owner. */
  #sent = 0;
  #owner: Lease | null = null;
  /** When the owner was last heard, or began to have something to answer. */
  #heardAt = 0;
  /** When something was last decided, or began to have to be. */
  #decidedAt = 0;
  #doubt: NodeJS.Timeout | null = null;
  /** What was last sent again: everything after this number. */
  #again = { taken: 0, at: Number.NEGATIVE_INFINITY };
  #isDue = false;
  #passedAt = Number.NEGATIVE_INFINITY;
  #isOver = false;
  #isGone = false;
  /** Changes of the desk's whose writers wait. */
  #waitingOrders = 0;
  /** The desk's changes one after the other: each is made from what the one before left. */
  #orders: Promise<void> = Promise.resolve();

  constructor(private readonly here: Surroundings) {}

  get owner(): Lease | null {
    return this.#owner;
  }
  /** How many changes somebody waits to hear of. */
  get waiting(): number {
    return this.#going.filter(({ one }) => "bytes" in one).length + this.#waitingOrders;
  }

  take(one: Parcel | Order): void {
    if (this.#isGone) refuse(one, closeCodes.tryAgain, "let go");
    else if ("bytes" in one) this.#add({ one, clientId: one.clientId, bytes: one.bytes, epoch: this.here.room.epoch });
    else this.#takeOrder(one);
  }

  #takeOrder(order: Order): void {
    const until = performance.now() + ORDER_PATIENCE_MS;
    this.#waitingOrders++;
    this.#orders = this.#orders.then(() => this.#draft(order, until)).catch(this.here.onError).finally(() => this.#waitingOrders--);
  }

  /** From now on this node passes to another owner: what is not decided is passed to it from the beginning. */
  follow(owner: Lease): void {
    this.#owner = owner;
    this.#since = 1;
    this.#sent = 0;
    this.#again = { taken: 0, at: Number.NEGATIVE_INFINITY };
    this.#heardAt = this.#decidedAt = performance.now();
    this.#pass();
    this.#watch();
  }

  /** Tells the owner how many sockets follow the document here; it sets the pace by them. */
  tellSockets(): void {
    this.#send([]);
  }

  /** What the owner decided. Of another owner's time it means nothing. */
  hear(decision: Decision): void {
    if (this.#isOver || decision.fence !== this.#owner?.fence) return;
    this.#heardAt = performance.now();
    for (const [n, milliseconds] of decision.took) {
      const one = this.#going[n - this.#since]?.one;
      if (one && "bytes" in one) one.took(milliseconds);
    }
    this.#settle(decision);
    if (decision.isLost) this.#sendAgain(decision.taken);
    this.#pass();
  }

  /** Everything after what the owner has. Once for a gap: each message that came after it tells of it. */
  #sendAgain(taken: number): void {
    const now = performance.now();
    if (this.#again.taken === taken && now - this.#again.at < DOUBT_MS) return;
    this.#again = { taken, at: now };
    this.#sent = Math.min(this.#sent, Math.max(taken, this.#since - 1));
  }

  /** This node owns the document now: what was not decided, to be taken here. Nothing more is passed on. */
  end(): (Parcel | Order)[] {
    this.#isOver = true;
    if (this.#doubt) clearTimeout(this.#doubt);
    const left = this.#going;
    this.#going = [];
    const isOld = ({ epoch }: Going) => epoch !== this.here.room.epoch;
    for (const { one } of left.filter(isOld)) refuse(one, closeCodes.otherEpoch, "epoch");
    return left.filter((going) => !isOld(going)).map(({ one }) => one);
  }

  /** The room is let go: whoever still waits learns that nobody will answer. */
  letGo(): void {
    this.#isGone = true;
    for (const one of this.end()) refuse(one, closeCodes.tryAgain, "let go");
  }

  #settle({ decided, seq, refused }: Decision): void {
    const done = this.#going.splice(0, Math.max(0, decided - this.#since + 1));
    const first = this.#since;
    this.#since += done.length;
    if (done.length > 0) this.#decidedAt = performance.now();
    const why = new Map(refused.map(([n, code, reason]) => [n, { code, reason }]));
    if (done.length > 0) this.#seen(seq, () => done.forEach(({ one }, i) => {
      const refusal = why.get(first + i);
      if (refusal) this.#refuse(one, refusal);
      else one.kept();
    }));
  }

  /** Of what the owner refused for good, it will take nothing more: the replica must not be given out again here. */
  #refuse(one: Parcel | Order, { code, reason }: { readonly code: CloseCode; readonly reason: string }): void {
    if ("bytes" in one && FINAL.has(code)) this.here.room.spend(one);
    refuse(one, code, reason);
  }

  /** Runs when the row of this number is in memory here, and so in front of everybody on this node. */
  #seen(seq: number, then: () => void): void {
    if (this.here.room.seq >= seq) return then();
    const again = () => void setTimeout(() => this.#seen(seq, then), DOUBT_MS);
    // The news of it was lost: it is in the log.
    this.here.room.current(() => (this.here.room.seq >= seq ? then() : again()), again);
  }

  #add(going: Going): void {
    if (this.#isGone) return refuse(going.one, closeCodes.tryAgain, "let go");
    if (this.#isOver) return this.here.room.take(going.one);
    if (this.#going.length === 0) this.#heardAt = this.#decidedAt = performance.now();
    this.#going.push(going);
    this.#pass();
    this.#watch();
  }

  /** Made from what stands on disk now; resolves when it is decided or given up, so that the next one finds it there. `until`: of `performance.now()`. */
  #draft(order: Order, until: number): Promise<void> {
    const { room } = this.here;
    return new Promise((done) => {
      let going: Going | null = null;
      let isTold = false;
      const told = (tell: () => void) => {
        clearTimeout(timer);
        isTold = true;
        tell();
        done();
      };
      const kept = () => told(order.kept);
      const failed = (error: unknown) => told(() => order.failed(error));
      const timer = setTimeout(() => this.#giveUp(going, failed), Math.max(0, until - performance.now()));
      room.current(() => {
        if (isTold) return;
        const draft = room.draft({ ...order, failed });
        // Nothing to change, or it threw and was told.
        if (!draft) return kept();
        const change = (doc: Y.Doc) => Y.applyUpdate(doc, draft.bytes);
        going = { ...draft, epoch: room.epoch, one: { ...order, clientId: draft.clientId, change, kept, failed } };
        this.#add(going);
      }, failed);
    });
  }

  /** Whoever waits for it is told that it was not kept, and under its number nothing is passed on from now. Should the owner have it already, it stands: nobody here can know. */
  #giveUp(late: Going | null, failed: (error: unknown) => void): void {
    // By now this node brings it to disk itself.
    if (late && !this.#going.includes(late)) return;
    const { memberId } = late?.one ?? { memberId: null };
    const nothing: Order = { memberId, change: () => {}, kept: () => {}, failed: () => {} };
    this.#going = this.#going.map((going) => (going === late ? { ...going, bytes: NOTHING, one: nothing } : going));
    failed(new OwnerAwayError("The change could not be kept: the node that owns the document does not answer."));
  }

  /** At once when it has been quiet; what comes close together goes out as one message. */
  #pass(): void {
    if (this.#isDue || !this.#owner) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      this.#passedAt = performance.now();
      while (!this.#isOver && this.#passSome());
    }, Math.max(0, this.#passedAt + Math.min(PASS_TICK_MS, this.here.room.sockets) - performance.now()));
  }

  /** Sends as much as one message holds; false when nothing is left, or enough is on its way. */
  #passSome(): boolean {
    const next = this.#sent - this.#since + 1;
    let onTheWay = this.#going.slice(0, next).reduce((sum, { bytes }) => sum + bytes.length, 0);
    const some: Going[] = [];
    for (let size = 0; size < PASS_BYTES && onTheWay < PASSING_BYTES; ) {
      const going = this.#going[next + some.length];
      if (!going) break;
      some.push(going);
      size += going.bytes.length;
      onTheWay += going.bytes.length;
    }
    if (some.length > 0) this.#send(some);
    return some.length > 0;
  }

  #send(some: readonly Going[]): void {
    const { node, room, send } = this.here;
    if (!this.#owner) return;
    const first = this.#sent + 1;
    this.#sent += some.length;
    const changes = some.map(({ one, clientId, bytes, epoch }, i) => ({ n: first + i, memberId: one.memberId, clientId, epoch, ...detailsOf(one), length: bytes.length }));
    const { node: to, fence } = this.#owner;
    send(to, { documentId: room.id, node, fence, since: this.#since, last: this.#sent, sockets: room.sockets, changes, bytes: Buffer.concat(some.map(({ bytes }) => bytes)) });
  }

  /** While something is undecided: an owner that says nothing is asked, and after that the store is; also when the owner speaks and decides nothing, for it may be cut off from the store. */
  #watch(): void {
    this.#doubt ??= setTimeout(() => {
      this.#doubt = null;
      if (this.#isOver || this.#going.length === 0) return;
      const [silent, undecided] = [performance.now() - this.#heardAt, performance.now() - this.#decidedAt];
      if (silent > DOUBT_MS) this.#send([]);
      if (silent > 2 * DOUBT_MS || undecided > LEASE_MS || !this.#owner) this.here.ask();
      this.#watch();
    }, DOUBT_MS);
  }
}

function detailsOf(one: Parcel | Order): Pick<PassedChange, "whole" | "byDesk"> {
  if ("bytes" in one) return { whole: one.whole };
  return { byDesk: one.mended ? { mending: one.mended.mending, authors: [...one.mended.authors] } : {} };
}
