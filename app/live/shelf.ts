/**
 * Where a page puts words that the server does not have yet, so that closing the page does not lose them: IndexedDB,
 * locked with a key that only the live session knows. Emptied as soon as the words are kept. A browser without a
 * safe place (no HTTPS, private window) has no shelf, and the words live as long as the page.
 */

/** What one page had not yet got to the server when it went. */
export interface Leftover {
  readonly documentId: string;
  /** The Yjs clientID it wrote under. */
  readonly client: number;
  readonly epoch: number;
  /** Yjs updates (V1) in order, each with its writer's clock after it. */
  readonly entries: readonly { readonly bytes: Uint8Array<ArrayBuffer>; readonly end: number; readonly deletesOnly: boolean }[];
}

export interface Shelf {
  put(leftover: Leftover): Promise<void>;
  forget(documentId: string, client: number): Promise<void>;
  /** What pages that are gone left behind for this document; it is theirs who takes it. */
  take(documentId: string): Promise<Leftover[]>;
  /** How many leftovers lie there for these documents, whichever page they are of. */
  count(documentIds: readonly string[]): Promise<number>;
}

interface Locked {
  readonly id: string;
  readonly documentId: string;
  readonly client: number;
  /** Milliseconds since 1970, by this device. */
  readonly at: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const NAME = "ymholi-unsent";
const STORE = "leftovers";

/** Milliseconds after which words that were never sent are deleted: a device is no archive. */
const LONGEST_KEPT = 24 * 60 * 60 * 1000;

/** Null where the browser has no safe place. `key` arrives with the noticeboard. */
export function openShelf(key: Promise<Uint8Array<ArrayBuffer>>): Shelf | null {
  if (typeof indexedDB === "undefined" || !globalThis.crypto?.subtle || !navigator.locks) return null;
  const crypt = key.then((bytes) => crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]));
  const base = openBase();
  base.catch(() => {});
  crypt.catch(() => {});
  return {
    put: async (leftover) => {
      holdLock(leftover);
      const locked = await lock(await crypt, leftover);
      await request((await base).transaction(STORE, "readwrite").objectStore(STORE).put(locked));
    },
    forget: async (documentId, client) => {
      await request((await base).transaction(STORE, "readwrite").objectStore(STORE).delete(idOf(documentId, client)));
    },
    take: async (documentId) => takeAll(await base, await crypt, documentId),
    count: async (documentIds) => (await allOn(await base)).filter(({ documentId, at }) => documentIds.includes(documentId) && !isOld(at)).length,
  };
}

/** Deletes everything on the shelf: on leaving, and when a device is handed on. */
export function clearShelf(): void {
  if (typeof indexedDB !== "undefined") indexedDB.deleteDatabase(NAME);
}

// Reading by id is all that IndexedDB's own typing leaves us.
async function allOn(base: IDBDatabase): Promise<Locked[]> {
  return (await request(base.transaction(STORE).objectStore(STORE).getAll())) as Locked[];
}

function isOld(at: number): boolean {
  return Date.now() - at > LONGEST_KEPT;
}

async function takeAll(base: IDBDatabase, key: CryptoKey, documentId: string): Promise<Leftover[]> {
  const found: Leftover[] = [];
  for (const locked of await allOn(base)) {
    if (isOld(locked.at)) await request(base.transaction(STORE, "readwrite").objectStore(STORE).delete(locked.id));
    else if (locked.documentId === documentId && (await isOrphan(locked.id))) found.push(...(await unlock(key, locked)));
  }
  return found;
}

/** Held as long as the page lives: another page then leaves its words alone. */
const held = new Set<string>();

function holdLock({ documentId, client }: Leftover): void {
  const id = idOf(documentId, client);
  if (held.has(id)) return;
  held.add(id);
  void navigator.locks.request(`${NAME}/${id}`, () => new Promise<never>(() => {}));
}

/** True when the page that wrote it is gone; this page holds the lock from then on. */
async function isOrphan(id: string): Promise<boolean> {
  if (held.has(id)) return false;
  return new Promise((resolve) => {
    void navigator.locks.request(`${NAME}/${id}`, { ifAvailable: true }, (free) => {
      resolve(free !== null);
      if (free) held.add(id);
      return free ? new Promise<never>(() => {}) : undefined;
    });
  });
}

async function lock(key: CryptoKey, leftover: Leftover): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const { documentId, client } = leftover;
  const plain = { ...leftover, entries: leftover.entries.map((entry) => ({ ...entry, bytes: [...entry.bytes] })) };
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(plain)));
  return { id: idOf(documentId, client), documentId, client, at: Date.now(), iv, data };
}

/** Nothing when it was locked with another member's key. */
async function unlock(key: CryptoKey, { iv, data }: Locked): Promise<Leftover[]> {
  try {
    const json = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data));
    // Written by `lock`, and sealed by its key.
    const plain = JSON.parse(json) as Omit<Leftover, "entries"> & { entries: { bytes: number[]; end: number; deletesOnly: boolean }[] };
    return [{ ...plain, entries: plain.entries.map((entry) => ({ ...entry, bytes: Uint8Array.from(entry.bytes) })) }];
  } catch {
    return [];
  }
}

function openBase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
  return request(opening);
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("IndexedDB"));
  });
}

function idOf(documentId: string, client: number): string {
  return `${documentId}/${client}`;
}
