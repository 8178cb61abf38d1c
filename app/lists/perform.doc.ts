/** Does to a list what a form says: called by the page on its own replica, and by the desk for pages without JavaScript. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";

import { actSchema, LIST_LENGTH, type Act, type Outcome } from "./acts.ts";
import { addItem, attachQuote, detachQuote, linkItem, moveItem, placeItem, readList, rewordItem, setRemoved, standing, unlinkItem, type List } from "./lists.doc.ts";
import { keysToPlace } from "./order.ts";
import { quoteFrom, type Source } from "./sources.ts";

/** Who acts, and what they may choose from. */
export interface Hand {
  /** The acting member's id. */
  readonly by: string;
  readonly sources: readonly Source[];
  /** The list that items may rest on (the principles, under priorities). */
  readonly foundation: { readonly documentId: string; readonly list: List } | null;
}

type On<A extends Act["act"]> = Extract<Act, { act: A }>;

/**
 * Changes `doc` as `act` says and tells what came of it. What is not there any more is "gone", never an error:
 * somebody else may have been quicker. Sizes are checked by `actSchema`.
 */
export function perform(doc: Y.Doc, act: Act, hand: Hand): Outcome {
  if (act.act === "add") return add(doc, act);
  if (act.act === "addAll") return addAll(doc, act);
  const item = readList(doc).items.find(({ id }) => id === act.item);
  if (!item) return { came: "gone" };
  switch (act.act) {
    case "reword": return reword(doc, act, item.lang);
    case "up": return move(doc, act.item, placeOf(doc, act.item) - 1);
    case "down": return move(doc, act.item, placeOf(doc, act.item) + 1);
    case "place": return move(doc, act.item, act.place - 1);
    case "remove": return remove(doc, act.item);
    case "putBack": return putBack(doc, act.item);
    case "attach": return attach(doc, act, hand);
    case "link": return link(doc, act, hand);
    case "detach":
      detachQuote(doc, act.quote);
      return { came: "detached", itemId: act.item };
    case "unlink":
      unlinkItem(doc, act.link);
      return { came: "unlinked", itemId: act.item };
  }
}

function add(doc: Y.Doc, { text, lang, as }: On<"add">): Outcome {
  const list = readList(doc);
  const items = standing(list);
  if (items.length >= LIST_LENGTH) return { came: "full" };
  const known = list.items.find(({ id }) => id === as);
  if (known) return putBack(doc, known.id);
  const itemId = as ?? newId();
  insert(doc, { itemId, text, lang, place: items.length });
  return { came: "added", ...whereIs(doc, itemId) };
}

/** As many as there is room for. A line that is no such act is none of our forms' and is passed over. */
function addAll(doc: Y.Doc, { texts, lang }: On<"addAll">): Outcome {
  const lines = texts.split(/\r?\n/).map((line) => /^(?<as>\S+) (?<text>.+)$/.exec(line.trim())?.groups);
  const acts = lines.map((line) => actSchema.safeParse({ act: "add", lang, ...line }));
  doc.transact(() => acts.forEach(({ data }) => data?.act === "add" && add(doc, data)));
  return { came: "addedAll" };
}

function insert(doc: Y.Doc, { itemId, text, lang, place }: { itemId: string; text: string; lang: string; place: number }): void {
  const keys = keysToPlace(standing(readList(doc)), itemId, place);
  doc.transact(() => keys.forEach(({ id, order }) => (id === itemId ? addItem(doc, { id, order, text, lang }) : moveItem(doc, id, order))));
}

/** Two people changed the same words: both wordings stay, this one as the next item, even on a full list. */
function reword(doc: Y.Doc, act: On<"reword">, lang: string): Outcome {
  if (rewordItem(doc, act.item, { before: act.before.replace(/\r\n?/g, "\n"), after: act.text })) return { came: "reworded", itemId: act.item };
  // Theirs stands: there is no wording to keep beside it.
  if (act.text.trim() === "") return { came: "reworded", itemId: act.item };
  const itemId = newId();
  insert(doc, { itemId, text: act.text, lang, place: placeOf(doc, act.item) + 1 });
  return { came: "bothKept", ...whereIs(doc, itemId) };
}

function move(doc: Y.Doc, itemId: string, place: number): Outcome {
  if (placeOf(doc, itemId) < 0) return { came: "gone" };
  placeItem(doc, itemId, Math.max(0, place));
  return { came: "moved", ...whereIs(doc, itemId) };
}

function remove(doc: Y.Doc, itemId: string): Outcome {
  const where = whereIs(doc, itemId);
  setRemoved(doc, itemId, true);
  return { came: "removed", ...where };
}

function putBack(doc: Y.Doc, itemId: string): Outcome {
  if (standing(readList(doc)).length >= LIST_LENGTH) return { came: "full" };
  setRemoved(doc, itemId, false);
  return { came: "putBack", ...whereIs(doc, itemId) };
}

function attach(doc: Y.Doc, { item, note }: On<"attach">, { by, sources }: Hand): Outcome {
  const [notesId = "", noteId = ""] = note.split("/");
  const quote = quoteFrom(sources, { notesId, noteId });
  if (!quote) return { came: "gone" };
  const known = readList(doc).quotes.some((other) => other.itemId === item && other.documentId === notesId && other.noteId === noteId);
  if (!known) attachQuote(doc, { id: newId(), itemId: item, by, ...quote });
  return { came: "attached", itemId: item };
}

function link(doc: Y.Doc, { item, other }: On<"link">, { by, foundation }: Hand): Outcome {
  if (!foundation || !standing(foundation.list).some(({ id }) => id === other)) return { came: "gone" };
  const known = readList(doc).links.some(({ itemId, otherItemId }) => itemId === item && otherItemId === other);
  if (!known) linkItem(doc, { id: newId(), itemId: item, by, documentId: foundation.documentId, otherItemId: other });
  return { came: "linked", itemId: item };
}

/** 0 is first; -1 when it does not stand on the list. */
function placeOf(doc: Y.Doc, itemId: string): number {
  return standing(readList(doc)).findIndex(({ id }) => id === itemId);
}

function whereIs(doc: Y.Doc, itemId: string) {
  return { itemId, place: placeOf(doc, itemId) + 1, of: standing(readList(doc)).length };
}
