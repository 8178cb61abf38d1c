import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import type { LogRow } from "#app/live/live.doc.ts";
import { createStore } from "#server/live/store.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";

/** HUB_KILLS=1000 for a long night. */
const kills = Number(process.env.HUB_KILLS ?? 20);
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

test(`${kills} times kill -9 in mid-typing: what was acknowledged is on disk, and what was typed arrives`, async () => {
  let server = await start();
  const pages = Array.from({ length: WRITERS }, (_, i) => openPage({ port: PORT, memberId: `m${i}`, documentId }));
  await until(() => pages.every(({ shared }) => shared.isLoaded));
  pages[0]?.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => pages.every(({ shared }) => textOf(shared.doc, "one") !== undefined));
  const typed = pages.map(() => 0);
  for (let kill = 0; kill < kills; kill++) {
    const ledger = await typeUntilKilled(pages, typed, server);
    expect({ kill, lost: await lostOf(ledger) }).toEqual({ kill, lost: [] });
    server = await start();
    await until(() => pages.every(({ shared }) => shared.isOpen));
  }
  await until(() => pages.every(({ shared }) => shared.waiting === 0));
  const text = (await onDisk()) ?? "";
  expect(pages.map((_, i) => text.split(letter(i)).length - 1)).toEqual(typed);
  await until(() => pages.every(({ shared }) => textOf(shared.doc, "one")?.toString() === text));
  for (const { shared } of pages) shared.close();
  server.kill("SIGKILL");
}, 60_000 + kills * KILL_PATIENCE_MS);

test("SIGTERM in mid-session: what was taken is kept, everybody comes back", async () => {
  const first = await start();
  const page = openPage({ port: PORT, memberId: "m0", documentId });
  await until(() => page.shared.isLoaded);
  page.shared.change((doc) => addItem(doc, { id: "two", order: "a1", text: "kept", lang: "en" }));
  const gone = once(first, "exit");
  first.kill("SIGTERM");
  expect((await gone)[0]).toBe(0);
  const second = await start();
  await until(() => page.shared.isOpen && page.shared.waiting === 0);
  expect(readList(page.shared.doc).items.map((item) => item.id)).toContain("two");
  page.shared.close();
  second.kill("SIGKILL");
});

/** What each writer's page said was kept, at the moment of the kill. */
type Ledger = readonly { readonly writer: number; readonly kept: number }[];

async function typeUntilKilled(pages: readonly TestPage[], typed: number[], server: ChildProcess): Promise<Ledger> {
  const dead = once(server, "exit");
  const end = performance.now() + 120 + Math.random() * 150;
  while (performance.now() < end) {
    pages.forEach(({ shared }, i) => shared.change((doc) => {
      textOf(doc, "one")?.insert(0, letter(i));
      typed[i] = (typed[i] ?? 0) + 1;
    }));
    await new Promise((resolve) => setTimeout(resolve, 7));
  }
  server.kill("SIGKILL");
  await dead;
  // What arrived before the line broke still counts as said.
  await until(() => pages.every(({ shared }) => !shared.isOpen));
  return pages.map(({ shared }, i) => ({ writer: i, kept: (typed[i] ?? 0) - lettersWaiting(shared.doc, shared.keptUpTo, i) }));
}

/** How many of a writer's letters the server has not acknowledged. */
function lettersWaiting(doc: Y.Doc, keptUpTo: number, writer: number): number {
  let waiting = 0;
  for (const struct of doc.store.clients.get(doc.clientID) ?? []) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    waiting += struct.content.str.slice(Math.max(0, keptUpTo - struct.id.clock)).split(letter(writer)).length - 1;
  }
  return waiting;
}

async function lostOf(ledger: Ledger): Promise<Ledger> {
  const text = (await onDisk()) ?? "";
  return ledger.filter(({ writer, kept }) => text.split(letter(writer)).length - 1 < kept);
}

/** The words as they stand in the database, read without the hub. */
async function onDisk(): Promise<string | undefined> {
  const store = createStore(database.pool);
  const kept = await store.load(documentId);
  await store.stop();
  const doc = new Y.Doc();
  if (kept?.snapshot) Y.applyUpdate(doc, kept.snapshot);
  for (const row of kept?.rows ?? ([] as LogRow[])) Y.applyUpdate(doc, row.bytes);
  return textOf(doc, "one")?.toString();
}

function letter(writer: number): string {
  return String.fromCharCode(97 + writer);
}

async function start(): Promise<ChildProcess> {
  const args = ["--import", "tsx", "tests/faults/hub-process.ts", database.url, sessionId, String(PORT)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}
