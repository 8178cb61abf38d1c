/**
 * One Ymholi a store. The lock is a listening socket: the system itself stops it when the process ends,
 * however it ends, so a lock is never left behind and no process number has to be trusted.
 *
 * Each process listens at a name of its own, and only then looks who else does. Whoever finds nobody holds
 * the lock: of two, the one who looked later has found the other. A dead socket's name is never used again,
 * so it can be removed at any time without taking a living one's place away.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { StoreRefusal } from "./refusal.ts";

export interface Lock {
  release(): Promise<void>;
}

/** A process that listens: its number, and whether it has the lock, only asks for it as this one does, or has given up and is about to be gone. */
interface Other {
  readonly process: string;
  readonly state: "holds" | "asks" | "leaves";
}

/** Locks begin so; a socket that does not listen yet ends in the other, and counts for nothing. */
const PREFIX = "lock-";
const MAKING = ".making";

const LOOK_AGAIN_MS = 20;
/** Whoever is silent for longer counts as a holder: stopped or very busy, but alive, since a dead one's socket refuses at once. */
const ANSWER_PATIENCE_MS = 5_000;

/** Takes the lock in `folder`; throws StoreRefusal "in-use" while another process has it. `named` is the folder people know. */
export async function takeLock(folder: string, named: string): Promise<Lock> {
  return process.platform === "win32" ? takePipe(folder, named) : takeSocket(folder, named);
}

async function takeSocket(folder: string, named: string): Promise<Lock> {
  const name = `${PREFIX}${randomBytes(4).toString("hex")}`;
  let isAsking = true;
  const server = await listenAt(path.join(folder, `${name}${MAKING}`), () => (isAsking ? "asks" : "holds"));
  const release = () => close(server, path.join(folder, name));
  try {
    await rename(path.join(folder, `${name}${MAKING}`), path.join(folder, name));
    await waitUntilAlone(folder, name, named);
    isAsking = false;
    return { release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Of those who only ask, the one whose name sorts first waits until the others have given up, which they do at once. */
async function waitUntilAlone(folder: string, mine: string, named: string): Promise<void> {
  for (;;) {
    let isAlone = true;
    for (const name of await socketsIn(folder)) {
      if (name === mine) continue;
      const other = await askWho(path.join(folder, name));
      if (other?.state === "holds" || (other?.state === "asks" && name < mine)) throw inUse(named, other.process);
      if (other) isAlone = false;
      else await rm(path.join(folder, name), { force: true });
    }
    if (isAlone) return;
    await pause(LOOK_AGAIN_MS);
  }
}

async function socketsIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith(PREFIX) && !name.endsWith(MAKING));
}

/** On Windows a name that listens is taken for everybody, and free when its process ends. */
async function takePipe(folder: string, named: string): Promise<Lock> {
  const place = `\\\\.\\pipe\\ymholi-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  try {
    const server = await listenAt(place, () => "holds");
    return { release: () => close(server, place) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw inUse(named, (await askWho(place))?.process ?? "unknown");
  }
}

/** Tells whoever connects our process number, and how it stands with us. */
function listenAt(place: string, state: () => Other["state"]): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.end(`${process.pid} ${state()}`);
    });
    server.once("error", reject);
    server.listen(place, () => resolve(server.unref()));
  });
}

/** Who listens there; null when nobody does. */
function askWho(place: string): Promise<Other | null> {
  return new Promise((resolve) => {
    let answer = "";
    const silent: Other = { process: "unknown", state: "holds" };
    const socket = connect(place);
    socket.setEncoding("utf8").setTimeout(ANSWER_PATIENCE_MS, () => resolve(silent));
    socket.on("timeout", () => socket.destroy());
    socket.on("data", (text: string) => (answer += text));
    socket.on("error", ({ code = "" }: NodeJS.ErrnoException) => {
      if (["ECONNREFUSED", "ENOENT"].includes(code)) resolve(null);
      else if (code !== "ECONNRESET") resolve(silent);
    });
    socket.on("close", () => resolve(otherOf(answer)));
  });
}

/** One that hangs up without a word stopped listening just now. */
function otherOf(answer: string): Other {
  const [process = "", state] = answer.split(" ");
  return { process, state: state === "holds" || state === "asks" ? state : "leaves" };
}

/** Gone from the folder first: who looks meanwhile finds a name less, and never a dead one. */
async function close(server: Server, place: string): Promise<void> {
  await rm(place, { force: true });
  await new Promise((resolve) => server.close(resolve));
}

function inUse(named: string, holder: string): StoreRefusal {
  return new StoreRefusal("in-use", `Another Ymholi (process ${holder}) is already using ${named}. Stop that one first, or set DATA_DIR to another folder.`);
}
