import { expect, test } from "vitest";

import { windowsOf } from "./windows.ts";

test("of a long text beginning, middle and end are looked for", () => {
  const text = "Nid oedd neb wedi gofyn i fy mam beth oedd hi ei eisiau, dim unwaith.";
  const windows = windowsOf([text], []);
  expect(windows).toHaveLength(3);
  expect(windows.every((piece) => text.includes(piece) && [...piece].length === 24)).toBe(true);
  expect([text.startsWith(windows[0] ?? "-"), text.endsWith(windows[2] ?? "-")]).toEqual([true, true]);
});

test("what others say as well, and what is too short to be anybody's, is not looked for", () => {
  expect(windowsOf(["A promised break happens", "Yes", "Never again"], ["We said: A promised break happens"])).toEqual(["Never again"]);
});

test("no piece holds what JSON writes otherwise, nor half of a character", () => {
  const windows = windowsOf(['She said "come tomorrow then" and\nnobody came 😀😀😀😀😀😀😀😀😀😀😀😀'], []);
  expect(windows.length).toBeGreaterThan(0);
  for (const piece of windows) expect(JSON.stringify(piece)).toBe(`"${piece}"`);
});

test("so many are looked for that each text has its turn", () => {
  const texts = Array.from({ length: 200 }, (_, index) => `words of number ${String(index).padStart(3, "0")}`);
  const windows = windowsOf(texts, []);
  expect(windows).toHaveLength(60);
  expect([windows.some((one) => one.includes("00")), windows.some((one) => one.includes("19"))]).toEqual([true, true]);
});
