import { expect, test } from "vitest";

import { createFailureLimit, createLimits, networkOf } from "./limits.ts";
import { purseInMemory } from "./purse.ts";

const TERMS = { most: 10, backAfterMs: 30_000 };
const wrong = () => Promise.resolve(null);
const right = () => Promise.resolve("seat");

test("two hundred wrong tries at once are ten that are looked at", async () => {
  const { limit } = limitWithClock();
  let looks = 0;
  const tried = await Promise.all(Array.from({ length: 200 }, () => limit.attempt(["guesser"], () => ((looks += 1), wrong()))));
  expect(looks).toBe(10);
  expect(tried.filter(({ kind }) => kind === "tooMany")).toHaveLength(190);
});

test("five hundred right tries at once all get in, and leave the purse full", async () => {
  const { limit } = limitWithClock();
  const tried = await Promise.all(Array.from({ length: 500 }, () => limit.attempt(["council"], right)));
  expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(["in"]));
  for (let n = 0; n < 10; n++) expect(await limit.attempt(["council"], wrong)).toEqual({ kind: "wrong" });
});

test("after ten failures one more is looked at each half minute, and the wait is told", async () => {
  const { limit, pass } = limitWithClock();
  for (let n = 0; n < 10; n++) await limit.attempt(["guesser"], wrong);
  expect(await limit.attempt(["guesser"], right)).toEqual({ kind: "tooMany", waitS: 30 });
  pass(20_000);
  expect(await limit.attempt(["guesser"], right)).toEqual({ kind: "tooMany", waitS: 10 });
  pass(10_000);
  expect(await limit.attempt(["guesser"], wrong)).toEqual({ kind: "wrong" });
  expect(await limit.attempt(["guesser"], wrong)).toMatchObject({ kind: "tooMany" });
});

test("of two keys the emptier one decides, and the other is not charged", async () => {
  const { limit } = limitWithClock();
  for (let n = 0; n < 10; n++) await limit.attempt(["e-mail"], wrong);
  for (let n = 0; n < 30; n++) expect(await limit.attempt(["address", "e-mail"], right)).toMatchObject({ kind: "tooMany" });
  expect(await limit.attempt(["address"], right)).toMatchObject({ kind: "in" });
  await limit.clear("e-mail");
  expect(await limit.attempt(["address", "e-mail"], right)).toMatchObject({ kind: "in" });
});

test("a look that breaks is nobody's failure", async () => {
  const { limit } = limitWithClock();
  for (let n = 0; n < 20; n++) await expect(limit.attempt(["unlucky"], () => Promise.reject(new Error("no store")))).rejects.toThrow("no store");
  expect(await limit.attempt(["unlucky"], right)).toMatchObject({ kind: "in" });
});

test("no more than ten pass-phrases are looked at in five minutes", async () => {
  const { limit, pass } = limitWithClock({ most: 5, backAfterMs: 60_000 });
  let looks = 0;
  for (let second = 0; second < 300; second++, pass(1_000)) await limit.attempt(["guesser"], () => ((looks += 1), wrong()));
  expect(looks).toBeLessThanOrEqual(10);
});

test("without its Redis the limit counts in memory", async () => {
  const { limits, close } = createLimits("redis://127.0.0.1:1");
  const tried = await Promise.all(Array.from({ length: 50 }, () => limits.join.attempt(["guesser"], wrong)));
  expect(tried.filter(({ kind }) => kind === "wrong")).toHaveLength(10);
  close();
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

function limitWithClock(terms = TERMS) {
  let now = 1_000_000;
  return { limit: createFailureLimit(purseInMemory(terms, () => now)), pass: (milliseconds: number) => (now += milliseconds) };
}
