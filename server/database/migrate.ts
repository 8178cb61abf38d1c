/**
 * Applies prisma/migrations/*\/migration.sql in order, and records each in Prisma's own table, so that
 * `prisma migrate status` agrees. Each migration and its record are one transaction: one that fails leaves
 * nothing behind and is tried again at the next start.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import type pg from "pg";

import { StoreRefusal } from "./refusal.ts";

const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The advisory lock that Prisma's own engine takes: two nodes starting at once migrate one after the other. */
const LOCK = 72707369;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma's engine computes it. */
  readonly checksum: string;
}

/** Makes Prisma's own table of what was applied. */
export async function prepareMigrations(client: pg.ClientBase): Promise<void> {
  await client.query(TABLE);
}

/** Brings the database up to date; answers with the names of what was applied. Throws StoreRefusal when it is newer than we are. */
export async function migrate(client: pg.ClientBase, folder: string): Promise<string[]> {
  const known = await readMigrations(folder);
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    await prepareMigrations(client);
    const done = await readDone(client);
    refuseNewer(done, known);
    const missing = known.filter((migration) => !done.has(migration.name));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

/** The migrations of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return Promise.all(names.map(async (name) => {
    const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
  }));
}

async function readDone(client: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL");
  return new Set(rows.map((row) => row.name));
}

function refuseNewer(done: Set<string>, known: Migration[]): void {
  const strangers = [...done].filter((name) => !known.some((migration) => migration.name === name));
  if (strangers.length === 0) return;
  throw new StoreRefusal("other-version", `This store was last used by a newer Ymholi (it has ${strangers.join(", ")}). Start that version, or set DATA_DIR or DATABASE_URL to another store.`);
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await perform(client, migration);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`The migration ${migration.name} could not be applied; the store is as it was before.`, { cause });
  }
}

/** Runs and records one migration in the transaction at hand. */
export async function perform(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)", [randomUUID(), checksum, name]);
}
