/** The store does not answer while several people type: they go on, nothing is lost, and what waits does not fill the memory. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { startKeeper, type Keeper } from "#server/database/keeper.ts";
import { migrate } from "#server/database/migrate.ts";
import { CHANGES_PER_SECOND } from "#server/live/limits.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";

import { startHub, type HubChild } from "./hub-child.ts";
import { putToSleep } from "./postmaster.ts";

/** HUB_STORE_DOWN_MS=60000 for the whole minute. */
const downMs = Number(process.env.HUB_STORE_DOWN_MS ?? 4_000);
const TYPISTS = 8;
/** As fast as anybody types. */
const KEY_MS = 100;

/** Bytes that the process may grow by, however long the store is away: what may wait for each, and what its own work leaves about for a while. */
const GROWTH_MOST = 64 * 1024 * 1024;

let folder: string;
let keeper: Keeper;
let hub: HubChild;
let documentId: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ymholi-down-"));
  keeper = await startKeeper({ dataDir: path.join(folder, "data"), say: () => {} });
  const client = new pg.Client({ connectionString: keeper.url });
  await client.connect();
  await migrate(client, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  await client.end();
  const pool = new pg.Pool({ connectionString: keeper.url, max: 1 });
  const { sessionId, documents } = await seedSession(pool);
  await pool.end();
  documentId = documents.principles;
  hub = await startHub({ store: keeper.url, sessionId });
}, 120_000);
afterAll(async () => {
  hub.process.kill("SIGKILL");
  await keeper.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test(`${TYPISTS} people type for ${downMs} ms while the store does not answer: memory stays bounded, and then all of it is kept`, { timeout: downMs + 120_000 }, async () => {
  const pages = Array.from({ length: TYPISTS }, (_, i) => openPage({ port: hub.port, memberId: `m${i}`, documentId }));
  const reader = openPage({ port: hub.port, memberId: "reader", documentId });
  await until(() => [...pages, reader].every(({ shared }) => shared.isLoaded));
  pages[0]?.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => [...pages, reader].every(({ shared }) => textOf(shared.doc, "one") !== undefined));
  const { memory } = await hub.weight();
  const wake = await putToSleep(keeper.pid());
  const typed = await typeFor(pages, downMs);
  const { memory: most, sockets } = await hub.weight();
  const waiting = pages.map(({ shared }) => shared.waiting);
  console.info(`while the store was away: ${typed} letters each, waiting ${waiting.join(", ")}; ${(memory / 2 ** 20).toFixed(1)} MiB before, ${(most / 2 ** 20).toFixed(1)} MiB at the most`);
  expect(textOf(reader.shared.doc, "one")?.length, "nobody sees what is not kept").toBe(0);
  expect(Math.min(...waiting)).toBeGreaterThan(0);
  expect(sockets).toBe(TYPISTS + 1);
  expect(most - memory).toBeLessThan(GROWTH_MOST);
  wake();
  const all = () => pages.every(({ shared }) => shared.waiting === 0) && textOf(reader.shared.doc, "one")?.length === typed * TYPISTS;
  // What waited comes in as fast as each seat may send; and a store that slept may need to be asked twice.
  const end = performance.now() + 20_000 + (typed / CHANGES_PER_SECOND) * 1_000;
  const woken = performance.now();
  while (!all() && performance.now() < end) await pause(KEY_MS);
  expect(pages.map(({ shared }) => shared.refused)).toEqual(pages.map(() => null));
  const text = textOf(reader.shared.doc, "one")?.toString() ?? "";
  expect(pages.map((_, i) => text.split(letter(i)).length - 1)).toEqual(pages.map(() => typed));
  console.info(`all kept ${((performance.now() - woken) / 1_000).toFixed(1)} s after it answered again; afterwards ${((await hub.weight()).memory / 2 ** 20).toFixed(1)} MiB`);
  for (const { shared } of [...pages, reader]) shared.close();
});

/** Each goes on behind what they typed themselves, the only words they see. Tells how many letters each has typed. */
async function typeFor(pages: readonly TestPage[], milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let typed = 0;
  for (; performance.now() < end; typed++) {
    const at = typed;
    pages.forEach(({ shared }, i) => shared.change((doc) => textOf(doc, "one")?.insert(at, letter(i))));
    await pause(KEY_MS);
  }
  return typed;
}

function letter(writer: number): string {
  return String.fromCharCode(97 + writer);
}
