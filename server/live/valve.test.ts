import { expect, test, vi } from "vitest";

import { Allowance } from "./allowance.ts";
import { CHANGES_BURST, LOGGED_BYTES_BURST, WAITING_BYTES, WORK_MS_BURST } from "./limits.ts";
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

test("what one socket of a member costs, the others wait for too, also one that comes later", () => {
  const allowance = new Allowance(0);
  const said: string[] = [];
  const lineOf = (name: string) => ({ pause: () => said.push(`${name} pause`), resume: () => said.push(`${name} resume`) });
  const [one, other] = [createValve(lineOf("one"), allowance, () => 0), createValve(lineOf("other"), allowance, () => 0)];
  one.worked(WORK_MS_BURST + 10);
  other.took(1);
  createValve(lineOf("third"), allowance, () => 0);
  expect(said).toEqual(["one pause", "other pause", "third pause"]);
});

test("a member who fills the log is slowed to the speed of typing, and a page pasted now and then is not", () => {
  const allowance = new Allowance(0);
  const said: string[] = [];
  const valve = createValve({ pause: () => said.push("pause"), resume: () => said.push("resume") }, allowance, () => 0);
  for (let bytes = 0; bytes < LOGGED_BYTES_BURST; bytes += WAITING_BYTES) {
    allowance.logged.spend(WAITING_BYTES, 0);
  }
  expect(allowance.wait(0)).toBe(0);
  valve.took(10_240);
  expect(said).toEqual(["pause"]);
  expect(allowance.wait(0)).toBe(10_000);
  expect(allowance.wait(10_000)).toBe(0);
});

test("what waits for the store is bounded, and goes on when it is kept", () => {
  const { valve, said } = valveWithClock();
  valve.took(WAITING_BYTES + 1);
  expect(said).toEqual(["pause"]);
  valve.kept(WAITING_BYTES + 1);
  expect(said).toEqual(["pause", "resume"]);
});

test("nothing of a connection that is gone is looked at any more, also when its last words are kept later", () => {
  const { valve, said } = valveWithClock();
  valve.took(WAITING_BYTES + 1);
  valve.worked(WORK_MS_BURST + 10);
  valve.kept(1);
  expect(vi.getTimerCount()).toBe(1);
  valve.stop();
  valve.kept(WAITING_BYTES);
  valve.worked(1);
  expect([vi.getTimerCount(), said]).toEqual([0, ["pause"]]);
});

function valveWithClock() {
  vi.useFakeTimers();
  const said: string[] = [];
  let now = 0;
  const valve = createValve({ pause: () => said.push("pause"), resume: () => said.push("resume") }, new Allowance(0), () => now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    vi.advanceTimersByTime(milliseconds);
  };
  return { valve, said, pass };
}
