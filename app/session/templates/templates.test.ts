import { expect, test } from "vitest";

import { placed } from "#app/session/stage-order.ts";

import { minutesOf } from "./template.ts";
import { templateOf, templates } from "./templates.ts";

/** The ten stages, by what the group does (methods 11.1). */
const ten = ["ready", "reading", "thinking", "questions", "airing", "choosing", "firstWords", "building", "lastWords", "review"];

test.each([
  ["communityOfEnquiry60", 60],
  ["communityOfEnquiry90", 90],
  ["communityOfEnquiry120", 120],
  ["exploratoryTalk", 60],
  ["priorityWorkshop", 120],
  ["regionalEvent", 360],
  ["connectionsEvent", 90],
  ["magicMoments", 45],
])("%s takes exactly %d minutes", (key, minutes) => {
  expect(minutesOf(templateOf(key)?.stages ?? [])).toBe(minutes);
});

test.each([
  ["communityOfEnquiry60", [5, 5, 3, 7, 5, 4, 3, 20, 5, 3]],
  ["communityOfEnquiry90", [8, 8, 4, 10, 8, 5, 4, 30, 8, 5]],
] as const)("%s has the ten stages in order, with the minutes of the method", (key, minutes) => {
  expect(templateOf(key)?.stages.map(({ activity }) => activity)).toEqual(ten);
  expect(templateOf(key)?.stages.map((stage) => stage.minutes)).toEqual(minutes);
});

test("with agreement, 35 minutes of drafting and two private rounds stand between building and last words", () => {
  const { stages } = templateOf("communityOfEnquiry120") ?? { stages: [] };
  const at = stages.findIndex(({ activity }) => activity === "building");
  const agreement = stages.slice(at + 1, at + 6);
  expect(agreement.map(({ activity }) => activity)).toEqual(["prompt", "priorities", "ranking", "priorities", "ranking"]);
  expect(minutesOf(agreement)).toBe(35);
  expect(stages.filter((stage) => !agreement.includes(stage)).map(({ activity }) => activity)).toEqual(ten);
});

test("the priority-setting workshop goes from evidence to a second ranking", () => {
  expect(templateOf("priorityWorkshop")?.stages.map(({ activity }) => activity)).toEqual(["ready", "reading", "principles", "priorities", "ranking", "building", "ranking", "lastWords"]);
});

test("no template asks for a ranking before priorities are drafted, nor for first words before a question is chosen", () => {
  for (const { stages } of templates) {
    const order = stages.map(({ activity }) => activity);
    if (order.includes("ranking")) expect(order.indexOf("priorities")).toBeGreaterThan(-1);
    if (order.includes("ranking")) expect(order.indexOf("priorities")).toBeLessThan(order.indexOf("ranking"));
    if (order.includes("firstWords")) expect(order.indexOf("choosing")).toBeLessThan(order.indexOf("firstWords"));
  }
});

test("every word of every template is there in both languages", () => {
  const words = templates.flatMap(({ name, about, stages }) => [name, about, ...stages.flatMap((stage) => [stage.name, stage.prompt])]);
  for (const { en, cy } of words) {
    expect(en.trim()).not.toBe("");
    expect(cy.trim()).not.toBe("");
    expect(cy).not.toBe(en);
  }
});

test("a template that this version does not know is none", () => {
  expect(templateOf("regionalEvent2031")).toBeNull();
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
