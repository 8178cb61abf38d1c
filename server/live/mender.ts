/** What a facilitator can mend, done: taking a person's changes back, putting them back, letting a held deletion happen, and writing a document anew. */
import type pg from "pg";
import * as Y from "yjs";

import type { Live, LogRow } from "#app/live/live.doc.ts";
import { undoingsIn, type Mend, type Mending } from "#app/live/mend.ts";

import { deletionNow } from "./bulk.ts";
import { LOCK_PATIENCE_MS, REMOVAL_PATIENCE_MS, REWRITES } from "./limits.ts";
import { removeDeleted } from "./removal.ts";
import type { Room } from "./room.ts";
import { shapes } from "./shapes.ts";
import type { Store } from "./store.ts";
import { copyOf, replay, takeBack, type Replay, type Theirs } from "./undo.ts";

interface Surroundings {
  readonly pool: pg.Pool;
  readonly store: Pick<Store, "log" | "authors">;
  /** Throws `Response` 404 when there is no such document. */
  readonly room: (documentId: string) => Promise<Room>;
  /** Something at this session waits for a facilitator, or no longer does. */
  readonly deskChanged: (sessionId: string) => Promise<void>;
  /** The document was written anew: every replica of it, on any node, must begin afresh. */
  readonly onRewritten: (documentId: string) => void;
}

/** What is needed to take changes back: the document with nothing forgotten, whose changes they are, and what to call it. */
interface Task {
  readonly known: Replay;
  readonly theirs: Theirs;
  readonly mending: Mending;
  readonly authors: ReadonlyMap<number, string>;
}

/** Does what facilitators ask for. Throws `Response` 404 when there is no such document, and what the store throws, a lock that does not come in time included. */
export class Mender implements Pick<Live, "preview" | "mend" | "rewrite" | "removeBytes"> {
  /** The last mending begun on this node: each holds a connection to wait for its lock, and the pool must not run out of them. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly here: Surroundings) {}

  /** A deletion that must not happen unasked is put where the desk finds it; a member's later one in the same document takes its place. */
  async hold(room: Room, memberId: string, deletion: Uint8Array): Promise<void> {
    await this.here.pool.query(holdSql, [room.id, memberId, Buffer.from(deletion)]);
    await this.here.deskChanged(room.sessionId);
  }

  readonly preview: Live["preview"] = async (documentId, mend, reader) => {
    const room = await this.here.room(documentId);
    if (mend.act === "letHappen") {
      const held = await this.#held(documentId, mend.of);
      return held && room.read((doc) => beforeAndAfter(gcCopy(doc), reader, (copy) => applyHeld(copy, held)));
    }
    const task = await this.#task(documentId, mend, "");
    return task && beforeAndAfter(copyOf(task.known).doc, reader, (doc) => void takeBack({ ...task.known, doc }, task.theirs, handsOf(task, room)));
  };

  readonly mend: Live["mend"] = (documentId, mend, by) => this.#alone(documentId, async () => {
    const room = await this.here.room(documentId);
    if (mend.act === "letHappen") return this.#letHappen(room, mend.of, by);
    const task = await this.#task(documentId, mend, by);
    if (!task) return false;
    const authors = new Map<number, string>();
    await room.order(null, (doc) => takeBackIn(doc, { task, room, authors }), { mended: { mending: task.mending, authors } });
    return true;
  });

  readonly rewrite: Live["rewrite"] = (documentId, change) => this.#alone(documentId, async () => {
    const room = await this.here.room(documentId);
    for (let tries = 0; tries < REWRITES; tries++) {
      if (!(await this.#replace(documentId, await room.rewritten(change)))) continue;
      return this.here.onRewritten(documentId);
    }
    throw new Error("The document could not be written anew, because people kept writing in it.");
  });

  readonly removeBytes: Live["removeBytes"] = async () => {
    try {
      return await this.#withLocks(REMOVAL_PATIENCE_MS, removeDeleted);
    } catch (error) {
      if (isLockTimeout(error)) return false;
      throw error;
    }
  };

  async #letHappen(room: Room, of: string, by: string): Promise<boolean> {
    const held = await this.#held(room.id, of);
    if (!held) return false;
    await room.order(of, (doc) => applyHeld(doc, held), { mended: { mending: { act: "letHappen", of, by }, authors: new Map() } });
    await this.here.pool.query(unholdSql, [room.id, of]);
    await this.here.deskChanged(room.sessionId);
    return true;
  }

  async #held(documentId: string, memberId: string): Promise<Uint8Array | null> {
    const read = await this.here.pool.query<{ bytes: Buffer }>(heldSql, [documentId, memberId]);
    return read.rows[0]?.bytes ?? null;
  }

  /** Null when it was mended already. */
  async #task(documentId: string, mend: Exclude<Mend, { act: "letHappen" }>, by: string): Promise<Task | null> {
    const [room, log, authors] = await Promise.all([this.here.room(documentId), this.here.store.log(documentId), this.here.store.authors(documentId)]);
    const found = mend.act === "undo" ? undoingOf(log, { of: mend.of, by, authors }) : puttingBack(log, mend.row, by);
    return found && { ...found, authors, known: await replay(log, Object.keys(shapes[room.kind]), found.theirs) };
  }

  /** True when nobody wrote meanwhile, and the new bytes are all there is. */
  async #replace(documentId: string, { seq, bytes }: { readonly seq: number; readonly bytes: Uint8Array }): Promise<boolean> {
    const client = await this.here.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(lockSql, [documentId]);
      const { rows } = await client.query<{ seq: string }>(lastRowSql, [documentId]);
      const isSame = Number(rows[0]?.seq) === seq;
      if (isSame) for (const sql of forgetSql) await client.query(sql, [documentId]);
      if (isSame) await client.query(anewSql, [documentId, seq + 1, Buffer.from(bytes), JSON.stringify({ act: "rewrite" } satisfies Mending)]);
      await client.query("COMMIT");
      return isSame;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  /** One mending at a time on this node, and one of a document on any: two facilitators who press at once must not bring words back twice. */
  #alone<T>(documentId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(() => this.#withLocks(LOCK_PATIENCE_MS, async (client) => {
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [documentId]);
      return work();
    }));
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** On a connection that waits for locks for a while only. Ended, not given back: a lock goes with its connection, whatever happened. */
  async #withLocks<T>(patienceMs: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.here.pool.connect();
    try {
      await client.query(`SET lock_timeout = ${patienceMs}`);
      return await work(client);
    } finally {
      client.release(true);
    }
  }
}

/** SQLSTATE 55P03: lock_not_available. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}

// Counts the noticeboard one up, so that a facilitator's desk looks again and finds it.
const holdSql = `
  WITH held AS (
    INSERT INTO "HeldDeletion" ("documentId", "memberId", "at", bytes) VALUES ($1, $2, now() AT TIME ZONE 'utc', $3)
    ON CONFLICT ("documentId", "memberId") DO UPDATE SET "at" = excluded."at", bytes = excluded.bytes
  )
  UPDATE "Session" SET "boardVersion" = "boardVersion" + 1 WHERE id = (SELECT "sessionId" FROM "Document" WHERE id = $1)`;

const heldSql = `SELECT bytes FROM "HeldDeletion" WHERE "documentId" = $1 AND "memberId" = $2`;

const unholdSql = `
  WITH done AS (DELETE FROM "HeldDeletion" WHERE "documentId" = $1 AND "memberId" = $2)
  UPDATE "Session" SET "boardVersion" = "boardVersion" + 1 WHERE id = (SELECT "sessionId" FROM "Document" WHERE id = $1)`;

// Whoever appends waits from here on, and then finds the next number taken.
const lockSql = `SELECT 1 FROM "Document" WHERE id = $1 FOR UPDATE`;

const lastRowSql = `
  SELECT greatest((SELECT max(seq) FROM "DocumentUpdate" WHERE "documentId" = $1),
                  (SELECT max(seq) FROM "DocumentSnapshot" WHERE "documentId" = $1), 0)::text AS seq`;

const forgetSql = [
  `DELETE FROM "DocumentUpdate" WHERE "documentId" = $1`,
  `DELETE FROM "DocumentSnapshot" WHERE "documentId" = $1`,
  `DELETE FROM "HeldDeletion" WHERE "documentId" = $1`,
];

const anewSql = `
  WITH raised AS (UPDATE "Document" SET epoch = epoch + 1 WHERE id = $1)
  INSERT INTO "DocumentUpdate" ("documentId", seq, "at", bytes, mending) VALUES ($1, $2, now() AT TIME ZONE 'utc', $3, $4)`;

function handsOf({ authors }: Task, room: Room) {
  return { authorOf: (client: number) => authors.get(client), freshClient: () => room.freshClient() };
}

/** All that a member changed since this was last undone for them; what an undoing put back counts as theirs again. */
function undoingOf(log: readonly LogRow[], { of, by, authors }: { of: string; by: string; authors: ReadonlyMap<number, string> }): Pick<Task, "theirs" | "mending"> {
  const since = log.reduce((last, { mending }) => (mending?.act === "undo" && mending.of === of ? Math.max(last, mending.upTo) : last), 0);
  const isTheirs = ({ memberId, mending }: LogRow) => memberId === of || (mending?.act === "putBack" && mending.of === of);
  return {
    theirs: { wrote: (client) => authors.get(client) === of, deleted: (row) => row.seq > since && isTheirs(row) },
    mending: { act: "undo", of, by, upTo: log.at(-1)?.seq ?? 0 },
  };
}

/** An undoing is taken back like a person's changes: its row wrote under clientIDs of its own. */
function puttingBack(log: readonly LogRow[], seq: number, by: string): Pick<Task, "theirs" | "mending"> | null {
  const undoing = undoingsIn(log).find((one) => one.seq === seq);
  const row = log.find((one) => one.seq === seq);
  if (!undoing || !row) return null;
  const clients = new Set(Y.parseUpdateMeta(row.bytes).to.keys());
  return {
    theirs: { wrote: (client) => clients.has(client), deleted: (one) => one.seq === seq },
    mending: { act: "putBack", of: undoing.of, by, row: seq },
  };
}

/** In the document as it is at this moment: what came after the log was read is there, and stays. */
function takeBackIn(doc: Y.Doc, { task, room, authors }: { task: Task; room: Room; authors: Map<number, string> }): void {
  const now = copyOf(task.known);
  Y.applyUpdate(now.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(now.doc)));
  const taken = takeBack(now, task.theirs, handsOf(task, room));
  now.doc.destroy();
  for (const [client, author] of taken.authors) authors.set(client, author);
  if (taken.update) Y.applyUpdate(doc, taken.update);
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error("The document was written anew meanwhile.");
}

function applyHeld(doc: Y.Doc, held: Uint8Array): void {
  const deletion = deletionNow(doc, held);
  if (deletion) Y.applyUpdate(doc, deletion);
}

function gcCopy(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Destroys `doc`. */
function beforeAndAfter<T>(doc: Y.Doc, reader: (doc: Y.Doc) => T, change: (doc: Y.Doc) => void): { before: T; after: T } {
  const before = reader(doc);
  change(doc);
  const after = reader(doc);
  doc.destroy();
  return { before, after };
}
