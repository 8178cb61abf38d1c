/** Everything that watches a running node, put together. */
import type { Router } from "express";
import type pg from "pg";
import type { Logger } from "pino";

import type { Env } from "#app/env.server.ts";
import type { Hub } from "#server/live/hub.ts";

import { folderOfStore, watchDisk } from "./disk.ts";
import { createHealth } from "./health.ts";
import { watchLag } from "./lag.ts";
import { createMetrics, type Metrics } from "./metrics.ts";

interface WatchParts {
  readonly env: Pick<Env, "DATA_DIR" | "DATABASE_URL" | "METRICS_TOKEN">;
  readonly pool: pg.Pool;
  readonly hub: Pick<Hub, "figures" | "refusals" | "onCommit" | "tellDesks">;
  readonly log: Logger;
  readonly say: (sentence: string) => void;
}

export interface Watch {
  readonly health: Router;
  readonly metrics: Metrics;
  /** Of a PostgreSQL elsewhere we know it when it says so: its disk is not ours to watch. */
  readonly isDiskFull: () => boolean;
  close(): void;
}

/** Goes into the store's log, which every commit waits for, and leaves no row behind. */
const PROBE = "SELECT pg_logical_emit_message(true, 'ymholi', 'ready')";

export async function startWatch({ env, pool, hub, log, say }: WatchParts): Promise<Watch> {
  const lag = watchLag();
  const disk = env.DATABASE_URL ? null : watchDisk({ folder: await folderOfStore(env.DATA_DIR), log, say, tellDesks: () => hub.tellDesks() });
  const metrics = createMetrics({ hub, lag, disk });
  return {
    health: createHealth({ probe: () => pool.query(PROBE), disk, lag, metrics, token: env.METRICS_TOKEN }),
    metrics,
    isDiskFull: () => disk?.isFull ?? hub.figures().isStoreFull,
    close() {
      lag.close();
      disk?.close();
    },
  };
}
