import { expect, test } from "vitest";

import { readRequiredMix, unmetMix } from "./mix.ts";
import { countPerspectives } from "./perspective.ts";

const adultSocialWork = { drawsOnCare: 1, carer: 1, practitioner: 2 };

test("a mix that is met has nothing missing", () => {
  const counts = countPerspectives(["drawsOnCare", "carer", "practitioner", "practitioner", "manager"]);
  expect(unmetMix(adultSocialWork, counts)).toEqual([]);
});

test("what is missing is named with how many are needed and how many there are", () => {
  const counts = countPerspectives(["carer", "practitioner", "unsaid"]);
  expect(unmetMix(adultSocialWork, counts)).toEqual([
    { perspective: "drawsOnCare", needed: 1, present: 0 },
    { perspective: "practitioner", needed: 2, present: 1 },
  ]);
});

test("a session without a required mix never lacks anybody", () => {
  expect(unmetMix({}, countPerspectives([]))).toEqual([]);
});

test.each([
  ["not an object", "carer"],
  ["a negative number", { carer: -1 }],
  ["half a person", { carer: 0.5 }],
  ["null", null],
])("a stored mix that is %s requires nothing", (_name, stored) => {
  expect(readRequiredMix(stored)).toEqual({});
});
