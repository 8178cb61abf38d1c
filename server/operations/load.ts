/** Puts a copy of the record back: all of it, checked, or nothing. */
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { createGunzip } from "node:zlib";

import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { migrate, type Migration, perform, prepareMigrations, readMigrations } from "#server/database/migrate.ts";

import { type ArchivedTable, type Manifest, OperationRefused, readArchive, tableFile } from "./archive.ts";
import { digestOf, list, listTables, readTable, withPlainClient } from "./tables.ts";

export interface LoadOptions {
  readonly url: string;
  readonly folder: string;
  /** Folder of this Ymholi's migrations. */
  readonly migrations: string;
  /** What to do when the store has a record already. */
  readonly whenTaken: "refuse" | "replace";
}

/** Resolves when the store holds exactly what the copy holds, brought up to date with this Ymholi. */
export async function loadRecord({ url, folder, migrations, whenTaken }: LoadOptions): Promise<Manifest> {
  const manifest = await readArchive(folder);
  const known = chooseMigrations(manifest, await readMigrations(migrations));
  await withPlainClient(url, async (client) => {
    await refuseCompany(client);
    await client.query("BEGIN");
    if (whenTaken === "refuse") await refuseTaken(client);
    await fill(client, { folder, manifest, known });
    await client.query("COMMIT"); // a failure before this ends the connection, and PostgreSQL undoes everything
    await migrate(client, migrations);
  });
  return manifest;
}

/** Tables as they were when the copy was made, filled, and read again to compare. */
async function fill(client: pg.Client, { folder, manifest, known }: { folder: string; manifest: Manifest; known: Migration[] }): Promise<void> {
  await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await prepareMigrations(client);
  for (const migration of known) await perform(client, migration);
  for (const table of manifest.tables) await copyIn(client, table, folder);
  for (const table of manifest.tables) await checkFilled(client, table);
}

async function copyIn(client: pg.Client, { name, columns }: ArchivedTable, folder: string): Promise<void> {
  const target = client.query(copyFrom(`COPY ${list([name])} (${list(columns)}) FROM STDIN`));
  await pipeline(createReadStream(tableFile(folder, name)), createGunzip(), target);
}

async function checkFilled(client: pg.Client, table: ArchivedTable): Promise<void> {
  const found = await digestOf(readTable(client, table));
  if (found.rows === table.rows && found.sha256 === table.sha256) return;
  throw new OperationRefused(`The table ${table.name} did not come out as it went in. Nothing was changed.`);
}

/** The migrations the copy was made with, as this Ymholi knows them. */
function chooseMigrations(manifest: Manifest, known: Migration[]): Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const found = known.find((one) => one.name === name && one.checksum === checksum);
    if (!found) throw new OperationRefused(`This copy was made by a newer Ymholi (it has ${name}). Put it back with that version.`);
    return found;
  });
}

/** A connection that was just closed takes a moment to go. */
const COMPANY_PATIENCE_MS = 2_000;

/** A running Ymholi would go on with what it remembers of the old record. */
async function refuseCompany(client: pg.Client): Promise<void> {
  const deadline = Date.now() + COMPANY_PATIENCE_MS;
  while (await hasCompany(client)) {
    if (Date.now() > deadline) throw new OperationRefused("Ymholi, or another program, is connected to this store. Stop it first, then try again.");
    await pause(50);
  }
}

async function hasCompany(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()");
  return (rowCount ?? 0) > 0;
}

async function refuseTaken(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${list([name])} LIMIT 1`);
    if (rowCount) throw new OperationRefused("This store has a record already. To replace all of it, add --replace.");
  }
}
