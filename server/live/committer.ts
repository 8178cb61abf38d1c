/** One commit at a time for all rooms: whoever has something waiting is in the next one. */
import { setTimeout as pause } from "node:timers/promises";

import type { Batch } from "./change.ts";
import { CATCH_UPS, GATHER_MS, STORE_RETRY_MS, STORE_RETRY_MS_MOST, TICK_WORK_MS } from "./limits.ts";
import type { Room } from "./room.ts";
import type { Store } from "./store.ts";

export interface Committer {
  wake(room: Room): void;
  /** Resolves when nothing waits any more, or the store stays out of reach until `stop`. */
  drained(): Promise<void>;
  stop(): void;
  figures(): { readonly commits: number; readonly rows: number; readonly storeErrors: number; readonly commitMs: number; readonly isStoreFull: boolean };
}

interface Options {
  readonly store: Store;
  readonly onStoreError: (error: unknown) => void;
  /** Called with how long each commit took, in milliseconds, as it is on disk. */
  readonly onCommit: (milliseconds: number) => void;
}

/** One for all rooms of a node. Retries while the store is out of reach, so it never throws; `stop` ends that. */
export function createCommitter({ store, onStoreError, onCommit }: Options): Committer {
  const ready = new Set<Room>();
  let running: Promise<void> | null = null;
  let stopped = false;
  /** When the first of those that are ready became so. */
  let readyAt = 0;
  const counted = { commits: 0, rows: 0, storeErrors: 0, commitMs: 0, isStoreFull: false };

  async function run(): Promise<void> {
    while (ready.size > 0) {
      const wait = readyAt + GATHER_MS - performance.now();
      // What others write meanwhile goes along.
      if (wait > 0) await pause(Math.ceil(wait));
      await commit(prepared());
    }
    running = null;
  }

  /** As many rooms as there is time for; the others are in the next commit, before those that were in this one. */
  function prepared(): Batch[] {
    const begunAt = performance.now();
    const batches: Batch[] = [];
    for (const room of ready) {
      ready.delete(room);
      const batch = room.prepare();
      if (batch) batches.push(batch);
      if (performance.now() - begunAt > TICK_WORK_MS) break;
    }
    return batches;
  }

  /** Keeps trying while the store is out of reach: people go on typing, and nothing is acknowledged meanwhile. */
  async function commit(batches: readonly Batch[]): Promise<void> {
    if (batches.length === 0) return;
    const outcome = await persist(() => append(batches));
    // One room's rows clash with another node's, or are wrong in themselves: the others must not suffer for it.
    if (outcome === "fault") for (const batch of batches) await commitAlone(batch);
  }

  async function commitAlone(batch: Batch): Promise<void> {
    for (let tries = 0; tries < CATCH_UPS; tries++) {
      if ((await persist(() => append([batch]))) !== "fault") return;
      let caughtUp = false;
      await persist(async () => {
        caughtUp = await batch.room.catchUp(batch);
      });
      if (!caughtUp) break;
    }
    if (!stopped) await batch.room.giveUp(batch, false);
  }

  /** Does something with the store until it answers, or the hub stops. "fault" when it says that the data is wrong. */
  async function persist(attempt: () => Promise<void>): Promise<"done" | "fault" | "stopped"> {
    for (let wait = STORE_RETRY_MS; !stopped; wait = Math.min(wait * 2, STORE_RETRY_MS_MOST)) {
      try {
        await attempt();
        return "done";
      } catch (error) {
        counted.storeErrors++;
        onStoreError(error);
        counted.isStoreFull = codeOf(error) === DISK_FULL;
        if (isFault(error)) return "fault";
        await pause(wait);
      }
    }
    return "stopped";
  }

  async function append(batches: readonly Batch[]): Promise<void> {
    const started = performance.now();
    const rows = batches.flatMap((batch) => batch.rows);
    const missed = await store.append(rows, batches.flatMap((batch) => batch.bindings));
    counted.commitMs = performance.now() - started;
    counted.commits++;
    counted.isStoreFull = false;
    counted.rows += rows.length;
    onCommit(counted.commitMs);
    for (const batch of batches) {
      if (missed.has(batch.room.id)) await batch.room.giveUp(batch, true);
      else batch.room.finish(batch);
    }
  }

  return {
    wake(room) {
      if (ready.size === 0) readyAt = performance.now();
      ready.add(room);
      running ??= run();
    },
    async drained() {
      while (running) await running;
    },
    stop() {
      stopped = true;
    },
    figures: () => ({ ...counted }),
  };
}

/** True for an answer about the data (SQLSTATE class 22 or 23); false when the store is out of reach, full or restarting. */
function isFault(error: unknown): boolean {
  const code = codeOf(error);
  return code.startsWith("22") || code.startsWith("23");
}

/** SQLSTATE: disk_full. */
const DISK_FULL = "53100";

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
