/** Before the tests of a project: looks which services answer, and starts the bundled PostgreSQL if there is no other. */
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import os from "node:os";
import path from "node:path";

import pg from "pg";
import type { TestProject } from "vitest/node";

import { startKeeper } from "#server/database/keeper.ts";

const DEFAULT_POSTGRES = "postgresql://postgres@127.0.0.1:5432/postgres";
const DEFAULT_REDIS = "redis://127.0.0.1:6379";

export default async function setup(project: TestProject) {
  const outside = await reachablePostgres(process.env.TEST_DATABASE_URL ?? DEFAULT_POSTGRES);
  const redis = await reachableRedis(process.env.REDIS_URL ?? DEFAULT_REDIS);
  requireInCi({ "a PostgreSQL server (TEST_DATABASE_URL)": outside, "Redis (REDIS_URL)": redis });
  project.provide("outsidePostgresUrl", outside);
  project.provide("redisUrl", redis);
  if (outside) return void project.provide("postgresUrl", outside);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "ymholi-tests-"));
  const keeper = await startKeeper({ dataDir, say: () => undefined });
  project.provide("postgresUrl", keeper.url);
  return async () => {
    await keeper.stop();
    await rm(dataDir, { recursive: true });
  };
}

function requireInCi(services: Record<string, string | null>): void {
  if (process.env.CI !== "true") return;
  const missing = Object.keys(services).filter((name) => !services[name]);
  if (missing.length > 0) throw new Error(`With CI=true every test must run, but ${missing.join(" and ")} does not answer.`);
}

/** The URL if one may create databases there; null otherwise. */
async function reachablePostgres(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>("SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user");
    return rows[0]?.may ? url : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reachableRedis(url: string): Promise<string | null> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port || 6379), hostname);
    const answer = (found: string | null) => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(1_000, () => answer(null));
    socket.once("connect", () => answer(url)).once("error", () => answer(null));
  });
}
