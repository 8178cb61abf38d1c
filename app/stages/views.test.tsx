import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { activities } from "./activities.ts";

test.each(activities.map(({ key }) => key))("the folder of %s holds what participants and the room see", (key) => {
  expect(readdirSync(new URL(key, import.meta.url))).toEqual(expect.arrayContaining(["activity.ts", "panel.tsx", "projector.tsx"]));
});

test.each(activities)("$key says its words in both languages", ({ words }) => {
  for (const language of ["en", "cy"])
    expect(readdirSync(new URL(`../language/${language}`, import.meta.url))).toEqual(expect.arrayContaining(words.map((name) => `${name}.ts`)));
});
