/** A built Ymholi of the tests' own: a free port, an empty store, the bundled PostgreSQL. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface TestServer {
  /** "http://127.0.0.1:41234" */
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** All it has printed so far, such as the first invitation. */
  output(): string;
  /** Stops it as a host would, and removes its store unless it was given one. */
  stop(): Promise<void>;
}

export interface TestServerOptions {
  /** A store to start with; an empty one of its own unless given. */
  readonly dataDir?: string;
  /** A free one unless given: so a server that was killed comes back where its pages look for it. */
  readonly port?: number;
  readonly env?: Record<string, string>;
}

/** First start: making the cluster, migrating and seeding, on a busy machine. */
const START_PATIENCE_MS = 90_000;

/** Starts build/server.js (`npm run build` first) and resolves when it answers. */
export async function startServer({ dataDir, port: wanted, env = {} }: TestServerOptions = {}): Promise<TestServer> {
  const store = dataDir ?? (await mkdtemp(path.join(os.tmpdir(), "ymholi-server-")));
  const port = wanted ?? (await freePort());
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["--enable-source-maps", "build/server.js"], {
    env: { PATH, HOME, TZ: "UTC", NODE_ENV: "production", PORT: String(port), DATA_DIR: store, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stopWithUs = () => void child.kill("SIGTERM"); // a runner that gives up on a test leaves without stopping
  process.once("exit", stopWithUs);
  child.once("exit", () => process.off("exit", stopWithUs));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const server: TestServer = { origin: `http://127.0.0.1:${port}`, dataDir: store, process: child, output: () => said, stop: () => stop(child, dataDir ? null : store) };
  await untilHealthy(server);
  return server;
}

async function untilHealthy(server: TestServer): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline && server.process.exitCode === null) {
    const answer = await fetch(`${server.origin}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  await server.stop();
  throw new Error(`The server did not start:\n${server.output()}`);
}

async function stop(child: ChildProcess, store: string | null): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  if (store) await rm(store, { recursive: true, force: true });
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const bound = probe.address();
      probe.close(() => resolve(typeof bound === "object" && bound ? bound.port : 0));
    });
  });
}
