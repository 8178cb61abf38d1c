import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, moveItem, textOf } from "#app/lists/lists.doc.ts";
import { wordingsOf } from "#app/live/history.doc.ts";
import type { LogRow } from "#app/live/live.doc.ts";

import { wordingsOfEach } from "./wordings.doc.ts";

const HOUR_MS = 3_600_000;

test("each item has its own wordings, by member", async () => {
  const log = logOf([
    ["Siân", (doc) => addItem(doc, { id: "a", order: "a0", text: "A break", lang: "en" })],
    ["Dewi", (doc) => addItem(doc, { id: "b", order: "a1", text: "A bed", lang: "en" })],
    ["Dewi", (doc) => textOf(doc, "a")?.insert(7, " happens")],
    ["Siân", (doc) => moveItem(doc, "a", "a2")],
  ]);
  const wordings = await wordingsOfEach(log, ["a", "b"]);
  expect(wordings.get("a")?.map(({ memberId, text }) => [memberId, text])).toEqual([["Siân", "A break"], ["Dewi", "A break happens"]]);
  expect(wordings.get("b")?.map(({ memberId, text }) => [memberId, text])).toEqual([["Dewi", "A bed"]]);
});

test("it tells the same as asking for each item alone", async () => {
  const log = logOf(Array.from({ length: 60 }, (_, turn) => [
    turn % 3 === 0 ? "Siân" : "Dewi",
    (doc: Y.Doc) => (turn < 6 ? addItem(doc, { id: `item-${turn}`, order: `a${turn}`, text: turn % 2 ? "" : "Words", lang: "en" }) : textOf(doc, `item-${turn % 6}`)?.insert(0, `${turn} `)),
  ]));
  const each = await wordingsOfEach(log, ["item-0", "item-1", "item-5", "never"]);
  for (const [id, wordings] of each) expect(wordings).toEqual(await wordingsOf(log, (doc) => textOf(doc, id)?.toString() ?? null));
});

function logOf(turns: readonly (readonly [string, (doc: Y.Doc) => unknown])[]): LogRow[] {
  const doc = new Y.Doc();
  return turns.map(([memberId, change], seq) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    return { seq, memberId, at: new Date(seq * HOUR_MS), bytes: Y.encodeStateAsUpdate(doc, before) };
  });
}
