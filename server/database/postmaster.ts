/**
 * A PostgreSQL that a crashed Ymholi left behind. Its pid file is a rumour: we ask the server itself
 * which folder it serves before we stop it, and call the file stale only when that process is not it.
 */
import { execFile } from "node:child_process";
import { readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import pg from "pg";

import { StoreRefusal } from "./refusal.ts";

/** How to reach the bundled server. A host that begins with "/" is the folder of its socket. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** What postmaster.pid says. */
interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly listenAddress: string;
}

/** How long a leftover server may take to recover or to stop before we give up. */
const PATIENCE_MS = 60_000;
const ASK_EVERY_MS = 50;

/** Leaves the cluster without a running server, so that ours can start. Resolves true when one was stopped. */
export async function stopLeftover(cluster: string, password: string): Promise<boolean> {
  const left = await readPidFile(cluster);
  if (!left) return false;
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    if (await servesFolder(left, cluster, password)) return stop(left.pid, cluster, deadline);
    if (!(await isPostmasterOf(left.pid, cluster))) return disown(cluster, left.pid);
    await pause(ASK_EVERY_MS);
    if (!(await readPidFile(cluster))) return true;
  }
  throw noAnswer(cluster, left.pid);
}

async function stop(pid: number, cluster: string, deadline: number): Promise<boolean> {
  process.kill(pid, "SIGINT");
  while (Date.now() < deadline) {
    if ((await readPidFile(cluster))?.pid !== pid) return true;
    await pause(10);
  }
  throw noAnswer(cluster, pid);
}

/**
 * The number in the file now belongs to a stranger. The file stays, since PostgreSQL also learns from it
 * which shared memory to look for; with our own number in it, PostgreSQL sees through it by itself.
 */
async function disown(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const file = pidFilePath(cluster);
  const [, ...rest] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [String(process.pid), ...rest].join("\n"));
  return false;
}

/** Asks whoever answers at the file's address for its data directory. */
async function servesFolder(left: PidFile, cluster: string, password: string): Promise<boolean> {
  const host = left.socketFolder || left.listenAddress;
  const client = new pg.Client({ host, port: left.port, user: "postgres", password, database: "postgres", connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    return (await realpath(rows[0]?.folder ?? "")) === (await realpath(cluster));
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(pidFilePath(cluster), "utf8").catch(() => "");
  const [pid, , , port, socketFolder = "", listenAddress = ""] = text.split("\n");
  if (!Number(pid)) return null;
  return { pid: Math.abs(Number(pid)), port: Number(port ?? 5432), socketFolder, listenAddress };
}

/** True when the process is a PostgreSQL started on this very folder (its command line says so). */
async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command.includes("postgres") && command.includes(cluster);
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (process.platform === "win32") return "";
  const { stdout } = await promisify(execFile)("ps", ["-o", "args=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return stdout;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // the process exists, and is somebody else's
  }
}

function pidFilePath(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

function noAnswer(cluster: string, pid: number): StoreRefusal {
  return new StoreRefusal("no-answer", `A PostgreSQL (process ${pid}) is using ${cluster} but does not answer. Stop it with "kill -INT ${pid}", then start Ymholi again.`);
}
