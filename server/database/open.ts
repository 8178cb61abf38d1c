/** Opens the store: the bundled PostgreSQL, or the one that DATABASE_URL names. */
import { existsSync } from "node:fs";
import path from "node:path";

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

import type { Env } from "#app/env.server.ts";
import { PrismaClient } from "#prisma/client.ts";

import { PROMISES } from "./cluster.ts";
import { startKeeper, urlOfRunning } from "./keeper.ts";
import { migrate } from "./migrate.ts";
import { StoreRefusal } from "./refusal.ts";

export interface Database {
  /** Connection string, for tools that open their own connections. */
  readonly url: string;
  /** The desk's way in. */
  readonly db: PrismaClient;
  /** The hub's way in: connections of its own, so that a busy desk never keeps an append waiting. */
  readonly pool: pg.Pool;
  /** Names of the migrations applied at this opening; all of them on an empty store. */
  readonly migrated: readonly string[];
  /** Ends the connections, and stops the bundled server if there is one. */
  close(): Promise<void>;
}

/** Oldest major version that has all we use. */
const OLDEST_SERVER = 15;
const DESK_CONNECTIONS = 10;
const HUB_CONNECTIONS = 5;
/** A closing that waits longer than this for a connection in use stops waiting. */
const CLOSE_PATIENCE_MS = 5_000;

/** What to do when another Ymholi has the bundled store open. */
export type Company =
  /** The server: there is one of it a store. */
  | "refuse"
  /** A command that adds to the store, or copies it, while the server runs. */
  | "join";

export interface OpenOptions {
  /** Told, in a sentence, what the person at the keyboard should know. */
  readonly say?: (sentence: string) => void;
  readonly company?: Company;
}

type StoreEnv = Pick<Env, "DATABASE_URL" | "DATA_DIR">;

/** Starts what must be started, migrates, and connects. Throws StoreRefusal with a sentence that says what to do. */
export async function openDatabase(env: StoreEnv, { say, company = "refuse" }: OpenOptions = {}): Promise<Database> {
  const { url, release } = await reachStore(env, { say, company });
  return connect({ url, release, say }).catch(async (error: unknown) => {
    await release();
    throw error;
  });
}

/** The store as it is: nothing is migrated. `release` stops the bundled server if this call started it. */
export async function reachStore(env: StoreEnv, { say, company }: OpenOptions): Promise<{ url: string; release(): Promise<void> }> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, release: async () => undefined };
  const options = { dataDir: env.DATA_DIR, runAs: process.env.DATABASE_USER, say };
  try {
    const keeper = await startKeeper(options);
    return { url: keeper.url, release: () => keeper.stop() };
  } catch (error) {
    if (company !== "join" || !(error instanceof StoreRefusal) || error.code !== "in-use") throw error;
    return { url: await urlOfRunning(options), release: async () => undefined };
  }
}

async function connect({ url, release, say }: Pick<OpenOptions, "say"> & { url: string; release: () => Promise<void> }): Promise<Database> {
  const migrated = await prepare(url, say);
  const { db, pool, end } = connectTo(url);
  const close = async () => {
    await Promise.race([end(), new Promise((resolve) => setTimeout(resolve, CLOSE_PATIENCE_MS).unref())]);
    await release();
  };
  return { url, db, pool, migrated, close };
}

/** Both ways into a database that is migrated already. `end` waits for the queries in hand. */
export function connectTo(url: string): Pick<Database, "db" | "pool"> & { end(): Promise<void> } {
  const pool = openPool(url, HUB_CONNECTIONS);
  const deskPool = openPool(url, DESK_CONNECTIONS);
  const db = new PrismaClient({ adapter: new PrismaPg(deskPool) });
  const end = async () => {
    await db.$disconnect();
    await Promise.allSettled([deskPool.end(), pool.end()]);
  };
  return { db, pool, end };
}

/**
 * Every connection reckons in UTC, and waits for the disk before it says "committed", whatever the
 * server's own settings are.
 */
const CONNECTION_SETTINGS = "SET timezone = 'UTC'; SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

/** Checks that the server is one we know and may rely on, and brings its tables up to date. */
async function prepare(url: string, say?: OpenOptions["say"]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // the query in hand fails with the same error
  await client.connect().catch((cause: unknown) => {
    throw new StoreRefusal("no-answer", `The PostgreSQL server of DATABASE_URL (${withoutPassword(url)}) could not be reached: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  });
  try {
    await checkServer(client);
    await checkDisk(client, say);
    return await migrate(client, findMigrations());
  } finally {
    await client.end();
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>("SELECT current_setting('server_version_num')::int AS version");
  const [server] = rows;
  if (!server || server.version < OLDEST_SERVER * 10_000) throw new StoreRefusal("other-version", `Ymholi needs PostgreSQL ${OLDEST_SERVER} or later; the server of DATABASE_URL is older (${server?.version}).`);
}

/**
 * Reads back what the server does when it says "committed". Without `fsync` that means nothing, so it is refused.
 * Without `full_page_writes` it may be well all the same, on a disk that never writes half a page, which only the host
 * knows: so that is said. The third promise each connection of ours makes for itself, and a pooler in between may lose.
 */
async function checkDisk(client: pg.Client, say: OpenOptions["say"]): Promise<void> {
  await client.query(CONNECTION_SETTINGS);
  const { rows } = await client.query<{ name: string }>("SELECT name FROM unnest($1::text[]) AS name WHERE current_setting(name) = 'off'", [PROMISES]);
  const off = rows.map(({ name }) => name);
  const broken = off.filter((name) => name !== "full_page_writes");
  if (broken.length > 0) throw new StoreRefusal("unsafe", `The server of DATABASE_URL runs with ${broken.map((name) => `${name}=off`).join(", ")}, so a power cut could lose what people were told is kept. Set it to on in that server, or use another one.`);
  if (off.length > 0) say?.("The server of DATABASE_URL runs with full_page_writes=off. That is safe only on a disk that never writes half a page, such as ZFS; on any other, a power cut could destroy the record. Set it to on unless you know.");
}

/** pg-pool waits for the promise of `onConnect`; its types do not say so. */
interface PoolOptions extends Omit<pg.PoolConfig, "onConnect"> {
  readonly onConnect: (client: pg.ClientBase) => Promise<unknown>;
}

/** A pool whose idle connections may break without bringing the process down: the next query opens a fresh one. */
function openPool(url: string, max: number): pg.Pool {
  const options: PoolOptions = { connectionString: url, max, connectionTimeoutMillis: 10_000, keepAlive: true, onConnect: (client) => client.query(CONNECTION_SETTINGS) };
  const pool = new pg.Pool(options);
  pool.on("error", () => undefined);
  return pool;
}

/** From source and from the bundle alike: the folder stands in the nearest folder above that has it. */
export function findMigrations(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const migrations = path.join(folder, "prisma", "migrations");
    if (existsSync(migrations)) return migrations;
    if (folder === path.dirname(folder)) throw new Error("prisma/migrations is missing from this installation.");
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = shown.password && "…";
  return shown.href;
}
