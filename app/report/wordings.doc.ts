/** Every wording of every item of a list, in one walk through its log. */
import * as Y from "yjs";

import { textOf } from "#app/lists/lists.doc.ts";
import { eachAtEase } from "#app/live/at-ease.ts";
import { addWording, type Wording } from "#app/live/history.doc.ts";
import type { LogRow } from "#app/live/live.doc.ts";

/** Wordings by item id, oldest first. Only the texts that a row changed are looked at: a log has thousands of rows. */
export async function wordingsOfEach(log: readonly LogRow[], itemIds: readonly string[]): Promise<ReadonlyMap<string, readonly Wording[]>> {
  const doc = new Y.Doc();
  const wordings = new Map<string, Wording[]>(itemIds.map((id) => [id, []]));
  const changed = changesIn(doc);
  await eachAtEase(log, ({ bytes, memberId, at, mending }) => {
    changed.clear();
    Y.applyUpdate(doc, bytes);
    for (const [id, known] of wordings) {
      const text = textOf(doc, id);
      if (text && changed.touches(text)) addWording(known, { memberId, at, text: text.toString(), mending: mending ?? null });
    }
  });
  doc.destroy();
  return wordings;
}

/** Remembers what a document's transactions change. When anything but a text did, a record may be new, and its text with it. */
function changesIn(doc: Y.Doc) {
  const changed = new Set<unknown>();
  doc.on("afterTransaction", (transaction) => transaction.changed.forEach((_, type) => changed.add(type)));
  const mayHoldNewText = () => [...changed].some((type) => !(type instanceof Y.Text));
  return { clear: () => changed.clear(), touches: (text: Y.Text) => changed.has(text) || mayHoldNewText() };
}
