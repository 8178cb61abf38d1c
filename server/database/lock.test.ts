import { mkdtemp, rm } from "node:fs/promises";
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
