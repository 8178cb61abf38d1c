/** What is measured: each scenario lets a crowd loose on one fresh server and tells what came of it. */
import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

import * as Y from "yjs";

import { gather, isSameEverywhere, keepDoing, Member, settle, watchOwnLag } from "./crowd.ts";
import { documentOfMany, emptyDocument, longDocument, type SeededDocument, shuffled } from "./edits.ts";
import { Ledger } from "./ledger.ts";
import { printProfile } from "./profile.ts";
import type { Used } from "./report-to-bench.ts";
import { cpuOf, type RunningServer } from "./servers.ts";
import type { Spread } from "./spread.ts";

export interface Run {
  readonly server: RunningServer;
  readonly seed: (update: Uint8Array) => Promise<string>;
  /** Members, on each document. */
  readonly n: number;
  /** How long is measured. */
  readonly seconds: number;
  /** Prints where the server's CPU time went. */
  readonly profiled: boolean;
}

/** Figures by name, all numbers; NaN where there is nothing to tell. Order is the order of printing. */
export type Figures = Readonly<Record<string, number>>;

/** A member in five types, twice a second. */
const TYPIST_OF = 5;
const KEYS_PER_SECOND = 2;
const CURSORS_PER_SECOND = 5;
/**
 * Before anything is measured, all servers are made to work harder than in what follows: V8 compiles what is called
 * often, and under light typing it would go on compiling, and be measured, for minutes. A session lasts hours. In a
 * small room some of it, a commit, comes no more often however hard the work is, and takes longer to be compiled.
 */
const WARM_UP_SECONDS = 10;
const SMALL_WARM_UP_SECONDS = 40;
/** So many typists. */
const SMALL = 100;
/** Of one member, and of all together. */
const WARM_UP_ACTS_PER_SECOND = { each: 10, all: 1_000 };
/** At the scenario's own pace, so that what the warming up left is done. */
const SETTLING_SECONDS = 2;
/** Whole replicas among the light members: they prove that all read the same. */
const REPLICAS = 2;
const DRAIN_MS = 10_000;

function typeLetter(member: Member): void {
  member.type("a");
}

/** Harder than the scenario for a while, then at its own pace (acts of each a second). */
async function warmUp(members: readonly Member[], pace: number, act: (member: Member) => void): Promise<void> {
  const { each, all } = WARM_UP_ACTS_PER_SECOND;
  const seconds = members.length < SMALL ? SMALL_WARM_UP_SECONDS : WARM_UP_SECONDS;
  await keepDoing(members, Math.max(pace, Math.min(each, all / members.length)), seconds, act);
  await keepDoing(members, pace, SETTLING_SECONDS, act);
}

/** N members on one document, one in five typing twice a second. */
export function fanOut(run: Run): Promise<Figures> {
  return typeTogether(run, emptyDocument(run.n), run.n);
}

/** Fifty members on a document in which N hands have written before, one in five typing twice a second. */
export async function hands(run: Run): Promise<Figures> {
  const seeded = documentOfMany(run.n, HANDS_MEMBERS);
  const vector = Y.encodeStateVectorFromUpdate(seeded.update).length;
  return { ...(await typeTogether(run, seeded, HANDS_MEMBERS)), "state vector KB": vector / 1_024 };
}

const HANDS_MEMBERS = 50;

async function typeTogether(run: Run, seeded: SeededDocument, n: number): Promise<Figures> {
  const crowd = await sitDown(run, seeded, n, Math.ceil(n / TYPIST_OF));
  const type = (seconds: number) => keepDoing(crowd.typists, KEYS_PER_SECOND, seconds, typeLetter);
  await warmUp(crowd.typists, KEYS_PER_SECOND, typeLetter);
  const cost = await measure(run, crowd, async () => {
    await type(run.seconds);
    await settle(() => crowd.ledger.charactersSeen >= crowd.ledger.characters * n, DRAIN_MS);
  });
  const expected = crowd.ledger.characters * n;
  const figures = { "delivered %": percent(crowd.ledger.charactersSeen, expected), ...times(crowd.ledger.typing), "µs/upd×client": (cost.cpuMs * 1_000) / expected, ...cost, same: Number(isSameEverywhere(crowd.members)) };
  crowd.leave();
  return figures;
}

/** N members, every one of them moving a cursor five times a second. */
export async function cursors(run: Run): Promise<Figures> {
  const crowd = await sitDown(run, emptyDocument(run.n), run.n, 0);
  const step = (member: Member) => member.moveCursor();
  const move = (seconds: number) => keepDoing(crowd.members, CURSORS_PER_SECOND, seconds, step);
  await warmUp(crowd.members, CURSORS_PER_SECOND, step);
  const cost = await measure(run, crowd, async () => {
    await move(run.seconds);
    await settle(() => crowd.ledger.cursors.count >= crowd.ledger.steps * run.n, DRAIN_MS);
  });
  const expected = crowd.ledger.steps * run.n;
  const figures = { "delivered %": percent(crowd.ledger.cursors.count, expected), ...times(crowd.ledger.cursors), ...cost };
  crowd.leave();
  return figures;
}

/** N members (300) come in within two seconds to a document of 50,000 edits in which twenty people type. */
export async function joins(run: Run): Promise<Figures> {
  const crowd = await sitDown(run, longDocument(LONG_EDITS, TYPISTS_AT_DOOR), TYPISTS_AT_DOOR, TYPISTS_AT_DOOR);
  const type = (seconds: number) => keepDoing(crowd.typists, KEYS_PER_SECOND, seconds, typeLetter);
  await warmUp(crowd.typists, KEYS_PER_SECOND, typeLetter);
  const before = await cpuUsed(run.server);
  await type(JOIN_SECONDS);
  const typing = (await cpuUsed(run.server)) - before;
  let joined: { comers: Member[]; lastAt: number } | undefined;
  const cost = await measure(run, crowd, async () => {
    [joined] = await Promise.all([comeIn(run, crowd), type(JOIN_SECONDS)]);
    await settle(() => joined?.comers.every((member) => !Number.isNaN(member.joinedAt)) ?? false, 30_000);
  });
  const { comers = [], lastAt = 0 } = joined ?? {};
  const inside = comers.filter((member) => !Number.isNaN(member.joinedAt));
  const figures = {
    "joined %": percent(inside.length, run.n),
    "CPU ms/join": (cost.cpuMs - typing) / run.n,
    "last in after ms": Math.max(...inside.map((member) => member.joinedAt)) - lastAt,
    "typists seen %": percent(crowd.ledger.charactersSeen, crowd.ledger.characters * crowd.members.length),
    "typists p95": crowd.ledger.typing.within(0.95),
    "typists p99": crowd.ledger.typing.within(0.99),
    ...cost,
  };
  for (const member of comers) member.leave();
  crowd.leave();
  return figures;
}

const LONG_EDITS = 50_000;
const TYPISTS_AT_DOOR = 20;
const JOIN_SECONDS = 2;

async function comeIn({ server, n }: Run, crowd: Crowd): Promise<{ comers: Member[]; lastAt: number }> {
  const comers: Member[] = [];
  // Their own, since the typists' times are those of the typists; one for all, since they hear the same.
  const ledger = new Ledger(server.dialect);
  const started = performance.now();
  let lastAt = started;
  while (comers.length < n) {
    const due = Math.min(n, Math.ceil(((performance.now() - started) / (JOIN_SECONDS * 1_000)) * n));
    for (; comers.length < due; lastAt = performance.now()) {
      comers.push(new Member({ server, documentId: crowd.documentId, ledger, number: 100_000 + comers.length }));
    }
    await pause(5);
  }
  return { comers, lastAt };
}

/** Thirty documents of N members (30), three of them typing a letter a second in each. */
export async function rooms(run: Run): Promise<Figures> {
  const ledger = new Ledger(run.server.dialect);
  const crowds: Crowd[] = [];
  for (let i = 0; i < ROOMS; i++) crowds.push(await sitDown(run, emptyDocument(run.n), run.n, TYPISTS_IN_ROOM, { ledger, from: i * run.n }));
  const members = crowds.flatMap((crowd) => crowd.members);
  // Nobody's turn follows from the room they are in.
  const typists = shuffled(crowds.flatMap((crowd) => crowd.typists), SHUFFLE_SEED);
  const type = (seconds: number) => keepDoing(typists, 1, seconds, typeLetter);
  await warmUp(typists, 1, typeLetter);
  const cost = await measure(run, { ledger, members }, async () => {
    await type(run.seconds);
    await settle(() => ledger.charactersSeen >= ledger.characters * run.n, DRAIN_MS);
  });
  const figures = { "delivered %": percent(ledger.charactersSeen, ledger.characters * run.n), ...times(ledger.typing), ...cost, same: Number(crowds.every((crowd) => isSameEverywhere(crowd.members))) };
  for (const crowd of crowds) crowd.leave();
  return figures;
}

const ROOMS = 30;
const SHUFFLE_SEED = 1;
const TYPISTS_IN_ROOM = 3;

/** N members (100), twenty of them putting a page of text in the place of another twice a second; then one stops reading. */
export async function slowReader(run: Run): Promise<Figures> {
  const crowd = await sitDown(run, emptyDocument(run.n), run.n, Math.ceil(run.n / TYPIST_OF));
  const page = "gair ".repeat(PAGE_WORDS);
  const write = (seconds: number) => keepDoing(crowd.typists, KEYS_PER_SECOND, seconds, (member) => member.rewrite(page));
  await write(SETTLING_SECONDS);
  crowd.ledger.begin();
  await write(run.seconds);
  const before = { p95: crowd.ledger.typing.within(0.95), rss: await rssOf(run.server) };
  const slow = crowd.members.at(-1)!;
  slow.stopReading();
  const others = { ...crowd, members: crowd.members.slice(0, -1) };
  let mostRss = before.rss;
  const cost = await measure(run, others, async () => {
    for (let i = 0; i < SLOW_STEPS; i++) {
      await write(SLOW_SECONDS / SLOW_STEPS);
      mostRss = Math.max(mostRss, await rssOf(run.server));
    }
  });
  const figures = {
    "p95 before": before.p95,
    "p95 later by": crowd.ledger.typing.within(0.95) - before.p95,
    "RSS before MB": before.rss,
    "grown by MB": mostRss - before.rss,
    ...cost,
  };
  crowd.leave();
  return figures;
}

const PAGE_WORDS = 1_600;
const SLOW_SECONDS = 30;
const SLOW_STEPS = 15;

interface Crowd {
  readonly documentId: string;
  readonly ledger: Ledger;
  readonly members: readonly Member[];
  readonly typists: readonly Member[];
  leave(): void;
}

async function sitDown(run: Run, { update, spots }: SeededDocument, n: number, typists: number, shared?: { ledger: Ledger; from: number }): Promise<Crowd> {
  const documentId = await run.seed(update);
  const ledger = shared?.ledger ?? new Ledger(run.server.dialect);
  const members = await gather(n, (i) => new Member({ server: run.server, documentId, ledger, number: (shared?.from ?? 0) + i, full: i >= typists && i < typists + REPLICAS }));
  members.slice(0, typists).forEach((member, i) => member.sitAt(spots[i]!));
  const leave = () => members.forEach((member) => member.leave());
  return { documentId, ledger, members, typists: members.slice(0, typists), leave };
}

interface Cost {
  /** To each member: what a broadcast costs is the number of these. */
  readonly "frames/s": number;
  /** Of the server's process, the busier one of two, in milliseconds. */
  readonly cpuMs: number;
  /** Of the database's backends that worked for it. */
  readonly "store ms": number;
  readonly "RSS MB": number;
  readonly "lines lost": number;
  /** p99 of how late the clients' own process was, in milliseconds. */
  readonly "clients' lag": number;
  readonly load: number;
}

async function measure({ server, profiled }: Run, { ledger, members }: Pick<Crowd, "ledger" | "members">, work: () => Promise<void>): Promise<Cost & Figures> {
  if (profiled) await server.profile();
  const started = performance.now();
  const lag = watchOwnLag();
  const before = await server.used();
  const storeBefore = await storeUsed(before);
  ledger.begin();
  await work();
  const after = await server.used();
  const found = profiled ? await server.profile() : null;
  for (const profile of found ?? []) if (profile) printProfile(server.name, profile);
  return {
    "frames/s": (ledger.frames / members.length / (performance.now() - started)) * 1_000,
    cpuMs: Math.max(...after.map((node, i) => node.cpuMs - before[i]!.cpuMs)),
    "store ms": (await storeUsed(after)) - storeBefore,
    "RSS MB": mostRss(after),
    "lines lost": members.filter((member) => member.closedWith !== null).length,
    "clients' lag": lag(),
    load: loadavg()[0] ?? Number.NaN,
  };
}

async function cpuUsed(server: RunningServer): Promise<number> {
  return Math.max(...(await server.used()).map((node) => node.cpuMs));
}

async function rssOf(server: RunningServer): Promise<number> {
  return mostRss(await server.used());
}

function mostRss(nodes: readonly Used[]): number {
  return Math.max(...nodes.map((node) => node.rssBytes)) / 2 ** 20;
}

/** All nodes name the backends of the one database. */
function storeUsed(nodes: readonly Used[]): Promise<number> {
  return cpuOf([...new Set(nodes.flatMap((node) => node.backends))]);
}

function times(spread: Spread): Figures {
  return { p50: spread.within(0.5), p95: spread.within(0.95), p99: spread.within(0.99) };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : (part / whole) * 100;
}
