import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import type { WebSocket } from "ws";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { messages } from "#app/live/codes.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { until } from "#tests/seats.ts";

/** HUB_CROWD=3000 on a machine with room for them. */
const crowd = Number(process.env.HUB_CROWD ?? 1_000);

/** Milliseconds in which all must be back, with the whole document. */
const ALL_BACK_MS = 10_000;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test(`${crowd} members come back at once, and all have the document in ten seconds`, async () => {
  const writer = hub.client("writer", hub.documents.principles);
  await writer.synced();
  for (let i = 0; i < 50; i++) addItem(writer.doc, { id: `i${i}`, order: `a${i}`, text: "gofal seibiant ".repeat(100), lang: "cy" });
  await until(() => hub.hub.figures().rows > 0);
  const started = performance.now();
  const sockets = Array.from({ length: crowd }, (_, i) => hub.socket(`m${i}`, `/live/document/${hub.documents.principles}?v=1`));
  await Promise.all(sockets.map(hello));
  const took = performance.now() - started;
  console.info(`${crowd} back in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(ALL_BACK_MS);
  for (const socket of sockets) socket.terminate();
  await until(() => hub.hub.figures().sockets === 1);
});

test("a member who stops reading is let go, and nobody else waits", async () => {
  const [writer, reader] = [hub.client("writer", hub.documents.priorities), hub.client("reader", hub.documents.priorities)];
  await Promise.all([writer.synced(), reader.synced()]);
  addItem(writer.doc, { id: "one", order: "a0", text: "", lang: "en" });
  const stuck = hub.socket("stuck", `/live/document/${hub.documents.priorities}?v=1`);
  await hello(stuck);
  stuck.pause();
  const before = hub.hub.figures().sockets;
  // More than the network between us holds, and more than the server is willing to keep for one.
  for (let i = 0; i < 400 && hub.hub.figures().sockets === before; i++) {
    textOf(writer.doc, "one")?.insert(0, "x".repeat(40_000));
    // Taken out only once it went out to all: what is deleted before that would never be sent.
    await until(() => textOf(reader.doc, "one")?.length === 40_000, reader.doc);
    textOf(writer.doc, "one")?.delete(0, 40_000);
    await until(() => textOf(reader.doc, "one")?.length === 0, reader.doc);
  }
  // By its backlog at once, or by standing still for as long as the server waits.
  await expect.poll(() => hub.hub.figures().sockets, { timeout: 60_000 }).toBeLessThan(before);
  addItem(writer.doc, { id: "two", order: "a1", text: "still here", lang: "en" });
  await until(() => textOf(reader.doc, "two") !== undefined);
  stuck.terminate();
});

/** Asks for the document, and waits until all of it is there. */
async function hello(socket: WebSocket): Promise<void> {
  const heard = new Promise<void>((resolve) => socket.on("message", (data: Buffer) => data[0] === messages.hello && resolve()));
  await once(socket, "open");
  socket.send(Uint8Array.from([messages.sync, 0, 1, 0]));
  await heard;
}
