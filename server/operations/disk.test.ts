import { mkdtemp, rm, stat, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { MAKE_ROOM, watchDisk, type DiskOptions } from "./disk.ts";

const BALLAST = 2_500_000;
const ALL = Number.MAX_SAFE_INTEGER;
/** What a disk with room looks like, and a full one, on a real disk. */
const roomy = { ballastBytes: BALLAST, fullBytes: 0, lowBytes: 1 };
const full = { ballastBytes: BALLAST, fullBytes: ALL, lowBytes: ALL };

test("ballast is taken on where there is room", async () => {
  const { disk, held } = await watched(roomy);
  await disk.look();
  expect(await held()).toBe(BALLAST);
  expect(disk).toMatchObject({ isLow: false, freeBytes: expect.any(Number) });
});

test("ballast that was cut short is made whole", async () => {
  const { disk, held, file } = await watched(roomy);
  await disk.look();
  await truncate(file, 1000);
  await disk.look();
  expect(await held()).toBe(BALLAST);
});

test("no ballast is taken on where it would leave too little", async () => {
  const { disk, held } = await watched({ ...roomy, lowBytes: ALL });
  await disk.look();
  expect(await held()).toBe(0);
  expect(disk.isLow).toBe(true);
});

test("on a full disk the ballast is let go, and the host is told once what to do", async () => {
  const first = await watched(roomy);
  await first.disk.look();
  first.disk.close();
  const { disk, held, said, logged } = await watched(full, first.folder);
  await disk.look();
  await disk.look();
  expect(await held()).toBe(0);
  expect(disk.isLow).toBe(true);
  expect(said).toEqual([MAKE_ROOM]);
  expect(logged).toEqual(["disk full: ballast let go"]);
});

test("facilitators are told when the disk is full, again if that failed, and when there is room", async () => {
  const { disk: first, folder } = await watched(roomy);
  await first.look();
  first.close();
  let isStoreAway = true;
  const told: boolean[] = [];
  const { disk } = await watched(full, folder, () => (isStoreAway ? Promise.reject(new Error("away")) : Promise.resolve(void told.push(disk.isFull))));
  await disk.look();
  expect([disk.isFull, told]).toEqual([true, []]);
  isStoreAway = false;
  await disk.look();
  await disk.look();
  expect(told).toEqual([true]);
  disk.close();
  const after = await watched(roomy, folder);
  await after.disk.look();
  expect(after.disk.isFull).toBe(false);
});

async function watched(sizes: NonNullable<DiskOptions["sizes"]>, at?: string, tellDesks: DiskOptions["tellDesks"] = () => Promise.resolve()) {
  const folder = at ?? (await mkdtemp(path.join(os.tmpdir(), "ymholi-ballast-")));
  const said: string[] = [];
  const logged: string[] = [];
  const tell = (_: object, event: string) => void logged.push(event);
  const disk = watchDisk({ folder, sizes, tellDesks, say: (sentence) => said.push(sentence), log: { error: tell, warn: tell } as DiskOptions["log"] });
  onTestFinished(async () => {
    disk.close();
    await rm(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, "ballast");
  const held = async () => (await stat(file).catch(() => null))?.size ?? 0;
  return { disk, folder, file, held, said, logged };
}
