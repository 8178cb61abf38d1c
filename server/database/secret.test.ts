import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { deriveSecrets, readSecrets } from "./secret.ts";

test("a secret is made once, for its owner alone, and found again", async () => {
  const DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "ymholi-secret-"));
  const [one, other] = await Promise.all([readSecrets({ DATA_DIR }), readSecrets({ DATA_DIR })]);
  expect(other).toEqual(one);
  expect(await readSecrets({ DATA_DIR })).toEqual(one);
  expect((await stat(path.join(DATA_DIR, "secret"))).mode & 0o777).toBe(0o600);
  await rm(DATA_DIR, { recursive: true });
});

test("a secret from the environment leaves the folder alone", async () => {
  const nowhere = path.join(os.tmpdir(), "ymholi-no-such-folder");
  const secrets = await readSecrets({ DATA_DIR: nowhere, YMHOLI_SECRET: "a".repeat(32) });
  expect(secrets.hostKey).toHaveLength(32);
  await expect(stat(nowhere)).rejects.toThrow("ENOENT");
});

test("a damaged secret stops the start rather than being replaced", async () => {
  const DATA_DIR = await mkdtemp(path.join(os.tmpdir(), "ymholi-secret-"));
  await writeFile(path.join(DATA_DIR, "secret"), "cut sho");
  await expect(readSecrets({ DATA_DIR })).rejects.toThrow("restore it from a backup");
  await rm(DATA_DIR, { recursive: true });
});

test("keys of one secret differ from each other and from those of another", () => {
  const { hostKey, cookieSecret } = deriveSecrets(Buffer.alloc(32, 1));
  expect(cookieSecret).not.toBe(Buffer.from(hostKey).toString("base64url"));
  expect(deriveSecrets(Buffer.alloc(32, 1))).toEqual({ hostKey, cookieSecret });
  expect(deriveSecrets(Buffer.alloc(32, 2)).cookieSecret).not.toBe(cookieSecret);
});
