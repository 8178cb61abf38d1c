import { expect, test } from "vitest";

import { Knocks } from "./knocks.ts";
import { FAILED_KNOCKS_BURST, KNOCKERS_MOST, KNOCKS_WAITING } from "./limits.ts";

const nothing = () => Promise.resolve();

/** Looks that end when the test says so. */
function held() {
  const ends: (() => void)[] = [];
  const look = () => new Promise<void>((resolve) => void ends.push(resolve));
  return { look, ends };
}

function failTooOften(knocks: Knocks, network: string): void {
  for (let i = 0; i <= FAILED_KNOCKS_BURST; i++) knocks.failed(network);
}

test("a network is looked at all at once until sixty of its handshakes have failed", () => {
  const knocks = new Knocks(() => 0);
  const { look, ends } = held();
  for (let i = 0; i < FAILED_KNOCKS_BURST; i++) knocks.failed("hall");
  for (let i = 0; i < 200; i++) void knocks.look("hall", look);
  expect(ends).toHaveLength(200);
});

test("then one after the other, so that somebody honest behind the same address still comes in", async () => {
  const knocks = new Knocks(() => 0);
  failTooOften(knocks, "hall");
  const { look, ends } = held();
  const first = knocks.look("hall", look);
  const second = knocks.look("hall", look);
  const elsewhere = knocks.look("home", nothing);
  expect(await elsewhere).toBe(true);
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(true);
  expect(ends).toHaveLength(2);
  ends[1]?.();
  expect(await second).toBe(true);
});

test("a look that throws does not hold up the next", async () => {
  const knocks = new Knocks(() => 0);
  failTooOften(knocks, "hall");
  await expect(knocks.look("hall", () => Promise.reject(new Error("no store")))).rejects.toThrow("no store");
  expect(await knocks.look("hall", nothing)).toBe(true);
});

test("who waits behind too many is turned away without a look", async () => {
  const knocks = new Knocks(() => 0);
  failTooOften(knocks, "hall");
  const { look, ends } = held();
  for (let i = 0; i < KNOCKS_WAITING; i++) void knocks.look("hall", look);
  expect(await knocks.look("hall", look)).toBe(false);
  await Promise.resolve();
  expect(ends.length).toBeLessThanOrEqual(1);
});

test("a minute later it is forgiven", () => {
  let now = 0;
  const knocks = new Knocks(() => now);
  failTooOften(knocks, "hall");
  now = 60_000;
  const { look, ends } = held();
  void knocks.look("hall", look);
  void knocks.look("hall", look);
  expect(ends).toHaveLength(2);
});

test("a guesser with many addresses does not fill the memory", () => {
  const knocks = new Knocks(() => 0);
  failTooOften(knocks, "first");
  for (let i = 0; i < KNOCKERS_MOST; i++) knocks.failed(`network ${i}`);
  const { look, ends } = held();
  void knocks.look("first", look);
  void knocks.look("first", look);
  expect(ends).toHaveLength(2);
});
