/** A list drafted together: the principles, or the priorities, of one session. */
import * as Y from "yjs";
import * as z from "zod/mini";

import { addRecord, readRecords, removeRecord, setField, type WithId } from "#app/live/records.doc.ts";
import type { DocumentShape } from "#app/live/schema.ts";

import { carryOver, editBetween } from "./merge.ts";
import { byOrder, keysToPlace } from "./order.ts";

/** A quote behind an item: the note it comes from, and enough of the passage to show it and walk back. */
const quoteSchema = z.object({
  itemId: z.string(),
  /** The member who attached it. */
  by: z.string(),
  /** The notes document and the note in it. */
  documentId: z.string(),
  noteId: z.string(),
  evidenceItemId: z.string(),
  versionId: z.string(),
  blockId: z.string(),
  exact: z.string(),
  /** Evidence kind of the item it comes from. */
  kind: z.string(),
  lang: z.string(),
});

/** priority ← principle: this item rests on that item of another list. */
const linkSchema = z.object({ itemId: z.string(), by: z.string(), documentId: z.string(), otherItemId: z.string() });

/** Anybody may write these fields, so whatever a forged page puts there, or takes away, the words go on being shown. */
const itemSchema = z.object({
  /** Fractional index; ties are settled by id. */
  order: z.catch(z.string(), ""),
  text: z.string(),
  lang: z.catch(z.string(), "en"),
  /** Taken off the list, and can be put back: nothing anybody typed is lost. */
  removed: z.catch(z.optional(z.boolean()), undefined),
});

export type Item = WithId<z.infer<typeof itemSchema>>;
export type Quote = WithId<z.infer<typeof quoteSchema>>;
export type Link = WithId<z.infer<typeof linkSchema>>;

export const listShape: DocumentShape = {
  items: { owned: false, fields: { order: "plain", text: "text", lang: "plain", removed: "plain" } },
  quotes: {
    owned: false,
    fields: {
      itemId: "plain", by: "author", documentId: "plain", noteId: "plain", evidenceItemId: "plain",
      versionId: "plain", blockId: "plain", exact: "plain", kind: "plain", lang: "plain",
    },
  },
  links: { owned: false, fields: { itemId: "plain", by: "author", documentId: "plain", otherItemId: "plain" } },
};

export interface List {
  /** In order; removed items too, marked. */
  readonly items: readonly Item[];
  readonly quotes: readonly Quote[];
  readonly links: readonly Link[];
}

/** Everything on the list that parses. */
export function readList(doc: Y.Doc): List {
  const items = readRecords(doc, "items", itemSchema);
  return {
    items: items.sort(byOrder),
    quotes: readRecords(doc, "quotes", quoteSchema),
    links: readRecords(doc, "links", linkSchema),
  };
}

/** The items that stand on the list, in order. */
export function standing(list: List): Item[] {
  return list.items.filter(({ removed }) => !removed);
}

/** The text that people type in together; undefined when the item is not there. */
export function textOf(doc: Y.Doc, itemId: string): Y.Text | undefined {
  const text = doc.getMap<Y.Map<unknown>>("items").get(itemId)?.get("text");
  return text instanceof Y.Text ? text : undefined;
}

/**
 * Whose words an item is made of at this moment: member ids, in the order in which their words are read. `authorOf` is
 * the server's own record of who writes under a clientID (`live.authorsOf`); what nobody answers for is left out.
 */
export function authorsOf(doc: Y.Doc, itemId: string, authorOf: (clientId: number) => string | undefined): string[] {
  const authors = new Set<string>();
  for (let run = textOf(doc, itemId)?._start ?? null; run; run = run.right) {
    const author = run.deleted ? undefined : authorOf(run.id.client);
    if (author !== undefined) authors.add(author);
  }
  return [...authors];
}

/** Reads one item's words out of any state of the document, for its history; null before it was there. */
export function wordingIn(itemId: string): (doc: Y.Doc) => string | null {
  return (doc) => textOf(doc, itemId)?.toString() ?? null;
}

/** Puts a new item where its `order` says; `keysToPlace` gives one. */
export function addItem(doc: Y.Doc, { text, ...item }: { id: string; order: string; text: string; lang: string }): void {
  addRecord(doc, "items", { ...item, text: new Y.Text(text) });
}

export function moveItem(doc: Y.Doc, id: string, order: string): void {
  setField(doc, "items", { id, field: "order", value: order });
}

/** Moves an item to a place among those that stand: 0 is first, beyond the end is last. */
export function placeItem(doc: Y.Doc, id: string, place: number): void {
  doc.transact(() => keysToPlace(standing(readList(doc)), id, place).forEach((key) => moveItem(doc, key.id, key.order)));
}

/**
 * Writes into the item the edit that made `after` of `before`, wherever those words are by now. False when others
 * changed the same words meanwhile, or the item is not there: then nothing is written.
 */
export function rewordItem(doc: Y.Doc, id: string, { before, after }: { readonly before: string; readonly after: string }): boolean {
  const text = textOf(doc, id);
  if (!text) return false;
  const now = text.toString();
  const meant = editBetween(before, after);
  const edit = meant && now !== after ? carryOver(before, meant, now) : null;
  if (edit) doc.transact(() => { text.delete(edit.at, edit.remove); text.insert(edit.at, edit.insert); });
  return edit !== null || meant === null || now === after;
}

/** Off the list, or back on it where it stood. */
export function setRemoved(doc: Y.Doc, id: string, removed: boolean): void {
  setField(doc, "items", { id, field: "removed", value: removed });
}

export function attachQuote(doc: Y.Doc, quote: Quote): void {
  addRecord(doc, "quotes", quote);
}

export function detachQuote(doc: Y.Doc, id: string): void {
  removeRecord(doc, "quotes", id);
}

export function linkItem(doc: Y.Doc, link: Link): void {
  addRecord(doc, "links", link);
}

export function unlinkItem(doc: Y.Doc, id: string): void {
  removeRecord(doc, "links", id);
}
