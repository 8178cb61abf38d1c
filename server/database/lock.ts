/**
 * One Ymholi a store. The lock is a listening socket: the system itself takes it away when the process
 * ends, however it ends, so a lock is never left behind and no process number has to be trusted.
 */
import { createHash } from "node:crypto";
import { stat, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { StoreRefusal } from "./refusal.ts";

export interface Lock {
  release(): Promise<void>;
}

/** Long enough for another process, which found the same dead lock, to have taken its turn. */
const TAKEOVER_PAUSE_MS = 60;

/** Takes the lock in `folder`; throws StoreRefusal "in-use" while another process has it. `named` is the folder people know. */
export async function takeLock(folder: string, named: string): Promise<Lock> {
  const place = lockPlace(folder);
  const first = await maybeListen(place);
  if (first) return held(first);
  const holder = await askHolder(place);
  if (holder !== null) throw inUse(named, holder);
  return takeOver(place, named);
}

/** The file is there but nobody listens: its process died. Of two who see that at once, the later one keeps it. */
async function takeOver(place: string, named: string): Promise<Lock> {
  await unlink(place).catch(ignoreMissing);
  const server = await maybeListen(place);
  if (!server) throw inUse(named, (await askHolder(place)) ?? "unknown");
  if (process.platform === "win32") return held(server);
  const { ino } = await stat(place);
  await pause(TAKEOVER_PAUSE_MS);
  if ((await stat(place).catch(() => null))?.ino === ino) return held(server);
  server.close();
  throw inUse(named, (await askHolder(place)) ?? "unknown");
}

function lockPlace(folder: string): string {
  if (process.platform !== "win32") return path.join(folder, "lock");
  return `\\\\.\\pipe\\ymholi-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
}

/** Null when the place is taken. */
function maybeListen(place: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end(String(process.pid));
    });
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(place, () => resolve(server.unref()));
  });
}

/** The process number of whoever listens; null when nobody does. */
function askHolder(place: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(place);
    socket.setEncoding("utf8").setTimeout(2_000, () => socket.destroy());
    socket.on("data", (text: string) => (answer += text));
    socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED" || error.code === "ENOENT" ? null : "unknown"));
    socket.on("close", () => resolve(answer || "unknown"));
  });
}

function inUse(named: string, holder: string): StoreRefusal {
  return new StoreRefusal("in-use", `Another Ymholi (process ${holder}) is already using ${named}. Stop that one first, or set DATA_DIR to another folder.`);
}

function held(server: Server): Lock {
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}
