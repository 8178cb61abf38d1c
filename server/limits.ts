/** Counting failures, never successes: a whole council shares one address. In Redis when there is one, so that nodes agree. */
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

import { Redis } from "ioredis";

import type { Attempt, FailureLimit } from "#app/context.server.ts";

import type { Origins } from "./origins.ts";
import { purseInMemory, purseInRedis, withSpare, type Purse, type Terms } from "./purse.ts";

/**
 * Wrong join or return codes from one address: ten at once, then one in half a minute. With nine digits and a
 * door that closes, guessing is hopeless at this rate; and a hall in which ten people mistype waits half a minute at most.
 */
const JOIN: Terms = { most: 10, backAfterMs: 30_000 };
/** Wrong pass-phrases for one address or e-mail: ten in any five minutes at the most, the figure of Cyber Essentials. */
const SIGN_IN: Terms = { most: 5, backAfterMs: 60_000 };
/** A Redis that does not answer must not hold up who wants to come in. */
const REDIS_PATIENCE_MS = 300;

export interface Limits {
  readonly join: FailureLimit;
  readonly signIn: FailureLimit;
}

/** The limits of a node; in Redis when there is one, and in memory while it is away. */
export function createLimits(redisUrl: string | undefined): { limits: Limits; close: () => void } {
  const redis = redisUrl ? new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: REDIS_PATIENCE_MS }) : undefined;
  // Without a listener a lost Redis would end the process; until it is back, memory counts.
  redis?.on("error", () => undefined);
  const purse = (name: string, terms: Terms) => {
    const memory = purseInMemory(terms);
    return redis ? withSpare(purseInRedis(redis, name, terms), memory) : memory;
  };
  return {
    limits: { join: createFailureLimit(purse("join", JOIN)), signIn: createFailureLimit(purse("signIn", SIGN_IN)) },
    close: () => redis?.disconnect(),
  };
}

export function createFailureLimit(purse: Purse): FailureLimit {
  const inTurn = createTurns();
  return {
    attempt: (keys, look) => keys.reduceRight((inner, key) => () => inTurn(key, inner), () => payAndLook(purse, keys, look))(),
    clear: (key) => purse.fill(key),
  };
}

/** Pays with every key before looking; what was not a failure is paid back. */
async function payAndLook<T>(purse: Purse, keys: readonly string[], look: () => Promise<T | null>): Promise<Attempt<T>> {
  const waits = await Promise.all(keys.map((key) => purse.take(key)));
  const payBack = () => Promise.all(keys.filter((_, i) => waits[i] === 0).map((key) => purse.giveBack(key)));
  const waitMs = Math.max(...waits);
  let failed = false;
  try {
    if (waitMs > 0) return { kind: "tooMany", waitS: Math.ceil(waitMs / 1000) };
    const found = await look();
    failed = found === null;
    return found === null ? { kind: "wrong" } : { kind: "in", found };
  } finally {
    if (!failed) await payBack();
  }
}

/** One try of a key at a time: so a hundred people with the right code, all behind one address, never need more than one coin. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const forget = () => last.get(key) === mine && last.delete(key);
    mine.then(forget, forget);
    return mine;
  };
}

/** The network an upgrade comes from, as Express finds it for pages: behind our proxy, the last address it added. */
export function networkOfRequest({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">, { behindProxy }: Pick<Origins, "behindProxy">): string {
  const forwarded = behindProxy ? String(headers["x-forwarded-for"] ?? "").split(",").at(-1)?.trim() : undefined;
  return networkOf(forwarded || (socket.remoteAddress ?? ""));
}

/** What stands for whoever is behind an address: itself, or of IPv6 the network (/64) that one household or phone is given. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [before = "", after] = address.split("%")[0]?.split("::") ?? [];
  const groups = (part: string) => part.split(":").filter(Boolean);
  const head = groups(before);
  const gap = after === undefined ? 0 : Math.max(0, 8 - head.length - groups(after).length);
  const all = [...head, ...Array.from({ length: gap }, () => "0"), ...groups(after ?? "")];
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
