/** The store under failures: nothing acknowledged is lost, and nobody gets in twice. */
import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { postmasterOf } from "./postmaster.ts";
import { ask, type Holder, kill, Refused, scratchStore, until } from "./store.ts";

/** Kills per fault and run. `FAULT_ROUNDS=200 npx vitest …` for a night's work. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 4);

test("a second Ymholi on the same folder is refused with a sentence that names the first", async () => {
  const store = await scratchStore();
  const first = await store.hold();
  const refusal = await store.hold().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refused);
  expect((refusal as Refused).code).toBe("in-use");
  expect((refusal as Refused).message).toBe(`Another Ymholi (process ${first.process.pid}) is already using ${store.dataDir}. Stop that one first, or set DATA_DIR to another folder.`);
  expect(await ask(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await store.remove();
});

test("of several that start at once, exactly one gets the store", async () => {
  const store = await scratchStore();
  await kill((await store.hold()).process, "SIGKILL"); // its lock is left behind, dead
  const starts = await Promise.allSettled([store.hold(), store.hold(), store.hold()]);
  expect(starts.filter((start) => start.status === "fulfilled")).toHaveLength(1);
  expect(starts.flatMap((start) => (start.status === "rejected" ? [(start.reason as Refused).code] : []))).toEqual(["in-use", "in-use"]);
  await store.remove();
});

test("stopped in order, no process stays behind", async () => {
  const store = await scratchStore();
  const holder = await store.hold();
  expect(await postmasterOf(store.dataDir)).toBeGreaterThan(0);
  await kill(holder.process, "SIGTERM");
  expect(await postmasterOf(store.dataDir)).toBeNull();
  await store.remove();
});

test("a PostgreSQL that a killed Ymholi left is stopped first, and that is said", async () => {
  const store = await scratchStore();
  await kill((await store.hold()).process, "SIGKILL");
  const left = await postmasterOf(store.dataDir);
  const second = await store.hold();
  expect(second.said).toContain("A PostgreSQL left by an earlier crash was stopped first; nothing is lost.");
  expect(await postmasterOf(store.dataDir)).not.toBe(left);
  await store.remove();
});

test("after a kill of Ymholi every acknowledged row is there", { timeout: 600_000, retry: 0 }, async () => {
  await surviveKills(async (holder) => kill(holder.process, "SIGKILL"));
});

test("after a kill of Ymholi and of PostgreSQL every acknowledged row is there", { timeout: 600_000, retry: 0 }, async () => {
  await surviveKills(async (holder, dataDir) => {
    const postmaster = await postmasterOf(dataDir);
    await kill(holder.process, "SIGKILL");
    process.kill(postmaster ?? 0, "SIGKILL");
  });
});

test("a PostgreSQL killed under a living Ymholi is started again, and every acknowledged row is there", { timeout: 600_000, retry: 0 }, async () => {
  const store = await scratchStore();
  const { url, said } = await store.hold();
  await ask(url, "CREATE TABLE kept (n int)");
  const writer = write(url);
  const oneMore = (than = writer.soFar()) => until(async () => writer.soFar() > than);
  await oneMore();
  for (let round = 0; round < ROUNDS; round++) {
    const before = await postmasterOf(store.dataDir);
    process.kill(before ?? 0, "SIGKILL");
    await until(async () => ![null, before].includes(await postmasterOf(store.dataDir)) && answers(url));
    await oneMore();
  }
  const acknowledged = await writer.stop();
  expect(await missing(url, acknowledged)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  expect(said.filter((sentence) => sentence === "PostgreSQL is running again.")).toHaveLength(ROUNDS);
  await store.remove();
});

test("a pid file whose number belongs to a stranger by now is seen through", async () => {
  const store = await scratchStore();
  const first = await store.hold();
  await ask(first.url, "CREATE TABLE kept AS SELECT 7 AS n");
  const lines = [process.pid, path.join(store.dataDir, "postgres"), 1_700_000_000, 5432, path.join(store.dataDir, "run"), "", "  1234567         0", "ready   "];
  await kill(first.process, "SIGTERM");
  await writeFile(path.join(store.dataDir, "postgres", "postmaster.pid"), `${lines.join("\n")}\n`);
  const second = await store.hold();
  expect(await ask(second.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  await store.remove();
});

test("a folder of another major version of PostgreSQL is refused with what to do", async () => {
  const store = await scratchStore();
  await kill((await store.hold()).process, "SIGTERM");
  await writeFile(path.join(store.dataDir, "postgres", "PG_VERSION"), "17\n");
  const refusal = await store.hold().catch((error: unknown) => error);
  expect((refusal as Refused).code).toBe("other-version");
  expect((refusal as Refused).message).toContain("npm run restore");
  await store.remove();
});

test("a setting that would let a power cut lose what was kept is refused", async () => {
  const store = await scratchStore();
  const first = await store.hold();
  await ask(first.url, "ALTER DATABASE ymholi SET synchronous_commit = off");
  await kill(first.process, "SIGTERM");
  const refusal = await store.hold().catch((error: unknown) => error);
  expect((refusal as Refused).code).toBe("unsafe");
  expect((refusal as Refused).message).toContain("synchronous_commit=off");
  await store.remove();
});

async function surviveKills(strike: (holder: Holder, dataDir: string) => Promise<void>): Promise<void> {
  const store = await scratchStore();
  const acknowledged: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const holder = await store.hold();
    await ask(holder.url, "CREATE TABLE IF NOT EXISTS kept (n int)");
    expect(await missing(holder.url, acknowledged)).toEqual([]);
    const writer = write(holder.url, round * 1_000_000);
    await until(async () => writer.soFar() > 20);
    await strike(holder, store.dataDir);
    acknowledged.push(...(await writer.stop()));
  }
  const last = await store.hold();
  expect(await missing(last.url, acknowledged)).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 20);
  await store.remove();
}

/** Writes numbers one after another and remembers those the store said it has; after a failure it tries the next. */
function write(url: string, first = 0): { soFar(): number; stop(): Promise<number[]> } {
  const acknowledged: number[] = [];
  let stopping = false;
  async function run(): Promise<number[]> {
    for (let n = first; !stopping; n++) {
      const kept = await ask(url, "INSERT INTO kept VALUES ($1)", [n]).then(() => true, () => false);
      if (kept) acknowledged.push(n);
    }
    return acknowledged;
  }
  const running = run();
  return {
    soFar: () => acknowledged.length,
    stop: () => {
      stopping = true;
      return running;
    },
  };
}

async function missing(url: string, acknowledged: number[]): Promise<number[]> {
  const rows = await ask<{ n: number }>(url, "SELECT n FROM kept");
  const found = new Set(rows.map((row) => row.n));
  return acknowledged.filter((n) => !found.has(n));
}

async function answers(url: string): Promise<boolean> {
  return ask(url, "SELECT 1").then(() => true, () => false);
}
