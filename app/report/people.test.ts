import fc from "fast-check";
import { expect, test } from "vitest";

import { countPerspectives, perspectives, type Perspective } from "#app/session/perspective.ts";

import { peopleShown, shownGroupOf } from "./people.ts";

const seven = countPerspectives(["carer", "carer", "carer", "carer", "practitioner", "practitioner", "practitioner"]);
const some = fc.array(fc.constantFrom(...perspectives), { maxLength: 20 });
const told = fc.array(fc.uniqueArray(fc.constantFrom(...perspectives), { minLength: 2, maxLength: 3 }), { maxLength: 3 });

test("perspectives with enough people are shown apart", () => {
  expect(peopleShown({ counts: seven, minimum: 3, together: [] })).toEqual({
    minimum: 3,
    total: 7,
    groups: [{ perspectives: ["carer"], people: 4 }, { perspectives: ["practitioner"], people: 3 }],
  });
});

test("perspectives with too few people are counted together", () => {
  const counts = countPerspectives(["carer", "carer", "carer", "manager", "manager", "researcher"]);
  expect(peopleShown({ counts, minimum: 3, together: [] }).groups).toEqual([{ perspectives: ["carer"], people: 3 }, { perspectives: ["manager", "researcher"], people: 3 }]);
});

test("a single researcher is hidden among others, not by being left out", () => {
  const counts = countPerspectives(["carer", "carer", "carer", "carer", "practitioner", "practitioner", "practitioner", "researcher"]);
  expect(peopleShown({ counts, minimum: 3, together: [] }).groups).toContainEqual({ perspectives: ["practitioner", "researcher"], people: 4 });
});

test("of fewer people than the smallest group, not even the total is told", () => {
  const counts = countPerspectives(["carer", "manager"]);
  expect(peopleShown({ counts, minimum: 3, together: [] })).toEqual({ minimum: 3, total: null, groups: [] });
});

test("what an outcome counted together stays together", () => {
  expect(peopleShown({ counts: seven, minimum: 3, together: [["carer", "practitioner"]] }).groups).toEqual([{ perspectives: ["carer", "practitioner"], people: 7 }]);
});

test("a host cannot go under three", () => {
  expect(peopleShown({ counts: countPerspectives(["carer", "manager"]), minimum: 1, together: [] }).total).toBeNull();
});

test("whoever took part, everybody is counted once and no group is under the smallest", () => {
  fc.assert(
    fc.property(some, told, fc.integer({ min: 3, max: 6 }), (seated: Perspective[], together, minimum) => {
      const people = peopleShown({ counts: countPerspectives(seated), minimum, together });
      const sum = people.groups.reduce((all, group) => all + group.people, 0);
      expect(sum).toBe(people.total ?? 0);
      for (const group of people.groups) expect(group.people).toBeGreaterThanOrEqual(minimum);
      const listed = people.groups.flatMap((group) => group.perspectives);
      expect(new Set(listed).size).toBe(listed.length);
    }),
    { seed: 7 },
  );
});

test("somebody of a perspective that is not shown apart is one of those counted together", () => {
  const people = peopleShown({ counts: countPerspectives(["carer", "carer", "carer", "manager", "manager", "researcher"]), minimum: 3, together: [] });
  expect([shownGroupOf(people, "carer"), shownGroupOf(people, "researcher"), shownGroupOf(people, "other")]).toEqual(["carer", "together", "together"]);
});
