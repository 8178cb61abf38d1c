/** The host's secret, from which every key outside the database is derived. */
import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Secrets } from "#app/context.server.ts";
import type { Env } from "#app/env.server.ts";

const SECRET_BYTES = 32;

/** YMHOLI_SECRET if it is set, else 32 bytes made once and kept in DATA_DIR, readable by their owner alone. */
export async function readSecrets(env: Pick<Env, "YMHOLI_SECRET" | "DATA_DIR">): Promise<Secrets> {
  const secret = env.YMHOLI_SECRET ? Buffer.from(env.YMHOLI_SECRET) : await keptSecret(env.DATA_DIR);
  return deriveSecrets(secret);
}

/** Keys that tell nothing of each other (HKDF-SHA-256, RFC 5869), the same for the same secret. */
export function deriveSecrets(secret: Uint8Array): Secrets {
  return { hostKey: derive(secret, "ymholi host key 1"), cookieSecret: derive(secret, "ymholi cookies 1").toString("base64url") };
}

function derive(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, SECRET_BYTES));
}

async function keptSecret(dataDir: string): Promise<Buffer> {
  const file = path.join(dataDir, "secret");
  const kept = await readSecret(file);
  if (kept) return kept;
  await mkdir(dataDir, { recursive: true });
  await makeSecret(file);
  return (await readSecret(file)) ?? Promise.reject(new Error(`${file} does not hold a secret.`));
}

/** Put in place whole and only if nobody was quicker, so that two starts at once agree. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(SECRET_BYTES).toString("base64url"), { mode: 0o600, flush: true });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
}

async function readSecret(file: string): Promise<Buffer | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  const secret = Buffer.from(text.trim(), "base64url");
  if (secret.length >= SECRET_BYTES) return secret;
  throw new Error(`${file} is damaged: restore it from a backup. With another secret, rounds still open cannot be counted.`);
}
