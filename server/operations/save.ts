/** Makes a copy of the record as it stands at one moment, while people go on working. */
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";

import type pg from "pg";

import { type ArchivedTable, MANIFEST, type Manifest, OperationRefused, SECRET, tableFile } from "./archive.ts";
import { listTables, readTable, type Table, withPlainClient } from "./tables.ts";

export interface SaveOptions {
  readonly url: string;
  /** Made here; must not exist yet. */
  readonly folder: string;
  /** File of the host's secret, to take along; null to leave it out. */
  readonly secretFile: string | null;
}

/** Written beside its place and moved there when whole and on disk: a copy cut short never looks like one. */
export async function saveRecord({ url, folder, secretFile }: SaveOptions): Promise<Manifest> {
  if (await stat(folder).catch(() => null)) throw new OperationRefused(`${folder} exists already; name another folder.`);
  const half = `${folder}.unfinished`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  const manifest = await withPlainClient(url, (client) => copyAll(client, half));
  if (secretFile) await copyFile(secretFile, path.join(half, SECRET));
  await writeFile(path.join(half, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await syncFolder(half);
  await rename(half, folder);
  await syncFolder(path.dirname(folder));
  return manifest;
}

/** One snapshot for all tables: a row and the rows it points to belong to the same moment. */
async function copyAll(client: pg.Client, folder: string): Promise<Manifest> {
  const madeAt = new Date().toISOString();
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const migrations = await readApplied(client);
  const tables: ArchivedTable[] = [];
  for (const table of await listTables(client)) tables.push(await copyOut(client, table, folder));
  await client.query("COMMIT");
  return { format: "ymholi record 1", madeAt, migrations, tables };
}

async function copyOut(client: pg.Client, table: Table, folder: string): Promise<ArchivedTable> {
  const { lines, digest } = readTable(client, table);
  await pipeline(lines, createGzip(), createWriteStream(tableFile(folder, table.name), { mode: 0o600, flush: true }));
  return { name: table.name, columns: [...table.columns], key: [...table.key], ...digest() };
}

async function readApplied(client: pg.Client): Promise<Manifest["migrations"]> {
  const { rows } = await client.query<{ known: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
  if (!rows[0]?.known) throw new OperationRefused("There is no record yet to copy: Ymholi has not been started on this store.");
  const applied = await client.query<Manifest["migrations"][number]>("SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name");
  return applied.rows;
}

/** So that a power cut right after "done" does not take the names of the files. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // Windows syncs a folder with its files
  const handle = await open(folder);
  await handle.sync();
  await handle.close();
}
