/** A hub on a scratch database with a handful of members, and clients to it over real sockets. For tests only. */
import { createServer } from "node:http";

import type pg from "pg";
import { WebSocket } from "ws";

import type { DocumentKind } from "#app/live/kinds.ts";
import { createHub, type Hub, type HubOptions } from "#server/live/hub.ts";

import { scratchDatabase } from "./database.ts";
import { listen, seedSession, stockClient, testOptions, type TestClient, type TestDesk } from "./seats.ts";

export { seedSession, testOptions, until } from "./seats.ts";

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

/** What a node stands on. */
type Ground = Pick<TestHub, "pool" | "desk" | "sessionId" | "documents">;

/** Another node on the same record. */
export function startBeside(first: Ground, more: Partial<HubOptions> = {}): Promise<TestHub> {
  return startHubOn(first, more);
}

async function startHubOn(on: Ground, more: Partial<HubOptions>): Promise<TestHub> {
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

