/**
 * A page's replica of one shared document and its line to the hub. One per document and page, whoever looks at it.
 * Nothing is sent before the server has said hello; everything is kept until it says that it is on disk.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { closeCodes, messages } from "./codes.ts";
import type { Rights } from "./kinds.ts";
import { helloSchema, presencesSchema, readMessage, rightsNoticeSchema, writeMessage, type Presence, type Saying } from "./messages.ts";
import type { Leftover, Shelf } from "./shelf.ts";
import { Unsent, wordsSince, type Words } from "./unsent.doc.ts";
import { Watched } from "./watched.ts";

/** Milliseconds between two of our own presence messages: four a second. */
const SAY_EVERY = 250;

/** Milliseconds after which what goes on is said again: another page or node may have said otherwise of the same person. */
const SAY_AGAIN = 5_000;

/** Milliseconds; with the random part 1,000 pages do not come back in the same moment. */
const LONGEST_WAIT = 1_500;

/** Milliseconds before words that still wait are put on the shelf: most are kept long before; without a line, none are. */
const SHELVE_AFTER = { open: 400, broken: 40 } as const;

/** Bytes of one change that the server takes, with room for its head. */
const CHANGE_BYTES = 60_000;

/** A change that the server would not take, with the person's words in it. */
export interface Refused {
  /**
   * `mayNotWrite`: this stage or seat does not write here now. `lost`: the page's copy had gone astray and was renewed.
   * `full`: the document holds as much as it may.
   * `held`: it deletes so much of others' words that it waits for the facilitator; there may be no words to give back.
   */
  readonly why: "mayNotWrite" | "full" | "lost" | "held";
  readonly words: readonly Words[];
}

/** A page's replica of one document: follows it, sends what is typed, keeps it until it is acknowledged, and tells of every change of state. Never throws into a page. */
export class SharedDocument extends Watched {
  doc = new Y.Doc();
  rights: Rights = "none";
  /** True once the replica has been complete; stays true through breaks. */
  isLoaded = false;
  /** True while the server listens. */
  isOpen = false;
  refused: Refused | null = null;
  others: ReadonlyMap<string, Saying> = new Map();

  #provider: WebsocketProvider | null = null;
  /** Opens the line, now and after a renewal. */
  #connect: (() => void) | null = null;
  #unsent = new Unsent();
  /** Changes asked for before the replica was there. */
  #early: ((doc: Y.Doc) => void)[] = [];
  #epoch = 0;
  #client = 0;
  #saying: Saying = {};
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  /** What was last said on this line, and when. */
  #said = { json: "{}", at: 0 };

  #shelfTimer: ReturnType<typeof setTimeout> | undefined;
  #isShelved = false;
  /** What another page left behind, when this replica is only there to bring it in. */
  #leftover: Leftover | null = null;
  /** The copy that went astray, until the fresh one tells how much of it the server has after all. */
  #astray: { readonly doc: Y.Doc; readonly client: number; readonly from: number; readonly earlier: readonly Words[] } | null = null;

  constructor(readonly documentId: string, private readonly shelf: Shelf | null = null) {
    super();
  }

  /** Brings in what a page that is gone could not send: under its clientID, so that it is what it would have been. */
  restore(leftover: Leftover): void {
    this.#leftover = leftover;
    this.#epoch = leftover.epoch;
    this.doc.clientID = leftover.client;
    this.#unsent.restore(leftover.entries);
    this.#isShelved = true;
  }

  /** Changes that are not yet on the server's disk. */
  get waiting(): number {
    return this.#unsent.count + this.#early.length;
  }

  /** The clock of this page's own changes up to which the server has said that all is on disk. */
  get keptUpTo(): number {
    return this.#unsent.keptUpTo;
  }

  /** `socket` stands in for the browser's class in tests. */
  open(origin: string, socket?: typeof WebSocket): void {
    if (this.#connect) return;
    this.#connect = () => this.#open(origin, socket);
    this.#connect();
  }

  #open(origin: string, socket: typeof WebSocket | undefined): void {
    this.#client = this.doc.clientID;
    const provider = new WebsocketProvider(`${origin.replace(/^http/, "ws")}/live/document`, this.documentId, this.doc, {
      connect: false,
      // Other tabs sync through the server too, where it is judged and kept.
      disableBc: true,
      maxBackoffTime: LONGEST_WAIT * (0.5 + Math.random()),
      params: { v: "1", client: String(this.doc.clientID) },
      ...(socket && { WebSocketPolyfill: socket }),
    });
    this.#provider = provider;
    this.#wire(provider);
    provider.connect();
  }

  /** Changes the document; before it is loaded, as soon as it is, and what this seat may not write is given back then. Does nothing without the right to write. */
  change(fn: (doc: Y.Doc) => void): void {
    if (!this.isLoaded) this.#early.push(fn);
    else if (this.rights === "write") this.doc.transact(() => fn(this.doc), this);
    this.changed();
  }

  /** Tells the others what this page is doing; sent at most four times a second, the last one counts. */
  say(saying: Saying): void {
    this.#saying = saying;
    this.#sayTimer ??= setTimeout(() => {
      this.#sayTimer = undefined;
      this.#sendSaying();
    }, SAY_EVERY);
  }

  /** The person has their words back. */
  dismiss(): void {
    this.refused = null;
    this.changed();
  }

  close(): void {
    this.#connect = null;
    this.#shut();
  }

  #shut(): void {
    clearTimeout(this.#sayTimer);
    this.#sayTimer = undefined;
    // The provider says goodbye under the clientID it began with.
    if (this.#provider) this.doc.clientID = this.#provider.awareness.clientID;
    this.#provider?.destroy();
    this.#provider = null;
    this.doc.destroy();
  }

  #wire(provider: WebsocketProvider): void {
    const { doc } = this;
    // The provider would send at once what must be numbered, kept and sent in order.
    doc.off("update", provider._updateHandler);
    // Who is here, and what they do, the server says; no awareness of ours is ever sent.
    provider.awareness.destroy();
    doc.on("update", (bytes: Uint8Array, origin: unknown) => {
      if (origin !== provider) this.#wrote(bytes);
      this.changed();
    });
    provider.messageHandlers[messages.hello] = (_, decoder) => this.#hello(decoding.readTailAsUint8Array(decoder));
    provider.messageHandlers[messages.ack] = (_, decoder) => this.#ack(decoding.readVarUint(decoder));
    provider.messageHandlers[messages.rights] = (_, decoder) => this.#rights(decoding.readTailAsUint8Array(decoder));
    provider.messageHandlers[messages.presence] = (_, decoder) => this.#presence(decoding.readTailAsUint8Array(decoder));
    provider.on("connection-close", () => this.#broken());
    provider.on("closed", ({ code }) => this.#ended(code));
  }

  #wrote(bytes: Uint8Array): void {
    this.#unsent.add(bytes, Y.getState(this.doc.store, this.doc.clientID));
    if (bytes.length > CHANGE_BYTES) return this.#renew("lost");
    this.#flush();
    this.#shelve();
  }

  /** Words that wait go on the shelf; it is emptied when they are kept. */
  #shelve(): void {
    if (!this.shelf) return;
    if (!this.isOpen) {
      clearTimeout(this.#shelfTimer);
      this.#shelfTimer = undefined;
    }
    this.#shelfTimer ??= setTimeout(() => {
      this.#shelfTimer = undefined;
      this.#tidy().catch(() => {});
    }, this.isOpen ? SHELVE_AFTER.open : SHELVE_AFTER.broken);
  }

  async #tidy(): Promise<void> {
    const { documentId, shelf } = this;
    const client = this.#client;
    const entries = this.#unsent.entries.map((entry) => ({ ...entry, bytes: Uint8Array.from(entry.bytes) }));
    if (entries.length > 0) await shelf?.put({ documentId, client, epoch: this.#epoch, entries });
    else if (this.#isShelved) await shelf?.forget(documentId, client);
    this.#isShelved = entries.length > 0;
  }

  #flush(): void {
    const socket = this.#socket;
    if (!socket) return;
    for (const bytes of this.#unsent.takeToSend()) socket.send(changeMessage(bytes));
  }

  /** Null while the server does not listen, also in the moment in which it is closing the line. */
  get #socket(): WebSocket | null {
    const socket = this.#provider?.ws;
    return this.isOpen && socket?.readyState === socket?.OPEN ? (socket ?? null) : null;
  }

  #hello(json: Uint8Array): void {
    const hello = readMessage(helloSchema, json);
    if (!hello) return;
    if (this.#epoch !== 0 && this.#epoch !== hello.epoch) return this.#renew("lost");
    this.#epoch = hello.epoch;
    if (hello.client !== this.#client && this.#unsent.count > 0) return this.#renew("lost");
    this.#writeAs(hello.client);
    this.rights = hello.rights;
    this.isOpen = true;
    this.#unsent.connected(hello.next);
    if (!this.isLoaded) this.#load(hello.next);
    if (this.#isShelved) this.#shelve();
    if (this.rights !== "write" && this.#unsent.count > 0) return this.#renew("mayNotWrite");
    this.#flush();
    this.#said = { json: "{}", at: Date.now() };
    this.#sendSaying();
    this.changed();
  }

  #load(next: number): void {
    this.isLoaded = true;
    this.#unsent.startAt(next);
    this.#settleAstray();
    this.#showLeftover();
    const early = this.#early;
    this.#early = [];
    // Whoever may not write (any more) is given their words back, like all that waited.
    for (const fn of early) {
      if (this.isLoaded) this.doc.transact(() => fn(this.doc), this);
      // One of them was too much for the server, and the replica is being fetched anew.
      else this.#early.push(fn);
    }
  }

  /** So that its words can be found in the replica, should the server not take them. */
  #showLeftover(): void {
    for (const { bytes } of this.#leftover?.entries ?? []) Y.applyUpdate(this.doc, bytes, this.#provider);
  }

  /** Yjs takes another clientID by itself when it meets its own in what it is sent; ours is what the server says. */
  #writeAs(client: number): void {
    this.#client = client;
    this.doc.clientID = client;
    if (this.#provider) this.#provider.params = { v: "1", client: String(client) };
  }

  #ack(count: number): void {
    this.#unsent.acknowledged(count);
    if (this.#isShelved) this.#shelve();
    this.changed();
  }

  #rights(json: Uint8Array): void {
    this.rights = readMessage(rightsNoticeSchema, json)?.rights ?? this.rights;
    this.changed();
  }

  #presence(json: Uint8Array): void {
    const others = new Map(this.others);
    for (const { memberId, saying } of readMessage(presencesSchema, json) ?? ([] as Presence[])) {
      if (saying) others.set(memberId, saying);
      else others.delete(memberId);
    }
    this.others = others;
    this.changed();
  }

  /** What stands there already is not said again with each letter: a phone's radio sleeps between two words. */
  #sendSaying(): void {
    const socket = this.#socket;
    const said = { json: JSON.stringify(this.#saying), at: Date.now() };
    if (!socket || (said.json === this.#said.json && said.at - this.#said.at < SAY_AGAIN)) return;
    socket.send(writeMessage(messages.presence, this.#saying));
    this.#said = said;
  }

  #broken(): void {
    this.isOpen = false;
    this.others = new Map();
    this.changed();
  }

  #ended(code: number): void {
    if (code === closeCodes.mayNotWrite) this.#renew("mayNotWrite");
    else if (code === closeCodes.full) this.#renew("full");
    else if (code === closeCodes.held) this.#renew("held");
    else if (code === closeCodes.refused || code === closeCodes.otherEpoch) this.#renew("lost");
    else this.rights = "none";
    this.changed();
  }

  /** What was being written down when the line was closed arrived after all: handed back, it would be written twice. */
  #settleAstray(): void {
    const astray = this.#astray;
    this.#astray = null;
    if (!astray || !this.refused) return;
    const from = Math.max(astray.from, Y.getState(this.doc.store, astray.client));
    const words = [...astray.earlier, ...wordsSince(astray.doc, astray.client, from)];
    this.refused = words.length > 0 || this.refused.why === "held" ? { ...this.refused, words } : null;
  }

  /** Drops the replica and loads afresh; the words that the server does not have are handed back. */
  #renew(why: Refused["why"]): void {
    if (!this.isLoaded) this.#showLeftover();
    const words = this.#unsent.count > 0 ? wordsSince(this.doc, this.#client, this.#unsent.keptUpTo) : [];
    if (this.#isShelved) void this.shelf?.forget(this.documentId, this.#client).catch(() => {});
    this.#isShelved = false;
    this.#leftover = null;
    if (words.length > 0) this.#astray = { doc: this.doc, client: this.#client, from: this.#unsent.keptUpTo, earlier: this.refused?.words ?? [] };
    if (words.length > 0 || why === "held") this.refused = { why, words: [...(this.refused?.words ?? []), ...words] };
    this.#shut();
    this.doc = new Y.Doc();
    this.#unsent = new Unsent();
    this.#epoch = 0;
    this.isLoaded = false;
    this.isOpen = false;
    this.#connect?.();
    this.changed();
  }
}

/** y-protocols' update message. */
function changeMessage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messages.sync);
  encoding.writeVarUint(encoder, 2);
  encoding.writeVarUint8Array(encoder, bytes);
  // lib0 makes it from plain buffers.
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}
