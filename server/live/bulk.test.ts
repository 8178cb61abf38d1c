import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import { removeRecord } from "#app/live/records.doc.ts";

import { BulkGuard, deletionNow, deletionOf } from "./bulk.ts";

test.each([
  ["a whole item of the longest, reworded by another, in a list of one", [600], ["gwen", (doc: Y.Doc) => textOf(doc, "i0")?.delete(0, 600)], false],
  ["a third of the words, and more than one item may hold", [300, 300, 300, 300], ["gwen", removes("i0", "i1", "i2")], true],
  ["as many, but in a long list", Array.from({ length: 12 }, () => 300), ["gwen", removes("i0", "i1", "i2")], false],
  ["two thousand characters and one more, in a very long list", [...Array.from({ length: 60 }, () => 500), 1], ["gwen", removes("i0", "i1", "i2", "i3", "i60")], true],
  ["everything, by the one who wrote it", [300, 300, 300], ["ann", removes("i0", "i1", "i2")], false],
  ["three items marked as removed, which can be put back", [300, 300, 300], ["gwen", (doc: Y.Doc) => ["i0", "i1", "i2"].forEach((id) => setRemoved(doc, id, true))], false],
] as const)("%s", (_, lengths, [memberId, change], isHeld) => {
  const list = aList(lengths);
  expect(new BulkGuard(list.authorOf).holds(list.doc, list.from(memberId, change)) !== null).toBe(isHeld);
});

test("many small deletions within ten seconds count together, and are forgotten after", () => {
  const list = aList([500, 500, 500]);
  let now = 0;
  const guard = new BulkGuard(list.authorOf, () => now);
  const bite = () => guard.holds(list.doc, list.from("gwen", (doc) => textOf(doc, "i0")?.delete(0, 250)));
  expect(bite()).toBeNull();
  expect(bite()).toBeNull();
  expect(bite()).not.toBeNull();
  now = 10_000;
  expect(bite()).toBeNull();
});

test("what is held deletes the same words later, and nothing that was written since", () => {
  const list = aList([400, 400]);
  const held = new BulkGuard(list.authorOf).holds(list.doc, list.from("gwen", removes("i0", "i1")));
  textOf(list.doc, "i1")?.insert(200, " new words ");
  addItem(list.doc, { id: "new", order: "z", text: "Later", lang: "en" });
  Y.applyUpdate(list.doc, deletionNow(list.doc, held ?? NOTHING) ?? NOTHING);
  expect(readList(list.doc).items.map(({ id, text }) => [id, text])).toEqual([["i1", " new words "], ["new", "Later"]]);
  expect([list.doc.store.pendingStructs, list.doc.store.pendingDs]).toEqual([null, null]);
  expect(deletionNow(list.doc, held ?? NOTHING)).toBeNull();
});

test("a change that names only the item, as no page of ours would, is measured and held with all that is in it", () => {
  const list = aList([700]);
  const [item] = [...list.doc.getMap("items")._map.values()];
  if (!item) throw new Error("it is there");
  const bytes = deletionOf([{ item, from: 0, to: 1 }]);
  const held = new BulkGuard(list.authorOf).holds(list.doc, { bytes, memberId: "gwen" });
  Y.applyUpdate(list.doc, deletionNow(list.doc, held ?? NOTHING) ?? NOTHING);
  expect(readList(list.doc).items).toEqual([]);
});

const NOTHING = Uint8Array.of(0, 0);

function removes(...ids: string[]): (doc: Y.Doc) => void {
  return (doc) => ids.forEach((id) => removeRecord(doc, "items", id));
}

/** A list by Ann, and what others' pages would send; what they send is not applied. */
function aList(lengths: readonly number[]) {
  const doc = new Y.Doc();
  lengths.forEach((length, i) => addItem(doc, { id: `i${i}`, order: `a${i}`, text: "x".repeat(length), lang: "en" }));
  const authorOf = (client: number) => (client === doc.clientID ? "ann" : undefined);

  function from(memberId: string, change: (doc: Y.Doc) => void) {
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(doc));
    let bytes: Uint8Array = NOTHING;
    page.on("update", (update: Uint8Array) => (bytes = update));
    page.transact(() => change(page));
    return { bytes, memberId };
  }

  return { doc, authorOf, from };
}
