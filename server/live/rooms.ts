/** The documents in memory: each loaded once, let go when nobody has used it for a while. */
import type { Committer } from "./committer.ts";
import { CANARY_MS, CANARY_TURN_MS, IDLE_MS } from "./limits.ts";
import type { Owners } from "./owners.ts";
import { readDocument } from "./revive.ts";
import { Room } from "./room.ts";
import type { Store } from "./store.ts";

export interface Rooms {
  /** Null when there is no such document. */
  get(documentId: string): Promise<Room | null>;
  /** Those in memory now. */
  loaded(): Iterable<Room>;
  /** A document was written anew: memory goes to what is on disk, also of one that is being loaded now, since what it read may be of before. */
  startAfresh(documentId: string): void;
  stop(): void;
}

interface Options {
  readonly store: Store;
  readonly committer: Committer;
  /** Something is wrong with a document; it goes on with what is sound. */
  readonly onPoison: (error: unknown) => void;
  /** Called with each room as it is loaded. */
  readonly onLoad: (room: Room) => void;
  /** Where there are several nodes: decides which of them brings a document's changes to disk. */
  readonly owners: Owners | null;
}

/** The documents in memory of this node. `get` throws what the store throws. */
export function createRooms({ store, committer, onPoison, onLoad, owners }: Options): Rooms {
  const opening = new Map<string, Promise<Room | null>>();
  const rooms = new Map<string, Room>();
  const idleSince = new Map<string, number>();

  async function open(documentId: string): Promise<Room | null> {
    const room = owners ? await owners.open(documentId, () => load(documentId)) : await load(documentId);
    if (room) rooms.set(documentId, room);
    return room;
  }

  async function load(documentId: string): Promise<Room | null> {
    const revived = await readDocument({ store, documentId, onPoison });
    if (!revived) return null;
    const room = new Room(documentId, revived, { store, wake: committer.wake, onPoison });
    onLoad(room);
    return room;
  }

  function look(): void {
    const now = Date.now();
    for (const [id, room] of rooms) {
      room.compact().catch(onPoison);
      if (!room.isIdle) idleSince.delete(id);
      else if (!idleSince.has(id)) idleSince.set(id, now);
      else if (now - (idleSince.get(id) ?? now) >= IDLE_MS) close(id, room);
    }
  }

  function close(id: string, room: Room): void {
    rooms.delete(id);
    idleSince.delete(id);
    owners?.closed(room);
    room.destroy();
  }

  /** The one that has waited longest for its check, if it is due: one at a time, since nothing else goes on meanwhile. */
  function checkNext(): void {
    const due = [...rooms.values()].filter((room) => room.isUnchecked && performance.now() - room.checkedAt >= CANARY_MS);
    const [next] = due.sort((one, other) => one.checkedAt - other.checkedAt);
    next?.check().catch(onPoison);
  }

  const timers = [setInterval(look, IDLE_MS / 4), setInterval(checkNext, CANARY_TURN_MS)];
  for (const timer of timers) timer.unref();

  return {
    async get(documentId) {
      const room = rooms.get(documentId);
      if (room) return room;
      // A failed load leaves nothing behind: the next asking tries again.
      const attempt = opening.get(documentId) ?? open(documentId).finally(() => opening.delete(documentId));
      opening.set(documentId, attempt);
      return attempt;
    },
    loaded: () => rooms.values(),
    startAfresh(documentId) {
      // A load that fails leaves no room, and whoever asked for it is told.
      opening.get(documentId)?.then((room) => room?.startAfresh(), () => {});
      rooms.get(documentId)?.startAfresh();
    },
    stop() {
      for (const timer of timers) clearInterval(timer);
      for (const [id, room] of rooms) close(id, room);
    },
  };
}
