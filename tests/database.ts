/** A database of a test's own: migrated once, then copied, which takes a fraction of a second. */
import { createHash, randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { inject } from "vitest";

import type { PrismaClient } from "#prisma/client.ts";
import { migrate, readMigrations } from "#server/database/migrate.ts";
import { connectTo } from "#server/database/open.ts";

export interface ScratchDatabase {
  readonly url: string;
  readonly db: PrismaClient;
  readonly pool: pg.Pool;
  /** Ends the connections and drops the database. */
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL("../prisma/migrations", import.meta.url));
/** Keeps two test files from making the template at once. */
const TEMPLATE_LOCK = 20261122;

/** A fresh, migrated, empty database. Call `close` when done (`afterAll`, or at the end of the test). */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const name = `ymholi_scratch_${process.pid}_${randomBytes(4).toString("hex")}`;
  await asAdmin(async (admin) => {
    const template = await templateName(admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = urlFor(name);
  const { db, pool, end } = connectTo(url);
  const close = async () => {
    await end();
    await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url, db, pool, close };
}

/** Name of the database that others are copied from: named for the migrations in it, so never out of date. */
async function templateName(admin: pg.Client): Promise<string> {
  const migrations = await readMigrations(MIGRATIONS);
  const hash = createHash("sha256").update(migrations.map((one) => one.checksum).join()).digest("hex");
  const name = `ymholi_template_${hash.slice(0, 12)}`;
  await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await makeTemplate(admin, name);
  } finally {
    await admin.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
  return name;
}

/** Made under another name first, so that a run cut short leaves no half template. */
async function makeTemplate(admin: pg.Client, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${draft}`);
  await withClient(urlFor(draft), (client) => migrate(client, MIGRATIONS));
  await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

function asAdmin<T>(work: (admin: pg.Client) => Promise<T>): Promise<T> {
  return withClient(urlFor("postgres"), work);
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlFor(database: string): string {
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${database}`;
  return url.href;
}
