/** The sockets on shared documents of this node: who is admitted, and what each may do as the desk changes its mind. */
import { setTimeout as pause } from "node:timers/promises";

import type { WebSocketServer } from "ws";
import type * as Y from "yjs";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { Presence } from "#app/live/messages.ts";
import type { Credential } from "#app/session/credential.ts";

import { Allowance } from "./allowance.ts";
import { createAudience, type Audience } from "./audience.ts";
import type { Admission, Desk } from "./desk.ts";
import { openDocumentSocket, type DocumentSocket } from "./document-socket.ts";
import { askedClient, follow, type Address, type Refusal, type Upgrade } from "./door.ts";
import { FORM_MS, SOCKETS_PER_DOCUMENT, SOCKETS_PER_MEMBER } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import { Meanwhile } from "./meanwhile.ts";
import { Readings, type RightsOf } from "./rights.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

/** An open socket and how it came in. */
export interface Seated {
  readonly line: Line;
  readonly credential: Credential;
}

interface Open {
  readonly socket: DocumentSocket;
  readonly line: Line;
  readonly admission: Admission;
}

/** Somebody who wants to come in, and whom something happened to since they knocked. */
interface Knock {
  readonly address: Address;
  readonly cookies: string;
  readonly happened: ReadonlySet<string>;
}

interface Options {
  readonly desk: Pick<Desk, "admit" | "rightsIn">;
  readonly rooms: Rooms;
  readonly wss: WebSocketServer;
  /** At the most on one document; `SOCKETS_PER_DOCUMENT` unless a test wants fewer. */
  readonly socketsPerDocument?: number | undefined;
  /** What members of this node are doing, for the other nodes. */
  readonly onPresence: (documentId: string, presences: readonly Presence[]) => void;
  readonly onError: (error: unknown) => void;
}

/** Admits sockets to documents, and tells them what the desk decides. */
export class Documents {
  readonly #open = new Set<Open>();
  readonly #audiences = new WeakMap<Room, Audience>();
  /** By member and document. */
  readonly #allowances = new Map<string, Allowance>();
  /** Sessions in which the desk decided something, and members whose seats were taken back, while a socket was being admitted. */
  readonly #meanwhile = new Meanwhile();
  readonly #rights: Readings;

  constructor(private readonly options: Options) {
    const { desk, onError } = options;
    this.#rights = new Readings({ rightsIn: desk.rightsIn, onError, apply: (sessionId, rightsOf) => this.#apply(sessionId, rightsOf) });
  }

  get lines(): Line[] {
    return [...this.#open].map(({ line }) => line);
  }

  get size(): number {
    return this.#open.size;
  }

  /** How everybody here came in, with what lets them out. */
  get seated(): Seated[] {
    return [...this.#open].map(({ line, admission: { credential } }) => ({ line, credential }));
  }

  /** Takes the upgrade (null), or says how to refuse it. */
  admit(address: Address, cookies: string, upgrade: Upgrade): Promise<Refusal | null> {
    return this.#meanwhile.during((happened) => this.#admit({ address, cookies, happened }, upgrade));
  }

  async #admit({ address, cookies, happened }: Knock, upgrade: Upgrade): Promise<Refusal | null> {
    const admission = await this.options.desk.admit(cookies, address.id);
    const room = admission && admission.rights !== "none" ? await this.options.rooms.get(address.id) : null;
    if (!admission || !room) return 404;
    const { memberId, sessionId, role } = admission;
    const question = { memberId, role, documentId: room.id, kind: room.kind };
    // What is decided from here on, every open socket is told, and this one is open before anything else is done.
    const rights = happened.has(sessionId) ? (await this.#rights.now(sessionId))(question) : admission.rights;
    if (happened.has(memberId)) return this.admit(address, cookies, upgrade);
    if (rights === "none") return 404;
    if (this.#count(memberId, room.id) >= SOCKETS_PER_MEMBER) return 429;
    if (room.sockets >= (this.options.socketsPerDocument ?? SOCKETS_PER_DOCUMENT)) return 503;
    this.#accept(address, upgrade, { admission: { ...admission, rights }, room });
    return null;
  }

  #accept(address: Address, { req, socket, head }: Upgrade, { admission, room }: { admission: Admission; room: Room }): void {
    this.options.wss.handleUpgrade(req, socket, head, (ws) => {
      const line = createLine(ws, socket);
      const opened = openDocumentSocket(line, this.#audienceOf(room), {
        memberId: admission.memberId,
        clientId: this.#clientFor(address.asks, admission.memberId, room),
        rights: room.sealed ? "read" : admission.rights,
        allowance: this.#allowanceOf(admission.memberId, room.id),
        speaksOurs: address.asks.get("v") === "1",
      });
      const entry: Open = { socket: opened, line, admission };
      this.#open.add(entry);
      follow(ws, { receive: opened.receive, onError: this.options.onError, closed: () => this.#gone(entry) });
    });
  }

  #allowanceOf(memberId: string, documentId: string): Allowance {
    const key = `${memberId} ${documentId}`;
    const known = this.#allowances.get(key) ?? new Allowance(performance.now());
    this.#allowances.set(key, known);
    return known;
  }

  /** A member's change by a form: it is paid for as their typing is, and waits while they have spent all. Throws what the room's `order` does. */
  async write(room: Room, memberId: string, change: (doc: Y.Doc) => void): Promise<void> {
    const allowance = this.#allowanceOf(memberId, room.id);
    for (let wait = 0; (wait = allowance.wait(performance.now())) > 0; ) await pause(wait);
    // Before it is known what it costs: many at once must not all find something left.
    allowance.work.spend(FORM_MS, performance.now());
    await room.order(memberId, change, { cost(milliseconds, bytes) {
      const now = performance.now();
      allowance.work.spend(Math.max(0, milliseconds - FORM_MS), now);
      allowance.logged.spend(bytes, now);
    } });
  }

  /** Forgets what nobody has spent of. */
  tidy(): void {
    const now = performance.now();
    for (const [key, allowance] of this.#allowances) if (allowance.isUntouched(now)) this.#allowances.delete(key);
  }

  #gone(entry: Open): void {
    this.#open.delete(entry);
    entry.socket.closed();
  }

  #count(memberId: string, documentId: string): number {
    let count = 0;
    for (const { socket } of this.#open) if (socket.memberId === memberId && socket.documentId === documentId) count++;
    return count;
  }

  #audienceOf(room: Room): Audience {
    const known = this.#audiences.get(room);
    if (known) return known;
    const audience = createAudience(room, (presences) => this.options.onPresence(room.id, presences));
    this.#audiences.set(room, audience);
    return audience;
  }

  /** The clientID asked for, when it is this member's, or nobody's and they may have another; else one of theirs that is not in use, or a fresh one. */
  #clientFor(asks: URLSearchParams, memberId: string, room: Room): number {
    const asked = askedClient(asks);
    if (asked !== null && room.authorOf(asked) === memberId) return asked;
    const spare = room.spareClient(memberId, (client) => this.#holderOf(client, room) !== null);
    if (spare !== null) return spare;
    const isNobodys = asked !== null && room.authorOf(asked) === undefined && room.nextClock(asked) === 0;
    return isNobodys && [null, memberId].includes(this.#holderOf(asked, room)) ? asked : room.freshClient();
  }

  /** The member to whom an open socket's clientID was given; null when nobody holds it. A loop, since every handshake asks. */
  #holderOf(client: number, room: Room): string | null {
    for (const { socket } of this.#open) if (socket.clientId === client && socket.documentId === room.id) return socket.memberId;
    return null;
  }

  /** The desk decided something: resolves when every socket of the session has learned what it may do now. Never rejects: a store that does not answer is asked again. */
  async deskChanged(sessionId: string): Promise<void> {
    this.#meanwhile.happened(sessionId);
    for (const { admission } of this.#open) if (admission.sessionId === sessionId) return this.#rights.renew(sessionId);
  }

  #apply(sessionId: string, rightsOf: RightsOf): void {
    for (const { socket, admission } of this.#open) {
      const { memberId, role } = admission;
      if (admission.sessionId === sessionId) socket.setRights(rightsOf({ memberId, role, documentId: socket.documentId, kind: socket.kind }));
    }
  }

  /** Every socket of a member. */
  closeAll(memberId: string, code: CloseCode): void {
    this.#meanwhile.happened(memberId);
    for (const { socket } of this.#open) if (socket.memberId === memberId) socket.close(code);
  }

  /** The document was written anew: whoever follows it begins afresh. */
  startAfresh(documentId: string): void {
    for (const { socket } of this.#open) if (socket.documentId === documentId) socket.close(closeCodes.otherEpoch);
  }

  /** The session's documents are sealed: nothing more is taken. */
  seal(sessionId: string): void {
    for (const room of this.options.rooms.loaded()) if (room.sessionId === sessionId) room.seal();
    for (const { socket, admission } of this.#open) if (admission.sessionId === sessionId) socket.setRights("read");
  }

  hearPresence(documentId: string, presences: readonly Presence[]): void {
    for (const room of this.options.rooms.loaded()) if (room.id === documentId) this.#audiences.get(room)?.hear(presences);
  }
}
