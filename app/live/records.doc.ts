/** Records in a shared document: a root map of Y.Maps by id. Used by every `.doc.ts`. */
import * as Y from "yjs";
import type * as z from "zod/mini";

export type WithId<T> = T & { readonly id: string };

/** Every record under `root` that parses, in the order of ids (ids are time-ordered); the others are passed over. */
export function readRecords<S extends z.ZodMiniType<object>>(doc: Y.Doc, root: string, schema: S): WithId<z.infer<S>>[] {
  const found: WithId<z.infer<S>>[] = [];
  for (const [id, record] of doc.getMap(root)) {
    const read = record instanceof Y.Map ? schema.safeParse(record.toJSON()) : undefined;
    if (read?.success) found.push({ ...(read.data as z.infer<S>), id });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function addRecord(doc: Y.Doc, root: string, { id, ...fields }: { readonly id: string } & Record<string, unknown>): void {
  doc.transact(() => doc.getMap(root).set(id, new Y.Map(Object.entries(fields))));
}

/** Sets one plain field of a record that is there; nothing happens when it is not, or already says so. */
export function setField(doc: Y.Doc, root: string, change: { id: string; field: string; value: unknown }): void {
  const record = doc.getMap<Y.Map<unknown>>(root).get(change.id);
  if (record && record.get(change.field) !== change.value) record.set(change.field, change.value);
}

export function removeRecord(doc: Y.Doc, root: string, id: string): void {
  doc.getMap(root).delete(id);
}

let lastTime = 0;
let sameTime = 0;

/** A record id: time first, so ids sort by making; then randomness. 8 + 4 + 12 characters of [0-9a-z]. Nothing personal. */
export function newId(now = Date.now()): string {
  sameTime = now === lastTime ? sameTime + 1 : 0;
  lastTime = now;
  const random = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join("");
  return now.toString(36).padStart(8, "0") + sameTime.toString(36).padStart(4, "0") + random;
}
