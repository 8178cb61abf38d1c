import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import type { WebSocket } from "ws";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, until } from "#tests/seats.ts";

import { SAYING_BYTES } from "./limits.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("two stock clients type in the same item and read the same", async () => {
  const a = hub.client("anna", hub.documents.principles);
  const b = hub.client("bryn", hub.documents.principles);
  await Promise.all([a.synced(), b.synced()]);
  addItem(a.doc, { id: "one", order: "a0", text: "Gofal", lang: "cy" });
  await until(() => textOf(b.doc, "one") !== undefined, b.doc);
  textOf(b.doc, "one")?.insert(5, " da");
  await until(() => readList(a.doc).items[0]?.text === "Gofal da", a.doc);
  expect(readList(b.doc)).toEqual(readList(a.doc));
});

test("what others see is on disk, with who wrote it", async () => {
  const a = hub.client("anna", hub.documents.priorities);
  const b = hub.client("bryn", hub.documents.priorities);
  await Promise.all([a.synced(), b.synced()]);
  addItem(a.doc, { id: "two", order: "a0", text: "Respite near home", lang: "en" });
  await until(() => readList(b.doc).items.length === 1, b.doc);
  const log = await hub.hub.live.log(hub.documents.priorities);
  expect(log.map((row) => row.memberId)).toEqual(["anna"]);
  expect((await hub.hub.live.authorsOf(hub.documents.priorities)).get(a.doc.clientID)).toBe("anna");
});

test("the desk writes by the same road", async () => {
  const a = hub.client("anna", hub.documents.notes);
  await a.synced();
  await hub.hub.live.write(hub.documents.notes, "bryn", (doc) => addItem(doc, { id: "x", order: "a0", text: "t", lang: "en" }));
  await until(() => a.doc.getMap("items").size === 1, a.doc);
  const authors = new Set((await hub.hub.live.authorsOf(hub.documents.notes)).values());
  expect(authors).toEqual(new Set(["bryn"]));
});

test("writing under another's clientID is refused, and nobody sees it", async () => {
  const a = hub.client("anna", hub.documents.principles);
  await a.synced();
  const forger = hub.client("eve", hub.documents.principles, { client: "12345" });
  await forger.synced();
  const closed = new Promise<number>((resolve) => forger.provider.on("closed", ({ code }) => resolve(code)));
  addItem(forger.doc, { id: "forged", order: "a9", text: "I agree", lang: "en" });
  expect(await closed).toBe(closeCodes.refused);
  expect(readList(a.doc).items.some((item) => item.id === "forged")).toBe(false);
});

test("text frames, strange origins and strangers are turned away", async () => {
  const address = `/live/document/${hub.documents.notes}`;
  const texting = hub.socket("anna", address);
  await once(texting, "open");
  texting.send("-1");
  expect((await once(texting, "close"))[0]).toBe(closeCodes.unreadable);
  expect(await statusOf(hub.socket("anna", address, { origin: "https://evil.example" }))).toBe(403);
  hub.desk.strangers.add("mallory");
  expect(await statusOf(hub.socket("mallory", address))).toBe(404);
  expect(await statusOf(hub.socket("anna", "/live/document/none"))).toBe(404);
  expect(await statusOf(hub.socket("anna", "/live/%E0%A4%A"))).toBe(404);
});

test("the noticeboard shows the board at once and after each change", async () => {
  const socket = hub.socket("anna", `/live/session/${hub.sessionId}`);
  const seen: Record<number, unknown> = {};
  socket.on("message", (data: Buffer) => {
    if (data[0] !== messages.key) seen[data[0] ?? -1] = data[0] === 1 ? "beat" : JSON.parse(data.subarray(1).toString());
  });
  await until(() => messages.here in seen);
  expect(seen[messages.board]).toEqual({ stage: "one" });
  expect(hub.hub.live.here(hub.sessionId)).toEqual(new Set(["anna"]));
  hub.desk.board = { stage: "two" };
  await hub.hub.live.deskChanged(hub.sessionId);
  await until(() => JSON.stringify(seen[messages.board]) === '{"stage":"two"}');
  socket.close();
  await until(() => hub.hub.live.here(hub.sessionId).size === 0);
});

test.each([["another session", 1, "write"], ["the session itself", 1, "read"]] as const)("what the desk decides in %s while a socket is admitted makes it ask %i time, and the socket may what holds afterwards: %s", async (which, asks, rights) => {
  let asked = 0;
  hub.desk.meanwhile = async () => {
    asked++;
    if (which === "the session itself") hub.desk.rights = "read";
    await hub.hub.live.deskChanged(which === "the session itself" ? hub.sessionId : "another");
  };
  const page = openPage({ port: hub.port, memberId: "mair", documentId: hub.documents.rules }).shared;
  await until(() => page.isLoaded);
  hub.desk.meanwhile = undefined;
  hub.desk.rights = "write";
  expect([asked, page.rights]).toEqual([asks, rights]);
  page.close();
});

test("rights that the store would not tell at that moment are asked for until it does", async () => {
  const page = openPage({ port: hub.port, memberId: "nia", documentId: hub.documents.rules }).shared;
  await until(() => page.isLoaded && page.rights === "write");
  hub.desk.rightsFail = true;
  hub.desk.rights = "read";
  await hub.hub.live.deskChanged(hub.sessionId);
  expect(page.rights).toBe("write");
  hub.desk.rightsFail = false;
  await until(() => page.rights === "read");
  hub.desk.rights = "write";
  await hub.hub.live.deskChanged(hub.sessionId);
  await until(() => page.rights === "write");
  page.close();
});

test("rights follow the desk, and a sealed document takes nothing more", async () => {
  const a = hub.client("anna", hub.documents.principles);
  await a.synced();
  hub.desk.rights = "read";
  await hub.hub.live.deskChanged(hub.sessionId);
  const closed = new Promise<number>((resolve) => a.provider.on("closed", ({ code }) => resolve(code)));
  addItem(a.doc, { id: "late", order: "b0", text: "late", lang: "en" });
  expect(await closed).toBe(closeCodes.mayNotWrite);
  hub.desk.rights = "write";
  await hub.hub.live.deskChanged(hub.sessionId);
  await hub.hub.live.seal(hub.sessionId);
  await expect(hub.hub.live.write(hub.documents.principles, "anna", (doc) => addItem(doc, { id: "y", order: "c0", text: "", lang: "en" }))).rejects.toThrow("");
});

test("a seat that ended by time alone closes its sockets at the next look, on documents and board, and nobody else's", async () => {
  const end = (socket: WebSocket) => once(socket, "close").then(([code]) => code as number);
  const [gone, board, stays] = [hub.socket("idle", `/live/document/${hub.documents.rules}?v=1`), hub.socket("idle", `/live/session/${hub.sessionId}`), hub.socket("anna", `/live/document/${hub.documents.rules}?v=1`)];
  await Promise.all([gone, board, stays].map((socket) => once(socket, "open")));
  const ends = Promise.all([end(gone), end(board)]);
  await hub.hub.checkSeats();
  expect(gone.readyState).toBe(gone.OPEN);
  hub.desk.strangers.add("idle");
  await hub.hub.checkSeats();
  expect(await ends).toEqual([closeCodes.unseated, closeCodes.unseated]);
  expect(stays.readyState).toBe(stays.OPEN);
  stays.terminate();
});

test("a seat taken back while the desk is asked about it opens nothing, although the answer was still yes", async () => {
  let answer: (() => void) | null = null;
  hub.desk.meanwhile = () => new Promise((resolve) => (answer = resolve));
  const refused = statusOf(hub.socket("leaver", `/live/document/${hub.documents.rules}?v=1`));
  await until(() => answer !== null);
  hub.desk.meanwhile = undefined;
  hub.desk.strangers.add("leaver");
  hub.hub.live.unseat("leaver");
  (answer as (() => void) | null)?.();
  expect(await refused).toBe(404);
});

test("a page that sends the board's clock question over and over is slowed, and one that is no question is not answered", async () => {
  const socket = hub.socket("anna", `/live/session/${hub.sessionId}`);
  let answers = 0;
  socket.on("message", (data: Buffer) => (answers += data[0] === messages.clock ? 1 : 0));
  await once(socket, "open");
  const question = (padding: number) => Buffer.concat([Buffer.of(messages.clock), Buffer.from(JSON.stringify({ asked: 1, more: "x".repeat(padding) }))]);
  socket.send(question(SAYING_BYTES));
  // Half a megabyte: what one reading of the socket brings is answered, and then it waits.
  for (let i = 0; i < 500; i++) socket.send(question(SAYING_BYTES - 100));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(answers).toBeGreaterThan(0);
  expect(answers).toBeLessThan(400);
  socket.terminate();
});

test("whoever looks at the board at the moment the store fails is told when it answers again", async () => {
  const socket = hub.socket("anna", `/live/session/${hub.sessionId}`);
  const boards: string[] = [];
  socket.on("message", (data: Buffer) => data[0] === messages.board && boards.push(data.subarray(1).toString()));
  await until(() => boards.length > 0);
  const { board } = hub.desk;
  hub.desk.board = new Error("the store is away");
  await hub.hub.live.deskChanged(hub.sessionId);
  await new Promise((resolve) => setTimeout(resolve, 300));
  hub.desk.board = { stage: "three" };
  await until(() => boards.at(-1) === '{"stage":"three"}');
  hub.desk.board = board;
  socket.terminate();
});

test("the watchman is told how it stands, without a word of anybody's", () => {
  const figures = JSON.stringify(hub.hub.figures());
  expect(hub.hub.figures().rows).toBeGreaterThan(0);
  expect(hub.hub.refusals()["owner"]).toBe(1);
  expect(figures).not.toMatch(/anna|Gofal/);
});

async function statusOf(socket: WebSocket): Promise<number | undefined> {
  socket.on("error", () => {});
  const [, response] = (await once(socket, "unexpected-response")) as [unknown, { statusCode?: number }];
  return response.statusCode;
}
