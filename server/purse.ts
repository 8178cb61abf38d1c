/** What tries are paid from: so many at once, and one back after each while. In memory, or in Redis for several nodes. */
import type { Redis } from "ioredis";

export interface Terms {
  /** Coins in a full purse. */
  readonly most: number;
  /** Milliseconds until a spent coin is back. */
  readonly backAfterMs: number;
}

export interface Purse {
  /** Takes a coin: 0. Or, when there is none, milliseconds until there will be. */
  take(key: string): Promise<number>;
  giveBack(key: string): Promise<void>;
  /** Full again. */
  fill(key: string): Promise<void>;
}

/** Keys in memory; beyond them the one longest untouched is forgotten, which by then is full again or one of a flood. */
const KEYS_MOST = 10_000;

// A purse is one number: the moment at which it will be full again. A coin less is a while later.

export function purseInMemory({ most, backAfterMs }: Terms, now: () => number = Date.now): Purse {
  const fullAt = new Map<string, number>();

  function put(key: string, at: number): void {
    // Last in the order of the map: the one longest untouched is forgotten first.
    fullAt.delete(key);
    fullAt.set(key, at);
    const [oldest] = fullAt.keys();
    if (fullAt.size > KEYS_MOST && oldest !== undefined) fullAt.delete(oldest);
  }

  return {
    take: (key) => {
      const at = Math.max(fullAt.get(key) ?? 0, now()) + backAfterMs;
      const waitMs = Math.max(0, at - now() - most * backAfterMs);
      if (waitMs === 0) put(key, at);
      return Promise.resolve(waitMs);
    },
    giveBack: (key) => Promise.resolve(put(key, (fullAt.get(key) ?? 0) - backAfterMs)),
    fill: (key) => Promise.resolve(void fullAt.delete(key)),
  };
}

/** One step in Redis, by its own clock: two nodes never spend the same coin. A purse that is full again is forgotten. */
const CHANGE = `
  local most, back, change = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local at = math.max(tonumber(redis.call('GET', KEYS[1])) or 0, now) - change * back
  if change < 0 and at - now > most * back then return at - now - most * back end
  if at <= now then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], string.format('%.0f', at), 'PX', at - now) end
  return 0`;

/** Throws what Redis throws. `name` keeps purses of different kinds apart. */
export function purseInRedis(redis: Redis, name: string, { most, backAfterMs }: Terms): Purse {
  const keyOf = (key: string) => `ymholi:purse:${name}:${key}`;
  const change = (key: string, by: number) => redis.eval(CHANGE, 1, keyOf(key), most, backAfterMs, by);
  return {
    take: async (key) => Number(await change(key, -1)),
    giveBack: async (key) => void (await change(key, 1)),
    fill: async (key) => void (await redis.del(keyOf(key))),
  };
}

/** The first, and while it fails the second: a lost Redis must neither let guessers in nor keep people out. */
export function withSpare(first: Purse, spare: Purse): Purse {
  const either = <T>(act: (purse: Purse) => Promise<T>) => act(first).catch(() => act(spare));
  return {
    take: (key) => either((purse) => purse.take(key)),
    giveBack: (key) => either((purse) => purse.giveBack(key)),
    fill: (key) => either((purse) => purse.fill(key)),
  };
}
