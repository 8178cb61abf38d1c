/**
 * What this machine has to test with. Parts that need Redis or a PostgreSQL server run where one answers,
 * and are required where CI=true: `test.skipIf(!redisUrl)("…")`.
 */
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of a PostgreSQL on which tests may create databases: outside, else the bundled one. */
    postgresUrl: string;
    /** The same, when it is an outside server; null otherwise. */
    outsidePostgresUrl: string | null;
    redisUrl: string | null;
  }
}

export const outsidePostgresUrl = inject("outsidePostgresUrl");
export const redisUrl = inject("redisUrl");
