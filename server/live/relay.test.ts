import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

import { closeCodes } from "#app/live/codes.ts";
import { isStoreAway } from "#server/operations/store-away.ts";

import { Arrivals } from "./arrivals.ts";
import type { Order, Parcel } from "./change.ts";
import type { Writer } from "./gate.ts";
import { ORDER_PATIENCE_MS } from "./limits.ts";
import type { Pass, Telling } from "./nodes.ts";
import { Relay } from "./relay.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

test.each(seeds)("whatever is lost or comes twice between nodes, each change is taken once, in order, and its writer hears it once (seed %i)", (seed) => {
  const chance = chanceFrom(seed);
  const { edge, owner, wire } = lay();
  const written = 60;
  for (let n = 0; n < written; n++) {
    edge.relay.take(edge.parcel(n));
    if (chance() < 0.3) vi.advanceTimersByTime(chance() * 300);
    if (chance() < 0.5) wire.deliver(() => (chance() < 0.2 ? "lost" : chance() < 0.1 ? "twice" : "once"));
    if (chance() < 0.5) owner.commit();
  }
  for (let i = 0; i < 40 && edge.relay.waiting > 0; i++) {
    vi.advanceTimersByTime(500);
    wire.deliver(() => "once");
    owner.commit();
  }
  const all = Array.from({ length: written }, (_, n) => n);
  expect(owner.taken).toEqual(all);
  expect(edge.heard).toEqual(all.map((n) => `${n} ${isRefused(n) ? "refused" : "kept"}`));
});

test("what one owner did not decide is passed to the next from the beginning", () => {
  const first = lay();
  for (const n of [0, 1, 2]) first.edge.relay.take(first.edge.parcel(n));
  vi.advanceTimersByTime(100);
  first.wire.deliver(() => "once");
  first.edge.relay.follow({ node: "third", fence: 2 });
  vi.advanceTimersByTime(100);
  const passed = first.wire.waiting.filter((one): one is { kind: "pass" } & Pass => one.kind === "pass" && one.fence === 2);
  expect(passed.flatMap(({ changes }) => changes.map(({ n }) => n))).toEqual([1, 2, 3]);
});

test("an owner that is silent is asked, and then the store is", () => {
  const { edge, asked } = lay();
  edge.relay.take(edge.parcel(0));
  vi.advanceTimersByTime(700);
  expect(asked()).toBe(0);
  vi.advanceTimersByTime(700);
  expect(asked()).toBeGreaterThan(0);
});

test("an owner that speaks but decides nothing may be cut off from the store, so the store is asked", () => {
  const { edge, wire, asked } = lay();
  edge.relay.take(edge.parcel(0));
  const steps = (count: number) => {
    for (let i = 0; i < count; i++) {
      vi.advanceTimersByTime(200);
      wire.deliver(() => "once");
    }
  };
  steps(12);
  expect(asked()).toBe(0);
  steps(12);
  expect(asked()).toBeGreaterThan(0);
});

test("a form's change that nobody decides about is given up after a while, and so is the next; what comes of it later is nothing", async () => {
  const { edge, owner, wire } = lay();
  edge.relay.take(edge.order("one"));
  edge.relay.take(edge.order("two"));
  await vi.advanceTimersByTimeAsync(ORDER_PATIENCE_MS - 1);
  wire.deliver(() => "lost");
  expect(edge.heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(2);
  expect(edge.heard).toEqual(["one failed", "two failed"]);
  expect(edge.errors.map(isStoreAway), "the form's page says so as of a store that is away").toEqual([true, true]);
  edge.relay.take(edge.order("three"));
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(500);
    wire.deliver(() => "once");
    owner.commit();
  }
  expect(edge.heard).toEqual(["one failed", "two failed", "three kept"]);
  expect([...owner.doc.getMap("words").keys()]).toEqual(["three"]);
  expect(edge.relay.waiting).toBe(0);
});

test("when the document is let go, whoever waits is told, also those who come later", async () => {
  const { edge } = lay();
  edge.relay.take(edge.parcel(0));
  edge.relay.take(edge.order("one"));
  await vi.advanceTimersByTimeAsync(0);
  expect(edge.relay.waiting).toBe(2);
  edge.relay.letGo();
  edge.relay.take(edge.parcel(1));
  edge.relay.take(edge.order("two"));
  await vi.advanceTimersByTimeAsync(0);
  expect(edge.heard).toEqual(["0 refused", "one failed", "1 refused", "two failed"]);
});

test("a replica of which the owner refused something is remembered here as well", () => {
  const { edge, owner, wire } = lay();
  for (let n = 0; n < 5; n++) edge.relay.take(edge.parcel(n));
  vi.advanceTimersByTime(100);
  wire.deliver(() => "once");
  owner.commit();
  vi.advanceTimersByTime(100);
  wire.deliver(() => "once");
  expect(edge.heard).toEqual(["0 kept", "1 kept", "2 kept", "3 refused", "4 kept"]);
  expect(edge.spent).toEqual([3]);
});

const isRefused = (n: number) => n % 7 === 3;

/** An edge and an owner, with nothing between them but what `deliver` brings across. */
function lay() {
  const wire = { waiting: [] as Telling[], deliver };
  const heard: string[] = [];
  const spent: number[] = [];
  const errors: unknown[] = [];
  let asked = 0;
  const pending: (() => void)[] = [];
  const owner = {
    taken: [] as number[],
    doc: new Y.Doc(),
    room: { id: "document", epoch: 1, seq: 0, socketsElsewhere: 0, take },
    /** All that waits is on disk, or refused. */
    commit() {
      owner.room.seq++;
      for (const decide of pending.splice(0)) decide();
    },
  };
  function take(one: Parcel | Order): void {
    if (!("bytes" in one)) {
      one.change(owner.doc);
      return void pending.push(() => one.kept());
    }
    const n = one.bytes[0] ?? -1;
    owner.taken.push(n);
    pending.push(() => (isRefused(n) ? one.refused(closeCodes.refused, "clock") : one.kept()));
  }
  const arrivals = new Arrivals((telling) => wire.waiting.push(telling));
  const seen = { id: "document", epoch: 1, sockets: 1, get seq() { return owner.room.seq; }, current: (then: () => void) => then(), draft, take: () => {}, spend: ({ clientId }: Writer) => spent.push(clientId) };
  const relay = new Relay({ node: "edge", room: seen, send: (_, pass) => wire.waiting.push({ kind: "pass", ...pass }), ask: () => asked++, onError: () => {} });
  relay.follow({ node: "owner", fence: 1 });

  function deliver(fate: () => "lost" | "once" | "twice"): void {
    for (const telling of wire.waiting.splice(0)) {
      const times = { lost: 0, once: 1, twice: 2 }[fate()];
      for (let i = 0; i < times; i++) {
        if (telling.kind === "pass") arrivals.hear(owner.room, telling);
        if (telling.kind === "decision") relay.hear(telling);
      }
    }
  }

  function parcel(n: number): Parcel {
    return { memberId: "anna", clientId: n, bytes: Uint8Array.of(n), whole: false, took: () => {}, kept: () => heard.push(`${n} kept`), refused: () => heard.push(`${n} refused`) };
  }

  function draft({ change }: Order) {
    const doc = new Y.Doc();
    change(doc);
    return { clientId: doc.clientID, bytes: Y.encodeStateAsUpdate(doc) };
  }

  function order(word: string): Order {
    return { memberId: "anna", change: (doc) => void doc.getMap("words").set(word, true), kept: () => heard.push(`${word} kept`), failed };

    function failed(error: unknown): void {
      errors.push(error);
      heard.push(`${word} failed`);
    }
  }

  return { owner, wire, edge: { relay, heard, spent, errors, parcel, order }, asked: () => asked };
}

/** Mulberry32: the same numbers for the same seed. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
