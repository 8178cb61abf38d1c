/** Making a cluster, and the settings it runs with. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";

import type { Account } from "./account.ts";
import { type Binaries, noBinary } from "./binaries.ts";
import type { Home } from "./home.ts";
import type { Address } from "./postmaster.ts";
import { StoreRefusal } from "./refusal.ts";

/**
 * What PostgreSQL is told at every start. The first three are the promise that what was acknowledged is on
 * disk; the log says what went wrong without the words or names it went wrong with.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: "on",
  full_page_writes: "on",
  synchronous_commit: "on",
  max_connections: "60",
  shared_buffers: "64MB",
  max_wal_size: "256MB",
  max_parallel_workers_per_gather: "0",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  logging_collector: "off",
};

/** Settings without which an acknowledged commit may be lost. */
export const PROMISES = ["fsync", "full_page_writes", "synchronous_commit"] as const;

/** Arguments for `postgres`. On Windows it listens on loopback alone, elsewhere on a socket alone. */
export function serverArguments(cluster: string, address: Address): string[] {
  const socket = address.host.startsWith("/");
  const where = {
    listen_addresses: socket ? "" : address.host,
    unix_socket_directories: socket ? address.host : "",
    unix_socket_permissions: "0700",
    port: String(address.port),
  };
  return ["-D", cluster, ...Object.entries({ ...SETTINGS, ...where }).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** What child processes of the keeper see of the environment: none of our settings and secrets. */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, NODE_ENV } = process.env;
  return { PATH, SystemRoot, TEMP, NODE_ENV, LC_ALL: "C", TZ: "UTC" };
}

/** As whom and where a child process runs. */
export function childAccount(account: Account | null): { uid?: number; gid?: number; cwd: string } {
  return account ? { uid: account.uid, gid: account.gid, cwd: "/" } : { cwd: process.cwd() };
}

/** Makes the cluster unless there is one; refuses one of another major version. */
export async function makeCluster(home: Home, binaries: Binaries, password: string): Promise<"made" | "found"> {
  const version = await readFile(path.join(home.cluster, "PG_VERSION"), "utf8").catch(() => null);
  if (version === null) {
    await initialise(home, binaries, password);
    return "made";
  }
  if (Number(version.trim()) === binaries.major) return "found";
  throw new StoreRefusal("other-version", `${home.cluster} was made by PostgreSQL ${version.trim()}, and this Ymholi brings version ${binaries.major}. With the Ymholi that made it, run "npm run backup"; move the folder away; then run "npm run restore" with this one.`);
}

/** Built beside its place and moved there when whole, so that a start cut short leaves nothing half made. */
async function initialise(home: Home, binaries: Binaries, password: string): Promise<void> {
  const workshop = `${home.cluster}.making`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { mode: 0o700 });
  if (home.account) await chown(workshop, home.account.uid, home.account.gid);
  const passwordFile = path.join(home.sockets, "password");
  await writeFile(passwordFile, `${password || randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (home.account) await chown(passwordFile, home.account.uid, home.account.gid);
  try {
    await runInitdb(home, binaries, ["-D", workshop, "-U", "postgres", "--pwfile", passwordFile]);
    await rename(workshop, home.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Character order by code point, the same on every machine, so that no system upgrade breaks an index. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const SIGN_IN = ["--auth-local=trust", "--auth-host=scram-sha-256", "--no-instructions"];

async function runInitdb(home: Home, binaries: Binaries, args: string[]): Promise<void> {
  const child = spawn(binaries.initdb, [...args, ...LOCALE, ...SIGN_IN], { ...childAccount(home.account), env: childEnvironment(), stdio: ["ignore", "ignore", "pipe"] });
  const said = text(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (cause: NodeJS.ErrnoException) => reject(cause.code === "ENOENT" || cause.code === "ENOEXEC" ? noBinary(cause) : cause));
    child.once("close", resolve);
  });
  if (code !== 0) throw new StoreRefusal("unsafe", `PostgreSQL could not make its folder ${home.cluster}: ${(await said).trim()}`);
}
