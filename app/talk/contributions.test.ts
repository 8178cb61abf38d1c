import { expect, test } from "vitest";

import { begunElsewhere, contributionsOf, speakersIn, threadsAt, threadsOf } from "./contributions.ts";
import type { Said, Talk } from "./talk.doc.ts";

const scribes = new Set(["scribe"]);

test("what a scribe wrote is the person's, says so, and says whether it was checked", () => {
  const [one] = contributionsOf({ said: [said("1", { by: "scribe", forMember: "gwen" })], corrections: [] }, scribes);
  expect(one).toMatchObject({ by: "gwen", writer: "scribe", isChecked: false, earlier: [] });
});

test("nobody but a scribe puts words into another's mouth", () => {
  const [one] = contributionsOf({ said: [said("1", { by: "colin", forMember: "gwen", checked: true })], corrections: [] }, scribes);
  expect(one).toMatchObject({ by: "colin", writer: null });
});

test("the person's own correction takes the place of the scribe's words, and the history keeps them", () => {
  const written = said("1", { by: "scribe", forMember: "gwen", words: "The bed was there." });
  const corrections = [correction("2", { by: "colin", words: "Forged." }), correction("3", { words: "The bed was never there." }), correction("4", { words: "Nid oedd gwely.", lang: "cy" })];
  const [one] = contributionsOf({ said: [written], corrections }, scribes);
  expect(one).toMatchObject({ by: "gwen", words: "Nid oedd gwely.", lang: "cy", isChecked: true });
  expect(one?.earlier.map(({ words }) => words)).toEqual(["The bed was there.", "The bed was never there."]);
});

test("one's own words are not corrected but reworded: a correction of them counts for nothing", () => {
  const [one] = contributionsOf({ said: [said("1", { by: "gwen" })], corrections: [correction("2", {})] }, scribes);
  expect(one).toMatchObject({ words: "Words", earlier: [] });
});

test("answers to answers stand in the thread they belong to, and stay when what they answer is taken back", () => {
  const all = contributionsOf({ said: [said("1"), said("2", { replyTo: "1", way: "builds" }), said("3", { replyTo: "2", way: "asks" }), said("4", { replyTo: "gone", way: "another" })], corrections: [] }, scribes);
  const threads = threadsOf(all);
  expect(threads.map(({ id, first, replies }) => [id, first?.id ?? null, replies.map((reply) => reply.id)])).toEqual([["1", "1", ["2", "3"]], ["gone", null, ["4"]]]);
});

test("a ring of forged answers ends", () => {
  const ring = [said("1", { replyTo: "2" }), said("2", { replyTo: "1" })];
  expect(threadsOf(contributionsOf({ said: ring, corrections: [] }, scribes)).flatMap(({ first, replies }) => [...(first ? [first] : []), ...replies])).toHaveLength(2);
});

test("a thread is shown where it was begun and where it was answered", () => {
  const threads = threadsOf(contributionsOf({ said: [said("1", { stageId: "first" }), said("2", { stageId: "building", replyTo: "1" }), said("3", { stageId: "last" })], corrections: [] }, scribes));
  expect(threadsAt(threads, new Set(["building"])).map(({ id }) => id)).toEqual(["1"]);
  expect(threadsAt(threads, new Set(["first", "last"])).map(({ id }) => id)).toEqual(["1", "3"]);
});

test("a small group's threads are those its people began, by whatever hand; what answers them goes with them", () => {
  const all = [said("1", { by: "colin" }), said("2", { by: "ann", replyTo: "1", way: "asks" }), said("3", { by: "scribe", forMember: "gwen" }), said("4", { by: "ann", replyTo: "gone", way: "builds" })];
  const threads = threadsOf(contributionsOf({ said: all, corrections: [] }, scribes));
  expect(begunElsewhere(threads, ["ann", "gwen"]).map(({ id }) => id)).toEqual(["1"]);
  expect(begunElsewhere(threads, ["scribe", "colin"]).map(({ id }) => id)).toEqual(["3", "gone"]);
});

test("whoever a scribe wrote for has been heard", () => {
  expect(speakersIn(contributionsOf({ said: [said("1", { by: "scribe", forMember: "gwen" })], corrections: [] }, scribes))).toEqual(new Set(["gwen"]));
});

function said(id: string, overrides: Partial<Said> = {}): Said {
  return { id, by: "ann", forMember: "", checked: false, stageId: "building", way: "", replyTo: "", words: "Words", because: "", lang: "en", ...overrides };
}

function correction(id: string, overrides: Partial<Talk["corrections"][number]>): Talk["corrections"][number] {
  return { id, by: "gwen", saidId: "1", words: "Better words", lang: "en", ...overrides };
}
