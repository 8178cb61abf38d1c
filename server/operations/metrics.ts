/** What can be counted of a node, for Prometheus. Labels are names of ours, never a member's, a session's or a document's. */
import type { Duplex } from "node:stream";
import { Socket } from "node:net";

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import type { Hub } from "#server/live/hub.ts";

import type { Disk } from "./disk.ts";
import type { Lag } from "./lag.ts";

export interface MetricsParts {
  readonly hub: Pick<Hub, "figures" | "refusals" | "onCommit">;
  readonly lag: Pick<Lag, "p99">;
  /** Null with a PostgreSQL elsewhere: its disk is not ours to watch. */
  readonly disk: Pick<Disk, "freeBytes"> | null;
}

export interface Metrics {
  readonly contentType: string;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  countRequest(status: number, milliseconds: number): void;
  /** Counts what goes through a WebSocket's raw socket from now on until it closes. */
  countBytes(socket: Duplex): void;
}

/** Seconds: a page is quick, slow, or somebody has given up. */
const REQUEST_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Seconds: a good disk, a busy one, one that people notice, a store that hangs. */
const COMMIT_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** The figures of this node, for Prometheus: no name, code or word is a label. */
export function createMetrics({ hub, lag, disk }: MetricsParts): Metrics {
  const figures = () => hub.figures();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const bytes = createByteCount();
  const registers = [registry];

  gauge("ymholi_sockets", "WebSockets open now.", () => figures().sockets);
  gauge("ymholi_documents", "Live documents in memory.", () => figures().documents);
  total("ymholi_commits_total", "Commits of live changes, each of all documents that had any.", () => figures().commits);
  total("ymholi_updates_total", "Rows of live changes that are on disk.", () => figures().rows);
  total("ymholi_store_errors_total", "Commits that failed and were tried again.", () => figures().storeErrors);
  gauge("ymholi_last_commit_seconds", "How long the last commit took.", () => figures().commitMs / 1000);
  total("ymholi_socket_received_bytes_total", "Bytes received over WebSockets.", () => bytes.count().received);
  total("ymholi_socket_sent_bytes_total", "Bytes sent over WebSockets.", () => bytes.count().sent);
  gauge("ymholi_event_loop_late_seconds", "99 of 100 beats of the last minute were late by this at most.", () => lag.p99() / 1000);
  if (disk) gauge("ymholi_disk_free_bytes", "Free on the disk that holds the record.", () => disk.freeBytes ?? Number.NaN);
  new Counter({
    name: "ymholi_refusals_total", help: "Live changes that were not taken, by reason.", labelNames: ["reason"], registers,
    collect() {
      this.reset();
      for (const [reason, count] of Object.entries(hub.refusals())) this.inc({ reason }, count);
    },
  });
  const commits = new Histogram({ name: "ymholi_commit_seconds", help: "How long commits of live changes took: nobody sees a change before.", buckets: COMMIT_BUCKETS, registers });
  hub.onCommit = (milliseconds) => commits.observe(milliseconds / 1000);
  const requests = new Histogram({ name: "ymholi_request_seconds", help: "Answers to requests for pages and forms, by class of status.", labelNames: ["status"], buckets: REQUEST_BUCKETS, registers });

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({ name, help, registers, collect() { this.set(read()); } });
  }

  /** For what is counted elsewhere, from the start of the process on. */
  function total(name: string, help: string, read: () => number): void {
    new Counter({ name, help, registers, collect() { this.reset(); this.inc(read()); } });
  }

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countRequest: (status, milliseconds) => requests.observe({ status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000),
    countBytes: bytes.watch,
  };
}

function createByteCount() {
  const open = new Set<Socket>();
  const closed = { received: 0, sent: 0 };

  return {
    watch(socket: Duplex): void {
      if (!(socket instanceof Socket)) return;
      open.add(socket);
      socket.once("close", () => {
        open.delete(socket);
        closed.received += socket.bytesRead;
        closed.sent += socket.bytesWritten;
      });
    },
    count() {
      const sum = { ...closed };
      for (const socket of open) {
        sum.received += socket.bytesRead;
        sum.sent += socket.bytesWritten;
      }
      return sum;
    },
  };
}
