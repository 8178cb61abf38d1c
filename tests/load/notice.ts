/** How soon everybody sees what the desk decided: a real session on a real store, its members' sockets on its noticeboard. */
import { setTimeout as pause } from "node:timers/promises";

import { messages } from "#app/live/codes.ts";

import { settle, watchOwnLag } from "./crowd.ts";
import type { SeatedSession } from "./house-server.ts";
import type { Figures, Run } from "./scenarios.ts";
import { LightSocket } from "./socket.ts";
import { Spread } from "./spread.ts";

/** Milliseconds between two decisions: each is seen by itself. */
const DECIDE_EVERY_MS = 700;
const SEEN_PATIENCE_MS = 10_000;
/** So many sockets at a time open. */
const DOOR = 50;
const WARM_UP_DECISIONS = 2;

/** N seated members follow the noticeboard; the desk brings all to another stage again and again. */
export async function notice(run: Run): Promise<Figures> {
  const house = `http://127.0.0.1:${run.server.ports[0]}`;
  const session = (await post(`${house}/session`, run.n)) as SeatedSession;
  const watched = { version: 0, seen: 0, times: new Spread(), decidedAt: 0 };
  const sockets = await follow(run, session, (version) => {
    if (watched.decidedAt === 0) watched.version = version;
    if (watched.decidedAt === 0 || version !== watched.version) return;
    watched.seen++;
    watched.times.add(performance.now() - watched.decidedAt);
  });
  const own = watchOwnLag();
  let [before, transactions, seen] = [await run.server.used(), 0, 0];
  const decisions = Math.ceil((run.seconds * 1_000) / DECIDE_EVERY_MS);
  for (let i = -WARM_UP_DECISIONS; i < decisions; i++) {
    if (i === 0) [before, transactions, seen, watched.times] = [await run.server.used(), Number(await decide(house, watched)), 0, new Spread()];
    await decide(house, watched);
    await settle(() => watched.seen >= run.n, SEEN_PATIENCE_MS);
    seen += watched.seen;
    await pause(Math.max(0, watched.decidedAt + DECIDE_EVERY_MS - performance.now()));
  }
  const after = await run.server.used();
  transactions = Number(await decide(house, watched)) - transactions;
  await settle(() => watched.seen >= run.n, SEEN_PATIENCE_MS);
  const figures = {
    "seen %": (seen / (run.n * decisions)) * 100,
    p50: watched.times.within(0.5), p95: watched.times.within(0.95), p99: watched.times.within(0.99),
    "transactions/decision": transactions / (decisions + 1),
    cpuMs: (after[0]?.cpuMs ?? 0) - (before[0]?.cpuMs ?? 0),
    "lines lost": sockets.lost(),
    "clients' lag": own(),
  };
  sockets.leave();
  return figures;
}

/** Tells how many transactions the store has done since it was made. */
async function decide(house: string, watched: { version: number; seen: number; decidedAt: number }): Promise<unknown> {
  // Every decision counts the board one up.
  watched.version++;
  watched.seen = 0;
  watched.decidedAt = performance.now();
  return post(`${house}/decide`, "");
}

async function follow(run: Run, { sessionId, cookies }: SeatedSession, saw: (version: number) => void) {
  const open: LightSocket[] = [];
  let [told, lost] = [0, 0];
  const versions = new Map<string, number>();
  /** All get the same bytes: taken apart once. */
  function heard(payload: Buffer): void {
    if (payload[0] !== messages.board) return;
    const json = payload.toString("utf8", 1);
    const version = versions.get(json) ?? (JSON.parse(json) as { version: number }).version;
    versions.set(json, version);
    told++;
    saw(version);
  }
  for (const cookie of cookies) {
    open.push(new LightSocket({ port: run.server.ports[0]!, path: `/live/session/${sessionId}`, headers: { Cookie: cookie }, longest: Number.POSITIVE_INFINITY, opened: () => {}, heard, closed: () => lost++ }));
    if (open.length % DOOR === 0) await settle(() => told + lost >= open.length, SEEN_PATIENCE_MS);
  }
  if (!(await settle(() => told >= cookies.length, SEEN_PATIENCE_MS))) throw new Error(`Only ${told} of ${cookies.length} members follow the noticeboard.`);
  return { lost: () => lost, leave: () => open.forEach((socket) => socket.destroy()) };
}

async function post(url: string, body: string | number): Promise<unknown> {
  const response = await fetch(url, { method: "POST", body: String(body) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
