/** The scratch database of one benchmark, and the documents put in it before a server starts. */
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import pg from "pg";

import { startKeeper } from "#server/database/keeper.ts";
import { migrate } from "#server/database/migrate.ts";
import { findMigrations } from "#server/database/open.ts";

/** Over its Unix socket where there is one, as the house speaks to its bundled store. */
const SOCKETS = "/var/run/postgresql";
const DEFAULT_POSTGRES = existsSync(`${SOCKETS}/.s.PGSQL.5432`)
  ? `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(SOCKETS)}`
  : "postgresql://postgres@127.0.0.1:5432/postgres";

export interface BenchStore {
  /** What every server process is told. */
  readonly env: { readonly DATABASE_URL: string; readonly SESSION_ID: string; readonly SEEDS: string };
  /** Where the database's files and the seeds are from, in words for the head of the report. */
  readonly engine: string;
  /** Puts a document where each server finds it; its id. */
  seed(update: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

/** On the server of TEST_DATABASE_URL, else the machine's own, else the bundled one. */
export async function openBenchStore(): Promise<BenchStore> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-bench-"));
  const outside = await reachable(process.env.TEST_DATABASE_URL ?? DEFAULT_POSTGRES);
  const keeper = outside ? null : await startKeeper({ dataDir: path.join(folder, "data"), say: () => undefined });
  const admin = outside ?? keeper!.url;
  const name = `ymholi_bench_${process.pid}`;
  await withClient(admin, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await migrate(client, findMigrations());
  const sessionId = await addSession(client);
  const { rows } = await client.query<{ version: string }>("SELECT split_part(version(), ' on ', 1) AS version");
  return {
    env: { DATABASE_URL: url.href, SESSION_ID: sessionId, SEEDS: folder },
    engine: `${rows[0]?.version ?? "PostgreSQL"} (${outside ? "the machine's" : "bundled"})`,
    async seed(update) {
      const id = await addDocument(client, sessionId, update);
      await writeFile(path.join(folder, id), update);
      return id;
    },
    async close() {
      await client.end();
      await withClient(admin, (last) => last.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await keeper?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addSession(client: pg.Client): Promise<string> {
  const [enquiryId, sessionId] = [crypto.randomUUID(), crypto.randomUUID()];
  await client.query(
    `INSERT INTO "Enquiry" (id, title, question, purpose, place, languages, "safeguardingName", "safeguardingPhone", "updatedAt")
     VALUES ($1, '{}', '{}', '{}', '', '{}', '', '', now())`, [enquiryId]);
  await client.query(`INSERT INTO "Session" (id, "enquiryId", title, template, state) VALUES ($1, $2, '{}', 'bench', 'open')`, [sessionId, enquiryId]);
  return sessionId;
}

async function addDocument(client: pg.Client, sessionId: string, update: Uint8Array): Promise<string> {
  const id = crypto.randomUUID();
  await client.query(`INSERT INTO "Document" (id, "sessionId", kind, subject) VALUES ($1, $2, 'principles', $1)`, [id, sessionId]);
  await client.query(`INSERT INTO "DocumentSnapshot" ("documentId", seq, bytes) VALUES ($1, 1, $2)`, [id, Buffer.from(update)]);
  return id;
}

async function reachable(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>("SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user");
    return rows[0]?.may ? url : null;
  }).catch(() => null);
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
