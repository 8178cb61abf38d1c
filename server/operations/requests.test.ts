import { expect, test } from "vitest";

import { patternOf, wordsOfAddresses } from "./requests.ts";

const words = wordsOfAddresses({
  routes: Object.fromEntries(["s/:session", "s/:session/notes", "join/name", "report/:token", undefined].map((path, i) => [String(i), { path } as never])),
});

test.each([
  ["/s/0192-77ab/notes", "/s/:/notes"],
  ["/s/0192-77ab.data", "/s/:"],
  ["/report/hemlig", "/report/:"],
  ["/join/name", "/join/name"],
  ["/si%C3%A2n/482913705", "/:/:"],
  ["/", "/"],
])("%s is told as %s", (path, pattern) => {
  expect(patternOf(path, words)).toBe(pattern);
});
