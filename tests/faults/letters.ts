/** Letters as a ledger: each writer types their own, and what a page said to be kept is looked for on disk. */
import type pg from "pg";
import * as Y from "yjs";

import { textOf } from "#app/lists/lists.doc.ts";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import { createStore } from "#server/live/store.ts";

/** An item's words as they stand in the database, read without a hub; empty when there are none. */
export async function wordsOnDisk(pool: pg.Pool, documentId: string, itemId = "one"): Promise<string> {
  const store = createStore(pool);
  const kept = await store.load(documentId);
  await store.stop();
  const doc = new Y.Doc();
  if (kept?.snapshot) Y.applyUpdate(doc, kept.snapshot);
  for (const row of kept?.rows ?? []) Y.applyUpdate(doc, row.bytes);
  return textOf(doc, itemId)?.toString() ?? "";
}

export function countOf(letter: string, words: string): number {
  return words.split(letter).length - 1;
}

/** How many of a writer's letters their page holds that the server has not acknowledged. */
export function lettersWaiting({ doc, keptUpTo }: Pick<SharedDocument, "doc" | "keptUpTo">, letter: string): number {
  let waiting = 0;
  for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    waiting += countOf(letter, struct.content.str.slice(Math.max(0, keptUpTo - struct.id.clock)));
  }
  return waiting;
}
