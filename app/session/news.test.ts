import { expect, test } from "vitest";

import { newsSince, readSeen } from "./news.ts";

const none = readSeen(null);

test("what came since the last look is told by kind, in its usual order", () => {
  const now = { ...none, said: 5, notes: 12 };
  expect(newsSince({ ...none, said: 3 }, now)).toEqual([{ kind: "notes", more: 12 }, { kind: "said", more: 2 }]);
});

test("what was taken back meanwhile is no news", () => {
  expect(newsSince({ ...none, notes: 4 }, { ...none, notes: 3 })).toEqual([]);
});

test.each([[null], ["rubbish"], [{ notes: "many" }]])("%j was never looked at", (kept) => {
  expect(readSeen(kept)).toEqual(none);
});
