/** The noticeboards that somebody on this node follows. */
import { createHmac } from "node:crypto";

import type { WebSocketServer } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";

import type { Desk } from "./desk.ts";
import { follow, turnAway, type Address, type Upgrade } from "./door.ts";
import { SOCKETS_PER_MEMBER } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import { createNoticeboard, type Noticeboard, type Reader } from "./noticeboard.ts";

interface Options {
  readonly desk: Pick<Desk, "boardOf" | "peopleOf" | "admitToBoard">;
  readonly wss: WebSocketServer;
  readonly secret: Uint8Array;
  readonly onError: (error: unknown) => void;
  /** Members of this node came or went. */
  readonly onHere: (sessionId: string, members: readonly string[]) => void;
}

export class Boards {
  readonly #boards = new Map<string, Noticeboard>();
  readonly #readers = new Set<Reader>();

  constructor(private readonly options: Options) {}

  get lines(): Line[] {
    return [...this.#readers].map(({ line }) => line);
  }

  async admit(address: Address, cookies: string, { req, socket, head }: Upgrade): Promise<void> {
    const { desk, wss, secret, onError } = this.options;
    const admission = await desk.admitToBoard(cookies, address.id);
    if (!admission) return turnAway(socket, 404);
    if (this.#count(admission.memberId) >= SOCKETS_PER_MEMBER) return turnAway(socket, 429);
    const board = this.of(address.id);
    wss.handleUpgrade(req, socket, head, (ws) => {
      const { memberId } = admission;
      const reader: Reader = { line: createLine(ws, socket), memberId, key: deviceKey(secret, address.id, memberId) };
      this.#readers.add(reader);
      follow(ws, { receive: (frame) => board.receive(reader, frame), onError, closed: () => this.#gone(address.id, reader) });
      board.join(reader).then(() => this.#tellHere(address.id), (error: unknown) => {
        onError(error);
        reader.line.close(closeCodes.tryAgain);
      });
    });
  }

  #count(memberId: string): number {
    let count = 0;
    for (const reader of this.#readers) if (reader.memberId === memberId) count++;
    return count;
  }

  #gone(sessionId: string, reader: Reader): void {
    this.#readers.delete(reader);
    this.of(sessionId).leave(reader);
    this.#tellHere(sessionId);
  }

  #tellHere(sessionId: string): void {
    this.options.onHere(sessionId, [...this.of(sessionId).hereOnThisNode]);
  }

  of(sessionId: string): Noticeboard {
    const known = this.#boards.get(sessionId);
    if (known) return known;
    const { desk, onError } = this.options;
    const board = createNoticeboard({ board: () => desk.boardOf(sessionId), people: () => desk.peopleOf(sessionId) }, onError);
    this.#boards.set(sessionId, board);
    return board;
  }

  /** Tells the other nodes again who is here, so that they need not remember those of a node that died. */
  repeatHere(): void {
    for (const [sessionId, board] of this.#boards) {
      if (board.hereOnThisNode.size > 0) this.#tellHere(sessionId);
      // Nobody follows it, here or elsewhere: whoever comes next makes it anew.
      else if (board.here.size === 0) this.#boards.delete(sessionId);
    }
  }

  /** Every socket of a member. */
  closeAll(memberId: string, code: CloseCode): void {
    for (const { line, memberId: of } of this.#readers) if (of === memberId) line.close(code);
  }

  /** Sessions whose board somebody followed of late. */
  get followed(): Iterable<string> {
    return this.#boards.keys();
  }
}

/** The same on every node and after every restart, and useless without a seat. */
function deviceKey(secret: Uint8Array, sessionId: string, memberId: string): Uint8Array {
  return createHmac("sha256", secret).update(`unsent words\0${sessionId}\0${memberId}`).digest();
}
