/** Counting failures, never successes: a whole council shares one address. In Redis when there is one, so that nodes agree. */
import { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract, type RateLimiterRes } from "rate-limiter-flexible";

import type { FailureLimit } from "#app/context.server.ts";

/** Wrong join or return codes from one address in five minutes before a pause. With nine digits and a door that closes, guessing is hopeless at this rate. */
const JOIN_FAILURES = 10;
/** Wrong pass-phrases for one address or e-mail in five minutes: the figure of Cyber Essentials. */
const SIGN_IN_FAILURES = 10;
const WINDOW_S = 5 * 60;
/** How long a pause lasts. Short enough for an honest person with a bad eye for digits. */
const PAUSE_S = 30;

export interface Limits {
  readonly join: FailureLimit;
  readonly signIn: FailureLimit;
}

export function createLimits(redisUrl: string | undefined): { limits: Limits; close: () => void } {
  const redis = redisUrl ? new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }) : undefined;
  // Without a listener a lost Redis would end the process; the limiter falls back to memory by itself.
  redis?.on("error", () => undefined);
  return {
    limits: { join: failureLimit("join", JOIN_FAILURES, redis), signIn: failureLimit("signIn", SIGN_IN_FAILURES, redis) },
    close: () => redis?.disconnect(),
  };
}

function failureLimit(name: string, points: number, redis: Redis | undefined): FailureLimit {
  const options = { keyPrefix: `limit:${name}`, points, duration: WINDOW_S, blockDuration: PAUSE_S };
  const memory = new RateLimiterMemory(options);
  const limiter: RateLimiterAbstract = redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory;
  return {
    waitFor: async (key) => {
      const found = await limiter.get(key);
      return found && found.consumedPoints >= points ? Math.ceil(found.msBeforeNext / 1000) : 0;
    },
    // Beyond the limit the limiter rejects with the count: that is what waitFor will tell.
    fail: async (key) => {
      await limiter.consume(key).catch((over: RateLimiterRes | Error) => {
        if (over instanceof Error) throw over;
      });
    },
    clear: async (key) => void (await limiter.delete(key)),
  };
}
