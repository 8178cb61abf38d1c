import { expect, test } from "vitest";

import { templates } from "#app/session/templates/templates.ts";

import { waysToShare } from "./ways-to-share.ts";

test.each([
  ["where questions are made", ["thinking", "questions"], ["said", "concept", "question"]],
  ["where ideas are gathered", ["concepts", "thinking"], ["said", "concept"]],
  ["where people only talk", ["thinking", "building"], ["said"]],
] as const)("%s a private note can be shared as what somebody will come upon", (_name, activities, ways) => {
  expect(waysToShare(activities.map((activity) => ({ activity })))).toEqual(ways);
});

test("in every template a private note can be shared as something one says", () => {
  for (const { stages } of templates) expect(waysToShare(stages)).toContain("said");
});
