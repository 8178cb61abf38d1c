/** What this page wrote and the server has not yet said is on disk, oldest first. Pure: told what happened, asked what to send. */
import * as Y from "yjs";

/** Updates of a pause are joined up to this many bytes; the server takes 64 KiB at once. */
const JOINED_BYTES = 16 * 1024;

/** And up to so many changes: a joined update must not hold more structs than the gate lets through at once. */
const JOINED_CHANGES = 40;

export interface Entry {
  readonly bytes: Uint8Array;
  /** The writer's clock after this change; the same as before it when it only deletes. */
  readonly end: number;
  readonly deletesOnly: boolean;
}

/** A page's own changes that are not acknowledged yet, in the order they were made. */
export class Unsent {
  #entries: Entry[] = [];
  /** How many of the entries, from the front, went out on this connection. */
  #sent = 0;
  /** How many updates of this connection are on disk. */
  #acked = 0;
  #end = 0;
  #keptUpTo = 0;
  /** How many changes the last entry was joined from. */
  #joined = 0;

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get count(): number {
    return this.#entries.length;
  }

  /** The clock up to which the server has everything of ours. */
  get keptUpTo(): number {
    return this.#keptUpTo;
  }

  /** Own changes start at this clock. */
  startAt(clock: number): void {
    this.#end = clock;
    this.#keptUpTo = clock;
  }

  add(bytes: Uint8Array, end: number): void {
    const entry = { bytes, end, deletesOnly: end === this.#end };
    this.#end = end;
    const last = this.#sent < this.#entries.length ? this.#entries.at(-1) : undefined;
    const isFull = this.#joined >= JOINED_CHANGES || (last && last.bytes.length + bytes.length > JOINED_BYTES);
    this.#joined = !last || isFull ? 1 : this.#joined + 1;
    if (!last || isFull) return void this.#entries.push(entry);
    this.#entries[this.#entries.length - 1] = {
      bytes: Y.mergeUpdates([last.bytes, bytes]),
      end,
      deletesOnly: last.deletesOnly && entry.deletesOnly,
    };
  }

  /** Takes over what another page of this person could not send; nothing of its own was written yet. */
  restore(entries: readonly Entry[]): void {
    this.#entries = [...entries];
  }

  /** A connection begins; `next` is the clock the server wants next. What it has is dropped, the rest is to be sent again. */
  connected(next: number): void {
    this.#entries = this.#entries.filter((entry) => entry.deletesOnly || entry.end > next);
    this.#sent = 0;
    this.#acked = 0;
    this.#keptUpTo = Math.max(this.#keptUpTo, next);
  }

  /** What is to be sent now, in order; it counts as sent from here on. */
  takeToSend(): readonly Uint8Array[] {
    const fresh = this.#entries.slice(this.#sent).map((entry) => entry.bytes);
    this.#sent = this.#entries.length;
    return fresh;
  }

  /** The server says that so many updates of this connection are on disk. */
  acknowledged(count: number): void {
    const news = Math.min(count - this.#acked, this.#sent);
    if (news <= 0) return;
    this.#acked += news;
    this.#sent -= news;
    this.#keptUpTo = this.#entries[news - 1]?.end ?? this.#keptUpTo;
    this.#entries = this.#entries.slice(news);
  }
}

/** Words of a replica that the server does not have: which field they stand in, and the whole of what was written there. */
export interface Words {
  readonly root: string;
  readonly recordId: string;
  readonly field: string;
  readonly text: string;
}

/** Every text that `client` wrote from clock `from` on and did not delete, by the field it stands in. */
export function wordsSince(doc: Y.Doc, client: number, from: number): Words[] {
  const found = new Map<string, Words>();
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item) || struct.deleted || struct.id.clock + struct.length <= from) continue;
    const written = textIn(struct, Math.max(0, from - struct.id.clock));
    const place = written && placeOf(doc, struct);
    if (!place) continue;
    const key = `${place.root}/${place.recordId}/${place.field}`;
    found.set(key, { ...place, text: (found.get(key)?.text ?? "") + written });
  }
  return [...found.values()];
}

function textIn({ content }: Y.Item, from: number): string {
  if (content instanceof Y.ContentString) return content.str.slice(from);
  return content instanceof Y.ContentAny ? content.arr.filter((one) => typeof one === "string").join("") : "";
}

function placeOf(doc: Y.Doc, item: Y.Item): Omit<Words, "text"> | null {
  const parent = item.parent instanceof Y.AbstractType ? item.parent : null;
  const record = parent instanceof Y.Text ? parent.parent : parent;
  const field = parent instanceof Y.Text ? parent._item?.parentSub : item.parentSub;
  const recordId = record?._item?.parentSub;
  const root = [...doc.share].find(([, type]) => type === record?.parent)?.[0];
  return root && recordId && field ? { root, recordId, field } : null;
}
