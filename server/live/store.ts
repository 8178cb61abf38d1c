/** Where live documents are kept: plain SQL through one `pg` connection, since the log is too hot for an ORM. */
import type pg from "pg";

import type { DocumentKind } from "#app/live/kinds.ts";
import type { LogRow } from "#app/live/live.doc.ts";
import { mendingSchema, type Mending } from "#app/live/mend.ts";

import { STORE_PATIENCE_MS } from "./limits.ts";

/** A document as it stands on disk. */
export interface Kept {
  readonly sessionId: string;
  readonly kind: DocumentKind;
  readonly epoch: number;
  /** The number under which rows are taken; another one says that a node has taken the document meanwhile. */
  readonly fence: number;
  readonly sealed: boolean;
  /** The whole document up to and including `snapshotSeq`; null when none was written yet. */
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number;
  /** What came after the snapshot, in order; rows set aside are left out. */
  readonly rows: readonly LogRow[];
  /** The last number given to any row. */
  readonly seq: number;
  readonly clients: ReadonlyMap<number, string>;
}

/** One row to append: what one member changed in one tick. */
export interface NewRow {
  readonly documentId: string;
  readonly fence: number;
  readonly seq: number;
  readonly memberId: string | null;
  readonly at: Date;
  readonly bytes: Uint8Array;
  readonly mending: Mending | null;
}

/** A clientID written under for the first time. */
export interface Binding {
  readonly documentId: string;
  readonly clientId: number;
  readonly memberId: string;
}

export interface Store {
  /** Null when there is no such document. */
  load(documentId: string): Promise<Kept | null>;
  /** All rows in one transaction. Tells which documents took none, because they are sealed, gone, or another node's by now. */
  append(rows: readonly NewRow[], bindings: readonly Binding[]): Promise<ReadonlySet<string>>;
  /** All rows that were not set aside, in order. */
  log(documentId: string): Promise<LogRow[]>;
  authors(documentId: string): Promise<Map<number, string>>;
  /** What came after `seq`, with everybody who ever wrote. */
  since(documentId: string, seq: number): Promise<{ rows: LogRow[]; clients: ReadonlyMap<number, string> }>;
  /** The whole document up to and including `seq`, as one update. Older snapshots go; the log stays for the histories. One of an older epoch is not taken: it holds what was erased. */
  snapshot(documentId: string, at: { readonly seq: number; readonly epoch: number }, bytes: Uint8Array): Promise<void>;
  /** Takes a snapshot away that cannot be read; the log has all that is in it. */
  forgetSnapshot(documentId: string, seq: number): Promise<void>;
  /** Sets rows aside that cannot be applied: kept for whoever looks into it, never replayed. */
  setAside(documentId: string, seqs: readonly number[]): Promise<void>;
  /** Counts the noticeboards of all open sessions one up, so that their desks look again; the sessions' ids. */
  countBoards(): Promise<string[]>;
  /** How far the noticeboards of these sessions have been counted up, by session. */
  boardVersions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Refuses later rows for the session's documents; their ids. */
  seal(sessionId: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** `bytea` arrives as Buffer; bigint as text. */
interface UpdateRecord {
  readonly seq: string;
  readonly memberId: string | null;
  readonly at: Date;
  readonly bytes: Buffer;
  readonly mending: unknown;
}

interface DocumentRecord {
  readonly sessionId: string;
  readonly kind: DocumentKind;
  readonly epoch: number;
  readonly fence: number;
  readonly sealedAt: Date | null;
  readonly seq: string;
}

/** The live documents in this database. Every method throws what `pg` throws; nothing is retried here. */
export function createStore(pool: pg.Pool): Store {
  const writer = keepConnection(pool);

  return {
    load: (documentId) => loadDocument(pool, documentId),
    log: (documentId) => readRows(pool, documentId, 0),
    authors: (documentId) => readAuthors(pool, documentId),
    async since(documentId, seq) {
      const rows = await readRows(pool, documentId, seq);
      // Nobody is bound but by a row.
      return { rows, clients: rows.length > 0 ? await readAuthors(pool, documentId) : new Map<number, string>() };
    },
    snapshot: async (documentId, { seq, epoch }, bytes) => void (await pool.query(snapshotInSql, [documentId, seq, Buffer.from(bytes), epoch])),
    forgetSnapshot: async (documentId, seq) => void (await pool.query(`DELETE FROM "DocumentSnapshot" WHERE "documentId" = $1 AND seq = $2`, [documentId, seq])),
    setAside: async (documentId, seqs) => void (await pool.query(setAsideSql, [documentId, seqs])),
    append: (rows, bindings) => writer.use((client) => appendRows(client, rows, bindings)),
    countBoards: async () => (await pool.query<{ id: string }>(countBoardsSql)).rows.map((row) => row.id),
    async boardVersions(sessionIds) {
      const read = await pool.query<{ id: string; version: number }>(boardVersionsSql, [sessionIds]);
      return new Map(read.rows.map(({ id, version }) => [id, version]));
    },
    async seal(sessionId) {
      const sealed = await pool.query<{ id: string }>(sealSql, [sessionId]);
      return sealed.rows.map((row) => row.id);
    },
    stop: () => writer.stop(),
  };
}

const documentSql = `
  SELECT d."sessionId", d.kind, d.epoch, d.fence, d."sealedAt",
    greatest((SELECT max(seq) FROM "DocumentUpdate" WHERE "documentId" = d.id),
             (SELECT max(seq) FROM "DocumentSnapshot" WHERE "documentId" = d.id), 0)::text AS seq
  FROM "Document" d WHERE d.id = $1`;

const snapshotSql = `SELECT s.seq::text, s.bytes FROM "DocumentSnapshot" s WHERE s."documentId" = $1 ORDER BY s.seq DESC LIMIT 1`;

const rowsSql = `
  SELECT u.seq::text, u."memberId", u."at" AT TIME ZONE 'utc' AS "at", u.bytes, u.mending FROM "DocumentUpdate" u
  WHERE u."documentId" = $1 AND u.seq > $2 AND u."quarantinedAt" IS NULL ORDER BY u.seq`;

const snapshotInSql = `
  WITH older AS (DELETE FROM "DocumentSnapshot" WHERE "documentId" = $1 AND seq < $2)
  INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes)
  SELECT id, $2::bigint, $3::bytea FROM "Document" WHERE id = $1 AND epoch = $4 FOR SHARE
  ON CONFLICT DO NOTHING`;

// Counts the noticeboard one up, so that a facilitator's desk looks again and finds it.
const setAsideSql = `
  WITH aside AS (
    UPDATE "DocumentUpdate" SET "quarantinedAt" = now() AT TIME ZONE 'utc' WHERE "documentId" = $1 AND seq = ANY($2::bigint[])
  )
  UPDATE "Session" SET "boardVersion" = "boardVersion" + 1 WHERE id = (SELECT "sessionId" FROM "Document" WHERE id = $1)`;

const countBoardsSql = `UPDATE "Session" SET "boardVersion" = "boardVersion" + 1 WHERE state = 'open' RETURNING id`;

const boardVersionsSql = `SELECT id, "boardVersion" AS version FROM "Session" WHERE id = ANY($1::text[])`;

const sealSql = `
  WITH sealed AS (UPDATE "Document" SET "sealedAt" = now() AT TIME ZONE 'utc' WHERE "sessionId" = $1 AND "sealedAt" IS NULL)
  SELECT id FROM "Document" WHERE "sessionId" = $1`;

async function loadDocument(pool: pg.Pool, documentId: string): Promise<Kept | null> {
  const document = (await pool.query<DocumentRecord>(documentSql, [documentId])).rows[0];
  if (!document) return null;
  const snapshot = (await pool.query<{ seq: string; bytes: Buffer }>(snapshotSql, [documentId])).rows[0];
  const snapshotSeq = Number(snapshot?.seq ?? 0);
  return {
    sessionId: document.sessionId,
    kind: document.kind,
    epoch: document.epoch,
    fence: document.fence,
    sealed: document.sealedAt !== null,
    snapshot: snapshot?.bytes ?? null,
    snapshotSeq,
    rows: await readRows(pool, documentId, snapshotSeq),
    seq: Number(document.seq),
    clients: await readAuthors(pool, documentId),
  };
}

async function readRows(pool: pg.Pool, documentId: string, after: number): Promise<LogRow[]> {
  const read = await pool.query<UpdateRecord>(rowsSql, [documentId, after]);
  return read.rows.map((row) => ({ ...row, seq: Number(row.seq), mending: mendingSchema.safeParse(row.mending).data ?? null }));
}

async function readAuthors(pool: pg.Pool, documentId: string): Promise<Map<number, string>> {
  const sql = `SELECT "clientId"::text AS "clientId", "memberId" FROM "DocumentClient" WHERE "documentId" = $1`;
  const read = await pool.query<{ clientId: string; memberId: string }>(sql, [documentId]);
  return new Map(read.rows.map((row) => [Number(row.clientId), row.memberId]));
}

// The document's row is locked against sealing and taking while rows are added to it: a row is either in before that or refused.
// One parameter, and nothing returned, since nearly always all are taken: at thirty commits a second each list and row is felt.
const appendSql = `
  WITH bound AS (
    INSERT INTO "DocumentClient" ("documentId", "clientId", "memberId")
    SELECT b.document, b.client, b.member FROM json_to_recordset($2::json) AS b(document text, fence int, client bigint, member text)
    JOIN "Document" d ON d.id = b.document AND d."sealedAt" IS NULL AND d.fence = b.fence FOR SHARE OF d
  )
  INSERT INTO "DocumentUpdate" ("documentId", seq, "memberId", "at", bytes, mending)
  SELECT u.document, u.seq, u.member, u.moment, u.bytes, u.mending
  FROM json_to_recordset($1::json) AS u(document text, fence int, seq bigint, member text, moment timestamp, bytes bytea, mending jsonb)
  JOIN "Document" d ON d.id = u.document AND d."sealedAt" IS NULL AND d.fence = u.fence FOR SHARE OF d`;

// By their bytes: another node, to which the document went, may have written under the same number.
const missedSql = `
  SELECT DISTINCT u.document FROM json_to_recordset($1::json) AS u(document text, seq bigint, bytes bytea)
  WHERE NOT EXISTS (SELECT FROM "DocumentUpdate" k WHERE k."documentId" = u.document AND k.seq = u.seq AND k.bytes = u.bytes)`;

/** pg takes a patience for each query; its types do not say so. */
interface PatientQuery extends pg.QueryConfig {
  readonly query_timeout: number;
}

async function appendRows(client: pg.PoolClient, rows: readonly NewRow[], bindings: readonly Binding[]): Promise<ReadonlySet<string>> {
  const inJson = JSON.stringify(rows.map(({ documentId, fence, seq, memberId, at, bytes, mending }) => ({
    document: documentId, fence, seq, member: memberId, moment: at.toISOString().slice(0, -1), bytes: hexOf(bytes), mending,
  })));
  const added = await count(client, [inJson, bindings.length > 0 ? bindingsInJson(rows, bindings) : null]);
  if (added === rows.length) return noDocuments;
  const ask: PatientQuery = { query_timeout: STORE_PATIENCE_MS, text: missedSql, values: [inJson] };
  const missed = await client.query<{ document: string }>(ask);
  return new Set(missed.rows.map((row) => row.document));
}

/** How many rows were added. */
function count(client: pg.PoolClient, values: readonly (string | null)[]): Promise<number> {
  return new Promise((resolve, reject) => client.query(new Append(values, (error, added) => (error ? reject(error) : resolve(added)))));
}

/** Connections that know the statement. */
const prepared = new WeakSet<pg.Connection>();

/**
 * What `pg` asks of a query of one's own. Its usual one has each answer described and a result made of it, which is felt at thirty
 * commits a second. Whoever uses it gives the connection up after an error.
 */
class Append implements pg.Submittable {
  readonly name = "append";
  readonly text = appendSql;
  readonly query_timeout = STORE_PATIENCE_MS;
  readonly #values: (string | null)[];
  #added = 0;

  /** pg puts one of its own in the callback's place, which ends its patience. */
  constructor(values: readonly (string | null)[], public callback: (error: Error | null, added: number) => void) {
    this.#values = [...values];
  }

  submit(connection: pg.Connection): void {
    const { name, text } = this;
    connection.stream.cork();
    if (!prepared.has(connection)) connection.parse({ name, text, types: [] }, true);
    prepared.add(connection);
    connection.bind({ statement: name, values: this.#values }, true);
    connection.execute({}, true);
    connection.sync();
    connection.stream.uncork();
  }

  /** "INSERT 0 3": three of them. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#added = Number(text.slice(text.lastIndexOf(" ")));
  }

  handleReadyForQuery(): void {
    this.callback(null, this.#added);
  }

  handleError(error: Error): void {
    this.callback(error, 0);
  }
}

const noDocuments: ReadonlySet<string> = new Set();

/** Nobody is bound but by a row, under whose fence the binding stands. */
function bindingsInJson(rows: readonly NewRow[], bindings: readonly Binding[]): string {
  const fences = new Map(rows.map(({ documentId, fence }) => [documentId, fence]));
  return JSON.stringify(bindings.map(({ documentId, clientId, memberId }) => ({ document: documentId, fence: fences.get(documentId), client: clientId, member: memberId })));
}

/** As PostgreSQL reads a bytea. */
function hexOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;
}

/** One connection held for as long as it works, and made afresh after it broke. */
function keepConnection(pool: pg.Pool) {
  let held: Promise<pg.PoolClient> | null = null;

  function take(): Promise<pg.PoolClient> {
    const mine = pool.connect();
    // It may break while nobody uses it; unheard, that would end the process, and its place in the pool be lost.
    mine.then((client) => client.on("error", () => drop(mine)), () => drop(mine));
    return mine;
  }

  /** Gives a broken connection back, once. */
  function drop(mine: Promise<pg.PoolClient>): void {
    if (held !== mine) return;
    held = null;
    mine.then((client) => client.release(true), () => {});
  }

  return {
    async use<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
      const mine = (held ??= take());
      try {
        return await work(await mine);
      } catch (error) {
        drop(mine);
        throw error;
      }
    },
    async stop(): Promise<void> {
      const mine = held;
      held = null;
      await mine?.then((client) => client.release(), () => {});
    },
  };
}
