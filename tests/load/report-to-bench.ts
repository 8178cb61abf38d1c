/** The child's end of the line to the benchmark: where it listens, what it has used, and when to end. */
import type { Server } from "node:http";
import { type Profiler, Session } from "node:inspector/promises";
import type { AddressInfo } from "node:net";

/** What a server process has used since it began. */
export interface Used {
  readonly cpuMs: number;
  readonly rssBytes: number;
  /** Process ids of the database's backends that work for it. */
  readonly backends: readonly number[];
}

export type FromChild = { readonly port: number } | { readonly used: Used } | { readonly profile: Profiler.Profile | null };
/** `profile` begins one; the next `profile` ends it and is answered with what was found. */
export type ToChild = "used" | "profile" | "stop";

export interface ReportOptions {
  readonly backends?: () => Promise<number[]>;
  readonly stop?: () => Promise<void>;
}

/** Listens on a free port of the loopback, says which, and answers until told to stop or left alone. */
export function reportToBench(server: Server, { backends = () => Promise.resolve([]), stop }: ReportOptions = {}): void {
  const say = (message: FromChild) => process.send?.(message);
  async function end(): Promise<void> {
    await stop?.();
    process.exit(0);
  }
  async function answer(): Promise<void> {
    const { user, system } = process.cpuUsage();
    say({ used: { cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage().rss, backends: await backends() } });
  }
  const act: Record<ToChild, () => Promise<void>> = { stop: end, used: answer, profile: async () => void say({ profile: await profile() }) };
  process.on("message", (message: ToChild) => void act[message]());
  process.on("disconnect", () => process.exit(0));
  // 4,096 may come at once, as on the day.
  server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, () => say({ port: (server.address() as AddressInfo).port }));
}

let profiling: Session | null = null;

async function profile(): Promise<Profiler.Profile | null> {
  if (profiling) {
    const { profile: found } = await profiling.post("Profiler.stop");
    profiling = null;
    return found;
  }
  profiling = new Session();
  profiling.connect();
  await profiling.post("Profiler.enable");
  await profiling.post("Profiler.start");
  return null;
}
