import fc from "fast-check";
import { expect, test } from "vitest";

import { clockAt, extended, keepClock, leftOn, passed, paused, readClock, shownTime, started, type Clock } from "./clock.ts";

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const anyClock: fc.Arbitrary<Clock> = fc.oneof(
  fc.record({ state: fc.constant("stopped" as const), leftMs: fc.nat(60 * MINUTE) }),
  fc.record({ state: fc.constant("running" as const), endsAt: fc.integer({ min: NOON - 60 * MINUTE, max: NOON + 60 * MINUTE }) }),
);

test("a clock started, left alone for a minute and paused shows a minute less", () => {
  const running = started(clockAt(5), NOON);
  expect(paused(running, NOON + MINUTE)).toEqual(clockAt(4));
});

test("minutes added to a running clock are added to what is left", () => {
  const running = started(clockAt(5), NOON);
  expect(leftOn(extended(running, 5, NOON + MINUTE), NOON + MINUTE)).toBe(9 * MINUTE);
});

test("minutes given by a slip are taken back, and never below zero", () => {
  const running = started(clockAt(5), NOON);
  expect(extended(extended(running, 5, NOON + MINUTE), -5, NOON + MINUTE)).toEqual(running);
  expect(leftOn(extended(running, -9, NOON + MINUTE), NOON + MINUTE)).toBe(0);
  expect(extended(clockAt(2), -5, NOON)).toEqual(clockAt(0));
});

test("minutes added after the time has run over count from now", () => {
  const over = started(clockAt(5), NOON);
  expect(leftOn(extended(over, 1, NOON + 20 * MINUTE), NOON + 20 * MINUTE)).toBe(MINUTE);
});

test("a clock that has run over is paused at zero, and never cuts anyone off by itself", () => {
  const over = started(clockAt(1), NOON);
  expect(over.state).toBe("running");
  expect(paused(over, NOON + 2 * MINUTE)).toEqual(clockAt(0));
});

test("starting or pausing twice changes nothing", () => {
  fc.assert(fc.property(anyClock, (clock) => {
    expect(started(started(clock, NOON), NOON + MINUTE)).toEqual(started(clock, NOON));
    expect(paused(paused(clock, NOON), NOON + MINUTE)).toEqual(paused(clock, NOON));
  }), { seed: 2026 });
});

test("a clock is read back as it was kept, in exactly one column", () => {
  fc.assert(fc.property(anyClock, (clock) => {
    const kept = keepClock(clock);
    expect([kept.clockEndsAt, kept.clockLeftMs].filter((column) => column === null)).toHaveLength(1);
    expect(readClock(kept)).toEqual(clock);
  }), { seed: 2026 });
});

test.each([
  [5 * MINUTE, "5:00"],
  [MINUTE - 1, "1:00"],
  [59_000, "0:59"],
  [1, "0:01"],
  [0, "0:00"],
  [-MINUTE, "0:00"],
])("%d ms is shown as %s", (leftMs, shown) => {
  expect(shownTime(leftMs)).toBe(shown);
});

test("a whole session is announced at five, two and one minutes and at zero, once each", () => {
  const said = [];
  for (let left = 10 * MINUTE; left > -MINUTE; left -= 500) {
    const mark = passed(left, left - 500);
    if (mark !== null) said.push(mark);
  }
  expect(said).toEqual([5, 2, 1, 0]);
});

test("a page that slept over several marks hears only the last", () => {
  expect(passed(6 * MINUTE, 90_000)).toBe(2);
  expect(passed(6 * MINUTE, -1)).toBe(0);
});
