import { once } from "node:events";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";

import { startHub, type HubChild } from "./hub-child.ts";
import { countOf, lettersWaiting, wordsOnDisk } from "./letters.ts";
import { postmasterOf } from "./postmaster.ts";
import { kill as killed, scratchStore } from "./store.ts";

/** HUB_KILLS=1000 HUB_BOTH_KILLS=200 for a long night. */
const kills = Number(process.env.HUB_KILLS ?? 20);
/** Of our process and of PostgreSQL at once. */
const bothKills = Number(process.env.HUB_BOTH_KILLS ?? 5);
const PORT = 42_000 + (process.pid % 1_000);
const WRITERS = 6;
/** A kill, a start and everybody back: seconds, on a machine that has much else to do. */
const KILL_PATIENCE_MS = 20_000;

let database: ScratchDatabase;
let sessionId: string;
let documentId: string;
beforeAll(async () => {
  database = await scratchDatabase();
  const seeded = await seedSession(database.pool);
  sessionId = seeded.sessionId;
  documentId = seeded.documents.principles;
});
afterAll(() => database.close());

test(`${kills} times kill -9 in mid-typing: what was acknowledged is on disk, and what was typed arrives`, { timeout: 60_000 + kills * KILL_PATIENCE_MS }, async () => {
  await surviveKills({ port: PORT, documentId, kills, start, strike: ({ process: child }) => killed(child, "SIGKILL"), look: () => onDisk(database.url, documentId) });
});

test(`${bothKills} times kill -9 of ours and of the PostgreSQL beneath it, at once and in mid-typing: the same holds`, { timeout: 120_000 + bothKills * KILL_PATIENCE_MS }, async () => {
  const store = await scratchStore();
  const seeded = await seededIn(store);
  const port = PORT + 1_000;
  await surviveKills({
    port, documentId: seeded.documentId, kills: bothKills,
    start: () => startHub({ store: store.dataDir, sessionId: seeded.sessionId, port }),
    async strike({ process: child }) {
      const postmaster = await postmasterOf(store.dataDir);
      if (!postmaster) throw new Error("a PostgreSQL runs beneath it");
      const gone = once(child, "exit");
      process.kill(postmaster, "SIGKILL");
      child.kill("SIGKILL");
      await gone;
    },
    // By a process that keeps the store and has no hub, so that nobody can send again meanwhile.
    async look() {
      const holder = await store.hold();
      const words = await onDisk(holder.url, seeded.documentId);
      await killed(holder.process, "SIGTERM");
      return words;
    },
  });
  await store.remove();
});

test("SIGTERM in mid-session: what was taken is kept, everybody comes back", async () => {
  const { process: first } = await start();
  const page = openPage({ port: PORT, memberId: "m0", documentId });
  await until(() => page.shared.isLoaded);
  page.shared.change((doc) => addItem(doc, { id: "two", order: "a1", text: "kept", lang: "en" }));
  const gone = once(first, "exit");
  first.kill("SIGTERM");
  expect((await gone)[0]).toBe(0);
  const { process: second } = await start();
  await until(() => page.shared.isOpen && page.shared.waiting === 0);
  expect(readList(page.shared.doc).items.map((item) => item.id)).toContain("two");
  page.shared.close();
  second.kill("SIGKILL");
});

interface Ordeal {
  readonly port: number;
  readonly documentId: string;
  readonly kills: number;
  readonly start: () => Promise<HubChild>;
  /** Resolves when it is dead. */
  readonly strike: (hub: HubChild) => Promise<void>;
  /** The words as they stand on disk while no hub is there. */
  readonly look: () => Promise<string>;
}

/** People type while their server dies over and over; at the end every letter stands once. */
async function surviveKills({ port, documentId, kills, start, strike, look }: Ordeal): Promise<void> {
  let hub = await start();
  const pages = Array.from({ length: WRITERS }, (_, i) => openPage({ port, memberId: `m${i}`, documentId }));
  await until(() => pages.every(({ shared }) => shared.isLoaded));
  pages[0]?.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => pages.every(({ shared }) => textOf(shared.doc, "one") !== undefined));
  const typed = pages.map(() => 0);
  for (let kill = 0; kill < kills; kill++) {
    const ledger = await typeUntilKilled(pages, typed, () => strike(hub));
    expect({ kill, lost: lostOf(ledger, await look()) }).toEqual({ kill, lost: [] });
    hub = await start();
    await until(() => pages.every(({ shared }) => shared.isOpen));
  }
  await until(() => pages.every(({ shared }) => shared.waiting === 0));
  const text = await onDisk(hub.url, documentId);
  expect(pages.map((_, i) => countOf(letter(i), text))).toEqual(typed);
  await until(() => pages.every(({ shared }) => textOf(shared.doc, "one")?.toString() === text));
  for (const { shared } of pages) shared.close();
  await killed(hub.process, "SIGKILL");
}

/** What each writer's page said was kept, at the moment of the kill. */
type Ledger = readonly { readonly writer: number; readonly kept: number }[];

async function typeUntilKilled(pages: readonly TestPage[], typed: number[], strike: () => Promise<void>): Promise<Ledger> {
  const end = performance.now() + 120 + Math.random() * 150;
  while (performance.now() < end) {
    pages.forEach(({ shared }, i) => shared.change((doc) => {
      textOf(doc, "one")?.insert(0, letter(i));
      typed[i] = (typed[i] ?? 0) + 1;
    }));
    await new Promise((resolve) => setTimeout(resolve, 7));
  }
  await strike();
  // What arrived before the line broke still counts as said.
  await until(() => pages.every(({ shared }) => !shared.isOpen));
  return pages.map(({ shared }, i) => ({ writer: i, kept: (typed[i] ?? 0) - lettersWaiting(shared, letter(i)) }));
}

function lostOf(ledger: Ledger, text: string): Ledger {
  return ledger.filter(({ writer, kept }) => countOf(letter(writer), text) < kept);
}

/** The words as they stand in the database, read without the hub. */
async function onDisk(url: string, documentId: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const words = await wordsOnDisk(pool, documentId);
  await pool.end();
  return words;
}

/** A session in a bundled store, which is then put away again. */
async function seededIn(store: Awaited<ReturnType<typeof scratchStore>>): Promise<{ sessionId: string; documentId: string }> {
  const holder = await store.hold();
  const pool = new pg.Pool({ connectionString: holder.url, max: 1 });
  const seeded = await seedSession(pool);
  await pool.end();
  await killed(holder.process, "SIGTERM");
  return { sessionId: seeded.sessionId, documentId: seeded.documents.principles };
}

function letter(writer: number): string {
  return String.fromCharCode(97 + writer);
}

function start(): Promise<HubChild> {
  return startHub({ store: database.url, sessionId, port: PORT });
}
