import { mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { takeLock } from "./lock.ts";
import { StoreRefusal } from "./refusal.ts";

test("a lock is refused while it is held, and free again once let go", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-lock-"));
  const lock = await takeLock(folder, "data");
  const refusal = await takeLock(folder, "data").catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StoreRefusal);
  expect(refusal).toMatchObject({ code: "in-use", message: `Another Ymholi (process ${process.pid}) is already using data. Stop that one first, or set DATA_DIR to another folder.` });
  await lock.release();
  await (await takeLock(folder, "data")).release();
  await rm(folder, { recursive: true });
});

test("of many who ask at once exactly one gets the lock, whatever dead processes left behind", async () => {
  for (let round = 0; round < 30; round++) {
    const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-lock-"));
    await leaveDeadSocket(folder, "lock-00000000");
    await leaveDeadSocket(folder, "lock-ffffffff");
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => takeLock(folder, "data")));
    const locks = asked.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    const refusals = asked.flatMap((outcome) => (outcome.status === "rejected" ? [(outcome.reason as StoreRefusal).code] : []));
    expect(locks).toHaveLength(1);
    expect(refusals).toEqual(Array.from({ length: 5 }, () => "in-use"));
    expect(await readdir(folder)).toHaveLength(1);
    await locks[0]?.release();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  }
});

/** A socket's name whose process is gone: closing removes the name it was bound to, and not the one it was given since. */
async function leaveDeadSocket(folder: string, name: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path.join(folder, "bound"), resolve));
  await rename(path.join(folder, "bound"), path.join(folder, name));
  await new Promise((resolve) => server.close(resolve));
}
