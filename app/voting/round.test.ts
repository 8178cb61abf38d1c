import { expect, test } from "vitest";

import { fieldOf, nearestOrder, placesIn, placeValue, rankingSchema, readBallot, whyNotOpen, withoutHidden } from "./round.ts";

const rules = { candidates: ["beds", "calls", "pot", "notice"], choose: 3 };

/** A form as the page posts it: the place chosen for each candidate, "00" for the others. */
function formOf(places: Record<string, string>): FormData {
  const form = new FormData();
  for (const id of rules.candidates) form.set(fieldOf(id), places[id] ?? "00");
  return form;
}

test("a form is read into an order, the most important first", () => {
  expect(readBallot(formOf({ beds: "2", pot: "1", notice: "3" }), rules)).toEqual({ ok: true, ranking: ["pot", "beds", "notice"] });
});

test("fewer than asked for is a ballot too", () => {
  expect(readBallot(formOf({ calls: "1" }), rules)).toEqual({ ok: true, ranking: ["calls"] });
});

const grouped = { id: "g", text: "Is it one?", lang: "en", wordings: [{ id: "one", text: "Is it one?", lang: "en" }, { id: "two", text: "Ai dau?", lang: "cy" }] };

test.each([
  ["a wording that is hidden is gone, and its place stays", { id: "beds", text: "Keep the beds", lang: "en" }, ["beds"], { id: "beds", text: "", lang: "en", isHidden: true }],
  ["one that is not is as it was frozen", { id: "beds", text: "Keep the beds", lang: "en" }, ["pot"], { id: "beds", text: "Keep the beds", lang: "en" }],
  ["several that count as one are told by the others", grouped, ["one"], { id: "g", text: "Ai dau?", lang: "cy", wordings: [{ id: "two", text: "Ai dau?", lang: "cy" }] }],
  ["a name of their own stays", { ...grouped, text: "Asking" }, ["one", "two"], { id: "g", text: "Asking", lang: "en", wordings: [] }],
  ["all of them hidden, nothing is told", grouped, ["one", "two"], { id: "g", text: "", lang: "en", isHidden: true }],
])("%s", (_name, candidate, hidden, shown) => {
  expect(withoutHidden([candidate, { id: "x", text: "X", lang: "en" }], new Set(hidden))).toEqual([shown, { id: "x", text: "X", lang: "en" }]);
});

test("nothing chosen is a problem", () => {
  expect(readBallot(formOf({}), rules)).toEqual({ ok: false, problems: [{ problem: "nothing" }] });
});

test("two candidates at one place are named, place by place", () => {
  const read = readBallot(formOf({ beds: "1", calls: "1", pot: "2", notice: "2" }), rules);
  expect(read).toEqual({
    ok: false,
    problems: [{ problem: "samePlace", place: 1, ids: ["beds", "calls"] }, { problem: "samePlace", place: 2, ids: ["pot", "notice"] }],
  });
});

test("a skipped place is a problem of the candidate that comes after it", () => {
  expect(readBallot(formOf({ beds: "1", pot: "3" }), rules)).toEqual({ ok: false, problems: [{ problem: "gap", place: 2, ids: ["pot"] }] });
});

test.each([["a word", "first"], ["a place that is not asked for", "4"], ["a negative place", "-1"], ["a fraction", "1.5"]])(
  "%s counts as not chosen",
  (_name, value) => {
    expect(readBallot(formOf({ beds: value, calls: "1" }), rules)).toEqual({ ok: true, ranking: ["calls"] });
  },
);

test("what is not a candidate of this round is passed over", () => {
  const form = formOf({ beds: "1" });
  form.set(fieldOf("__proto__"), "2");
  expect(readBallot(form, rules)).toEqual({ ok: true, ranking: ["beds"] });
});

test("a place is posted in two digits and read back", () => {
  expect([0, 1, 10].map(placeValue)).toEqual(["00", "01", "10"]);
  expect(placesIn(formOf({ pot: placeValue(3) }), rules)).toEqual({ beds: 0, calls: 0, pot: 3, notice: 0 });
});

test("a half-filled form keeps as much of the order as it says", () => {
  expect(nearestOrder({ beds: 3, calls: 1, pot: 1, notice: 0 }, rules)).toEqual(["calls", "pot", "beds"]);
  expect(nearestOrder({ beds: 2, calls: 1, pot: 1, notice: 3 }, rules)).toEqual(["calls", "pot", "beds"]);
});

test.each([
  ["an order", ["pot", "beds"], true],
  ["nothing", [], false],
  ["one twice", ["pot", "pot"], false],
  ["too many", ["pot", "beds", "calls", "notice"], false],
  ["a stranger", ["hotel"], false],
])("a ballot of %s fits: %j %s", (_name, ranking, fits) => {
  expect(rankingSchema(rules).safeParse(ranking).success).toBe(fits);
});

test.each([
  ["two candidates and one to choose", 2, 1, null],
  ["one candidate", 1, 1, "tooFewCandidates"],
  ["more candidates than anybody can order", 81, 3, "tooManyCandidates"],
  ["nothing to choose", 4, 0, "badChoose"],
  ["more to choose than there are", 4, 5, "badChoose"],
  ["more than ten to choose", 20, 11, "badChoose"],
])("a round with %s", (_name, size, choose, problem) => {
  expect(whyNotOpen({ candidates: Array.from({ length: size }, (_, index) => `item${index}`), choose })).toBe(problem);
});
