import { expect, test } from "vitest";

import { wayBack } from "./way-back.ts";

test.each([
  ["a page of ours", "/enquiries/1?tab=2", "/enquiries/1?tab=2"],
  ["another site", "https://evil.example", "/"],
  ["another site without a scheme", "//evil.example", "/"],
  ["another site by a backslash", "/\\evil.example", "/"],
  ["another site behind a tab, which browsers drop", "/\t/evil.example", "/"],
  ["nothing", null, "/"],
])("the way back: %s", (_name, to, expected) => {
  expect(wayBack(to, "/")).toBe(expected);
});
