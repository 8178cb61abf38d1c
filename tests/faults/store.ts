/** Stores to break: processes that keep them, and the PostgreSQL beneath, by number. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import { build } from "esbuild";
import pg from "pg";

import { postmasterOf } from "./postmaster.ts";

/** A process that has the store open. */
export interface Holder {
  readonly url: string;
  /** Sentences it has said so far. */
  readonly said: readonly string[];
  readonly process: ChildProcess;
}

interface Message {
  readonly url?: string;
  readonly said?: string;
  readonly refused?: string;
  readonly message?: string;
  readonly failed?: string;
}

/** What a start that was refused said. */
export class Refused extends Error {
  readonly code: string;
  constructor({ refused, message }: Message) {
    super(message);
    this.code = refused ?? "";
  }
}

/** A folder for one store, gone at the end together with every process that was started on it. */
export async function scratchStore(place?: string): Promise<{ dataDir: string; hold(): Promise<Holder>; remove(): Promise<void> }> {
  const dataDir = place ?? (await realpath(await mkdtemp(path.join(os.tmpdir(), "ymholi-fault-"))));
  const holders: ChildProcess[] = [];
  return {
    dataDir,
    hold: async () => hold(dataDir, holders),
    async remove() {
      for (const child of holders) await kill(child, "SIGKILL");
      const postmaster = await postmasterOf(dataDir);
      if (postmaster) process.kill(postmaster, "SIGQUIT");
      await until(async () => (await postmasterOf(dataDir)) === null);
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Bundled once, since these processes start many times over. */
const keeper = build({ entryPoints: ["tests/faults/keep.ts"], outfile: "node_modules/.cache/ymholi/keep.mjs", bundle: true, platform: "node", format: "esm", target: "node20", packages: "external" }).then(() => "node_modules/.cache/ymholi/keep.mjs");

async function hold(dataDir: string, holders: ChildProcess[]): Promise<Holder> {
  const child = spawn(process.execPath, [await keeper, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  holders.push(child);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as Message;
    if (message.said) said.push(message.said);
    if (message.refused) throw new Refused(message);
    if (message.failed) throw new Error(message.failed);
    if (message.url) return { url: message.url, said, process: follow(child, said) };
  }
  throw new Error("The process ended without a word.");
}

/** Goes on listening: what it says later belongs to the same list. */
function follow(child: ChildProcess, said: string[]): ChildProcess {
  child.stdout?.on("data", (text: Buffer) => {
    for (const line of text.toString().split("\n").filter(Boolean)) said.push((JSON.parse(line) as Message).said ?? "");
  });
  child.stdout?.resume();
  return child;
}

/** Ends a process and waits until it is gone. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await gone;
}

/** Asks once; throws when nobody answers. */
export async function ask<T extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits for something that will become true; the test's own time limit is the limit. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}
