import { createServer } from "node:http";
import net from "node:net";

import express from "express";
import { afterAll, expect, onTestFinished, test } from "vitest";

import { scratchDatabase } from "#tests/database.ts";
import { listen } from "#tests/seats.ts";

import { createHealth, type HealthParts } from "./health.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { startWatch } from "./watch.ts";

const store = await scratchDatabase();
afterAll(() => store.close());

const hub = { figures: () => ({ documents: 2, sockets: 3, commits: 4, rows: 5, storeErrors: 6, commitMs: 7, isStoreFull: false }), refusals: () => ({ client: 8 }), onCommit: (_milliseconds: number) => {}, tellDesks: () => Promise.resolve() };
const TOKEN = "a token of some length";

test("a node whose store takes writes is ready", async () => {
  const watch = await startWatch({ env: { DATA_DIR: "data", DATABASE_URL: store.url, METRICS_TOKEN: undefined }, pool: store.pool, hub, log: createLog({ level: "silent" }), say: () => {} });
  const ask = await serve(watch.health);
  expect(await ask("/readyz")).toMatchObject({ status: 200, json: { ready: true, failed: {} } });
  watch.close();
});

test("what is wrong is told by name, with what to do about it", async () => {
  const ask = await serve(health({ probe: () => store.pool.query("SELECT 1 FROM nowhere"), disk: { isLow: true, freeBytes: 17 }, lag: { p99: () => 431.2 } }));
  const { status, json } = await ask("/readyz");
  expect([status, Object.keys((json as { failed: object }).failed)]).toEqual([503, ["store", "disk", "lag"]]);
  expect(json).toMatchObject({ ready: false, lateMs: 431, freeBytes: 17, failed: { disk: expect.stringContaining("512 MB") } });
  expect((await ask("/healthz")).status).toBe(200);
});

test("a store that hangs is asked once, and the answer comes all the same", async () => {
  let asked = 0;
  const ask = await serve(health({ probe: () => new Promise(() => void asked++) }));
  const answers = await Promise.all([ask("/readyz"), ask("/readyz"), ask("/readyz")]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(asked).toBe(1);
});

test("metrics are what Prometheus reads", async () => {
  const ask = await serve(health({}));
  const { status, text } = await ask("/metrics");
  expect(status).toBe(200);
  for (const line of ["ymholi_sockets 3", "ymholi_documents 2", "ymholi_commits_total 4", "ymholi_updates_total 5", "ymholi_store_errors_total 6", "ymholi_last_commit_seconds 0.007", "ymholi_disk_free_bytes 1", 'ymholi_refusals_total{reason="client"} 8']) expect(text).toContain(`\n${line}\n`);
  expect(text).toContain("process_cpu_seconds_total");
  expect((await ask("/metrics")).text).toContain("\nymholi_commits_total 4\n");
});

test("how long commits took is told in Prometheus' own buckets", async () => {
  const ask = await serve(health({}));
  for (const milliseconds of [0.8, 7, 30, 4_000]) hub.onCommit(milliseconds);
  const { text } = await ask("/metrics");
  const counts = [["0.001", 1], ["0.005", 1], ["0.01", 2], ["0.05", 3], ["2.5", 3], ["+Inf", 4]];
  for (const [upTo, count] of counts) expect(text).toContain(`\nymholi_commit_seconds_bucket{le="${upTo}"} ${count}\n`);
  expect(text).toContain("\nymholi_commit_seconds_count 4\n");
});

test("bytes over a socket are counted, also after it has closed", async () => {
  const metrics = createMetrics({ hub, lag: { p99: () => 0 }, disk: null });
  const server = net.createServer((socket) => {
    metrics.countBytes(socket);
    socket.resume().end("four");
  });
  const port = await new Promise<number>((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as net.AddressInfo).port)));
  await new Promise((resolve) => net.connect(port, "127.0.0.1").on("close", resolve).end("sixsix").resume());
  await new Promise((resolve) => server.close(resolve));
  expect(await metrics.text()).toMatch(/\nymholi_socket_received_bytes_total 6\n[^]*\nymholi_socket_sent_bytes_total 4\n/);
});

test.each<[string, Record<string, string>, boolean]>([
  ["this machine itself", {}, true],
  ["a proxy on this machine that says so", { "x-forwarded-for": "203.0.113.9" }, false],
  ["a proxy on this machine that keeps the name people typed", { host: "ymholi.example" }, false],
  ["anybody with the token", { "x-forwarded-for": "203.0.113.9", authorization: `Bearer ${TOKEN}` }, true],
  ["anybody with another token", { authorization: "Bearer another token of length" }, false],
])("to %s: figures %j → %s", async (_, headers, told) => {
  const ask = await serve(health({ probe: () => Promise.reject(new Error("away")) }));
  const [ready, metrics] = [await ask("/readyz", headers), await ask("/metrics", headers)];
  expect(ready.status).toBe(503);
  expect("failed" in (ready.json as object)).toBe(told);
  expect(metrics.status).toBe(told ? 200 : 404);
});

function health(parts: Partial<HealthParts>) {
  const [lag, disk] = [{ p99: () => 0 }, { isLow: false, freeBytes: 1 }];
  return createHealth({ probe: () => Promise.resolve(), lag, disk, metrics: createMetrics({ hub, lag, disk }), token: TOKEN, ...parts });
}

/** Asks through node:http, since fetch does not let one set Host. */
async function serve(router: express.Router) {
  const server = createServer(express().use(router));
  const port = await listen(server);
  onTestFinished(() => void server.close());
  const { request } = await import("node:http");
  return (path: string, headers: Record<string, string> = {}) => new Promise<{ status: number; text: string; json: unknown }>((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, headers, agent: false }, (res) => {
      let text = "";
      res.setEncoding("utf8").on("data", (more: string) => (text += more)).on("end", () => resolve({ status: res.statusCode ?? 0, text, json: text.startsWith("{") ? JSON.parse(text) : null }));
    }).once("error", reject).end();
  });
}
