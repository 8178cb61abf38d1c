/**
 * The disk under the bundled store. A full disk stops PostgreSQL from keeping anything, so a part of it is held
 * with ballast: let go of when the disk is full, it gives the store the room to stay consistent and to start,
 * and the host the time to make more.
 */
import { randomBytes } from "node:crypto";
import { open, realpath, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import type { Logger } from "pino";

/** Below this a node is no longer ready: hours of a busy day are left, not weeks. */
export const LOW_BYTES = 512 * 1024 * 1024;
/** What ballast holds: four segments of PostgreSQL's log. */
export const BALLAST_BYTES = 64 * 1024 * 1024;
/** Free bytes at which the ballast goes: two segments of PostgreSQL's log, so that it goes before one cannot be made. */
export const FULL_BYTES = 32 * 1024 * 1024;
/** Looking costs one system call. A fast disk fills some hundred megabytes meanwhile; then PostgreSQL stops and the keeper starts it again. */
const LOOK_MS = 2_000;
/** Written gently, so that nobody's commit waits for it. */
const CHUNK_BYTES = 1024 * 1024;
const CHUNK_PAUSE_MS = 20;

const BALLAST = "ballast";

export const MAKE_ROOM = "The disk that holds the record is full, or nearly. Nothing that people were told is kept is lost, but soon no more can be kept. Make room on it, 512 MB at least: Ymholi goes on by itself.";

interface DiskSizes {
  readonly ballastBytes: number;
  readonly fullBytes: number;
  readonly lowBytes: number;
}

export interface DiskOptions {
  /** Folder on the disk to watch; the ballast is kept in it. */
  readonly folder: string;
  readonly log: Pick<Logger, "error" | "warn">;
  /** Told, in a sentence, what the person at the keyboard should know. */
  readonly say: (sentence: string) => void;
  /** Called when the disk has become full, or has room again, so that facilitators see it. */
  readonly tellDesks: () => Promise<void>;
  /** Smaller ones for tests. */
  readonly sizes?: DiskSizes;
}

export interface Disk {
  /** Bytes free when last looked; null before the first look. */
  readonly freeBytes: number | null;
  readonly isLow: boolean;
  /** True while there is no room for the ballast: it was let go of, or could never be taken on. */
  readonly isFull: boolean;
  /** Looks, lets the ballast go if the disk is full, and takes it on again once there is room for it. */
  look(): Promise<void>;
  close(): void;
}

/** Watches from now on, until closed. */
export function watchDisk({ folder, log, say, tellDesks, sizes = { ballastBytes: BALLAST_BYTES, fullBytes: FULL_BYTES, lowBytes: LOW_BYTES } }: DiskOptions): Disk {
  const ballast = path.join(folder, BALLAST);
  const ending = new AbortController();
  let free: number | null = null;
  let isFull = false;
  /** What the desks were last told. */
  let told = false;
  let looking: Promise<void> | null = null;

  async function lookOnce(): Promise<void> {
    free = await freeIn(folder);
    const held = await sizeOf(ballast);
    if (free < sizes.fullBytes && held > 0) await letGo();
    else if (held < sizes.ballastBytes && free - sizes.ballastBytes + held > sizes.lowBytes) await writeBallast(ballast, sizes.ballastBytes, ending.signal);
    isFull = (await sizeOf(ballast)) < sizes.ballastBytes;
    // When it cannot be told now, it is at the next look.
    if (isFull !== told) await tellDesks();
    told = isFull;
  }

  async function letGo(): Promise<void> {
    await rm(ballast);
    log.error({ check: "disk", bytes: free }, "disk full: ballast let go");
    say(MAKE_ROOM);
    free = await freeIn(folder);
  }

  async function look(): Promise<void> {
    looking ??= lookOnce().catch((error: unknown) => {
      if (!ending.signal.aborted) log.warn({ err: error, check: "disk" }, "disk");
    }).finally(() => (looking = null));
    await looking;
  }

  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  void look();

  return {
    get freeBytes() {
      return free;
    },
    get isFull() {
      return isFull;
    },
    get isLow() {
      return free !== null && free < sizes.lowBytes;
    },
    look,
    close() {
      clearInterval(timer);
      ending.abort();
    },
  };
}

/** The folder that holds the bundled PostgreSQL's own, which may be on another disk than DATA_DIR. */
export async function folderOfStore(dataDir: string): Promise<string> {
  return path.dirname(await realpath(path.join(dataDir, "postgres")));
}

/** Of bytes that neither a disk nor a file system can make smaller. One that was cut short is written anew. */
async function writeBallast(file: string, size: number, signal: AbortSignal): Promise<void> {
  const chunk = randomBytes(CHUNK_BYTES);
  const handle = await open(file, "w", 0o600);
  try {
    for (let written = 0; written < size; written += chunk.length) {
      await handle.writeFile(chunk.subarray(0, size - written));
      await pause(CHUNK_PAUSE_MS, undefined, { signal, ref: false });
    }
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0;
}
