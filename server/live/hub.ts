/**
 * The hub: everything that travels over a WebSocket. `server/index.ts` makes the one hub of a process, gives it
 * the upgrades, and hands `live` to loaders and actions. PROTOCOL.md tells what goes over the wire.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

import type pg from "pg";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { Live } from "#app/live/live.doc.ts";

import { Boards } from "./boards.ts";
import { createCommitter } from "./committer.ts";
import { DeskWatch } from "./desk-watch.ts";
import type { Desk } from "./desk.ts";
import { Documents } from "./documents.ts";
import { addressOf, isOurs, turnAway, type Address, type Refusal, type Upgrade } from "./door.ts";
import { Knocks } from "./knocks.ts";
import { BEAT_MS, FRAME_BYTES, LINE_DOWN_LOOK_MS, SEATS_LOOK_MS, SOCKETS_MOST, STOP_PATIENCE_MS } from "./limits.ts";
import { createLeases } from "./leases.ts";
import type { Line } from "./line.ts";
import { Mender } from "./mender.ts";
import { joinNodes, noNodes, type Nodes, type Telling } from "./nodes.ts";
import { Others } from "./others.ts";
import { Owners } from "./owners.ts";
import type { Room } from "./room.ts";
import { createRooms, type Rooms } from "./rooms.ts";
import { closeEnded } from "./seats.ts";
import { createStore, type Store } from "./store.ts";

export type { Admission, BoardAdmission, RightsQuestion } from "./desk.ts";

export interface HubOptions extends Desk {
  readonly pool: pg.Pool;
  readonly allowsOrigin: (origin: string, host: string) => boolean;
  /** What stands for the network an upgrade comes from: handshakes that fail are counted by it. */
  readonly networkOf: (req: IncomingMessage) => string;
  /** 32 bytes or more, the same on every node: makes the keys of unsent words. */
  readonly secret: Uint8Array;
  /** Where several nodes of one Ymholi meet; without it this one is alone. */
  readonly redisUrl?: string;
  /** At the most, in all and on one document; the limits' own unless a test wants fewer. */
  readonly sockets?: { readonly most?: number; readonly perDocument?: number };
  readonly log?: Logger;
}

/** Counts for whoever looks after the host; no names, no words. */
export interface HubFigures {
  readonly documents: number;
  readonly sockets: number;
  readonly commits: number;
  readonly rows: number;
  readonly storeErrors: number;
  /** How long the last commit took. */
  readonly commitMs: number;
  /** The store said at the last try that it has no room left. */
  readonly isStoreFull: boolean;
}

export interface Hub {
  readonly live: Live;
  /** Takes an upgrade under /live, and answers it in any case; false for any other path, which is left untouched. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  figures(): HubFigures;
  /** How many changes were not taken since the start, by the gate's reason. */
  refusals(): Readonly<Record<string, number>>;
  /** Set by whoever counts: called with how long each commit of live changes took, in milliseconds, as it is on disk. */
  onCommit: (milliseconds: number) => void;
  /** Asks the desk whether the seats of all open sockets still stand, and closes those whose do not. Done each minute; tests need not wait. */
  checkSeats(): Promise<void>;
  /** There is news of the host itself that facilitators should see: the desks of all open sessions look again. */
  tellDesks(): Promise<void>;
  /** Takes no more sockets, brings what was taken to disk, closes all with 1012, spread over `spreadMs` so that they do not come back as one. */
  stop(spreadMs?: number): Promise<void>;
}

/** The hub of this process, at work at once. `stop` before the pool is ended. */
export function createHub(options: HubOptions): Hub {
  return new NodeHub(options);
}

/** The hub of this node. */
class NodeHub implements Hub {
  readonly live: Live;
  onCommit: Hub["onCommit"] = () => {};
  readonly #store: Store;
  readonly #committer: ReturnType<typeof createCommitter>;
  readonly #rooms: Rooms;
  readonly #documents: Documents;
  readonly #boards: Boards;
  readonly #mender: Mender;
  readonly #nodes: Nodes;
  readonly #timers: NodeJS.Timeout[];
  /** Null where this node is alone: then all documents are its own. */
  readonly #owners: Owners | null;
  readonly #deskWatch: DeskWatch;
  readonly #others = new Others();
  readonly #knocks = new Knocks();
  readonly #refusals = new Map<string, number>();
  #isStopping = false;

  constructor(private readonly options: HubOptions) {
    const onError = (error: unknown) => options.log?.error({ err: error }, "live");
    const wss = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false, clientTracking: false });
    this.#store = createStore(options.pool);
    this.#committer = createCommitter({ store: this.#store, onStoreError: onError, onCommit: (milliseconds) => this.onCommit(milliseconds) });
    this.#nodes = options.redisUrl
      ? joinNodes({ url: options.redisUrl, secret: options.secret, onError, hear: (telling, from) => this.#hear(telling, from), onUp: () => this.#cameUp() })
      : noNodes;
    this.#owners = options.redisUrl ? new Owners({ leases: createLeases({ pool: options.pool, node: this.#nodes.id, onError }), nodes: this.#nodes, onError }) : null;
    this.#rooms = createRooms({ store: this.#store, committer: this.#committer, owners: this.#owners, onPoison: onError, onLoad: (room) => this.#loaded(room) });
    this.#documents = new Documents({
      desk: options, rooms: this.#rooms, wss, onError, socketsPerDocument: options.sockets?.perDocument,
      onPresence: (documentId, presences) => this.#nodes.tell({ kind: "presence", documentId, presences }),
    });
    this.#boards = new Boards({
      desk: options, wss, onError, secret: options.secret,
      onHere: (sessionId, members) => this.#nodes.tell({ kind: "here", sessionId, node: this.#nodes.id, members }),
    });
    this.#mender = new Mender({
      pool: options.pool, store: this.#store,
      room: (documentId) => this.#room(documentId),
      deskChanged: (sessionId) => this.live.deskChanged(sessionId),
      onRewritten: (documentId) => {
        this.#nodes.tell({ kind: "rewritten", documentId });
        this.#startAfresh(documentId);
      },
    });
    this.#deskWatch = new DeskWatch({ boardVersions: (ids) => this.#store.boardVersions(ids), changed: (sessionId) => this.#changeHeard(sessionId) });
    this.live = this.#makeLive();
    this.#timers = this.#startTimers(onError);
  }

  #startTimers(onError: (error: unknown) => void): NodeJS.Timeout[] {
    const timers = [
      setInterval(() => this.#beat(), BEAT_MS),
      setInterval(() => this.#nodes.isUp || this.#lookAround(), LINE_DOWN_LOOK_MS),
      // A store that does not answer closes nobody's socket.
      setInterval(() => void this.checkSeats().catch(onError), SEATS_LOOK_MS),
    ];
    for (const timer of timers) timer.unref();
    return timers;
  }

  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const address = addressOf(req.url);
    if (address === "elsewhere") return false;
    socket.on("error", () => socket.destroy());
    this.#admit(address, { req, socket, head }).catch((error: unknown) => {
      this.options.log?.error({ err: error }, "upgrade");
      turnAway(socket, 503);
    });
    return true;
  }

  async #admit(address: Address | null, upgrade: Upgrade): Promise<void> {
    const network = this.options.networkOf(upgrade.req);
    const wasLookedAt = await this.#knocks.look(network, async () => {
      const refusal = await this.#take(address, upgrade);
      if (refusal === 403 || refusal === 404) this.#knocks.failed(network);
      if (refusal) turnAway(upgrade.socket, refusal);
    });
    if (!wasLookedAt) turnAway(upgrade.socket, 429);
  }

  /** Takes the upgrade (null), or says how to refuse it. */
  async #take(address: Address | null, upgrade: Upgrade): Promise<Refusal | null> {
    if (this.#isStopping || this.#size >= (this.options.sockets?.most ?? SOCKETS_MOST)) return 503;
    if (!address) return 404;
    if (!isOurs(upgrade.req, this.options.allowsOrigin)) return 403;
    const place = address.to === "document" ? this.#documents : this.#boards;
    return place.admit(address, upgrade.req.headers.cookie ?? "", upgrade);
  }

  get #size(): number {
    return this.#documents.size + this.#boards.size;
  }

  checkSeats(): Promise<void> {
    return closeEnded([...this.#documents.seated, ...this.#boards.seated], this.options.ended);
  }

  #lines(): Line[] {
    return [...this.#documents.lines, ...this.#boards.lines];
  }

  #beat(): void {
    const now = Date.now();
    for (const line of this.#lines()) line.check(now);
    this.#boards.repeatHere();
    this.#documents.tidy();
    for (const { documentId, presences } of this.#others.takeSilent()) this.#documents.hearPresence(documentId, presences);
  }

  // ---- Other nodes

  #loaded(room: Room): void {
    room.onNews = (news) => this.#nodes.tell({ kind: "news", ...news });
    room.onHold = (memberId, deletion) => this.#mender.hold(room, memberId, deletion);
    room.onAside = () => this.#wentAside(room);
    room.onRewritten = () => this.#startAfresh(room.id);
    room.onRefusal = (reason) => this.#refusals.set(reason, (this.#refusals.get(reason) ?? 0) + 1);
  }

  /** Pages may show what is in memory nowhere any more: they begin afresh, other nodes read the log again, and the desk is told. */
  #wentAside(room: Room): void {
    this.#nodes.tell({ kind: "rewritten", documentId: room.id });
    this.#documents.startAfresh(room.id);
    this.#changeHeard(room.sessionId);
    this.#nodes.tell({ kind: "desk", sessionId: room.sessionId });
  }

  /** The line to the others is there, for the first time or again: neither side knows what it missed. */
  #cameUp(): void {
    this.#nodes.tell({ kind: "missed" });
    this.#tellAgain();
    this.#refresh();
    for (const sessionId of this.#sessions()) this.#changeHeard(sessionId);
  }

  /** What another node may not have heard: who is here, and whose seats were taken back. */
  #tellAgain(): void {
    this.#boards.repeatHere();
    const members = this.#others.lately;
    if (members.length > 0) this.#nodes.tell({ kind: "doubted", members });
  }

  /** Sessions that somebody on this node follows. */
  #sessions(): Set<string> {
    return new Set([...[...this.#rooms.loaded()].map((room) => room.sessionId), ...this.#boards.followed]);
  }

  #changeHeard(sessionId: string): void {
    this.#deskChanged(sessionId).catch((error: unknown) => this.options.log?.error({ err: error }, "desk"));
  }

  /** While the line is down: what the others brought to disk, and what was decided by way of them. */
  #lookAround(): void {
    this.#refresh();
    this.#deskWatch.look(this.#sessions()).catch((error: unknown) => this.options.log?.error({ err: error }, "desk"));
  }

  #refresh(): void {
    for (const room of this.#rooms.loaded()) room.refresh().catch((error: unknown) => this.options.log?.error({ err: error }, "log"));
  }

  #hear(telling: Telling, from: string): void {
    this.#others.heard(from);
    this.#owners?.hear(telling);
    if (telling.kind === "missed") {
      this.#tellAgain();
      this.#refresh();
    }
    if (telling.kind === "doubted") for (const member of telling.members) this.#unseat(member, closeCodes.restarting);
    if (telling.kind === "news") for (const room of this.#rooms.loaded()) if (room.id === telling.documentId) room.hear(telling);
    if (telling.kind === "presence") this.#others.present(from, telling);
    if (telling.kind === "presence") this.#documents.hearPresence(telling.documentId, telling.presences);
    if (telling.kind === "here") this.#boards.of(telling.sessionId).hearOf(telling.node, telling.members);
    if (telling.kind === "unseat") this.#unseat(telling.memberId);
    if (telling.kind === "rewritten") this.#startAfresh(telling.documentId);
    if (telling.kind === "sealed") this.#documents.seal(telling.sessionId);
    if (telling.kind === "desk") this.#changeHeard(telling.sessionId);
  }

  // ---- What the desk asks for

  #makeLive(): Live {
    return {
      deskChanged: async (sessionId) => {
        this.#nodes.tell({ kind: "desk", sessionId });
        await this.#deskChanged(sessionId);
      },
      unseat: (memberId) => {
        this.#others.unseated(memberId);
        this.#nodes.tell({ kind: "unseat", memberId });
        this.#unseat(memberId);
      },
      seal: (sessionId) => this.#seal(sessionId),
      read: async (documentId, reader) => (await this.#room(documentId)).read(reader),
      write: async (documentId, memberId, change) => {
        const room = await this.#room(documentId);
        return memberId === null ? room.order(null, change) : this.#documents.write(room, memberId, change);
      },
      authorsOf: (documentId) => this.#store.authors(documentId),
      log: (documentId) => this.#store.log(documentId),
      preview: this.#mender.preview,
      mend: this.#mender.mend,
      rewrite: this.#mender.rewrite,
      removeBytes: this.#mender.removeBytes,
      here: (sessionId) => this.#boards.of(sessionId).here,
    };
  }

  async #deskChanged(sessionId: string): Promise<void> {
    this.#boards.of(sessionId).changed();
    await this.#documents.deskChanged(sessionId);
  }

  #unseat(memberId: string, code: CloseCode = closeCodes.unseated): void {
    this.#documents.closeAll(memberId, code);
    this.#boards.closeAll(memberId, code);
  }

  /** The document was written anew: its pages here drop their replicas, and memory goes to what is on disk. */
  #startAfresh(documentId: string): void {
    this.#documents.startAfresh(documentId);
    this.#rooms.startAfresh(documentId);
  }

  async #seal(sessionId: string): Promise<void> {
    await Promise.all([this.#committer.drained(), this.#owners?.drained()]);
    await this.#store.seal(sessionId);
    this.#nodes.tell({ kind: "sealed", sessionId });
    this.#documents.seal(sessionId);
    await this.#committer.drained();
  }

  async tellDesks(): Promise<void> {
    for (const sessionId of await this.#store.countBoards()) await this.live.deskChanged(sessionId);
  }

  async #room(documentId: string): Promise<Room> {
    const room = await this.#rooms.get(documentId);
    if (!room) throw new Response(null, { status: 404 });
    return room;
  }

  // ---- The end

  refusals(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#refusals);
  }

  figures(): HubFigures {
    return { documents: [...this.#rooms.loaded()].length, sockets: this.#size, ...this.#committer.figures() };
  }

  async stop(spreadMs = 0): Promise<void> {
    this.#isStopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    // The other nodes go on with what this one owned while its pages move to them. A store that hangs must not keep the pages here.
    await forAWhile(this.#committer.drained(), Promise.resolve(this.#owners?.retire()));
    await closeSpread(this.#lines(), spreadMs);
    await forAWhile(this.#committer.drained(), Promise.resolve(this.#owners?.drained()));
    this.#owners?.stop();
    this.#committer.stop();
    this.#rooms.stop();
    await this.#nodes.stop();
    await forAWhile(this.#store.stop());
  }
}

/** Resolves when all of these have, or after a while. */
async function forAWhile(...all: readonly Promise<void>[]): Promise<void> {
  await Promise.race([Promise.all(all), pause(STOP_PATIENCE_MS, undefined, { ref: false })]);
}

/** Closes one after the other: a thousand pages must not come back in the same moment. */
async function closeSpread(lines: readonly Line[], spreadMs: number): Promise<void> {
  const ends = lines.map((line, i) => new Promise<void>((resolve) => {
    setTimeout(() => {
      line.close(closeCodes.restarting);
      resolve();
    }, (spreadMs * i) / lines.length);
  }));
  await Promise.all(ends);
}
