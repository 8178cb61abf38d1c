import fc from "fast-check";
import { expect, test } from "vitest";

import { isDoorOpen, newCode, readCode, shownCode, spokenCode } from "./code.ts";

test("a code has nine digits, zeros in front included", () => {
  expect(newCode(() => 4_129_873)).toBe("004129873");
  expect(newCode(() => 3_999_999_999)).toBe("999999999");
});

test("a draw that would make some codes likelier is thrown away", () => {
  const draws = [4_294_967_295, 4_000_000_000, 5];
  expect(newCode(() => draws.shift() ?? 0)).toBe("000000005");
});

test.each([
  ["as shown", "412 987 305"],
  ["without spaces", "412987305"],
  ["with hyphens", "412-987-305"],
  ["with dots", "412.987.305"],
  ["with stray spaces", "  4 1298 7305 "],
  ["with a no-break space", "412\u00a0987\u00a0305"],
])("a code is read %s", (_, typed) => {
  expect(readCode(typed)).toBe("412987305");
});

test.each(["", "41298730", "4129873055", "41298730a", "٤١٢٩٨٧٣٠٥"])("%j is no code", (typed) => {
  expect(readCode(typed)).toBeNull();
});

test("every code is read back from how it is shown", () => {
  fc.assert(fc.property(fc.nat(999_999_999), (number) => {
    const code = String(number).padStart(9, "0");
    expect(readCode(shownCode(code))).toBe(code);
  }), { seed: 2026 });
});

test("a code is spoken digit by digit", () => {
  expect(spokenCode("412987305")).toBe("4 1 2, 9 8 7, 3 0 5");
});

test("a door left open for a week counts as closed", () => {
  const opened = new Date("2026-11-22T10:00:00Z");
  const door = { code: "412987305", doorOpenedAt: opened };
  const hours = (count: number) => opened.getTime() + count * 3_600_000;
  expect(isDoorOpen(door, hours(167))).toBe(true);
  expect(isDoorOpen(door, hours(168))).toBe(false);
  expect(isDoorOpen({ code: null, doorOpenedAt: opened }, hours(1))).toBe(false);
});
