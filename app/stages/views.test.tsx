import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { activities } from "./activities.ts";
import { activityChoices } from "./beginnings.ts";

test.each(activities.map(({ key }) => key))("the folder of %s holds what participants and the room see", (key) => {
  expect(readdirSync(new URL(key, import.meta.url))).toEqual(expect.arrayContaining(["activity.ts", "begins.ts", "panel.tsx", "projector.tsx"]));
});

test.each(activities)("$key says its words in both languages", ({ words }) => {
  for (const language of ["en", "cy"])
    expect(readdirSync(new URL(`../language/${language}`, import.meta.url))).toEqual(expect.arrayContaining(words.map((name) => `${name}.ts`)));
});

test.each(activityChoices)("a stage of $key that is added by hand begins as its own, with words in both languages", ({ key, begins: { minutes, name, prompt } }) => {
  expect(minutes).toBeGreaterThan(0);
  // A prompt is whatever the facilitator makes of it.
  for (const words of [name, prompt]) expect([words.en.trim(), words.cy.trim()].map((said) => said !== "")).toEqual(key === "prompt" ? [false, false] : [true, true]);
});
