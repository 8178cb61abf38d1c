import { expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, attachQuote, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import type { LogRow } from "#app/live/live.doc.ts";
import { removeRecord } from "#app/live/records.doc.ts";
import { addGroup, addQuestion, putInGroup, readQuestions } from "#app/questions/questions.doc.ts";
import { addCorrection, addSaid, readTalk } from "#app/talk/talk.doc.ts";

import { eraseIn, takenFrom, takenFromPast } from "./erase.doc.ts";
import type { Wish } from "./theirs.ts";

const CLIENTS = { gwen: 11, siân: 12, mair: 13 } as const;
type Hand = keyof typeof CLIENTS;

const everything: Wish = { of: "gwen", scribes: new Set(["mair"]), only: null };

test("an item goes when it is theirs alone; in others' it is their letters that go", () => {
  const { doc, as, authorOf } = aTable();
  as("gwen", () => addItem(doc, { id: "own", order: "a0", text: "Mam wrote this", lang: "en" }));
  as("siân", () => addItem(doc, { id: "shared", order: "a1", text: "A break happens", lang: "en" }));
  as("gwen", () => textOf(doc, "shared")?.insert(1, " promised"));
  as("siân", () => textOf(doc, "shared")?.insert(5, "-"));
  const taken = eraseIn(doc, everything, authorOf);
  expect(taken).toMatchObject([{ id: "own", isWhole: true, words: ["Mam wrote this"] }, { id: "shared", isWhole: false, words: [" pro", "mised"], remains: "A- break happens" }]);
  expect(readList(doc).items.map(({ text }) => text)).toEqual(["A- break happens"]);
});

test("an item that they began stays for the letters of others, and those stay theirs", () => {
  const { doc, as, authorOf } = aTable();
  as("gwen", () => addItem(doc, { id: "i", order: "a0", text: "My mother's ", lang: "en" }));
  as("siân", () => textOf(doc, "i")?.insert(12, "night off"));
  eraseIn(doc, everything, authorOf);
  expect(textOf(doc, "i")?.toString()).toBe("night off");
  expect(writersOf(doc, "i")).toEqual([CLIENTS.siân]);
});

test("what they had taken out themselves is told without words, since a frozen wording may hold it", () => {
  const { doc, as, authorOf } = aTable();
  as("siân", () => addItem(doc, { id: "i", order: "a0", text: "A break", lang: "en" }));
  as("gwen", () => textOf(doc, "i")?.insert(0, "Mam's "));
  as("gwen", () => textOf(doc, "i")?.delete(0, 6));
  expect(eraseIn(doc, everything, authorOf)).toMatchObject([{ id: "i", isWhole: false, words: [], remains: "A break" }]);
});

test("quotes, places and what is taken off the list stay as they are", () => {
  const { doc, as, authorOf } = aTable();
  as("siân", () => addItem(doc, { id: "i", order: "a0", text: "A break", lang: "en" }));
  as("gwen", () => {
    attachQuote(doc, { id: "q", itemId: "i", by: "gwen", documentId: "d", noteId: "n", evidenceItemId: "e", versionId: "v", blockId: "b", exact: "just sleeping", kind: "livedExperience", lang: "en" });
    setRemoved(doc, "i", true);
  });
  const before = readList(doc);
  expect(eraseIn(doc, everything, authorOf)).toEqual([]);
  expect(readList(doc)).toEqual(before);
});

test("what a scribe wrote for them goes with their better words; what they wrote for others stays", () => {
  const { doc, as, authorOf } = aTable();
  const said = { checked: false, stageId: "", way: "" as const, replyTo: "", because: "", lang: "en" };
  as("mair", () => addSaid(doc, { id: "for-gwen", by: "mair", forMember: "gwen", words: "Nobody asked", ...said }));
  as("gwen", () => addCorrection(doc, { id: "better", by: "gwen", saidId: "for-gwen", words: "Nobody asked me", lang: "en" }));
  as("mair", () => addSaid(doc, { id: "own", by: "mair", forMember: "", words: "Thank you", ...said }));
  expect(takenFrom(doc, { ...everything, of: "mair" }, authorOf)).toMatchObject([{ id: "own" }]);
  eraseIn(doc, everything, authorOf);
  expect(readTalk(doc)).toMatchObject({ said: [{ id: "own" }], corrections: [] });
});

test("a group of questions stays for the others in it, without the name that they gave", () => {
  const { doc, as, authorOf } = aTable();
  const question = { lang: "en", forMember: "", passage: null, fromGroup: "" };
  as("siân", () => addQuestion(doc, { id: "q1", by: "siân", words: "Who asks?", ...question }));
  as("gwen", () => {
    addGroup(doc, { id: "g", by: "gwen", name: "What mam said", lang: "en" });
    putInGroup(doc, { id: "in", by: "gwen", questionId: "q1", groupId: "g" });
  });
  expect(eraseIn(doc, everything, authorOf)).toMatchObject([{ root: "groups", id: "g", isWhole: false, words: ["What mam said"] }]);
  expect(readQuestions(doc)).toMatchObject({ groups: [{ id: "g", name: "" }], grouped: [{ questionId: "q1" }] });
});

test("looking changes nothing", () => {
  const { doc, as, authorOf } = aTable();
  as("gwen", () => addItem(doc, { id: "i", order: "a0", text: "Mam", lang: "en" }));
  expect(takenFrom(doc, everything, authorOf)).toHaveLength(1);
  expect(readList(doc).items).toHaveLength(1);
});

test("of a text that was taken out, the log knows whose letters were whose", async () => {
  const { doc, log, as, authorOf } = aTable();
  as("siân", () => addItem(doc, { id: "i", order: "a0", text: "A break", lang: "en" }));
  as("gwen", () => textOf(doc, "i")?.insert(0, "Mam's "));
  as("siân", () => removeRecord(doc, "items", "i"));
  const hands = { wish: everything, authorOf };
  expect(await takenFromPast(log, { id: "i", hands })).toMatchObject({ isWhole: false, words: ["Mam's "], remains: "A break" });
  expect(await takenFromPast(log, { id: "i", hands: { ...hands, wish: { ...everything, of: "mair" } } })).toBeNull();
});

/** A document, the log of what is done to it, and hands to do it with. */
function aTable() {
  const doc = new Y.Doc();
  const log: LogRow[] = [];
  doc.on("update", (bytes: Uint8Array) => log.push({ seq: log.length + 1, memberId: null, at: new Date(0), bytes }));
  const as = (hand: Hand, act: () => void) => {
    doc.clientID = CLIENTS[hand];
    act();
  };
  const authorOf = (client: number) => Object.entries(CLIENTS).find(([, id]) => id === client)?.[0];
  return { doc, log, as, authorOf };
}

function writersOf(doc: Y.Doc, itemId: string): number[] {
  const writers = new Set<number>();
  for (let run = textOf(doc, itemId)?._start ?? null; run; run = run.right) if (!run.deleted) writers.add(run.id.client);
  return [...writers];
}
