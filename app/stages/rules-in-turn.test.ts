import { expect, test } from "vitest";

import { suggestedRules } from "#app/rules/suggested.ts";

import { turnsOf, wallRulesIn } from "./rules-in-turn.ts";
import { sayLimits } from "./rules-shown.ts";

const [first] = suggestedRules;
const limits = suggestedRules.find(({ id }) => id === "suggested-11");

test("a suggested rule that nobody has changed is read in the reader's language, and in both on a wall in both", () => {
  const list = { items: [item(first?.en ?? ""), item("Nobody has to tell their whole story.")] };
  expect(wallRulesIn(list, ["cy"]).map(({ wordings }) => wordings)).toMatchObject([[{ lang: "cy", text: first?.cy }], [{ lang: "en", text: "Nobody has to tell their whole story." }]]);
  expect(wallRulesIn(list, ["en", "cy"]).map(({ wordings }) => wordings.map(({ lang }) => lang))).toEqual([["en", "cy"], ["en"]]);
});

test("a rule that was taken off, or has no words, is not shown", () => {
  expect(wallRulesIn({ items: [{ ...item("Say why."), removed: true }, item(" ")] }, ["en"])).toEqual([]);
});

test("rules come in turns, whole and in order, as many at once as there is room for", () => {
  const rules = wallRulesIn({ items: ["One two.", "Three.", "A rule much longer than all the room there is.", "Four."].map(item) }, ["en"]);
  expect(turnsOf(rules, 16).map((turn) => turn.map(({ id }) => id))).toEqual([["One two.", "Three."], ["A rule much longer than all the room there is."], ["Four."]]);
  expect(turnsOf([], 16)).toEqual([]);
});

test.each([
  ["suggested, in the other language", limits?.cy ?? "", true],
  ["in the group's own words", "Nothing is secret if somebody is at risk.", false],
])("the limits of confidentiality are not said twice: %s", (_name, text, said) => {
  expect(sayLimits([{ text }])).toBe(said);
});

function item(text: string) {
  return { id: text, order: "a", text, lang: "en", removed: false };
}
