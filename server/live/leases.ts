/**
 * Who owns a document, where there are several nodes: one node brings its changes to disk, all others pass theirs
 * to it. PostgreSQL decides. A node says every second that it lives; a document is for the taking when nobody has
 * it, or when its owner no longer says so. Each taking raises the document's fence, and the commit asks for it: a
 * node that slept through its own end cannot write when it wakes.
 */
import type pg from "pg";

import { LEASE_BEAT_MS, LEASE_MS } from "./limits.ts";

export interface Lease {
  /** The node that owns the document. */
  readonly node: string;
  readonly fence: number;
}

export interface Leases {
  /** Takes the document if it is for the taking; tells who owns it then. Null when there is no such document. */
  claim(documentId: string): Promise<Lease | null>;
  /** Gives one document up, unless another has taken it meanwhile. After `retire` there is nothing to give up. */
  release(documentId: string, fence: number): Promise<void>;
  /** From now on all this node owns is for the taking, and it takes nothing more. What it still owns it may go on writing. */
  retire(): Promise<void>;
  /** Says no more that it lives. */
  stop(): void;
}

const UTC_NOW = `(now() AT TIME ZONE 'utc')`;

const aliveSql = `
  INSERT INTO "LiveNode" (id, "aliveUntil") VALUES ($1, ${UTC_NOW} + $2::int * interval '1 millisecond')
  ON CONFLICT (id) DO UPDATE SET "aliveUntil" = excluded."aliveUntil"`;

/** Rows of nodes that ended without a goodbye. */
const tidySql = `DELETE FROM "LiveNode" WHERE "aliveUntil" < ${UTC_NOW} - interval '1 hour'`;

// Waits for a commit under way, which holds the document's row: what it wrote is there to be read afterwards.
const takeSql = `
  UPDATE "Document" SET "ownerNode" = $2, fence = fence + 1
  WHERE id = $1 AND ("ownerNode" IS NULL OR "ownerNode" = $2
    OR NOT EXISTS (SELECT 1 FROM "LiveNode" n WHERE n.id = "Document"."ownerNode" AND n."aliveUntil" > ${UTC_NOW}))
  RETURNING "ownerNode" AS node, fence`;

const ownerSql = `SELECT coalesce("ownerNode", '') AS node, fence FROM "Document" WHERE id = $1`;

const releaseSql = `UPDATE "Document" SET "ownerNode" = NULL WHERE id = $1 AND "ownerNode" = $2 AND fence = $3`;

const retireSql = `DELETE FROM "LiveNode" WHERE id = $1`;

/** Leases on documents for this node, by PostgreSQL's clock. Methods throw what `pg` throws; the beat's errors go to `onError`. */
export function createLeases({ pool, node, onError }: { readonly pool: pg.Pool; readonly node: string; readonly onError: (error: unknown) => void }): Leases {
  let hasRetired = false;
  let beating: Promise<unknown> | null = null;

  /** One at a time: a store that hangs must not get a queue of them. */
  function beat(): Promise<unknown> {
    beating ??= pool.query(aliveSql, [node, LEASE_MS]).finally(() => (beating = null));
    return beating;
  }

  // Others may only see what this node takes once they can see that it lives.
  let first: Promise<unknown> | null = null;
  const alive = () => (first ??= beat().catch((error: unknown) => {
    first = null;
    throw error;
  }));
  pool.query(tidySql).catch(onError);
  const timer = setInterval(() => void (hasRetired || beat().catch(onError)), LEASE_BEAT_MS);
  timer.unref();

  return {
    async claim(documentId) {
      if (!hasRetired) {
        await alive();
        const taken = (await pool.query<Lease>(takeSql, [documentId, node])).rows[0];
        if (taken) return taken;
      }
      return (await pool.query<Lease>(ownerSql, [documentId])).rows[0] ?? null;
    },
    async release(documentId, fence) {
      if (!hasRetired) await pool.query(releaseSql, [documentId, node, fence]);
    },
    async retire() {
      hasRetired = true;
      await beating?.catch(() => {});
      await pool.query(retireSql, [node]);
    },
    stop: () => clearInterval(timer),
  };
}
