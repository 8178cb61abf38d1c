import { expect, test, vi } from "vitest";

import { CHANGES_BURST, WAITING_BYTES, WORK_MS_BURST } from "./limits.ts";
import { createValve } from "./valve.ts";

test("a person who types is never slowed", () => {
  const { valve, said, pass } = valveWithClock();
  for (let i = 0; i < 200; i++) {
    valve.took(40);
    valve.kept(40);
    pass(90);
  }
  expect(said).toEqual([]);
});

test("more changes at once than anybody types wait until the rate allows", () => {
  const { valve, said, pass } = valveWithClock();
  for (let i = 0; i < CHANGES_BURST + 20; i++) valve.took(0);
  expect(said).toEqual(["pause"]);
  pass(1_100);
  expect(said).toEqual(["pause", "resume"]);
});

test("changes that cost much work wait too", () => {
  const { valve, said } = valveWithClock();
  valve.worked(WORK_MS_BURST + 10);
  expect(said).toEqual(["pause"]);
});

test("what waits for the store is bounded, and goes on when it is kept", () => {
  const { valve, said } = valveWithClock();
  valve.took(WAITING_BYTES + 1);
  expect(said).toEqual(["pause"]);
  valve.kept(WAITING_BYTES + 1);
  expect(said).toEqual(["pause", "resume"]);
});

function valveWithClock() {
  vi.useFakeTimers();
  const said: string[] = [];
  let now = 0;
  const valve = createValve({ pause: () => said.push("pause"), resume: () => said.push("resume") }, () => now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    vi.advanceTimersByTime(milliseconds);
  };
  return { valve, said, pass };
}
