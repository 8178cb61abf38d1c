import { expect, test } from "vitest";

import { placed } from "./stage-order.ts";
import { minutesOf, templateOf, templates } from "./templates.ts";

test("the community of enquiry has ten stages and takes exactly an hour", () => {
  const { stages } = templateOf("communityOfEnquiry60");
  expect(stages.map(({ minutes }) => minutes)).toEqual([5, 5, 3, 7, 5, 4, 3, 20, 5, 3]);
  expect(minutesOf(stages)).toBe(60);
});

test("the priority-setting workshop goes from evidence to a second ranking in two hours", () => {
  const { stages } = templateOf("priorityWorkshop");
  expect(minutesOf(stages)).toBe(120);
  expect(stages.map(({ activity }) => activity)).toEqual(["prompt", "reading", "principles", "priorities", "ranking", "prompt", "ranking", "prompt"]);
});

test("every word of every template is there in both languages", () => {
  const words = templates.flatMap(({ name, about, stages }) => [name, about, ...stages.flatMap((stage) => [stage.name, stage.prompt])]);
  for (const { en, cy } of words) {
    expect(en.trim()).not.toBe("");
    expect(cy.trim()).not.toBe("");
    expect(cy).not.toBe(en);
  }
});

test("a template that this version does not know is replaced by the first", () => {
  expect(templateOf("regionalEvent2031")).toBe(templates[0]);
});

test.each([
  ["to the front", 1, ["c", "a", "b"]],
  ["to the middle", 2, ["a", "c", "b"]],
  ["beyond the end", 9, ["a", "b", "c"]],
  ["before the front", -3, ["c", "a", "b"]],
])("a stage is placed %s", (_, place, order) => {
  expect(placed(["a", "b", "c"], "c", place)).toEqual(order);
});

test("placing a stage that is gone changes nothing", () => {
  expect(placed(["a", "b"], "c", 1)).toEqual(["a", "b"]);
});
