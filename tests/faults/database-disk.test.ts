/** A disk that fills up while people work: what was acknowledged stays, and work goes on once there is room. */
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { mayMount, smallDisk } from "./disk.ts";
import { ask, kill, scratchStore, until } from "./store.ts";

const DISK_BYTES = 220_000_000;
/** A row large enough that the disk fills in a moment, of bytes that do not compress. */
const LARGE_ROW = "SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 20000)";

test.skipIf(!mayMount())("a full disk refuses what it cannot keep, and takes more once there is room", { timeout: 300_000 }, async () => {
  const { folder: disk, remove } = await smallDisk(DISK_BYTES);
  const store = await scratchStore(path.join(disk, "data"));
  const { url } = await store.hold();
  await ask(url, "CREATE TABLE kept (n int, words text)");
  const acknowledged: number[] = [];
  const add = (n: number) => ask(url, `INSERT INTO kept VALUES ($1, (${LARGE_ROW}))`, [n]).then(() => acknowledged.push(n) > 0, () => false);
  const ballast = path.join(disk, "ballast");
  await writeFile(ballast, Buffer.alloc(40_000_000));
  for (let n = 0; await add(n); n++);
  expect(acknowledged.length).toBeGreaterThan(10);
  await rm(ballast);
  await until(async () => add(1_000_000));
  const rows = await ask<{ n: number }>(url, "SELECT n FROM kept WHERE length(words) = 640000");
  expect(rows.map((row) => row.n).sort((a, b) => a - b)).toEqual(acknowledged);
  await store.remove();
  await remove();
});

test.skipIf(!mayMount())("a store that stopped on a full disk opens again once there is room", { timeout: 300_000 }, async () => {
  const { folder: disk, remove } = await smallDisk(DISK_BYTES);
  const store = await scratchStore(path.join(disk, "data"));
  const first = await store.hold();
  await ask(first.url, "CREATE TABLE kept AS SELECT 7 AS n");
  await kill(first.process, "SIGKILL");
  const ballast = path.join(disk, "ballast");
  await writeFile(ballast, Buffer.alloc(DISK_BYTES)).catch(() => undefined); // takes all there is
  await store.hold().then((holder) => kill(holder.process, "SIGTERM"), () => undefined);
  await rm(ballast);
  const again = await store.hold();
  expect(await ask(again.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
  await store.remove();
  await remove();
});
