import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, lstat, mkdir, mkdtemp, readFile, readlink, rm, stat, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";

import { outsidePostgresUrl } from "#tests/services.ts";

import { isRoot } from "./account.ts";
import { findBinaries, recreateLinks } from "./binaries.ts";
import { childAccount, childEnvironment, serverArguments } from "./cluster.ts";
import { makeHome } from "./home.ts";
import { startKeeper } from "./keeper.ts";
import { openDatabase, type Database } from "./open.ts";

test("a store is opened, closed and opened again with what was in it", async () => {
  const DATA_DIR = await scratchFolder();
  const first = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  expect(first.migrated.length).toBeGreaterThan(0);
  await first.db.facilitator.create({ data: { email: "mair@example.cymru", name: "Mair Ŵyn", passphraseHash: "-" } });
  await first.close();
  const second = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  expect(second.migrated).toEqual([]);
  expect(await second.db.facilitator.findMany({ select: { name: true } })).toEqual([{ name: "Mair Ŵyn" }]);
  await second.close();
  await rm(DATA_DIR, { recursive: true });
});

test("a command joins the store of a running Ymholi, and leaves it running", async () => {
  const DATA_DIR = await scratchFolder();
  const running = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  const command = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { company: "join" });
  await command.db.facilitator.create({ data: { email: "mair@example.cymru", name: "Mair", passphraseHash: "-" } });
  await command.close();
  expect(await running.db.facilitator.count()).toBe(1);
  await running.close();
  await rm(DATA_DIR, { recursive: true });
});

test("connections reckon in UTC and wait for the disk", async () => {
  const DATA_DIR = await scratchFolder();
  const store = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  const { rows } = await store.pool.query("SELECT current_setting('TimeZone') AS zone, current_setting('synchronous_commit') AS waits, current_setting('fsync') AS fsync, current_setting('listen_addresses') AS network");
  expect(rows).toEqual([{ zone: "UTC", waits: "on", fsync: "on", network: "" }]);
  await store.close();
  await rm(DATA_DIR, { recursive: true });
});

test("what PostgreSQL logs has neither the words nor the names it failed with", async () => {
  const DATA_DIR = await scratchFolder();
  const store = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  const add = () => store.pool.query(`INSERT INTO "Facilitator" (id, email, name, "passphraseHash") VALUES ('1', 'secret-address', 'secret-name', '-')`);
  await add();
  await expect(add()).rejects.toThrow("duplicate key");
  await store.close();
  const log = await readFile(path.join(DATA_DIR, "postgres.log"), "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("secret");
  await rm(DATA_DIR, { recursive: true });
});

test("a store deep down in folders with long names is opened, its socket elsewhere", async () => {
  const top = await scratchFolder();
  const DATA_DIR = path.join(top, "a-folder-with-a-long-name/".repeat(5), "data");
  await mkdir(path.dirname(DATA_DIR), { recursive: true, mode: 0o755 });
  const store = await openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { say: ignore });
  expect(await store.db.facilitator.count()).toBe(0);
  const sockets = new URL(store.url).searchParams.get("host") ?? "";
  expect(sockets).toContain(os.tmpdir());
  await store.close();
  await Promise.all([rm(top, { recursive: true }), rm(sockets, { recursive: true })]);
});

test.skipIf(!isRoot())("as root, PostgreSQL runs as nobody", async () => {
  const dataDir = await scratchFolder();
  const keeper = await startKeeper({ dataDir, say: ignore });
  const status = await readFile(`/proc/${keeper.pid()}/status`, "utf8");
  expect(status).toMatch(/^Uid:\s+65534\s+65534/m);
  expect((await stat(path.join(dataDir, "postgres"))).uid).toBe(65534);
  await keeper.stop();
  await rm(dataDir, { recursive: true });
});

test.skipIf(!isRoot())("as root in a folder closed to others, the record is kept where nobody can reach it, and that is said", async () => {
  const closed = await mkdtemp(path.join(os.tmpdir(), "ymholi-closed-")); // mode 700, as root's home has
  const dataDir = path.join(closed, "data");
  const said: string[] = [];
  const keeper = await startKeeper({ dataDir, say: (sentence) => said.push(sentence) });
  const elsewhere = path.dirname(await readlink(path.join(dataDir, "postgres")));
  expect(said).toEqual([`PostgreSQL may not run as root, and no other account can reach ${dataDir}; the record is kept in ${elsewhere}.`]);
  await keeper.stop();
  const again = await startKeeper({ dataDir, say: ignore });
  expect(again.url).toBe(keeper.url);
  await again.stop();
  await Promise.all([rm(closed, { recursive: true }), rm(elsewhere, { recursive: true })]);
});

test("links that npm left out are made again, and those that are there are left alone", async () => {
  const folder = await scratchFolder();
  await mkdir(path.join(folder, "native/lib"), { recursive: true });
  await writeFile(path.join(folder, "native/lib/libpq.so.5.18"), "library");
  await symlink("libpq.so.5.18", path.join(folder, "native/lib/libpq.so.5"));
  const links = ["native/lib/libpq.so", "native/lib/libpq.so.5"].map((target) => ({ source: "native/lib/libpq.so.5.18", target }));
  await writeFile(path.join(folder, "native/pg-symlinks.json"), JSON.stringify(links));
  await recreateLinks(folder);
  await recreateLinks(folder);
  for (const { target } of links) expect((await lstat(path.join(folder, target))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(folder, "native/lib/libpq.so"), "utf8")).toBe("library");
  await rm(folder, { recursive: true });
});

test("a server that cannot be reached is named without its password", async () => {
  const refusal = await openDatabase({ DATA_DIR: "unused", DATABASE_URL: "postgresql://ymholi:opensesame@127.0.0.1:1/ymholi" }).catch((error: Error) => error);
  expect(refusal).toMatchObject({ code: "no-answer" });
  expect(String(refusal)).not.toContain("opensesame");
});

test.skipIf(!outsidePostgresUrl)("an outside server is migrated and used, and left running", async () => {
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS ymholi_open_test");
  await admin.query("CREATE DATABASE ymholi_open_test");
  const url = Object.assign(new URL(inject("postgresUrl")), { pathname: "/ymholi_open_test" }).href;
  const store = await openDatabase({ DATA_DIR: "unused", DATABASE_URL: url });
  expect(await store.db.facilitator.count()).toBe(0);
  await store.close();
  await admin.query("DROP DATABASE ymholi_open_test");
  await admin.end();
});

test.each([
  ["fsync=off", "refused", "so a power cut could lose what people were told is kept"],
  ["full_page_writes=off", "said", "safe only on a disk that never writes half a page"],
  ["synchronous_commit=off", "mended", ""],
] as const)("an outside server that runs with %s: it is %s", async (setting, outcome, sentence) => {
  const outside = await outsideServer(setting);
  onTestFinished(outside.stop);
  const said: string[] = [];
  const opened = await openDatabase({ DATA_DIR: "unused", DATABASE_URL: outside.url }, { say: (one) => said.push(one) }).catch((error: unknown) => error);
  if (outcome === "refused") return expect(opened).toMatchObject({ code: "unsafe", message: expect.stringMatching(new RegExp(`${setting}.*${sentence}`)) });
  expect(said).toEqual(outcome === "said" ? [expect.stringContaining(sentence)] : []);
  const { pool, close } = opened as Database;
  expect((await pool.query("SHOW synchronous_commit")).rows).toEqual([{ synchronous_commit: "on" }]);
  await close();
});

/** A PostgreSQL of somebody else's, with a setting of theirs. */
async function outsideServer(setting: string): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await scratchFolder();
  const { url, stop } = await startKeeper({ dataDir, say: ignore });
  await stop();
  const home = await makeHome(dataDir);
  const { postgres } = await findBinaries(home.account, home.shelf);
  const args = serverArguments(home.cluster, { host: home.sockets, port: 5432, password: "" });
  const server = spawn(postgres, [...args, "-c", setting], { ...childAccount(home.account), env: childEnvironment(), stdio: "ignore" });
  const ended = once(server, "exit");
  const answers = async () => {
    const client = new pg.Client({ connectionString: url });
    return client.connect().then(() => client.end()).then(() => true, () => false);
  };
  await expect.poll(answers, { timeout: 30_000 }).toBe(true);
  return {
    url,
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Open to pass through, as an ordinary project folder is. */
async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-keeper-"));
  await chmod(folder, 0o755);
  return folder;
}

function ignore(): void {
  // what is said is not what these tests are about
}
