/** The noticeboards that somebody on this node follows. */
import { createHmac } from "node:crypto";

import type { WebSocketServer } from "ws";

import { closeCodes, type CloseCode } from "#app/live/codes.ts";
import type { Credential } from "#app/session/credential.ts";

import { Allowance } from "./allowance.ts";
import type { BoardAdmission, Desk } from "./desk.ts";
import type { Seated } from "./documents.ts";
import { follow, type Address, type Refusal, type Upgrade } from "./door.ts";
import { SOCKETS_PER_MEMBER } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import { Meanwhile } from "./meanwhile.ts";
import { createNoticeboard, type Noticeboard, type Reader } from "./noticeboard.ts";
import { createValve } from "./valve.ts";

interface Options {
  readonly desk: Pick<Desk, "boardOf" | "peopleOf" | "admitToBoard">;
  readonly wss: WebSocketServer;
  readonly secret: Uint8Array;
  readonly onError: (error: unknown) => void;
  /** Members of this node came or went. */
  readonly onHere: (sessionId: string, members: readonly string[]) => void;
}

/** Admits sockets to noticeboards. */
export class Boards {
  readonly #boards = new Map<string, Noticeboard>();
  readonly #readers = new Map<Reader, Credential>();
  /** Members whose seats were taken back while a socket was being admitted. */
  readonly #meanwhile = new Meanwhile();

  constructor(private readonly options: Options) {}

  get lines(): Line[] {
    return [...this.#readers.keys()].map(({ line }) => line);
  }

  get size(): number {
    return this.#readers.size;
  }

  /** How everybody here came in, with what lets them out. */
  get seated(): Seated[] {
    return [...this.#readers].map(([{ line }, credential]) => ({ line, credential }));
  }

  /** Takes the upgrade (null), or says how to refuse it. */
  admit(address: Address, cookies: string, upgrade: Upgrade): Promise<Refusal | null> {
    return this.#meanwhile.during(async (unseated) => {
      const admission = await this.options.desk.admitToBoard(cookies, address.id);
      if (!admission) return 404;
      if (this.#count(admission.memberId) >= SOCKETS_PER_MEMBER) return 429;
      // The seat that was taken back may be this one.
      if (unseated.has(admission.memberId)) return this.admit(address, cookies, upgrade);
      this.#accept(address.id, upgrade, admission);
      return null;
    });
  }

  #accept(sessionId: string, { req, socket, head }: Upgrade, { memberId, credential }: BoardAdmission): void {
    const { wss, secret, onError } = this.options;
    const board = this.of(sessionId);
    wss.handleUpgrade(req, socket, head, (ws) => {
      const reader: Reader = { line: createLine(ws, socket), memberId, key: deviceKey(secret, sessionId, memberId) };
      this.#readers.set(reader, credential);
      const valve = createValve(reader.line, new Allowance(performance.now()));
      const receive = (frame: Uint8Array) => {
        valve.took(0);
        board.receive(reader, frame);
      };
      follow(ws, { receive, onError, closed: () => this.#gone(sessionId, reader) });
      board.join(reader).then(() => this.#tellHere(sessionId), (error: unknown) => {
        onError(error);
        reader.line.close(closeCodes.tryAgain);
      });
    });
  }

  #count(memberId: string): number {
    let count = 0;
    for (const reader of this.#readers.keys()) if (reader.memberId === memberId) count++;
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
    this.#meanwhile.happened(memberId);
    for (const { line, memberId: of } of this.#readers.keys()) if (of === memberId) line.close(code);
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
