/**
 * The hub: everything that travels over a WebSocket. `server/index.ts` makes the one hub of a process, gives it
 * the upgrades, and hands `live` to loaders and actions. PROTOCOL.md tells what goes over the wire.
 */
import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

import type pg from "pg";
import type { Logger } from "pino";
import { WebSocketServer, type WebSocket } from "ws";

import { closeCodes } from "#app/live/codes.ts";
import type { DocumentKind, Rights } from "#app/live/kinds.ts";
import type { Live } from "#app/live/live.doc.ts";
import type { Person } from "#app/live/person.ts";

import { createAudience, type Audience } from "./audience.ts";
import { createCommitter } from "./committer.ts";
import { openDocumentSocket, type DocumentSocket } from "./document-socket.ts";
import { addressOf, askedClient, isOurs, turnAway, type Address } from "./door.ts";
import { beatFrame } from "./frames.ts";
import { BEAT_MS, FRAME_BYTES, SOCKETS_PER_MEMBER } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import { createNoticeboard, type Noticeboard, type Reader } from "./noticeboard.ts";
import type { Room } from "./room.ts";
import { createRooms } from "./rooms.ts";
import { createStore } from "./store.ts";

/** What the desk says of a browser that wants to follow a document. */
export interface Admission {
  readonly memberId: string;
  readonly sessionId: string;
  readonly role: Person["role"];
  /** What this seat may do with this document at this moment. */
  readonly rights: Rights;
}

/** What the desk says of a browser that wants to follow a session's noticeboard. */
export interface BoardAdmission {
  readonly memberId: string;
}

/** Who asks for rights on what. */
export interface RightsQuestion {
  readonly memberId: string;
  readonly role: Person["role"];
  readonly documentId: string;
  readonly kind: DocumentKind;
}

export interface HubOptions {
  readonly pool: pg.Pool;
  /** The board of a session as JSON-able data; null when there is no such session. */
  readonly boardOf: (sessionId: string) => Promise<object | null>;
  /** Everybody ever seated, removed ones too: their words keep their name. */
  readonly peopleOf: (sessionId: string) => Promise<readonly Person[]>;
  /** Seat or facilitator cookie, and the document exists; null otherwise. Both answers look the same from outside. */
  readonly admit: (cookieHeader: string, documentId: string) => Promise<Admission | null>;
  readonly admitToBoard: (cookieHeader: string, sessionId: string) => Promise<BoardAdmission | null>;
  /** Rights in a session as the desk has them now: read once a session when it changed, then asked for every socket. */
  readonly rightsIn: (sessionId: string) => Promise<(question: RightsQuestion) => Rights>;
  readonly allowsOrigin: (origin: string, host: string) => boolean;
  /** 32 bytes or more, the same on every node: makes the keys of unsent words. */
  readonly secret: Uint8Array;
  readonly log?: Logger;
}

export interface Hub {
  readonly live: Live;
  /** Takes an upgrade under /live, and answers it in any case; false for any other path, which is left untouched. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Takes no more sockets, brings what was taken to disk, closes all with 1012. */
  stop(): Promise<void>;
}

interface OpenDocument {
  readonly socket: DocumentSocket;
  readonly line: Line;
  readonly admission: Admission;
}

interface OpenBoard {
  readonly reader: Reader;
  readonly sessionId: string;
}

export function createHub(options: HubOptions): Hub {
  const { pool, log } = options;
  const onError = (error: unknown) => log?.error({ err: error }, "live");
  const store = createStore(pool);
  const committer = createCommitter(store, onError);
  const rooms = createRooms({ store, committer, onPoison: onError, onLoad: () => {} });
  const audiences = new WeakMap<Room, Audience>();
  const boards = new Map<string, Noticeboard>();
  const documents = new Set<OpenDocument>();
  const readers = new Set<OpenBoard>();
  /** Counts the desk's changes, so that a socket opened during one asks again. */
  const changes = new Map<string, number>();
  const wss = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES, perMessageDeflate: false, clientTracking: false });
  let stopping = false;

  const beat = setInterval(() => {
    const now = Date.now();
    for (const { line } of documents) line.check(now);
    for (const { reader } of readers) reader.line.check(now);
    for (const { line } of documents) line.sendIfQuick(beatFrame);
    for (const { reader } of readers) reader.line.sendIfQuick(beatFrame);
  }, BEAT_MS);
  beat.unref();

  function audienceOf(room: Room): Audience {
    const audience = audiences.get(room) ?? createAudience(room);
    audiences.set(room, audience);
    return audience;
  }

  function boardOf(sessionId: string): Noticeboard {
    const known = boards.get(sessionId);
    if (known) return known;
    const desk = { board: () => options.boardOf(sessionId), people: () => options.peopleOf(sessionId) };
    const board = createNoticeboard(desk, onError);
    boards.set(sessionId, board);
    return board;
  }

  async function admitSocket(address: Address, req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (stopping) return turnAway(socket, 503);
    if (!isOurs(req, options.allowsOrigin)) return turnAway(socket, 403);
    const cookies = req.headers.cookie ?? "";
    if (address.to === "document") await admitToDocument(address, cookies, { req, socket, head });
    else await admitToSession(address, cookies, { req, socket, head });
  }

  async function admitToDocument(address: Address, cookies: string, upgrade: Upgrade): Promise<void> {
    const admission = await options.admit(cookies, address.id);
    const room = admission && admission.rights !== "none" ? await rooms.get(address.id) : null;
    if (!admission || !room) return turnAway(upgrade.socket, 404);
    const before = changes.get(room.sessionId);
    const mine = [...documents].filter((one) => one.admission.memberId === admission.memberId && one.socket.documentId === room.id);
    if (mine.length >= SOCKETS_PER_MEMBER) return turnAway(upgrade.socket, 429);
    const clientId = clientFor(address.asks, admission.memberId, room, documents);
    wss.handleUpgrade(upgrade.req, upgrade.socket, upgrade.head, (ws) => {
      const speaksOurs = address.asks.get("v") === "1";
      const rights = room.sealed ? "read" : admission.rights;
      const line = createLine(ws, upgrade.socket);
      const opened = openDocumentSocket(line, audienceOf(room), { memberId: admission.memberId, clientId, rights, speaksOurs });
      const entry: OpenDocument = { socket: opened, line, admission };
      documents.add(entry);
      follow(ws, opened.receive, () => {
        documents.delete(entry);
        opened.closed();
      });
      if (changes.get(room.sessionId) !== before) void askRightsAgain(room.sessionId).catch(onError);
    });
  }

  async function admitToSession(address: Address, cookies: string, upgrade: Upgrade): Promise<void> {
    const admission = await options.admitToBoard(cookies, address.id);
    if (!admission) return turnAway(upgrade.socket, 404);
    const board = boardOf(address.id);
    wss.handleUpgrade(upgrade.req, upgrade.socket, upgrade.head, (ws) => {
      const { memberId } = admission;
      const reader: Reader = { line: createLine(ws, upgrade.socket), memberId, key: deviceKey(options.secret, address.id, memberId) };
      const entry: OpenBoard = { reader, sessionId: address.id };
      readers.add(entry);
      follow(ws, (frame) => board.receive(reader, frame), () => {
        readers.delete(entry);
        board.leave(reader);
      });
      board.join(reader).catch((error: unknown) => {
        onError(error);
        reader.line.close(closeCodes.tryAgain);
      });
    });
  }

  function follow(ws: WebSocket, receive: (frame: Uint8Array) => void, closed: () => void): void {
    ws.on("error", () => ws.terminate());
    ws.on("close", closed);
    ws.on("message", (data, isBinary) => {
      if (!isBinary || !(data instanceof Buffer)) return ws.close(closeCodes.unreadable, "binary frames only");
      try {
        receive(data);
      } catch (error) {
        onError(error);
        ws.close(closeCodes.unreadable);
      }
    });
  }

  async function askRightsAgain(sessionId: string): Promise<void> {
    const affected = [...documents].filter(({ admission }) => admission.sessionId === sessionId);
    if (affected.length === 0) return;
    const rightsOf = await options.rightsIn(sessionId);
    for (const { socket, admission } of affected) {
      const { memberId, role } = admission;
      socket.setRights(rightsOf({ memberId, role, documentId: socket.documentId, kind: socket.kind }));
    }
  }

  async function roomOr404(documentId: string) {
    const room = await rooms.get(documentId);
    if (!room) throw new Response(null, { status: 404 });
    return room;
  }

  const live: Live = {
    async deskChanged(sessionId) {
      changes.set(sessionId, (changes.get(sessionId) ?? 0) + 1);
      boards.get(sessionId)?.changed();
      await askRightsAgain(sessionId);
    },
    unseat(memberId) {
      for (const { socket } of documents) if (socket.memberId === memberId) socket.close(closeCodes.unseated);
      for (const { reader } of readers) if (reader.memberId === memberId) reader.line.close(closeCodes.unseated);
    },
    read: async (documentId, reader) => (await roomOr404(documentId)).read(reader),
    write: async (documentId, memberId, change) => (await roomOr404(documentId)).order(memberId, change),
    async seal(sessionId) {
      await committer.drained();
      const sealed = new Set(await store.seal(sessionId));
      for (const room of rooms.loaded()) if (sealed.has(room.id)) room.seal();
      for (const { socket } of documents) if (sealed.has(socket.documentId)) socket.setRights("read");
      await committer.drained();
    },
    authorsOf: (documentId) => store.authors(documentId),
    log: (documentId) => store.log(documentId),
    here: (sessionId) => boards.get(sessionId)?.here ?? new Set(),
  };

  return {
    live,
    upgrade(req, socket, head) {
      const address = addressOf(req.url);
      if (address === "elsewhere") return false;
      socket.on("error", () => socket.destroy());
      if (!address) turnAway(socket, 404);
      else admitSocket(address, req, socket, head).catch((error: unknown) => {
        onError(error);
        turnAway(socket, 503);
      });
      return true;
    },
    async stop() {
      stopping = true;
      clearInterval(beat);
      await committer.drained();
      for (const { line } of documents) line.close(closeCodes.restarting);
      for (const { reader } of readers) reader.line.close(closeCodes.restarting);
      committer.stop();
      rooms.stop();
      await store.stop();
    },
  };
}

/** The clientID asked for, when it is this member's or nobody's; a fresh one otherwise. */
function clientFor(asks: URLSearchParams, memberId: string, room: Room, others: Iterable<OpenDocument>): number {
  const asked = askedClient(asks);
  if (asked === null) return room.freshClient();
  const author = room.authorOf(asked);
  if (author === memberId) return asked;
  if (author !== undefined || room.nextClock(asked) > 0) return room.freshClient();
  for (const { socket } of others) if (socket.clientId === asked && socket.memberId !== memberId) return room.freshClient();
  return asked;
}

/** The same on every node and after every restart, and useless without a seat. */
function deviceKey(secret: Uint8Array, sessionId: string, memberId: string): Uint8Array {
  return createHmac("sha256", secret).update(`unsent words\0${sessionId}\0${memberId}`).digest();
}

interface Upgrade {
  readonly req: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}
