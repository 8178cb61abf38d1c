/** What a host's watchman asks: does it live, may it take people, how is it doing. No names, no codes, no words. */
import { statfs } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";

import type pg from "pg";

import type { Hub } from "./hub.ts";

/** Bytes of free disk below which no more people should be sent here. */
const DISK_BYTES = 512 * 1024 * 1024;

/** Milliseconds the event loop may be late (p99 since the last asking). */
const LAG_MS = 200;

/** Milliseconds the store may take for a write. */
const STORE_MS = 2_000;

export interface Health {
  /** 200 with `ok: true` when it may take people, 503 otherwise; each check by name. */
  ready(): Promise<{ readonly status: 200 | 503; readonly body: { readonly ok: boolean; readonly checks: Readonly<Record<string, boolean>> } }>;
  /** Prometheus' text format. */
  metrics(): string;
  stop(): void;
}

/** `folder` is where the store writes, or any folder on that disk. */
export function createHealth({ hub, pool, folder }: { hub: Hub; pool: pg.Pool; folder: string }): Health {
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();

  return {
    async ready() {
      const lateMs = lag.percentile(99) / 1e6;
      lag.reset();
      const [store, disk] = await Promise.all([takesWrites(pool), hasRoom(folder)]);
      const checks = { store, disk, loop: lateMs < LAG_MS };
      const ok = Object.values(checks).every(Boolean);
      return { status: ok ? 200 : 503, body: { ok, checks } };
    },
    metrics: () => metricsOf(hub, lag.percentile(99) / 1e9),
    stop: () => lag.disable(),
  };
}

/** A write that leaves nothing behind: it must reach the store's disk, not only its memory. */
async function takesWrites(pool: pg.Pool): Promise<boolean> {
  const attempt = pool.query("SELECT pg_logical_emit_message(true, 'ymholi', 'probe')").then(() => true, () => false);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), STORE_MS).unref());
  return Promise.race([attempt, late]);
}

async function hasRoom(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null || disk.bavail * disk.bsize > DISK_BYTES;
}

function metricsOf(hub: Hub, lagSeconds: number): string {
  const { documents, sockets, commits, rows, storeErrors, commitMs } = hub.figures();
  const lines: readonly (readonly [name: string, kind: "gauge" | "counter", help: string, value: number])[] = [
    ["ymholi_sockets", "gauge", "WebSockets open.", sockets],
    ["ymholi_documents", "gauge", "Shared documents in memory.", documents],
    ["ymholi_commits_total", "counter", "Commits of the log.", commits],
    ["ymholi_updates_total", "counter", "Rows written to the log.", rows],
    ["ymholi_store_errors_total", "counter", "Failed attempts to write to the store.", storeErrors],
    ["ymholi_commit_seconds", "gauge", "How long the last commit took.", commitMs / 1000],
    ["ymholi_event_loop_lag_seconds", "gauge", "How late the event loop was, p99.", lagSeconds],
    ["process_resident_memory_bytes", "gauge", "Memory of the process.", process.memoryUsage.rss()],
    ["process_cpu_seconds_total", "counter", "Processor time of the process.", process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6],
  ];
  const refusals = Object.entries(hub.refusals()).map(([reason, count]) => `ymholi_refusals_total{reason="${reason}"} ${count}`);
  const text = lines.map(([name, kind, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${value}`);
  return [...text, "# HELP ymholi_refusals_total Changes that were not taken, by reason.\n# TYPE ymholi_refusals_total counter", ...refusals, ""].join("\n");
}
