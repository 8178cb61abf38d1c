/** The members: sockets that join, type, move their cursors and watch. All in the benchmark's own process. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

import * as Y from "yjs";

import { type Dialect, RENEWED_MS } from "./dialects.ts";
import { Hand, type Spot } from "./edits.ts";
import type { Ledger } from "./ledger.ts";
import type { RunningServer } from "./servers.ts";
import { LightSocket } from "./socket.ts";

/** Above what a crowd's cursors come to, below a long document. */
const LONG_FRAME_BYTES = 256 * 1024;
const FIRST_CLIENT = 1_000_000;
const LOOK_EVERY_MS = 10;
/** A page says that its person types as they begin, and so often while they go on. */
const SAID_AGAIN_MS = 5_000;
/** So many at a time come in, where the coming in is not what is measured. */
const DOOR = 50;

export interface MemberOptions {
  readonly server: RunningServer;
  readonly documentId: string;
  readonly ledger: Ledger;
  readonly number: number;
  /** Keeps a whole replica, to compare with the others at the end. */
  readonly full?: boolean;
}

export class Member {
  readonly joined: Promise<void>;
  readonly doc: Y.Doc | null;
  /** performance.now() at which all of the document was there. */
  joinedAt = Number.NaN;
  /** Set when the line has gone. */
  closedWith: number | null = null;
  hand: Hand | null = null;
  #client: number;
  #steps = 0;
  #hasState = false;
  readonly #seen = new Map<number, number>();
  readonly #socket: LightSocket;
  readonly #dialect: Dialect;
  #resolve: () => void = () => {};
  #renewing: NodeJS.Timeout | undefined;
  #saidAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: MemberOptions) {
    this.#dialect = options.server.dialect;
    this.#client = FIRST_CLIENT + options.number;
    this.doc = options.full ? new Y.Doc() : null;
    this.joined = new Promise((resolve) => (this.#resolve = resolve));
    this.#socket = new LightSocket({
      port: options.server.ports[options.number % options.server.ports.length]!,
      path: this.#dialect.path(options.documentId, this.#client),
      headers: { Cookie: `member=${this.#client}` },
      longest: options.full ? Number.POSITIVE_INFINITY : LONG_FRAME_BYTES,
      opened: () => this.#greet(),
      heard: (payload) => this.#hear(payload),
      closed: (code) => {
        this.closedWith = code;
        clearInterval(this.#renewing);
        this.#resolve();
      },
    });
  }

  sitAt(spot: Spot): void {
    this.hand = new Hand(this.#client, spot);
  }

  type(text: string): void {
    this.#write((hand) => hand.type(text));
  }

  rewrite(text: string): void {
    this.#write((hand) => hand.rewrite(text));
  }

  moveCursor(): void {
    const step = { client: this.#client, count: ++this.#steps };
    this.options.ledger.sentStep(step);
    this.#saidAt = performance.now();
    this.#socket.send(this.#dialect.cursor(this.options.documentId, step));
  }

  stopReading(): void {
    this.#socket.stopReading();
  }

  leave(): void {
    clearInterval(this.#renewing);
    this.#socket.destroy();
    this.doc?.destroy();
  }

  #write(change: (hand: Hand) => Uint8Array): void {
    if (!this.hand || this.closedWith !== null) return;
    const from = this.hand.clock;
    const update = change(this.hand);
    this.#sayTyping();
    this.options.ledger.sentCharacters(this.#client, from, this.hand.clock);
    this.#socket.send(this.#dialect.change(this.options.documentId, update));
  }

  #greet(): void {
    for (const message of this.#dialect.greeting(this.options.documentId)) this.#socket.send(message);
    this.#renew();
    // Nobody's next one comes together with another's.
    this.#saidAt -= RENEWED_MS * Math.random();
    this.#renewing = setInterval(() => this.#renew(), RENEWED_MS / 5);
  }

  /** Whoever moves a cursor renews by that. */
  #renew(): void {
    const { renewal } = this.#dialect;
    if (!renewal || performance.now() - this.#saidAt < RENEWED_MS) return;
    this.#saidAt = performance.now();
    this.#socket.send(renewal(this.options.documentId, { client: this.#client, count: ++this.#steps }));
  }

  #sayTyping(): void {
    if (!this.#dialect.typing || performance.now() - this.#saidAt < SAID_AGAIN_MS) return;
    this.#saidAt = performance.now();
    this.#socket.send(this.#dialect.typing);
  }

  #hear(payload: Buffer): void {
    const { ledger, documentId } = this.options;
    const meaning = ledger.meaningOf(payload);
    if (meaning.kind === "characters") {
      ledger.sawCharacters(meaning.frame);
      if (this.doc) Y.applyUpdate(this.doc, meaning.update);
    } else if (meaning.kind === "cursors") for (const step of meaning.steps) ledger.sawStep(step, this.#seen);
    else if (meaning.kind === "state") this.#takeState(meaning.update);
    else if (meaning.kind === "hello") this.#greeted(meaning.client);
    else if (meaning.kind === "asks") this.#socket.send(this.#dialect.nothingNew(documentId));
  }

  #takeState(update: Uint8Array): void {
    if (this.doc) Y.applyUpdate(this.doc, update);
    this.#hasState = true;
    if (!this.#dialect.saysHello) this.#in();
  }

  #greeted(client: number): void {
    this.#client = client;
    if (this.#hasState) this.#in();
  }

  #in(): void {
    if (!Number.isNaN(this.joinedAt)) return;
    this.joinedAt = performance.now();
    this.#resolve();
  }
}

/** Lets so many in, a few at a time. Throws when one stays outside. */
export async function gather(count: number, make: (index: number) => Member): Promise<Member[]> {
  const members: Member[] = [];
  while (members.length < count) {
    const some = Array.from({ length: Math.min(DOOR, count - members.length) }, (_, i) => make(members.length + i));
    members.push(...some);
    await Promise.race([Promise.all(some.map((member) => member.joined)), pause(20_000, undefined, { ref: false })]);
    const outside = some.find((member) => Number.isNaN(member.joinedAt));
    if (outside) throw new Error(`A member did not come in (close code ${outside.closedWith ?? "none"}).`);
  }
  return members;
}

/** Each does it so many times a second, evenly spread among them, for so long. Tells how many times it was done. */
export async function keepDoing(members: readonly Member[], perSecond: number, seconds: number, act: (member: Member) => void): Promise<number> {
  const started = performance.now();
  const all = Math.round(members.length * perSecond * seconds);
  let done = 0;
  while (done < all) {
    const due = Math.min(all, Math.floor(((performance.now() - started) / 1000) * members.length * perSecond));
    for (; done < due; done++) act(members[done % members.length]!);
    await pause(LOOK_EVERY_MS);
  }
  return done;
}

/** Waits until it holds, at most so long; whether it came to hold. */
export async function settle(holds: () => boolean, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!holds() && performance.now() < deadline) await pause(20);
  return holds();
}

/** True when all replicas hold the same and nothing in them waits for something missing. */
export function isSameEverywhere(members: readonly Member[]): boolean {
  const docs = members.flatMap(({ doc }) => doc ?? []);
  const readings = new Set(docs.map((doc) => JSON.stringify(Object.entries(doc.getMap("items").toJSON()).sort())));
  return readings.size === 1 && docs.every(({ store }) => !store.pendingStructs && !store.pendingDs);
}

/** How late this process itself is, in milliseconds (p99): above a few, the clients are the bottleneck. */
export function watchOwnLag(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  return () => {
    delay.disable();
    return delay.percentile(99) / 1e6;
  };
}
