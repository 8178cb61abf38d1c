import { expect, test } from "vitest";
import * as Y from "yjs";

import { actSchema, ITEM_LENGTH, LIST_LENGTH, type Act } from "./acts.ts";
import { readList, standing, textOf } from "./lists.doc.ts";
import { perform, type Hand } from "./perform.doc.ts";

test("an item that is added stands last", () => {
  const list = drafting("A", "B");
  expect(list.act({ act: "add", text: "C", lang: "cy" })).toMatchObject({ came: "added", place: 3, of: 3 });
  expect(list.texts()).toEqual(["A", "B", "C"]);
});

test.each([
  ["up", { act: "up" }, "C", { place: 2, of: 3 }, ["A", "C", "B"]],
  ["up at the top stays", { act: "up" }, "A", { place: 1, of: 3 }, ["A", "B", "C"]],
  ["down", { act: "down" }, "A", { place: 2, of: 3 }, ["B", "A", "C"]],
  ["down at the end stays", { act: "down" }, "C", { place: 3, of: 3 }, ["A", "B", "C"]],
  ["to a place", { act: "place", place: 1 }, "C", { place: 1, of: 3 }, ["C", "A", "B"]],
] as const)("an item moves %s", (_, act, text, where, after) => {
  const list = drafting("A", "B", "C");
  expect(list.act({ ...act, item: list.id(text) })).toMatchObject({ came: "moved", ...where });
  expect(list.texts()).toEqual(after);
});

test("an item that is removed comes back where it stood", () => {
  const list = drafting("A", "B", "C");
  expect(list.act({ act: "remove", item: list.id("B") })).toMatchObject({ came: "removed", place: 2, of: 3 });
  expect(list.texts()).toEqual(["A", "C"]);
  expect(list.act({ act: "putBack", item: list.id("B") })).toMatchObject({ came: "putBack", place: 2, of: 3 });
  expect(list.texts()).toEqual(["A", "B", "C"]);
});

test("a list that is full takes no more, and says so", () => {
  const list = drafting(...Array.from({ length: LIST_LENGTH }, (_, index) => `Item ${index}`));
  expect(list.act({ act: "add", text: "One more", lang: "en" })).toEqual({ came: "full" });
  expect(list.texts()).toHaveLength(LIST_LENGTH);
});

test("several suggestions are added in one go, each once, whoever adds it again", () => {
  const list = drafting("A");
  const all = { act: "addAll", texts: `s1 B\r\n\nno-words\n s2 C \ns1 B\ns3 ${"x".repeat(ITEM_LENGTH + 1)}`, lang: "en" } as const;
  expect(list.act(all)).toEqual({ came: "addedAll" });
  list.act({ act: "reword", item: "s1", before: "B", text: "B too" });
  list.act({ act: "remove", item: "s2" });
  list.act(all);
  expect(list.texts()).toEqual(["A", "B too", "C"]);
  expect(list.act({ act: "add", text: "C", lang: "en", as: "s2" })).toMatchObject({ came: "putBack", place: 3 });
});

test("two wordings of the same words are both kept, the later beneath", () => {
  const list = drafting("A short break", "B");
  const item = list.id("A short break");
  textOf(list.doc, item)?.delete(2, 5);
  textOf(list.doc, item)?.insert(2, "good");
  expect(list.act({ act: "reword", item, before: "A short break", text: "A long break" })).toMatchObject({ came: "bothKept", place: 2, of: 3 });
  expect(list.texts()).toEqual(["A good break", "A long break", "B"]);
});

test("who emptied the words that another changed leaves the other's standing, and no empty item beside them", () => {
  const list = drafting("A short break", "B");
  const item = list.id("A short break");
  textOf(list.doc, item)?.insert(2, "very ");
  expect(list.act({ act: "reword", item, before: "A short break", text: "" })).toMatchObject({ came: "reworded" });
  expect(list.texts()).toEqual(["A very short break", "B"]);
});

test("a note's words are attached once, with where they come from and who attached them", () => {
  const list = drafting("A");
  const attach: Act = { act: "attach", item: list.id("A"), note: "notes1/note1" };
  expect(list.act(attach)).toMatchObject({ came: "attached" });
  list.act(attach);
  const [quote, ...others] = readList(list.doc).quotes;
  expect(others).toEqual([]);
  expect(quote).toMatchObject({ by: "sian", documentId: "notes1", noteId: "note1", versionId: "v1", blockId: "b1", exact: "I spent the first day\njust sleeping", kind: "livedExperience" });
  expect(list.act({ act: "detach", item: list.id("A"), quote: quote!.id })).toMatchObject({ came: "detached" });
  expect(readList(list.doc).quotes).toEqual([]);
});

test("a note that was withdrawn meanwhile is gone, not an error", () => {
  const list = drafting("A");
  expect(list.act({ act: "attach", item: list.id("A"), note: "notes1/withdrawn" })).toEqual({ came: "gone" });
  expect(list.act({ act: "up", item: "nowhere" })).toEqual({ came: "gone" });
});

test("a priority rests on a principle that stands, and on nothing else", () => {
  const list = drafting("Shorter notice");
  const item = list.id("Shorter notice");
  list.act({ act: "link", item, other: "choice" });
  list.act({ act: "link", item, other: "choice" });
  expect(readList(list.doc).links).toMatchObject([{ itemId: item, by: "sian", documentId: "principles1", otherItemId: "choice" }]);
  expect(list.act({ act: "link", item, other: "dropped" })).toEqual({ came: "gone" });
});

test.each([
  ["line ends as browsers post them", "One\r\ntwo", "One\ntwo"],
  ["space around the words", "  One  ", "One"],
])("a form's text is taken without %s", (_, typed, text) => {
  expect(actSchema.parse({ act: "add", text: typed, lang: "en" })).toMatchObject({ text });
});

test.each([
  ["no words", "   ", "lists.text.none"],
  ["too many words", "x".repeat(ITEM_LENGTH + 1), "lists.text.long"],
])("a form with %s is refused with a sentence", (_, text, problem) => {
  expect(actSchema.safeParse({ act: "add", text, lang: "en" }).error?.issues[0]?.message).toBe(problem);
});

/** A list with items of these texts, and acts on it by Siân. */
function drafting(...texts: string[]) {
  const doc = new Y.Doc();
  const principle = (id: string, removed?: boolean) => ({ id, order: "a0", text: id, lang: "en", removed });
  const hand: Hand = {
    by: "sian",
    sources: [{
      documentId: "notes1", evidenceItemId: "e1", versionId: "v1", title: "Carers' group", kind: "livedExperience", lang: "en",
      notes: [{ id: "note1", by: "ann", words: "Worn out", lang: "en", passage: [
        { versionId: "v1", blockId: "b1", exact: "I spent the first day" },
        { versionId: "v1", blockId: "b2", exact: "just sleeping" },
      ] }],
    }],
    foundation: { documentId: "principles1", list: { items: [principle("choice"), principle("dropped", true)], quotes: [], links: [] } },
  };
  const act = (what: Act) => perform(doc, what, hand);
  for (const text of texts) act({ act: "add", text, lang: "en" });
  return {
    doc,
    act,
    id: (text: string) => readList(doc).items.find((item) => item.text === text)!.id,
    texts: () => standing(readList(doc)).map(({ text }) => text),
  };
}
