import { expect, test } from "vitest";

import { shapes } from "#server/live/shapes.ts";

import { countKinds, holdingOf, isDecided, isTheirs, kindOf, totalOf, type Traced, type Wish } from "./theirs.ts";

const note: Traced = { root: "notes", id: "n1", maker: "gwen", forMember: "", corrects: "" };
const ofGwen: Wish = { of: "gwen", scribes: new Set(["mair"]), only: null };

test("what is to become of its records is decided for every root of every kind of document", () => {
  const roots = Object.values(shapes).flatMap((shape) => Object.keys(shape));
  expect(roots.filter((root) => !isDecided(root))).toEqual([]);
});

test("where people type together, nothing goes whole", () => {
  const typed = Object.values(shapes).flatMap((shape) => Object.entries(shape).filter(([, { fields }]) => Object.values(fields).includes("text")).map(([root]) => root));
  expect(new Set(typed.map(holdingOf))).toEqual(new Set(["letters"]));
});

test.each<[string, Partial<Traced>, boolean]>([
  ["their own", {}, true],
  ["somebody else's", { maker: "siân" }, false],
  ["one that nobody answers for", { maker: undefined }, false],
  ["what a scribe wrote for them", { maker: "mair", forMember: "gwen" }, true],
  ["what somebody who is no scribe claims to have written for them", { maker: "siân", forMember: "gwen" }, false],
  ["what they claim to have written for another, being no scribe", { forMember: "siân" }, true],
  ["a quote that they attached", { root: "quotes" }, false],
  ["better words of theirs", { root: "corrections", corrects: "q1" }, true],
])("of %s", (_, record, goes) => {
  expect(isTheirs({ ...note, ...record }, ofGwen)).toBe(goes);
});

test("what they wrote down as a scribe is the person's, and stays when theirs goes", () => {
  const penned = { ...note, maker: "mair", forMember: "gwen" };
  expect(isTheirs(penned, { ...ofGwen, of: "mair" })).toBe(false);
});

test("when single records are chosen the others stay, and better words go with what they are of", () => {
  const chosen = { ...ofGwen, only: new Set(["q1"]) };
  expect(isTheirs(note, chosen)).toBe(false);
  expect(isTheirs({ ...note, id: "q1" }, chosen)).toBe(true);
  expect(isTheirs({ ...note, root: "corrections", id: "c1", corrects: "q1" }, chosen)).toBe(true);
});

test("kinds are counted by what people call them", () => {
  const counts = countKinds([kindOf("notes", "notes"), kindOf("principles", "items"), kindOf("rules", "items"), kindOf("talk", "said"), kindOf("talk", "said")]);
  expect(counts).toEqual({ notes: 1, principles: 1, rules: 1, said: 2 });
  expect(totalOf(counts)).toBe(5);
});
