/**
 * `npm run backup`, `restore`, `export` and `import`: the whole record as a folder of files. A backup leaves
 * the host's secret out, so that whoever finds one cannot open rounds with it; an export takes it along,
 * since a house that moves needs its keys.
 */
import { copyFile, mkdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { type Env, readEnv } from "#app/env.server.ts";
import { findMigrations, reachStore } from "#server/database/open.ts";
import { StoreRefusal } from "#server/database/refusal.ts";

import { type Manifest, OperationRefused, SECRET } from "./archive.ts";
import { loadRecord } from "./load.ts";
import { saveRecord } from "./save.ts";

interface Request {
  readonly env: Env;
  readonly folder: string | undefined;
  readonly replace: boolean;
}

/** Each resolves to what to say when it is done. */
const COMMANDS: Readonly<Record<string, (request: Request) => Promise<string>>> = { backup, restore, export: moveOut, import: moveIn };

const USAGE = `npm run backup  [-- FOLDER]             copies the record, also while Ymholi runs
npm run restore  -- FOLDER [--replace]  puts a backup back
npm run export   -- FOLDER              copies the record and the host's secret, to move to another machine
npm run import   -- FOLDER [--replace]  moves in what was exported`;

async function backup({ env, folder = path.join(env.DATA_DIR, "backups", `ymholi-${stamp(new Date())}`) }: Request): Promise<string> {
  const manifest = await save(env, folder, null);
  return `The record is copied to ${folder} (${describe(manifest)}). Keep a copy of it on another machine, and keep ${path.join(env.DATA_DIR, "secret")} somewhere else again.`;
}

async function moveOut({ env, folder }: Request): Promise<string> {
  const secretFile = path.join(env.DATA_DIR, "secret");
  const manifest = await save(env, required(folder), env.YMHOLI_SECRET ? null : secretFile);
  const secret = env.YMHOLI_SECRET ? "Take the setting YMHOLI_SECRET along as well." : "It holds the host's secret: whoever has it can read everything. Carry it safely, and delete it when the move is done.";
  return `The record is copied to ${folder} (${describe(manifest)}). ${secret}`;
}

async function restore({ env, folder, replace }: Request): Promise<string> {
  const manifest = await load(env, required(folder), replace);
  return `The record of ${manifest.madeAt} is back (${describe(manifest)}).`;
}

async function moveIn({ env, folder, replace }: Request): Promise<string> {
  const from = required(folder);
  const manifest = await load(env, from, replace);
  return `The record of ${manifest.madeAt} has moved in (${describe(manifest)}). ${await takeSecret(env, from)}`;
}

async function save(env: Env, folder: string, secretFile: string | null): Promise<Manifest> {
  await mkdir(path.dirname(path.resolve(folder)), { recursive: true });
  const { url, release } = await reachStore(env, { say: quiet, company: "join" });
  try {
    return await saveRecord({ url, folder: path.resolve(folder), secretFile });
  } finally {
    await release();
  }
}

async function load(env: Env, folder: string, replace: boolean): Promise<Manifest> {
  const { url, release } = await reachStore(env, { say: quiet, company: "refuse" });
  try {
    return await loadRecord({ url, folder, migrations: findMigrations(), whenTaken: replace ? "replace" : "refuse" });
  } finally {
    await release();
  }
}

/** Takes the secret of the old house, unless this one has a different one of its own. */
async function takeSecret(env: Env, folder: string): Promise<string> {
  const brought = path.join(folder, SECRET);
  const own = path.join(env.DATA_DIR, "secret");
  if (!(await stat(brought).catch(() => null))) return "It brought no secret: set YMHOLI_SECRET here to what it was there.";
  if (env.YMHOLI_SECRET) return "YMHOLI_SECRET is set here and was left alone; rounds that were open there cannot be counted here.";
  const there = await readFile(own, "utf8").catch(() => null);
  if (there !== null && there !== (await readFile(brought, "utf8"))) await copyFile(own, `${own}.before-import`);
  await mkdir(env.DATA_DIR, { recursive: true });
  await copyFile(brought, own);
  return "Its secret came along.";
}

/** What the keeper says on the way is for those who start Ymholi. */
function quiet(): void {}

function required(folder: string | undefined): string {
  if (folder) return folder;
  throw new OperationRefused(USAGE);
}

function describe({ tables }: Manifest): string {
  return `${tables.length} tables, ${tables.reduce((sum, table) => sum + table.rows, 0)} rows, each file checked by SHA-256`;
}

/** 2026-11-22-153012, in UTC. */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: "boolean", default: false } } });
  const [name = "", folder] = positionals;
  const command = COMMANDS[name];
  if (!command) throw new OperationRefused(USAGE);
  console.log(await command({ env: readEnv(), folder, replace: values.replace }));
}

main().catch((error: unknown) => {
  console.error(error instanceof OperationRefused || error instanceof StoreRefusal ? error.message : error);
  process.exitCode = 1;
});
