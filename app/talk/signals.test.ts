import { expect, test } from "vitest";

import { countSignals, FADES_AFTER_MS, standingSignals } from "./signals.ts";

const now = Date.UTC(2026, 10, 22);
const ago = (ms: number) => new Date(now - ms);

test("signals are counted, never listed; old ones fade, and unknown ones are left out", () => {
  const tapped = [
    { kind: "slow", at: ago(1_000) },
    { kind: "slow", at: ago(FADES_AFTER_MS - 1) },
    { kind: "again", at: ago(FADES_AFTER_MS) },
    { kind: "whistle", at: ago(0) },
  ];
  expect(countSignals(tapped, now)).toEqual({ slow: 2, again: 0, break: 0 });
  expect(standingSignals(tapped.slice(1), now)).toEqual(["slow"]);
});
