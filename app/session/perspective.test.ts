import { expect, test } from "vitest";

import { countPerspectives, readPerspective } from "./perspective.ts";

test("a perspective that is known is read as it stands", () => {
  expect(readPerspective("drawsOnCare")).toBe("drawsOnCare");
});

test("a perspective from another version counts as other, so that nobody is lost", () => {
  expect(readPerspective("volunteer")).toBe("other");
});

test("everybody is counted once, and an absent perspective is 0", () => {
  const counts = countPerspectives(["carer", "carer", "unsaid"]);
  expect(counts.carer).toBe(2);
  expect(counts.unsaid).toBe(1);
  expect(counts.manager).toBe(0);
});
