import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { expect, test } from "vitest";

import { scratchDatabase } from "#tests/database.ts";

import { migrate } from "./migrate.ts";

test("what is applied already is not applied again", async () => {
  await onMigrations(async ({ client, folder }) => {
    expect(await migrate(client, folder)).toEqual([]);
  });
});

test("a migration that fails leaves nothing behind, and is tried again", async () => {
  await onMigrations(async ({ client, folder, add }) => {
    await add("99990101000000_broken", "CREATE TABLE half (n int); SELECT 1 / 0;");
    await expect(migrate(client, folder)).rejects.toThrow("the store is as it was before");
    expect((await client.query("SELECT to_regclass('half') AS half")).rows).toEqual([{ half: null }]);
    await add("99990101000000_broken", "CREATE TABLE half (n int);");
    expect(await migrate(client, folder)).toEqual(["99990101000000_broken"]);
  });
});

test("a store that a newer Ymholi has changed is refused", async () => {
  await onMigrations(async ({ client, folder, add }) => {
    await add("99990101000000_later", "SELECT 1;");
    await migrate(client, folder);
    await rm(path.join(folder, "99990101000000_later"), { recursive: true });
    await expect(migrate(client, folder)).rejects.toMatchObject({ code: "other-version" });
  });
});

test("two nodes that start at once migrate one after the other", async () => {
  await onMigrations(async ({ client, url, folder, add }) => {
    await add("99990101000000_slow", "CREATE TABLE once (n int); SELECT pg_sleep(0.1);");
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    const applied = await Promise.all([migrate(client, folder), migrate(other, folder)]);
    expect(applied.flat()).toEqual(["99990101000000_slow"]);
    await other.end();
  });
});

interface Migrations {
  readonly client: pg.Client;
  readonly url: string;
  /** A copy of our migrations, to add to. */
  readonly folder: string;
  add(name: string, sql: string): Promise<void>;
}

async function onMigrations(work: (migrations: Migrations) => Promise<void>): Promise<void> {
  const { url, close } = await scratchDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-migrations-"));
  await cp("prisma/migrations", folder, { recursive: true });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work({ client, url, folder, add: (name, sql) => addMigration(path.join(folder, name), sql) });
  await client.end();
  await rm(folder, { recursive: true });
  await close();
}

async function addMigration(folder: string, sql: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
}
