import { expect, test } from "vitest";

import { templates } from "#app/session/templates/templates.ts";

import { suggestedFor, suggestedRules } from "./suggested.ts";

test("exploratory talk begins from its own rules, each once, and keeps what is true of any talk", () => {
  const rules = suggestedFor("exploratoryTalk").map(({ en }) => en);
  expect(rules.slice(0, 6)).toEqual(suggestedRules.filter(({ id }) => id.startsWith("explore-")).map(({ en }) => en));
  expect(rules).not.toContain("Say why you think so.");
  expect(rules).toContain("Use Welsh or English, as you like.");
  expect(rules).toContain("If someone may be at risk we can't keep it secret; we'll tell you who we need to tell.");
});

test("any other session begins from the twelve", () => {
  for (const key of [...templates.map((template) => template.key).filter((one) => one !== "exploratoryTalk"), "our-own"])
    expect(suggestedFor(key).map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `suggested-${index + 1}`));
});

test("no two rules have one id, and each is said in both languages", () => {
  expect(new Set(suggestedRules.map(({ id }) => id)).size).toBe(suggestedRules.length);
  for (const { en, cy } of suggestedRules) expect(en && cy && en !== cy).toBeTruthy();
});
