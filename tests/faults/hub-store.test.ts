import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { messages } from "#app/live/codes.ts";
import { startKeeper, type Keeper } from "#server/database/keeper.ts";
import { migrate } from "#server/database/migrate.ts";
import { createHub, type Hub } from "#server/live/hub.ts";
import { WAITING_BYTES } from "#server/live/limits.ts";
import { after, ask, change, firstOf, wrapped } from "#tests/attacks/forging.ts";
import { listen, openPage, seedSession, testOptions, until, type TestPage } from "#tests/seats.ts";

import { putToSleep } from "./postmaster.ts";

/** HUB_STORE_KILLS=1000 for a long night. */
const kills = Number(process.env.HUB_STORE_KILLS ?? 10);
/** HUB_STORE_DOWN_MS=60000 for the whole minute. */
const downMs = Number(process.env.HUB_STORE_DOWN_MS ?? 4_000);

/** What an eager sender offers while the store sleeps, and the most that may be read of it: what may wait, and what one reading brings. */
const EAGER_CHANGES = 1_500;
const EAGER_BYTES = 1_000;
const READ_MOST = WAITING_BYTES + 256 * 1024;

let folder: string;
let keeper: Keeper;
let pool: pg.Pool;
let hub: Hub;
let server: Server;
let port: number;
let documentId: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "ymholi-hub-"));
  keeper = await startKeeper({ dataDir: path.join(folder, "data"), say: () => {} });
  pool = new pg.Pool({ connectionString: keeper.url, max: 6 });
  // Connections are cut on purpose here.
  pool.on("error", () => {});
  const client = await pool.connect();
  await migrate(client, fileURLToPath(new URL("../../prisma/migrations", import.meta.url)));
  client.release();
  const { sessionId, documents } = await seedSession(pool);
  documentId = documents.principles;
  hub = createHub(testOptions(pool, sessionId, { rights: "write", board: {}, strangers: new Set() }));
  server = createServer();
  server.on("upgrade", (req, socket, head) => hub.upgrade(req, socket, head) || socket.destroy());
  port = await listen(server);
}, 120_000);
afterAll(async () => {
  await hub.stop();
  server.close();
  await pool.end();
  await keeper.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test(`${kills} times kill -9 of PostgreSQL in mid-typing: nobody loses a letter`, async () => {
  const pages = await open(["anna", "bryn", "carys"], "one");
  let typed = 0;
  for (let kill = 0; kill < kills; kill++) {
    const pid = keeper.pid();
    for (let i = 0; i < 20; i++) {
      for (const { shared } of pages) shared.change((doc) => textOf(doc, "one")?.insert(0, "x"));
      typed++;
      await new Promise((resolve) => setTimeout(resolve, 8));
      if (i === 10) process.kill(pid, "SIGKILL");
    }
    await kept(pages);
  }
  const text = "x".repeat(typed * pages.length);
  await until(() => pages.every(({ shared }) => textOf(shared.doc, "one")?.toString() === text));
  expect(pages.map(({ shared }) => shared.refused)).toEqual([null, null, null]);
  for (const { shared } of pages) shared.close();
});

test(`a store that does not answer for ${downMs} ms: typing goes on and waits, nobody sees what is not kept, then all is kept`, async () => {
  const [writer, reader] = await open(["anna", "bryn"], "two");
  if (!writer || !reader) throw new Error("two pages were opened");
  writer.shared.change((doc) => textOf(doc, "two")?.insert(0, "Seibiant"));
  await until(() => writer.shared.waiting === 0 && textOf(reader.shared.doc, "two")?.length === 8);
  const eager = await eagerSender();
  const wake = await putToSleep(keeper.pid());
  eager.send();
  writer.shared.change((doc) => textOf(doc, "two")?.insert(0, "waiting"));
  expect(writer.shared.waiting).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, downMs));
  // What waits, waits in their network and not in our memory.
  expect(eager.read()).toBeLessThan(READ_MOST);
  console.info(`${eager.read()} of ${EAGER_CHANGES * EAGER_BYTES} bytes of an eager sender were read while the store slept`);
  eager.stop();
  expect([writer.shared.waiting, writer.shared.isOpen]).toEqual([1, true]);
  expect(readList(reader.shared.doc).items.find((item) => item.id === "two")?.text).toBe("Seibiant");
  wake();
  await until(() => writer.shared.waiting === 0 && textOf(reader.shared.doc, "two")?.toString().startsWith("waiting") === true);
  writer.shared.close();
  reader.shared.close();
}, downMs + 60_000);

/** A page that sends more than anybody types, as fast as it can. */
async function eagerSender(): Promise<{ send(): void; read(): number; stop(): void }> {
  const near = once(server, "connection");
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live/document/${documentId}?v=1`, { headers: { origin: `http://127.0.0.1:${port}`, cookie: "member=eager" } });
  const [ours] = (await near) as [Socket];
  await once(socket, "open");
  const greeted = new Promise<{ client: number }>((resolve) => socket.on("message", (data: Buffer) => {
    if (data[0] === messages.hello) resolve(JSON.parse(data.subarray(1).toString()) as { client: number });
  }));
  socket.send(ask);
  const { client } = await greeted;
  const start = await hub.live.read(documentId, (doc) => firstOf(doc, "two"));
  const words = "x".repeat(EAGER_BYTES);
  return {
    send() {
      for (let n = 0; n < EAGER_CHANGES; n++) socket.send(wrapped(change({ client, clock: n * EAGER_BYTES, structs: [after(n === 0 ? start : [client, n * EAGER_BYTES - 1], words)] })));
    },
    read: () => ours.bytesRead,
    stop: () => socket.terminate(),
  };
}

async function open(members: readonly string[], itemId: string): Promise<TestPage[]> {
  const pages = members.map((memberId) => openPage({ port, memberId, documentId }));
  await until(() => pages.every(({ shared }) => shared.isLoaded));
  pages[0]?.shared.change((doc) => addItem(doc, { id: itemId, order: itemId, text: "", lang: "en" }));
  await until(() => pages.every(({ shared }) => textOf(shared.doc, itemId) !== undefined));
  return pages;
}

/** The keeper lets a server that keeps dying rest for longer and longer. */
async function kept(pages: readonly TestPage[]): Promise<void> {
  const all = () => pages.every(({ shared }) => shared.waiting === 0);
  await until(all).catch(() => until(all));
}
