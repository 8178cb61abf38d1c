/**
 * What the desk knows of the hub. `server/live` makes the one `Live` of a process and hands it to
 * loaders and actions as `context.live`; `app` never imports `server`.
 */
import type * as Y from "yjs";

import type { Mend, Mending } from "./mend.ts";

/** One row of a document's log: what one member changed in one tick. */
export interface LogRow {
  readonly seq: number;
  /** Null for rows written by Ymholi itself (seed, restore). */
  readonly memberId: string | null;
  readonly at: Date;
  /** A Yjs update, V1. */
  readonly bytes: Uint8Array;
  /** How it came about, when nobody typed it. */
  readonly mending?: Mending | null;
}

/** Turns a document into plain data: the `read…` function of a `.doc.ts`. */
export type Reader<T> = (doc: Y.Doc) => T;

/** Who answers for a clientID: a member id, or nobody. */
export type AuthorOf = (clientId: number) => string | undefined;

/** Changes a copy of a document that is to be written anew. */
export type Rewriting = (doc: Y.Doc, authorOf: AuthorOf) => void;

export interface Live {
  /**
   * The desk decided something that pages of this session must see. Call after the transaction has committed. Resolves
   * when what may be written now is known to all pages of this node; a store that fails meanwhile is asked again, and nobody waits for it.
   */
  deskChanged(sessionId: string): Promise<void>;

  /** Closes every socket of this member at once (seat removed, or left). */
  unseat(memberId: string): void;

  /** Reads a document as it stands on disk. Throws `Response` 404 when there is no such document. */
  read<T>(documentId: string, reader: Reader<T>): Promise<T>;

  /**
   * Changes a document on behalf of a member, by the same log and broadcast as typing does. For forms
   * posted without JavaScript. Resolves when the change is on disk; throws `SealedError` when the
   * document is sealed, `HeldError` when it deletes too much of others' words, and `FullError` when there is no room for
   * more. Where another node owns the document and does not answer for ten seconds, throws as if the store were away;
   * nobody then knows whether the change stands. `memberId` null is Ymholi itself (seed, withdrawals), which always finds room.
   */
  write(documentId: string, memberId: string | null, change: (doc: Y.Doc) => void): Promise<void>;

  /** The document as it reads now, and as it would read after mending it so. Null when there is nothing to mend (any more). Throws as `read` does. */
  preview<T>(documentId: string, mend: Mend, reader: Reader<T>): Promise<{ readonly before: T; readonly after: T } | null>;

  /**
   * Mends a document (see mend.ts) in one row of its log, on the word of the facilitator whose member id is `by`.
   * Resolves when it is on disk: true when it was done, false when there was nothing to mend any more. Throws as `write` does.
   */
  mend(documentId: string, mend: Mend, by: string): Promise<boolean>;

  /**
   * Writes a document anew: as `change` leaves it, with its authors, without its history. What was deleted in it,
   * then or ever, is in none of its rows any more; their bytes go with `removeBytes`. Its epoch rises, and every page
   * begins afresh. Also when sealed. `change` is called again when somebody wrote meanwhile.
   */
  rewrite(documentId: string, change: Rewriting): Promise<void>;

  /**
   * Writes the tables that hold words anew, so that what was deleted from them is in none of their files any more. False
   * when something reads them, a backup perhaps: then it is to be asked again later.
   */
  removeBytes(): Promise<boolean>;

  /** Refuses every later change to the session's documents and waits until all that was taken is on disk. */
  seal(sessionId: string): Promise<void>;

  /** Attested authorship: which member each Yjs clientID of this document was issued to. */
  authorsOf(documentId: string): Promise<ReadonlyMap<number, string>>;

  /** The document's log in order, for histories of wording. */
  log(documentId: string): Promise<readonly LogRow[]>;

  /** Member ids with a live socket in this session. */
  here(sessionId: string): ReadonlySet<string>;
}

/** The change deletes so much of others' words that it waits for a facilitator's word: nothing of it is applied. */
export class HeldError extends Error {
  override name = "HeldError";
}

/** The document holds as much as it may. What only takes away is still done, and what Ymholi itself writes. */
export class FullError extends Error {
  override name = "FullError";
}

/** The document is sealed: its session has closed. */
export class SealedError extends Error {
  override name = "SealedError";
}
