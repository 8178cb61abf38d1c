/**
 * The servers side by side: each a process of its own, started for one run and ended after it. All are bundled as `npm run build`
 * bundles ours: what compiles TypeScript while it runs names every closure as it is made, which no host pays for.
 */
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { Profiler } from "node:inspector/promises";
import { fileURLToPath } from "node:url";

import { bundle } from "#server/setup/bundle.mjs";

import { type Dialect, hocuspocus, ours, silent, yWebsocket } from "./dialects.ts";
import type { FromChild, ToChild, Used } from "./report-to-bench.ts";

export const serverNames = ["ours", "two-nodes", "house", "hocuspocus", "hocuspocus-50", "hocuspocus-silent", "y-websocket", "y-websocket-silent"] as const;
export type ServerName = (typeof serverNames)[number];

interface Kind {
  /** Beside this one, without its ending. */
  readonly file: string;
  readonly dialect: Dialect;
  readonly env?: Readonly<Record<string, string>>;
  /** Processes that serve the same documents, with Redis between them. */
  readonly nodes?: number;
}

const kinds: Readonly<Record<ServerName, Kind>> = {
  ours: { file: "hub-server", dialect: ours },
  "two-nodes": { file: "hub-server", dialect: ours, nodes: 2, env: { REDIS_URL: process.env.REDIS_URL ?? "redis://127.0.0.1:6379" } },
  house: { file: "house-server", dialect: ours },
  hocuspocus: { file: "hocuspocus-server", dialect: hocuspocus },
  "hocuspocus-50": { file: "hocuspocus-server", dialect: hocuspocus, env: { FLUSH_DELAY: "50" } },
  "hocuspocus-silent": { file: "hocuspocus-server", dialect: silent(hocuspocus) },
  "y-websocket": { file: "y-websocket-server", dialect: yWebsocket },
  "y-websocket-silent": { file: "y-websocket-server", dialect: silent(yWebsocket) },
};

export interface RunningServer {
  readonly name: ServerName;
  readonly dialect: Dialect;
  /** One for each node. */
  readonly ports: readonly number[];
  /** Of each node. */
  used(): Promise<Used[]>;
  /** Begins to write down where each node's CPU time goes; the second time ends it. */
  profile(): Promise<(Profiler.Profile | null)[]>;
  stop(): Promise<void>;
}

const FOLDER = new URL("../../build/load/", import.meta.url);

let bundling: Promise<void> | undefined;

/** Once a run of the benchmark. */
function bundled(): Promise<void> {
  const files = Object.fromEntries(Object.values(kinds).map(({ file }) => [file, fileURLToPath(new URL(`${file}.ts`, import.meta.url))]));
  bundling ??= bundle(files, fileURLToPath(FOLDER));
  return bundling;
}

const STOP_PATIENCE_MS = 5_000;
const ANSWER_PATIENCE_MS = 30_000;

export async function startServer(name: ServerName, env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const { file, dialect, env: own, nodes = 1 } = kinds[name];
  await bundled();
  const { PATH, HOME } = process.env;
  const children = Array.from({ length: nodes }, () => fork(fileURLToPath(new URL(`${file}.js`, FOLDER)), {
    execArgv: ["--enable-source-maps"],
    env: { PATH, HOME, TZ: "UTC", NODE_ENV: "production", ...env, ...own },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  }));
  const ports = await Promise.all(children.map((child) => answerOf(child, (message) => ("port" in message ? message.port : undefined))));
  return {
    name,
    dialect,
    ports,
    used: () => Promise.all(children.map((child) => ask(child, "used", (message) => ("used" in message ? message.used : undefined)))),
    profile: () => Promise.all(children.map((child) => ask(child, "profile", (message) => ("profile" in message ? message.profile : undefined)))),
    async stop() {
      await Promise.all(children.map(stop));
    },
  };
}

/** Milliseconds of CPU that these processes have used; 0 where the machine does not tell (not Linux, or another machine). */
export async function cpuOf(pids: readonly number[]): Promise<number> {
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return stats.reduce((sum, stat) => {
    // After the name in brackets: state is field 0, user and system ticks of 10 ms are 11 and 12.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
  }, 0);
}

function ask<T>(child: ChildProcess, question: ToChild, read: (message: FromChild) => T | undefined): Promise<T> {
  tell(child, question);
  return answerOf(child, read);
}

function tell(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message);
}

function answerOf<T>(child: ChildProcess, read: (message: FromChild) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(), ANSWER_PATIENCE_MS);
    const fail = () => {
      done();
      reject(new Error(`The server process (${child.spawnfile}) does not answer.`));
    };
    const look = (message: FromChild) => {
      const answer = read(message);
      if (answer === undefined) return;
      done();
      resolve(answer);
    };
    const done = () => {
      clearTimeout(timer);
      child.off("message", look).off("exit", fail);
    };
    child.on("message", look).once("exit", fail);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
  tell(child, "stop");
  await ended;
  clearTimeout(timer);
}
