/** A desk with members in it, and clients in their seats: what tests and child processes of tests share. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

import type pg from "pg";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import type { DocumentKind, Rights } from "#app/live/kinds.ts";
import { SharedDocument } from "#app/live/shared-document.doc.ts";
import type { Leftover, Shelf } from "#app/live/shelf.ts";
import type { Credential } from "#app/session/credential.ts";
import type { HubOptions } from "#server/live/hub.ts";

/** What the desk would say, as a test wants it: change the fields, then call `live.deskChanged`. */
export interface TestDesk {
  rights: Rights;
  /** An error is thrown. */
  board: object | null;
  /** What happens between the desk's reading and its answer about a document. */
  meanwhile?: (() => Promise<void>) | undefined;
  /** True while the store does not tell what a seat may do. */
  rightsFail?: boolean;
  /** Members that are turned away. */
  readonly strangers: Set<string>;
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
  const [notes, principles, priorities, rules, questions, talk] = Array.from({ length: 6 }, () => crypto.randomUUID()) as [string, string, string, string, string, string];
  const documents = { notes, principles, priorities, rules, questions, talk };
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
  const credentialOf = (memberId: string): Credential => ({ kind: "seat", tokenHash: `token of ${memberId}`, memberId });
  return {
    pool,
    secret: new Uint8Array(32).fill(7),
    networkOf: (req) => String(req.headers["x-network"] ?? "hall"),
    ended: (credentials) => Promise.resolve(credentials.filter(({ memberId }) => desk.strangers.has(memberId))),
    boardOf: () => (desk.board instanceof Error ? Promise.reject(desk.board) : Promise.resolve(desk.board)),
    peopleOf: () => Promise.resolve([{ id: "sian", name: "Siân", perspective: "carer", role: "participant" }]),
    admit: async (cookies) => {
      const memberId = seated(cookies);
      const { rights } = desk;
      await desk.meanwhile?.();
      return memberId === null ? null : { memberId, credential: credentialOf(memberId), sessionId, rights, role: "participant" as const };
    },
    admitToBoard: (cookies) => {
      const memberId = seated(cookies);
      return Promise.resolve(memberId === null ? null : { memberId, credential: credentialOf(memberId) });
    },
    rightsIn: () => (desk.rightsFail ? Promise.reject(new Error("the store is away")) : Promise.resolve(() => desk.rights)),
    allowsOrigin: (origin, host) => origin === `http://${host}`,
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

/** A page's own replica in a member's seat, with a line that can be cut without a goodbye. */
export interface TestPage {
  readonly shared: SharedDocument;
  cut(): void;
}

interface Opened {
  readonly port: number;
  /** A seat at the test desk; or what a browser with a real one sends along. */
  readonly memberId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly documentId: string;
  readonly shelf?: Shelf | undefined;
  readonly leftover?: Leftover | undefined;
  /** The kind of socket it speaks over, when it is not an honest one. */
  readonly over?: typeof WebSocket;
}

export function openPage(to: Opened): TestPage {
  const headers = to.headers ?? { origin: `http://127.0.0.1:${to.port}`, cookie: `member=${to.memberId}` };
  const lines = new Set<WebSocket>();
  class SeatedSocket extends (to.over ?? WebSocket) {
    constructor(address: string | URL) {
      super(address, { headers });
      lines.add(this);
      this.once("close", () => lines.delete(this));
    }
  }
  const shared = new SharedDocument(to.documentId, to.shelf ?? null);
  if (to.leftover) shared.restore(to.leftover);
  // ws speaks the same events as the browser's class.
  shared.open(`http://127.0.0.1:${to.port}`, SeatedSocket as unknown as typeof globalThis.WebSocket);
  return { shared, cut: () => lines.forEach((line) => line.terminate()) };
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

/** On a port of the machine's choosing. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An HTTP server on a port always has such an address.
  return (server.address() as AddressInfo).port;
}
