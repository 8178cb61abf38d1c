import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, inject, test } from "vitest";

import { scratchDatabase } from "./database.ts";

test("the migrations make exactly the schema", { timeout: 60_000 }, async () => {
  const arguments_ = ["node_modules/prisma/build/index.js", "migrate", "diff", "--config", "prisma/prisma.config.ts", "--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema.prisma", "--exit-code"];
  const difference = await promisify(execFile)(process.execPath, arguments_, { env: { ...process.env, DATABASE_URL: inject("postgresUrl") } }).then(() => "none", (error: { stdout: string; stderr: string }) => error.stdout + error.stderr);
  expect(difference).toBe("none");
});

test("a scratch database is migrated, empty and its own", async () => {
  const [one, other] = await Promise.all([scratchDatabase(), scratchDatabase()]);
  await one.db.facilitator.create({ data: { email: "mair@example.cymru", name: "Mair", passphraseHash: "-" } });
  expect(await one.db.facilitator.count()).toBe(1);
  expect(await other.db.facilitator.count()).toBe(0);
  await Promise.all([one.close(), other.close()]);
});
