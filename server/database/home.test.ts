import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { expect, test } from "vitest";

import { canReach, parseAccounts } from "./account.ts";
import { makePrivateFolder, socketFolder } from "./home.ts";

test("sockets live beside the cluster while their path is short enough", () => {
  expect(socketFolder("/srv/ymholi/data")).toBe("/srv/ymholi/data/run");
});

test("sockets of a store deep down live in the temporary folder, always the same one", () => {
  const deep = `/srv/${"very-long-name/".repeat(8)}data`;
  expect(socketFolder(deep, "/tmp")).toMatch(/^\/tmp\/ymholi-[0-9a-f]{12}$/);
  expect(socketFolder(deep, "/tmp")).toBe(socketFolder(deep, "/tmp"));
  expect(socketFolder(`${deep}2`, "/tmp")).not.toBe(socketFolder(deep, "/tmp"));
});

test("accounts are read from the lines of passwd", () => {
  expect(parseAccounts("root:x:0:0:root:/root:/bin/bash\n# a comment\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n")).toEqual([
    { name: "root", uid: 0, gid: 0 },
    { name: "nobody", uid: 65534, gid: 65534 },
  ]);
});

test("a folder that is closed to others stops an account on its way", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-reach-"));
  const stranger = { name: "stranger", uid: 4_000_001, gid: 4_000_001 };
  expect(await canReach(stranger, path.join(folder, "postgres"))).toBe(false);
  await chmod(folder, 0o711);
  expect(await canReach(stranger, path.join(folder, "postgres"))).toBe(true);
  await rm(folder, { recursive: true });
});

test("the folder of the sockets is closed to everybody else, also when it was there before", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-private-"));
  await chmod(folder, 0o777);
  await makePrivateFolder(folder, null);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await rm(folder, { recursive: true });
});
