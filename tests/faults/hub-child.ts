/** Starts hubs in processes of their own, and asks them what they weigh. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** The most since it was last asked. */
export interface Weight {
  /** Bytes of the process that are in memory. */
  readonly memory: number;
  /** Bytes that waited for one socket. */
  readonly backlog: number;
  /** Sockets that are open now. */
  readonly sockets: number;
}

export interface HubChild {
  readonly process: ChildProcess;
  readonly port: number;
  /** Of the database. */
  readonly url: string;
  weight(): Promise<Weight>;
}

interface Start {
  /** A database's address, or a folder for the bundled PostgreSQL. */
  readonly store: string;
  readonly sessionId: string;
  /** A free one unless given. */
  readonly port?: number;
}

/** Resolves when it takes sockets. */
export async function startHub({ store, sessionId, port = 0 }: Start): Promise<HubChild> {
  const args = ["--import", "tsx", "tests/faults/hub-process.ts", store, sessionId, String(port)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const [, taken, url = ""] = /ready on (\d+) (\S+)/.exec(said.toString()) ?? [];
  return {
    process: child,
    port: Number(taken),
    url,
    // What our own process answers.
    weight: async () => (await (await fetch(`http://127.0.0.1:${taken}/weight`)).json()) as Weight,
  };
}
