/**
 * Keeps the bundled PostgreSQL: starts it in DATA_DIR, sees to it that it is alone there and keeps its
 * promises, starts it again when it dies under us, and stops it when we stop.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { open, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import pg from "pg";

import { type Binaries, findBinaries, noBinary } from "./binaries.ts";
import { childAccount, childEnvironment, makeCluster, PROMISES, serverArguments } from "./cluster.ts";
import { type Home, makeHome } from "./home.ts";
import { type Lock, takeLock } from "./lock.ts";
import { type Address, stopLeftover } from "./postmaster.ts";
import { StoreRefusal } from "./refusal.ts";

export interface KeeperOptions {
  /** Folder of the store; made when missing. */
  readonly dataDir: string;
  /** As root: the account PostgreSQL runs as. "nobody" unless given. */
  readonly runAs?: string;
  /** Told, in a sentence, what the person at the keyboard should know. */
  readonly say?: (sentence: string) => void;
}

export interface Keeper {
  /** Connection string of the database "ymholi". */
  readonly url: string;
  /** Process number of the server; changes when it had to be started again. */
  pid(): number;
  /** Stops PostgreSQL at once but cleanly, and lets go of the folder. */
  stop(): Promise<void>;
}

/** The one database of the bundled server. */
export const DATABASE = "ymholi";

const READY_EVERY_MS = 10;
/** Processes of a server killed the hard way need a moment to notice; until then a new one may not start. */
const ORPHANS_PATIENCE_MS = 15_000;
const RESTART_PAUSES_MS = [0, 200, 1_000, 5_000] as const;
const STOP_PATIENCE_MS = 20_000;
const LOG_LIMIT_BYTES = 2_000_000;

/** Everything a start and a restart of the server need to know. */
interface House {
  readonly home: Home;
  readonly binaries: Binaries;
  readonly address: Address;
  readonly say: (sentence: string) => void;
}

/** Throws StoreRefusal, with a sentence that says what to do, when the store cannot be opened safely. */
export async function startKeeper({ dataDir, runAs, say = console.error }: KeeperOptions): Promise<Keeper> {
  const home = await makeHome(dataDir, runAs);
  if (home.elsewhere) say(`PostgreSQL may not run as root, and no other account can reach ${path.resolve(dataDir)}; the record is kept in ${home.elsewhere}.`);
  const lock = await takeLock(home.sockets, path.resolve(dataDir));
  try {
    const binaries = await findBinaries(home.account, home.shelf);
    const address = await chooseAddress(home, dataDir);
    const house = { home, binaries, address, say };
    const made = await makeCluster(home, binaries, address.password);
    if (made === "found" && (await stopLeftover(home.cluster, address.password))) say("A PostgreSQL left by an earlier crash was stopped first; nothing is lost.");
    await shortenLog(home.log);
    const first = await startServer(house);
    await createDatabase(address);
    await checkPromises(address);
    return supervise(house, first, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Connection string of the store that another process keeps in `dataDir`; for copies made while Ymholi runs. */
export async function urlOfRunning({ dataDir, runAs }: KeeperOptions): Promise<string> {
  const home = await makeHome(dataDir, runAs);
  const address = await chooseAddress(home, dataDir);
  const port = (await readFile(path.join(home.cluster, "postmaster.pid"), "utf8")).split("\n")[3];
  return urlOf({ ...address, port: Number(port) });
}

/** Watches the server: one that ends without being asked to is started again. */
function supervise(house: House, first: ChildProcess, lock: Lock): Keeper {
  let child = first;
  let stopping = false;
  const stopWithUs = () => void child.kill("SIGINT");
  const watch = (watched: ChildProcess) => watched.once("exit", () => void (stopping || revive()));
  async function revive(): Promise<void> {
    house.say("PostgreSQL ended without being asked to; starting it again.");
    const next = await startAgain(house, () => stopping);
    if (!next) return;
    child = next;
    watch(child);
  }
  watch(child);
  process.once("exit", stopWithUs);
  return {
    url: urlOf(house.address),
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true;
      process.off("exit", stopWithUs);
      await stopServer(child, house);
      await lock.release();
    },
  };
}

/** Tries until it succeeds or Ymholi stops: a full disk, say, may be made free again. */
async function startAgain(house: House, given_up: () => boolean): Promise<ChildProcess | null> {
  for (let attempt = 0; !given_up(); attempt++) {
    await pause(RESTART_PAUSES_MS[Math.min(attempt, RESTART_PAUSES_MS.length - 1)]);
    try {
      const child = await startServer(house);
      house.say("PostgreSQL is running again.");
      if (!given_up()) return child;
      await stopServer(child, house);
    } catch (error) {
      house.say(error instanceof StoreRefusal ? error.message : `PostgreSQL did not start: ${String(error)}`);
    }
  }
  return null;
}

/** Resolves when the server takes connections; waits for the orphans of a killed one to go. */
async function startServer(house: House): Promise<ChildProcess> {
  const deadline = Date.now() + ORPHANS_PATIENCE_MS;
  for (;;) {
    const said = (await stat(house.home.log).catch(() => null))?.size ?? 0;
    const child = await spawnServer(house);
    if (await becomesReady(child, house)) return child;
    const complaint = await readFrom(house.home.log, said);
    if (/shared memory block|lock file .* already exists/.test(complaint) && Date.now() < deadline) await pause(100);
    else throw new StoreRefusal("unsafe", `PostgreSQL did not start in ${house.home.cluster}. It said:\n${complaint.trim()}`);
  }
}

/** Detached, so that Ctrl+C in a terminal reaches Ymholi alone, which then stops things in order. */
async function spawnServer({ home, binaries, address }: House): Promise<ChildProcess> {
  const log = await open(home.log, "a", 0o600);
  try {
    const child = spawn(binaries.postgres, serverArguments(home.cluster, address), { ...childAccount(home.account), env: childEnvironment(), stdio: ["ignore", log.fd, log.fd], detached: true, windowsHide: true });
    await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", (cause) => reject(noBinary(cause))));
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** False when the process ended first. PostgreSQL writes "ready" into its pid file; only our own child's counts. */
async function becomesReady(child: ChildProcess, { home }: House): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(path.join(home.cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await pause(READY_EVERY_MS);
  }
  return false;
}

/** Fast stop: open transactions end, everything committed is written out. If that hangs, the immediate one, which is as safe. */
async function stopServer(child: ChildProcess, { home, binaries }: House): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  if (process.platform === "win32") await promisify(execFile)(binaries.pgCtl, ["stop", "-m", "fast", "-D", home.cluster]);
  else child.kill("SIGINT");
  const hurry = setTimeout(() => child.kill("SIGQUIT"), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(hurry);
}

async function createDatabase(address: Address): Promise<void> {
  await ask(address, "postgres", async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}

/** Reads back what the server really runs with, since a file in the cluster can overrule a default. */
async function checkPromises(address: Address): Promise<void> {
  const broken = await ask(address, DATABASE, async (client) => {
    const { rows } = await client.query<{ name: string; setting: string }>("SELECT name, setting FROM pg_settings WHERE name = ANY($1) AND setting <> 'on'", [PROMISES]);
    return rows.map((row) => `${row.name}=${row.setting}`);
  });
  if (broken.length > 0) throw new StoreRefusal("unsafe", `PostgreSQL runs with ${broken.join(", ")}, so a power cut could lose what people were told is kept. Remove that setting from the database (ALTER DATABASE … RESET).`);
}

async function ask<T>(address: Address, database: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: address.host, port: address.port, password: address.password, user: "postgres", database });
  client.on("error", () => undefined); // the query in hand fails with the same error
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
}

/** A private socket where there are sockets; on Windows a free loopback port behind a password. */
async function chooseAddress(home: Home, dataDir: string): Promise<Address> {
  if (process.platform !== "win32") return { host: home.sockets, port: 5432, password: "" };
  return { host: "127.0.0.1", port: await freePort(), password: await keptPassword(path.join(dataDir, "postgres.password")) };
}

async function keptPassword(file: string): Promise<string> {
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const password = randomBytes(24).toString("hex");
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound ? bound.port : 0));
    });
  });
}

/** Connection string of our database. */
function urlOf({ host, port, password }: Address): string {
  if (host.startsWith("/")) return `postgresql://postgres@localhost/${DATABASE}?host=${encodeURIComponent(host)}`;
  return `postgresql://postgres:${password}@${host}:${port}/${DATABASE}`;
}

async function shortenLog(file: string): Promise<void> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(file).catch(() => rm(file));
}

async function readFrom(file: string, start: number): Promise<string> {
  return (await readFile(file)).subarray(start).toString("utf8");
}
