/**
 * Which documents this node owns, and to whom it passes the changes to all others. A room stands in one of three
 * ways: owned here; passed to the node that owns it; or kept waiting while the store is asked who that is.
 */
import { setTimeout as pause } from "node:timers/promises";

import { Arrivals } from "./arrivals.ts";
import type { Lease, Leases } from "./leases.ts";
import { CENSUS_MS, DRAIN_LOOK_MS, PASSING_PATIENCE_MS } from "./limits.ts";
import type { Nodes, Telling } from "./nodes.ts";
import { Relay } from "./relay.ts";
import type { Room } from "./room.ts";

/** A room in memory: with `relay` it is another node's, or nobody knows whose; without, it is owned here under `fence`. */
interface Held {
  readonly room: Room;
  relay: Relay | null;
  fence: number;
  isAsking: boolean;
}

interface Options {
  readonly leases: Leases;
  readonly nodes: Nodes;
  readonly onError: (error: unknown) => void;
}

/** Who owns which document, as this node knows it: takes leases, passes changes on, and gives up what it owned when it stops. */
export class Owners {
  readonly #held = new Map<string, Held>();
  readonly #opening = new Set<string>();
  readonly #arrivals: Arrivals;
  readonly #census: NodeJS.Timeout;

  constructor(private readonly options: Options) {
    this.#arrivals = new Arrivals((telling, to) => options.nodes.tell(telling, to));
    this.#census = setInterval(() => this.#tellSockets(), CENSUS_MS);
    this.#census.unref();
  }

  /** Asks whose the document is before it is loaded: then all that a former owner wrote is there. Null when there is no such document. */
  async open(documentId: string, load: () => Promise<Room | null>): Promise<Room | null> {
    this.#opening.add(documentId);
    try {
      const lease = await this.options.leases.claim(documentId);
      const room = lease && (await load());
      if (room) this.#opened(room, lease);
      return room;
    } finally {
      this.#opening.delete(documentId);
    }
  }

  #opened(room: Room, lease: Lease): void {
    const held: Held = { room, relay: null, fence: lease.fence, isAsking: false };
    this.#held.set(room.id, held);
    room.onTaken = () => this.#lost(held, null);
    if (lease.node !== this.#node) return this.#lost(held, lease);
    room.own(lease.fence);
    this.#tellOwned(held);
  }

  /** The room is let go: whoever has sockets on it may own it. */
  closed(room: Room): void {
    const held = this.#held.get(room.id);
    this.#held.delete(room.id);
    if (!held) return;
    held.relay?.letGo();
    if (!held.relay) this.#release(room.id, held.fence);
  }

  #release(documentId: string, fence: number): void {
    const { leases, nodes, onError } = this.options;
    leases.release(documentId, fence).then(() => nodes.tell({ kind: "free", documentId, node: this.#node }), onError);
  }

  hear(telling: Telling): void {
    const held = "documentId" in telling ? this.#held.get(telling.documentId) : undefined;
    if (telling.kind === "leaving") for (const one of this.#held.values()) if (one.relay?.owner?.node === telling.node) this.#ask(one);
    if (telling.kind === "free" && held?.relay?.owner?.node === telling.node) this.#ask(held);
    if (telling.kind === "stray" && held?.relay?.owner?.fence === telling.fence) this.#ask(held);
    if (telling.kind === "owns" && held) this.#heardOwner(held, telling);
    if (telling.kind === "decision") held?.relay?.hear(telling);
    if (telling.kind === "pass" && held && !held.relay && held.fence === telling.fence) this.#arrivals.hear(held.room, telling);
    else if (telling.kind === "pass") this.#stray(telling, held);
  }

  /** The sender believes that this node owns the document: it is told better, and so is the store, in case it missed the giving up. */
  #stray({ documentId, node, fence }: Extract<Telling, { kind: "pass" }>, held: Held | undefined): void {
    if (this.#opening.has(documentId)) return;
    if (!held) this.#release(documentId, fence);
    this.options.nodes.tell({ kind: "stray", documentId, fence }, node);
  }

  #heardOwner(held: Held, lease: Lease): void {
    const known = held.relay ? (held.relay.owner?.fence ?? 0) : held.fence;
    if (lease.fence <= known) return;
    if (held.relay) return held.relay.follow(lease);
    // What is being written down goes before what waits: should it be refused, both are passed on in order.
    held.room.settled(() => {
      if (held.relay) this.#heardOwner(held, lease);
      else if (lease.fence > held.fence) this.#lost(held, lease);
    });
  }

  /** Another node owns it. Without `lease` the store is asked who. */
  #lost(held: Held, lease: Lease | null): void {
    const { room } = held;
    const relay = new Relay({
      node: this.#node, room,
      send: (to, pass) => this.options.nodes.tell({ kind: "pass", ...pass }, to),
      ask: () => this.#ask(held),
      onError: this.options.onError,
    });
    held.relay = relay;
    room.socketsElsewhere = 0;
    room.moveTo(relay);
    if (lease) relay.follow(lease);
    else this.#ask(held);
  }

  /** Asks the store, which may well make this node the owner. */
  #ask(held: Held): void {
    if (held.isAsking) return;
    held.isAsking = true;
    this.#settle(held).catch(this.options.onError).finally(() => (held.isAsking = false));
  }

  async #settle(held: Held): Promise<void> {
    const lease = await this.options.leases.claim(held.room.id);
    const { relay } = held;
    if (!lease || !relay) return;
    if (lease.node !== this.#node) {
      if (lease.fence !== relay.owner?.fence) relay.follow(lease);
    } else if (this.#held.get(held.room.id) === held) await this.#become(held, { relay, fence: lease.fence });
    else this.#release(held.room.id, lease.fence);
  }

  /** Reads what the last owner brought to disk, then takes what nobody has decided. */
  #become(held: Held, { relay, fence }: { relay: Relay; fence: number }): Promise<void> {
    return new Promise((resolve, reject) => held.room.current(() => {
      held.relay = null;
      held.fence = fence;
      const waiting = relay.end();
      held.room.own(fence);
      for (const one of waiting) held.room.take(one);
      this.#tellOwned(held);
      resolve();
    }, reject));
  }

  #tellOwned({ room, fence }: Held): void {
    this.options.nodes.tell({ kind: "owns", documentId: room.id, node: this.#node, fence });
  }

  #tellSockets(): void {
    for (const { room, relay } of this.#held.values()) if (room.sockets > 0) relay?.tellSockets();
  }

  /** Resolves when nothing is on its way to another node any more, or after a while. */
  async drained(): Promise<void> {
    const end = performance.now() + PASSING_PATIENCE_MS;
    while (performance.now() < end && [...this.#held.values()].some(({ relay }) => relay && relay.waiting > 0)) await pause(DRAIN_LOOK_MS);
  }

  /** All this node owns is for the taking; it goes on bringing to disk what nobody takes. */
  async retire(): Promise<void> {
    // A store that does not answer now lets the leases run out.
    await this.options.leases.retire().catch(this.options.onError);
    this.options.nodes.tell({ kind: "leaving", node: this.#node });
  }

  stop(): void {
    clearInterval(this.#census);
    this.options.leases.stop();
  }

  get #node(): string {
    return this.options.nodes.id;
  }
}
