import { expect, test } from "vitest";

import { FADES_AFTER_MS, isUp, signalsTold, standingSignals } from "./signals.ts";

const now = Date.UTC(2026, 10, 22);
const ago = (ms: number) => new Date(now - ms);

test("signals are counted, never listed; old ones fade, and unknown ones are left out", () => {
  const tapped = [
    { kind: "slow", at: ago(1_000) },
    { kind: "slow", at: ago(FADES_AFTER_MS - 1) },
    { kind: "again", at: ago(FADES_AFTER_MS) },
    { kind: "whistle", at: ago(0) },
  ];
  const standing = standingSignals(tapped, now);
  expect(signalsTold(standing)).toEqual({ signals: { slow: 2, again: 0, break: 0 }, signalsSince: { slow: now - FADES_AFTER_MS + 1, again: null, break: null } });
  expect(standingSignals(tapped.slice(1), now).map(({ kind }) => kind)).toEqual(["slow"]);
});

test("one's own signal is up while it stands, not when somebody else taps after it was cleared or has faded", () => {
  const mine = { kind: "slow" as const, at: now - 5_000 };
  const told = (...ats: number[]) => signalsTold(ats.map((at) => ({ kind: "slow", at }))).signalsSince;
  expect(isUp([mine], "slow", told(mine.at))).toBe(true);
  expect(isUp([mine], "slow", told(now - 9_000, mine.at))).toBe(true);
  expect(isUp([mine], "slow", told()), "cleared").toBe(false);
  expect(isUp([mine], "slow", told(now)), "cleared, and tapped by somebody else").toBe(false);
  expect(isUp([mine], "again", told(mine.at))).toBe(false);
  expect(isUp([], "slow", told(now))).toBe(false);
});
