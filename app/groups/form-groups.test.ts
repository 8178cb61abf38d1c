import fc from "fast-check";
import { expect, test } from "vitest";

import { perspectives } from "#app/session/perspective.ts";

import { formGroups, smallestFor, type Placed } from "./form-groups.ts";

const aRoom = fc.array(fc.constantFrom(...perspectives), { maxLength: 60 }).map((all) => all.map((perspective, index): Placed => ({ id: `m${index}`, perspective })));
const aParting = fc.record({ size: fc.integer({ min: 2, max: 9 }), seed: fc.integer() });

test("everybody is in one group, and in one only", () => {
  fc.assert(fc.property(aRoom, aParting, (people, parting) => {
    expect(formGroups(people, parting).flat().sort()).toEqual(people.map(({ id }) => id).sort());
  }));
});

test("sizes differ by one at most, and nobody is alone unless nobody else is there", () => {
  fc.assert(fc.property(aRoom, aParting, (people, parting) => {
    const sizes = formGroups(people, parting).map((group) => group.length);
    const spread = sizes.length === 0 ? 0 : Math.max(...sizes) - Math.min(...sizes);
    expect(spread).toBeLessThanOrEqual(1);
    if (people.length > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
  }));
});

test("each perspective is spread as evenly as it can be", () => {
  fc.assert(fc.property(aRoom, aParting, (people, parting) => {
    const groups = formGroups(people, parting);
    for (const perspective of perspectives) {
      const counts = groups.map((group) => people.filter((one) => group.includes(one.id) && one.perspective === perspective).length);
      if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  }));
});

test("the same people and seed give the same groups", () => {
  fc.assert(fc.property(aRoom, aParting, (people, parting) => {
    expect(formGroups(people, parting)).toEqual(formGroups(people, parting));
  }));
});

test("another seed gives other groups", () => {
  const people = Array.from({ length: 12 }, (_, index): Placed => ({ id: `m${index}`, perspective: "carer" }));
  expect(new Set([1, 2, 3, 4].map((seed) => JSON.stringify(formGroups(people, { size: 3, seed })))).size).toBeGreaterThan(1);
});

test.each([
  ["five people in twos are a two and a three", 5, 2, [3, 2]],
  ["three people in twos stay together", 3, 2, [3]],
  ["seven in threes", 7, 3, [4, 3]],
  ["eight in threes", 8, 3, [3, 3, 2]],
  ["one person", 1, 3, [1]],
] as const)("%s", (_name, count, size, sizes) => {
  const people = Array.from({ length: count }, (_, index): Placed => ({ id: `m${index}`, perspective: "carer" }));
  expect(formGroups(people, { size, seed: 1 }).map((group) => group.length)).toEqual(sizes);
});

test("who comes late joins the smallest group, of equals the one with fewest like them", () => {
  const carer = { id: "a", perspective: "carer" };
  const manager = { id: "b", perspective: "manager" };
  expect(smallestFor([{ id: 1, members: [carer, manager] }, { id: 2, members: [manager] }], "manager")?.id).toBe(2);
  expect(smallestFor([{ id: 1, members: [carer, carer] }, { id: 2, members: [manager, carer] }], "carer")?.id).toBe(2);
  expect(smallestFor([], "carer")).toBeUndefined();
});
