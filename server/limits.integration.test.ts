import { Redis } from "ioredis";
import { afterAll, expect, test } from "vitest";

import { redisUrl } from "#tests/services.ts";

import { createFailureLimit } from "./limits.ts";
import { purseInRedis } from "./purse.ts";

const TERMS = { most: 10, backAfterMs: 60_000 };
const redis = redisUrl ? new Redis(redisUrl) : null;
afterAll(() => redis?.disconnect());

test.skipIf(!redis)("two nodes together look at ten of two hundred wrong tries at once", async () => {
  const [one, other] = nodes();
  let looks = 0;
  const wrong = () => ((looks += 1), Promise.resolve(null));
  await Promise.all(Array.from({ length: 200 }, (_, n) => (n % 2 ? one : other).attempt(["guesser"], wrong)));
  expect(looks).toBe(10);
  expect(await one.attempt(["guesser"], () => Promise.resolve("seat"))).toEqual({ kind: "tooMany", waitS: 60 });
  await one.clear("guesser");
});

test.skipIf(!redis)("right tries on two nodes at once all get in, and cost nothing", async () => {
  const [one, other] = nodes();
  const tried = await Promise.all(Array.from({ length: 200 }, (_, n) => (n % 2 ? one : other).attempt(["council"], () => Promise.resolve("seat"))));
  expect(new Set(tried.map(({ kind }) => kind))).toEqual(new Set(["in"]));
  for (let n = 0; n < 10; n++) expect(await one.attempt(["council"], () => Promise.resolve(null))).toEqual({ kind: "wrong" });
  await one.clear("council");
});

/** Two nodes on one Redis, with purses that nobody else has. */
function nodes() {
  if (!redis) throw new Error("there is a Redis here");
  const name = crypto.randomUUID();
  return [createFailureLimit(purseInRedis(redis, name, TERMS)), createFailureLimit(purseInRedis(redis, name, TERMS))] as const;
}
