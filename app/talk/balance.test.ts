import { expect, test } from "vitest";

import { countPerspectives, type Perspective } from "#app/session/perspective.ts";

import { balanceOf } from "./balance.ts";

const counts = (given: Partial<Record<Perspective, number>>) => ({ ...countPerspectives([]), ...given });
const room = counts({ carer: 4, drawsOnCare: 1, practitioner: 3, manager: 2, unsaid: 1 });

test("it says who has spoken often, and first who has not been heard yet", () => {
  expect(balanceOf(room, counts({ carer: 8, practitioner: 3, manager: 1 }))).toEqual([
    { perspective: "drawsOnCare", is: "silent" },
    { perspective: "manager", is: "little" },
    { perspective: "carer", is: "often" },
  ]);
});

test("a talk in which each has their part is not remarked on", () => {
  expect(balanceOf(room, counts({ carer: 4, drawsOnCare: 1, practitioner: 3, manager: 2, unsaid: 1 }))).toEqual([]);
});

test("nothing is said too early, of nobody, or of those who keep their perspective to themselves", () => {
  expect(balanceOf(room, counts({ carer: 4 }))).toBeNull();
  expect(balanceOf(counts({}), counts({ carer: 9 }))).toBeNull();
  expect(balanceOf(counts({ carer: 3, unsaid: 3 }), counts({ carer: 5, unsaid: 0 }))?.map(({ perspective }) => perspective)).toEqual(["carer"]);
});

test("there is no number in it", () => {
  expect(JSON.stringify(balanceOf(room, counts({ carer: 8, practitioner: 3, manager: 1 })))).not.toMatch(/\d/);
});
