/** One member stops reading: what waits for them is bounded, and nobody else notices. */
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import type * as Y from "yjs";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { messages } from "#app/live/codes.ts";
import { BACKLOG_BYTES, FRAME_BYTES } from "#server/live/limits.ts";
import { ask } from "#tests/attacks/forging.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { median } from "#tests/load/spread.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";

import { startHub, type HubChild } from "./hub-child.ts";

/** Each writes a page of text in a round: together more than the network between us holds in a few of them. */
const WRITERS = 8;
const LETTERS = 59_000;
/** Rounds before, to compare with; and the most until the slow one is let go. */
const ROUNDS = 20;
const ROUNDS_MOST = 200;

/** What the process may grow by, however long somebody does not read: what may wait for them, and as much again as its own work leaves about for a while. */
const GROWTH_MOST = 64 * 1024 * 1024;

/** Times as long as before, and milliseconds on top, that a busy machine may need: the 15 s of a stalled line are a thousand times as much. */
const SLOWER_MOST = 3;
const SLOWER_MOST_MS = 100;

let database: ScratchDatabase;
let hub: HubChild;
let documentId: string;
const pages: TestPage[] = [];
beforeAll(async () => {
  database = await scratchDatabase();
  const { sessionId, documents } = await seedSession(database.pool);
  documentId = documents.principles;
  hub = await startHub({ store: database.url, sessionId });
});
afterAll(async () => {
  for (const { shared } of pages) shared.close();
  hub.process.kill("SIGKILL");
  await database.close();
});

test("a member who stops reading is let go, with no more waiting for them than may wait, and the others are as quick as before", async () => {
  const writers = await come(Array.from({ length: WRITERS }, (_, n) => `writer${n}`));
  const readers = await come(["reader", "another"]);
  for (const [n, { shared }] of writers.entries()) shared.change((doc) => addItem(doc, { id: `item${n}`, order: `a${n}`, text: "", lang: "en" }));
  await until(() => pages.every(({ shared }) => lengthsIn(shared.doc).length === WRITERS));
  const before: number[] = [];
  for (let round = 0; round < ROUNDS; round++) before.push(await roundTrip(writers, readers));
  const { sockets, memory } = await hub.weight();

  const stuck = await stuckReader();
  const meanwhile: number[] = [];
  let heaviest = await hub.weight();
  expect(heaviest.sockets).toBe(sockets + 1);
  for (let round = 0; round < ROUNDS_MOST && heaviest.sockets > sockets; round++) {
    meanwhile.push(await roundTrip(writers, readers));
    const now = await hub.weight();
    heaviest = { memory: Math.max(heaviest.memory, now.memory), backlog: Math.max(heaviest.backlog, now.backlog), sockets: now.sockets };
  }
  console.info(`let go after ${meanwhile.length} rounds; ${heaviest.backlog} bytes waited, ${heaviest.memory - memory} more in memory; a round took ${median(before).toFixed(1)} ms before and ${median(meanwhile).toFixed(1)} ms meanwhile`);
  expect(heaviest.sockets).toBe(sockets);
  // It is looked at when a frame has been added, and one frame may hold what all wrote in a tick.
  expect(heaviest.backlog).toBeGreaterThan(BACKLOG_BYTES / 2);
  expect(heaviest.backlog).toBeLessThan(BACKLOG_BYTES + WRITERS * FRAME_BYTES);
  expect(heaviest.memory - memory).toBeLessThan(GROWTH_MOST);
  expect(median(meanwhile)).toBeLessThan(SLOWER_MOST * median(before) + SLOWER_MOST_MS);
  expect(pages.map(({ shared }) => shared.refused)).toEqual(pages.map(() => null));
  stuck.terminate();
}, 300_000);

/** Everybody writes a page of text, all have it, and it is taken out again. Milliseconds. */
async function roundTrip(writers: readonly TestPage[], readers: readonly TestPage[]): Promise<number> {
  const started = performance.now();
  for (const [n, { shared }] of writers.entries()) shared.change((doc) => textOf(doc, `item${n}`)?.insert(0, "x".repeat(LETTERS)));
  await allHave(readers, LETTERS);
  for (const [n, { shared }] of writers.entries()) shared.change((doc) => textOf(doc, `item${n}`)?.delete(0, LETTERS));
  await allHave(readers, 0);
  return performance.now() - started;
}

function allHave(readers: readonly TestPage[], length: number): Promise<void> {
  return until(() => readers.every(({ shared }) => lengthsIn(shared.doc).every((one) => one === length)), ...readers.map(({ shared }) => shared.doc));
}

/** Of the items that are there, in characters. */
function lengthsIn(doc: Y.Doc): number[] {
  return Array.from({ length: WRITERS }, (_, n) => textOf(doc, `item${n}`)?.length).filter((length) => length !== undefined);
}

async function come(members: readonly string[]): Promise<TestPage[]> {
  const came = members.map((memberId) => openPage({ port: hub.port, memberId, documentId }));
  pages.push(...came);
  await until(() => came.every(({ shared }) => shared.isLoaded));
  return came;
}

/** Has the document, and then reads no more. */
async function stuckReader(): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${hub.port}/live/document/${documentId}?v=1`, { headers: { origin: `http://127.0.0.1:${hub.port}`, cookie: "member=stuck" } });
  const greeted = new Promise<void>((resolve) => socket.on("message", (data: Buffer) => data[0] === messages.hello && resolve()));
  await once(socket, "open");
  socket.send(ask);
  await greeted;
  socket.pause();
  return socket;
}
