/**
 * How a node is: /healthz says that the process lives, /readyz whether it should be given work, /metrics what it
 * does. Anybody may ask the first two; figures and reasons are for this machine itself, or with METRICS_TOKEN.
 */
import { createHash, timingSafeEqual } from "node:crypto";

import { Router, type Request } from "express";

import { MAKE_ROOM, type Disk } from "./disk.ts";
import type { Lag } from "./lag.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthParts {
  /** Writes something to the store and waits until it is on disk; rejects when it cannot. */
  readonly probe: () => Promise<unknown>;
  readonly disk: Pick<Disk, "isLow" | "freeBytes"> | null;
  readonly lag: Pick<Lag, "p99">;
  readonly metrics: Metrics;
  readonly token: string | undefined;
}

/** What can be wrong with a node, and what to do about it. */
const TROUBLES = {
  store: "The store does not take writes. Is PostgreSQL running, and is there room on its disk?",
  disk: MAKE_ROOM,
  lag: "This node is too busy: its work comes late. Give it fewer sessions, or add a node.",
} as const;
type Check = keyof typeof TROUBLES;

/** A store that takes longer for one small row is of no use to people who type. */
const PROBE_PATIENCE_MS = 2_000;
/** However often it is asked, the store is tried once in this time. */
const PROBE_EVERY_MS = 1_000;
/** What a person notices as sluggish. */
const LATE_MS = 200;

/** GET /healthz, /readyz and /metrics. */
export function createHealth({ probe, disk, lag, metrics, token }: HealthParts): Router {
  const router = Router();
  const storeTakesWrites = createProbe(probe);

  async function troubles(): Promise<Check[]> {
    const found: Check[] = [];
    if (!(await storeTakesWrites())) found.push("store");
    if (disk?.isLow) found.push("disk");
    if (lag.p99() >= LATE_MS) found.push("lag");
    return found;
  }

  router.get("/healthz", (_req, res) => void res.set(never).json({ ok: true }));
  router.get("/readyz", (req, res, next) => {
    troubles().then((found) => {
      const detail = { failed: Object.fromEntries(found.map((check) => [check, TROUBLES[check]])), lateMs: Math.round(lag.p99()), freeBytes: disk?.freeBytes ?? null };
      res.status(found.length > 0 ? 503 : 200).set(never).json({ ready: found.length === 0, ...(mayKnow(req, token) ? detail : {}) });
    }).catch(next);
  });
  router.get("/metrics", (req, res, next) => {
    // As for a page that is not there: strangers need not know.
    if (!mayKnow(req, token)) return next();
    metrics.text().then((text) => res.set({ ...never, "Content-Type": metrics.contentType }).send(text)).catch(next);
  });
  return router;
}

const never = { "Cache-Control": "no-store" };

/** One try at a time: a store that hangs must not get a queue of tries, nor use up our connections. */
function createProbe(probe: () => Promise<unknown>): () => Promise<boolean> {
  let trying: Promise<boolean> | null = null;
  let last = { at: Number.NEGATIVE_INFINITY, ok: false };

  async function attempt(): Promise<boolean> {
    const ok = await probe().then(() => true, () => false);
    last = { at: performance.now(), ok };
    trying = null;
    return ok;
  }

  return () => {
    if (!trying && performance.now() - last.at < PROBE_EVERY_MS) return Promise.resolve(last.ok);
    trying ??= attempt();
    return Promise.race([trying, afterPatience()]);
  };
}

function afterPatience(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), PROBE_PATIENCE_MS).unref());
}

/** Somebody on this machine who asked us and no proxy in between, or who knows the token. */
function mayKnow(req: Request, token: string | undefined): boolean {
  const given = /^Bearer (.+)$/.exec(req.headers.authorization ?? "")?.[1];
  if (given !== undefined) return token !== undefined && isSame(given, token);
  return isLoopback(req.socket.remoteAddress) && !isForwarded(req);
}

function isLoopback(address = ""): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** A proxy on this machine also comes from loopback; it says so, or at least keeps the name that people typed. */
function isForwarded({ headers }: Request): boolean {
  const said = headers.forwarded ?? headers["x-forwarded-for"] ?? headers["x-forwarded-host"] ?? headers.via;
  return said !== undefined || !/^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(headers.host ?? "");
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
