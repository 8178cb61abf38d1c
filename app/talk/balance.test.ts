import { expect, test } from "vitest";

import { countPerspectives, type Perspective, type PerspectiveCounts } from "#app/session/perspective.ts";

import { balanceOf, timesHeard } from "./balance.ts";

const counts = (given: Partial<Record<Perspective, number>>) => ({ ...countPerspectives([]), ...given });
const room = counts({ carer: 4, drawsOnCare: 1, practitioner: 3, manager: 3, unsaid: 1 });
const heardIn = (seated: PerspectiveCounts, turns: PerspectiveCounts, minimum = 3) => balanceOf({ seated, turns, minimum });

test("it says who has spoken often, and first who has not been heard yet", () => {
  expect(heardIn(room, counts({ carer: 8, practitioner: 3, manager: 1 }))).toEqual([
    { perspective: "drawsOnCare", is: "silent" },
    { perspective: "manager", is: "little" },
    { perspective: "carer", is: "often" },
  ]);
});

test("a talk in which each has their part is not remarked on", () => {
  expect(heardIn(room, counts({ carer: 4, drawsOnCare: 1, practitioner: 3, manager: 3, unsaid: 1 }))).toEqual([]);
});

test("nothing is said too early, of nobody, or of those who keep their perspective to themselves", () => {
  expect(heardIn(room, counts({ carer: 4 }))).toBeNull();
  expect(heardIn(counts({}), counts({ carer: 9 }))).toBeNull();
  expect(heardIn(counts({ carer: 3, unsaid: 3 }), counts({ carer: 5, unsaid: 0 }))?.map(({ perspective }) => perspective)).toEqual(["carer"]);
});

test("of a group of one or two it is never told how much they spoke, only that they may be invited", () => {
  const turns = counts({ drawsOnCare: 9, carer: 3, practitioner: 3, manager: 3 });
  expect(heardIn(room, turns)).not.toContainEqual(expect.objectContaining({ perspective: "drawsOnCare" }));
  expect(heardIn(room, turns, 4)?.map(({ perspective }) => perspective)).toEqual(["carer"]);
  expect(heardIn(room, counts({ carer: 6 }))).toContainEqual({ perspective: "drawsOnCare", is: "silent" });
});

test("who takes a turn and has it written down is heard once; more of either counts", () => {
  const at = (memberId: string, stageId = "building") => ({ memberId, stageId });
  expect(timesHeard([at("gwen")], [at("gwen")])).toEqual(["gwen"]);
  expect(timesHeard([at("gwen")], [at("gwen"), at("gwen"), at("gwen", "last"), at("sian")])).toEqual(["gwen", "gwen", "gwen", "sian"]);
});

test("there is no number in it", () => {
  expect(JSON.stringify(heardIn(room, counts({ carer: 8, practitioner: 3, manager: 1 })))).not.toMatch(/\d/);
});
