import { expect, test } from "vitest";

import { behindItem, quotesOf, restsOn } from "./behind.ts";

const quote = (itemId: string, kind: string, noteId = `${itemId}-${kind}`) => ({ itemId, kind, noteId, documentId: "notes" });
const link = (itemId: string, otherItemId: string) => ({ itemId, otherItemId, documentId: "principles" });
const principles = {
  items: [{ id: "choice" }, { id: "trust" }, { id: "gone", removed: true }],
  quotes: [quote("choice", "livedExperience"), quote("trust", "research"), quote("gone", "organisational")],
  links: [],
};
const priorities = (quotes: ReturnType<typeof quote>[], links: ReturnType<typeof link>[]) => ({ items: [{ id: "notice" }], quotes, links });

test.each([
  ["nothing at all", priorities([], []), { own: [], inherited: [], lacks: "quote" }],
  ["research alone", priorities([quote("notice", "research")], []), { own: ["research"], inherited: [], lacks: "livedExperience" }],
  ["lived experience alone", priorities([quote("notice", "livedExperience")], []), { own: ["livedExperience"], inherited: [], lacks: null }],
  ["kinds stand in one order, not in the order of attaching", priorities([quote("notice", "research"), quote("notice", "practitioner")], []), { own: ["practitioner", "research"], inherited: [], lacks: "livedExperience" }],
  ["another item's quotes are not its own", priorities([quote("other", "research")], []), { own: [], inherited: [], lacks: "quote" }],
  ["a kind of evidence nobody knows is passed over", priorities([quote("notice", "gossip")], []), { own: [], inherited: [], lacks: "quote" }],
  ["a principle brings its kinds", priorities([], [link("notice", "choice")]), { own: [], inherited: ["livedExperience"], lacks: null }],
  ["what is its own is not called inherited", priorities([quote("notice", "research")], [link("notice", "choice"), link("notice", "trust")]), { own: ["research"], inherited: ["livedExperience"], lacks: null }],
  ["a principle that was removed brings nothing", priorities([], [link("notice", "gone")]), { own: [], inherited: [], lacks: "quote" }],
])("behind an item: %s", (_, list, expected) => {
  expect(behindItem("notice", list, principles)).toEqual(expected);
});

test("a principle rests on its own quotes alone", () => {
  expect(behindItem("trust", principles, null)).toEqual({ own: ["research"], inherited: [], lacks: "livedExperience" });
});

test("a note attached twice at the same moment is shown once, and so is a link", () => {
  const quotes = [quote("notice", "research", "n1"), quote("notice", "research", "n1"), quote("notice", "research", "n2")];
  expect(quotesOf("notice", quotes).map(({ noteId }) => noteId)).toEqual(["n1", "n2"]);
  expect(restsOn("notice", priorities([], [link("notice", "choice"), link("notice", "choice"), link("notice", "gone")]), principles)).toHaveLength(1);
});
