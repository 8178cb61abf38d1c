/** A hub on a scratch database with a handful of members, and clients to it over real sockets. For tests only. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import type pg from "pg";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { DocumentKind, Rights } from "#app/live/kinds.ts";
import { createHub, type Hub, type HubOptions } from "#server/live/hub.ts";

import { scratchDatabase } from "./database.ts";

/** What the desk would say, as a test wants it: change the fields, then call `live.deskChanged`. */
export interface TestDesk {
  rights: Rights;
  board: object | null;
  /** Members that are turned away. */
  readonly strangers: Set<string>;
}

export interface TestHub {
  readonly hub: Hub;
  readonly desk: TestDesk;
  readonly pool: pg.Pool;
  readonly port: number;
  readonly sessionId: string;
  /** Ids by kind; "notes" is about no evidence in particular. */
  readonly documents: Readonly<Record<DocumentKind, string>>;
  /** A stock y-websocket client in this member's seat. */
  client(memberId: string, documentId: string, params?: Record<string, string>): TestClient;
  /** A bare WebSocket in this member's seat. */
  socket(memberId: string, path: string, headers?: Record<string, string>): WebSocket;
  stop(): Promise<void>;
}

export interface TestClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  synced(): Promise<void>;
  destroy(): void;
}

/** One session with its documents, in the database as the desk would have made them. */
export async function seedSession(pool: pg.Pool): Promise<{ sessionId: string; documents: Record<DocumentKind, string> }> {
  const [enquiryId, sessionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await pool.query(
    `INSERT INTO "Enquiry" (id, title, question, purpose, place, languages, "safeguardingName", "safeguardingPhone", "updatedAt")
     VALUES ($1, '{}', '{}', '{}', '', '{}', '', '', now())`, [enquiryId]);
  await pool.query(`INSERT INTO "Session" (id, "enquiryId", title, template, state) VALUES ($1, $2, '{}', 'test', 'open')`, [sessionId, enquiryId]);
  const documents = { notes: crypto.randomUUID(), principles: crypto.randomUUID(), priorities: crypto.randomUUID() };
  for (const [kind, id] of Object.entries(documents)) {
    await pool.query(`INSERT INTO "Document" (id, "sessionId", kind) VALUES ($1, $2, $3)`, [id, sessionId, kind]);
  }
  return { sessionId, documents };
}

/** `cookie: member=<id>` is the whole of a seat here. */
export function testOptions(pool: pg.Pool, sessionId: string, desk: TestDesk): HubOptions {
  const memberIn = (cookies: string) => /member=([\w-]+)/.exec(cookies)?.[1] ?? null;
  const seated = (cookies: string) => {
    const memberId = memberIn(cookies);
    return memberId !== null && !desk.strangers.has(memberId) ? memberId : null;
  };
  return {
    pool,
    secret: new Uint8Array(32).fill(7),
    boardOf: () => Promise.resolve(desk.board),
    peopleOf: () => Promise.resolve([{ id: "sian", name: "Siân", perspective: "carer", role: "participant" }]),
    admit: (cookies) => {
      const memberId = seated(cookies);
      return Promise.resolve(memberId === null ? null : { memberId, sessionId, rights: desk.rights, role: "participant" as const });
    },
    admitToBoard: (cookies) => {
      const memberId = seated(cookies);
      return Promise.resolve(memberId === null ? null : { memberId });
    },
    rightsIn: () => Promise.resolve(() => desk.rights),
    allowsOrigin: (origin, host) => origin === `http://${host}`,
  };
}

export async function startTestHub(more: Partial<HubOptions> = {}): Promise<TestHub> {
  const store = await scratchDatabase();
  const made = await seedSession(store.pool);
  const desk: TestDesk = { rights: "write", board: { stage: "one" }, strangers: new Set() };
  const hub = await startHubOn({ ...made, pool: store.pool, desk }, more);
  async function stop(): Promise<void> {
    await hub.stop();
    await store.close();
  }
  return { ...hub, stop };
}

/** Another node on the same record. */
export function startBeside(first: TestHub, more: Partial<HubOptions> = {}): Promise<TestHub> {
  return startHubOn(first, more);
}

async function startHubOn(on: Pick<TestHub, "pool" | "desk" | "sessionId" | "documents">, more: Partial<HubOptions>): Promise<TestHub> {
  const { pool, desk, sessionId, documents } = on;
  const hub = createHub({ ...testOptions(pool, sessionId, desk), ...more });
  const server = createServer((_req, res) => res.writeHead(404).end());
  server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
  const port = await listen(server);
  const clients = new Set<TestClient>();

  function socket(memberId: string, path: string, headers: Record<string, string> = {}): WebSocket {
    return new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { origin: `http://127.0.0.1:${port}`, cookie: `member=${memberId}`, ...headers } });
  }

  return {
    hub,
    desk,
    pool,
    port,
    sessionId,
    documents,
    socket,
    client(memberId, documentId, params = {}) {
      const made = stockClient({ port, memberId, documentId, params });
      clients.add(made);
      return made;
    },
    async stop() {
      for (const client of clients) client.destroy();
      await hub.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function stockClient(to: { port: number; memberId: string; documentId: string; params?: Record<string, string> }): TestClient {
  const doc = new Y.Doc();
  const headers = { origin: `http://127.0.0.1:${to.port}`, cookie: `member=${to.memberId}` };
  class SeatedSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers });
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${to.port}/live/document`, to.documentId, doc, {
    // The provider asks for the browser's class; ws speaks the same events.
    WebSocketPolyfill: SeatedSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: { client: String(doc.clientID), ...to.params },
  });
  return {
    doc,
    provider,
    synced: () => new Promise((resolve) => (provider.synced ? resolve() : provider.once("sync", () => resolve()))),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Resolves when `holds` is true; asked after every change of these documents. Rejects after ten seconds. */
export function until(holds: () => boolean, ...docs: readonly Y.Doc[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      clearInterval(poll);
      for (const doc of docs) doc.off("update", look);
    };
    const look = () => {
      if (!holds()) return;
      done();
      resolve();
    };
    const poll = setInterval(look, 20);
    const timer = setTimeout(() => {
      done();
      reject(new Error(`waited ten seconds for ${holds.toString()}`));
    }, 10_000);
    for (const doc of docs) doc.on("update", look);
    look();
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An HTTP server on a port always has such an address.
  return (server.address() as AddressInfo).port;
}
