/** The sockets on shared documents of this node: who is admitted, and what each may do as the desk changes its mind. */
import type { WebSocketServer } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { Presence } from "#app/live/messages.ts";

import { createAudience, type Audience } from "./audience.ts";
import type { Admission, Desk } from "./desk.ts";
import { openDocumentSocket, type DocumentSocket } from "./document-socket.ts";
import { askedClient, follow, turnAway, type Address, type Upgrade } from "./door.ts";
import { SOCKETS_PER_MEMBER } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

interface Open {
  readonly socket: DocumentSocket;
  readonly line: Line;
  readonly admission: Admission;
}

interface Options {
  readonly desk: Pick<Desk, "admit" | "rightsIn">;
  readonly rooms: Rooms;
  readonly wss: WebSocketServer;
  /** What members of this node are doing, for the other nodes. */
  readonly onPresence: (documentId: string, presences: readonly Presence[]) => void;
  readonly onError: (error: unknown) => void;
}

export class Documents {
  readonly #open = new Set<Open>();
  readonly #audiences = new WeakMap<Room, Audience>();
  /** Counts the desk's changes, so that a socket opened during one asks again. */
  readonly #changes = new Map<string, number>();

  constructor(private readonly options: Options) {}

  get lines(): Line[] {
    return [...this.#open].map(({ line }) => line);
  }

  async admit(address: Address, cookies: string, upgrade: Upgrade): Promise<void> {
    const admission = await this.options.desk.admit(cookies, address.id);
    const before = admission && this.#changes.get(admission.sessionId);
    const room = admission && admission.rights !== "none" ? await this.options.rooms.get(address.id) : null;
    if (!admission || !room) return turnAway(upgrade.socket, 404);
    if (this.#count(admission.memberId, room.id) >= SOCKETS_PER_MEMBER) return turnAway(upgrade.socket, 429);
    this.#accept(address, upgrade, { admission, room });
    if (this.#changes.get(room.sessionId) !== before) await this.#askAgain(room.sessionId);
  }

  #accept(address: Address, { req, socket, head }: Upgrade, { admission, room }: { admission: Admission; room: Room }): void {
    this.options.wss.handleUpgrade(req, socket, head, (ws) => {
      const line = createLine(ws, socket);
      const opened = openDocumentSocket(line, this.#audienceOf(room), {
        memberId: admission.memberId,
        clientId: this.#clientFor(address.asks, admission.memberId, room),
        rights: room.sealed ? "read" : admission.rights,
        speaksOurs: address.asks.get("v") === "1",
      });
      const entry: Open = { socket: opened, line, admission };
      this.#open.add(entry);
      follow(ws, { receive: opened.receive, onError: this.options.onError, closed: () => this.#gone(entry) });
    });
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

  /** The clientID asked for, when it is this member's or nobody's; a fresh one otherwise. */
  #clientFor(asks: URLSearchParams, memberId: string, room: Room): number {
    const asked = askedClient(asks);
    if (asked === null) return room.freshClient();
    const author = room.authorOf(asked);
    if (author === memberId) return asked;
    if (author !== undefined || room.nextClock(asked) > 0) return room.freshClient();
    for (const { socket } of this.#open) if (socket.clientId === asked && socket.memberId !== memberId) return room.freshClient();
    return asked;
  }

  /** The desk decided something: every socket of the session learns what it may do now. */
  async deskChanged(sessionId: string): Promise<void> {
    this.#changes.set(sessionId, (this.#changes.get(sessionId) ?? 0) + 1);
    await this.#askAgain(sessionId);
  }

  async #askAgain(sessionId: string): Promise<void> {
    const affected = [...this.#open].filter(({ admission }) => admission.sessionId === sessionId);
    if (affected.length === 0) return;
    const rightsOf = await this.options.desk.rightsIn(sessionId);
    for (const { socket, admission } of affected) {
      const { memberId, role } = admission;
      socket.setRights(rightsOf({ memberId, role, documentId: socket.documentId, kind: socket.kind }));
    }
  }

  /** Every socket of a member. */
  closeAll(memberId: string, code: CloseCode): void {
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
