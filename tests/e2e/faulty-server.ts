/** A server behind a line that can be cut, which can be killed and come back with what it had on disk. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { freePort, startServer, type TestServer } from "#tests/server.ts";

import { BrokenLine } from "./broken-line.ts";

export interface FaultyServer extends TestServer {
  readonly line: BrokenLine;
  /** kill -9: it has no time for anything. */
  crash(): Promise<void>;
  /** Starts again with the same store at the same address. */
  comeBack(): Promise<void>;
}

export async function startFaultyServer(): Promise<FaultyServer> {
  const [outside, port, dataDir] = await Promise.all([freePort(), freePort(), mkdtemp(path.join(os.tmpdir(), "ymholi-faults-"))]);
  const origin = `http://127.0.0.1:${outside}`;
  const start = () => startServer({ dataDir, port, env: { PUBLIC_ORIGIN: origin } });
  const line = await BrokenLine.between(outside, port);
  let running = await start();
  return {
    ...running,
    origin,
    line,
    crash: () => kill(running),
    comeBack: async () => {
      running = await start();
    },
    stop: async () => {
      await line.close();
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function kill({ process: child }: TestServer): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
