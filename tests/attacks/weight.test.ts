/** Attacks by weight and by number (threat model L5, L10, L16 to L22): allowed one by one, and too much together. */
import { once } from "node:events";
import { Writable } from "node:stream";

import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { DOCUMENT_BYTES, FRAME_BYTES } from "#server/live/limits.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { type TestClient, until } from "#tests/seats.ts";

import { after, all, ask, attackerAt, byte, bytes, change, field, firstOf, record, text, uint, wrapped, written, type Id } from "./forging.ts";

/** Milliseconds in which honest words reach the others, whatever one attacker does; on a busy machine. */
const HONEST_MS = 2_000;

/** Milliseconds in which somebody honest is in, though their network is being looked at in turn: a client that is turned away tries again by itself. */
const HONEST_JOIN_MS = 10_000;

let hub: TestHub;
let carer: TestClient;
let manager: TestClient;
const logged: string[] = [];
beforeAll(async () => {
  const stream = new Writable({ write: (line: Buffer, _encoding, done) => (logged.push(line.toString()), done()) });
  hub = await startTestHub({ log: pino({ level: "trace" }, stream) });
  [carer, manager] = [hub.client("carer", hub.documents.principles), hub.client("manager", hub.documents.principles)];
  await Promise.all([carer.synced(), manager.synced()]);
  addItem(carer.doc, { id: "one", order: "a0", text: "Seibiant yn lleol", lang: "cy" });
  await until(() => textOf(manager.doc, "one") !== undefined);
});
afterAll(() => hub.stop());

test("L10 the same place over and over, and the same key over and over: the honest are not held up", async () => {
  const start = firstOf(carer.doc);
  const crowd = (mine: number) => Array.from({ length: 5 }, (_, n) => change({ client: mine, clock: n * 500, structs: Array.from({ length: 500 }, () => after(start, "x")) }));
  const writers = await Promise.all([1, 2, 3].map(() => attackerAt(hub, hub.documents.principles)));
  for (const { socket, mine } of writers) for (const one of crowd(mine)) socket.send(wrapped(one));
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  socket.send(wrapped(change({ client: mine, structs: [record("links", "again")] })));
  for (let n = 0; n < 10; n++) socket.send(wrapped(change({ client: mine, clock: 1 + n * 300, structs: Array.from({ length: 300 }, () => field([mine, 0], "itemId", 119, 1, 97)) })));
  expect(await honestRoundTrip()).toBeLessThan(HONEST_MS);
  for (const one of [socket, ...writers.map((writer) => writer.socket)]) one.terminate();
  await allReadTheSame();
});

test("L16 shredding and rejoining: nothing grows that nobody sees", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.priorities);
  const own: Id = [mine, 2];
  socket.send(wrapped(change({ client: mine, structs: [record("items", "shreds"), field([mine, 0], "order", 119, 1, 97), all(byte(0x27), uint(0), uint(mine), uint(0), text("text"), uint(2)), all(byte(0x04), uint(0), uint(own[0]), uint(own[1]), text("y".repeat(4_000)))] })));
  const ranges = Array.from({ length: 1_999 }, (_, i) => [4 + i * 2, 1] as const);
  const shred = written(uint(0), uint(1), uint(mine), uint(ranges.length), ...ranges.map(([at, length]) => all(uint(at), uint(length))));
  for (let again = 0; again < 20; again++) socket.send(wrapped(shred));
  for (let joining = 0; joining < 60; joining++) (await attackerAt(hub, hub.documents.priorities)).socket.terminate();
  const size = await hub.hub.live.read(hub.documents.priorities, (doc) => Y.encodeStateAsUpdate(doc).length);
  expect(size).toBeLessThan(60_000);
  expect((await hub.hub.live.authorsOf(hub.documents.priorities)).size).toBe(1);
  expect((await hub.hub.live.log(hub.documents.priorities)).length).toBeLessThan(5);
  socket.terminate();
});

test("L16 a format for every letter is refused at the first", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  socket.send(wrapped(change({ client: mine, structs: Array.from({ length: 400 }, (_, i) => all(byte(0x86), uint(i === 0 ? firstOf(carer.doc)[0] : mine), uint(i === 0 ? firstOf(carer.doc)[1] : i - 1), text("bold"), text("true"))) })));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
});

test("L17 four bytes fetch the whole once in ten seconds, on each socket of eight", async () => {
  const sockets = await Promise.all(Array.from({ length: 8 }, () => attackerAt(hub, hub.documents.notes)));
  const closed = sockets.map(({ socket }) => once(socket, "close"));
  for (const { socket } of sockets) for (let i = 0; i < 50; i++) socket.send(ask);
  for (const [code] of await Promise.all(closed)) expect(code).toBe(closeCodes.tryAgain);
});

test.each([
  ["a real one", () => Y.encodeStateAsUpdateV2(carer.doc)],
  ["a run-length bomb", () => Uint8Array.from([0, 0, 1, 1, 2, 65, 0, 0, 0, 0, 1, 255, 255, 255, 14, 0, 1, 0, 0, 1, 255, 255, 255, 14, 0])],
])("L18 an update of the second version, %s, is refused as any other noise", async (_name, make) => {
  for (const step of [1, 2] as const) {
    const { socket } = await attackerAt(hub, hub.documents.principles);
    socket.send(wrapped(make(), step));
    expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  }
  expect(await honestRoundTrip()).toBeLessThan(HONEST_MS);
});

test("L19 noise on two hundred sockets does not fill the log", async () => {
  logged.length = 0;
  for (let n = 0; n < 200; n++) {
    const socket = hub.socket("eve", `/live/document/${hub.documents.notes}?v=1`);
    await once(socket, "open");
    socket.send(n % 2 ? Uint8Array.from([9, n, n]) : wrapped(Uint8Array.from([n, 255, n])));
    await once(socket, "close");
  }
  expect(logged.length).toBeLessThanOrEqual(200);
  expect(logged.join("").length).toBeLessThan(200 * 300);
});

test("L20 a frame of 64 KiB is taken, and one byte more is not", async () => {
  addItem(carer.doc, { id: "big", order: "a9", text: "Seibiant", lang: "cy" });
  await until(() => textOf(manager.doc, "big") !== undefined);
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const frameWith = (length: number) => wrapped(change({ client: mine, structs: [after(firstOf(carer.doc, "big"), "x".repeat(length))] }));
  const most = FRAME_BYTES - (frameWith(60_000).length - 60_000);
  expect(frameWith(most).length).toBe(FRAME_BYTES);
  socket.send(frameWith(most));
  await until(() => textOf(manager.doc, "big")?.length === "Seibiant".length + most);
  socket.on("error", () => {});
  socket.send(new Uint8Array(FRAME_BYTES + 1));
  expect((await once(socket, "close"))[0]).toBe(1009);
});

test("L21 awareness of every hostile sort goes nowhere and hurts nobody", async () => {
  const { socket } = await attackerAt(hub, hub.documents.principles);
  const heard: Buffer[] = [];
  const spy = hub.socket("manager", `/live/document/${hub.documents.principles}?v=1`);
  spy.on("message", (data: Buffer) => heard.push(data));
  await once(spy, "open");
  spy.send(ask);
  await until(() => heard.some((data) => data[0] === messages.hello));
  const states = [`{"user":{"name":"Carer"}}`, `"a string"`, "null", "[".repeat(5_000)];
  for (const state of states) socket.send(written(uint(messages.awareness), uint(state.length + 30), uint(1), uint(carer.doc.clientID), uint(2 ** 53 - 1), text(state)));
  socket.send(written(uint(messages.awareness), uint(40_000), uint(9_000), ...Array.from({ length: 9_000 }, (_, i) => all(uint(i), uint(0), bytes(1, 48)))));
  socket.send(Uint8Array.from([messages.awareness, 255, 255]));
  socket.send(Uint8Array.from([3]));
  socket.send(Buffer.concat([Buffer.from([messages.presence]), Buffer.from('{"typing":"one","memberId":"carer","name":"Carer","role":"facilitator"}')]));
  const isPresence = (data: Buffer) => data[0] === messages.presence && data.includes("one");
  await until(() => heard.some(isPresence));
  expect(JSON.parse(heard.find(isPresence)?.subarray(1).toString() ?? "")).toEqual([{ memberId: "eve", saying: { typing: "one" } }]);
  expect(heard.filter((data) => data[0] === messages.awareness && data.length > 3)).toEqual([]);
  expect(carer.provider.awareness.getStates().size).toBeLessThanOrEqual(1);
  for (const one of [spy, socket]) one.terminate();
});

test("L22 three hundred rooms that nobody made leave nothing behind, and somebody honest from the same address comes in meanwhile", async () => {
  const before = hub.hub.figures().documents;
  const began = performance.now();
  const ends = Array.from({ length: 300 }, (_, n) => answerTo(`/live/document/made-up-${n}`));
  const neighbour = hub.client("neighbour", hub.documents.principles);
  await neighbour.synced();
  expect(performance.now() - began).toBeLessThan(HONEST_JOIN_MS);
  // A network that failed too often is looked at in turn, and beyond so many waiting not at all.
  const answers = await Promise.all(ends);
  expect(answers.filter((answer) => answer !== 404 && answer !== 429)).toEqual([]);
  expect(answers, "the first are looked at").toContain(404);
  neighbour.destroy();
  expect(hub.hub.figures().documents).toBe(before);
});

test("a full document takes nothing more, says so, and is still read by a newcomer", async () => {
  const { notes } = hub.documents;
  await hub.hub.live.write(notes, "carer", (doc) => addItem(doc, { id: "full", order: "a0", text: "", lang: "en" }));
  for (let written = 0; written <= DOCUMENT_BYTES; written += FRAME_BYTES) await hub.hub.live.write(notes, null, (doc) => textOf(doc, "full")?.insert(0, "x".repeat(FRAME_BYTES)));
  const late = hub.client("late", notes);
  await late.synced();
  const closed = new Promise<number>((resolve) => late.provider.on("closed", ({ code }) => resolve(code)));
  late.doc.getMap("notes").set("n", new Y.Map());
  expect(await closed).toBe(closeCodes.full);
  expect(hub.hub.refusals()["full"]).toBe(1);
  const newcomer = hub.client("newcomer", notes);
  await newcomer.synced();
  expect(textOf(newcomer.doc, "full")?.length).toBeGreaterThan(DOCUMENT_BYTES);
});

/** How long a word of the carer's takes to the manager. */
async function honestRoundTrip(): Promise<number> {
  const word = crypto.randomUUID().slice(0, 8);
  const began = performance.now();
  carer.doc.transact(() => textOf(carer.doc, "one")?.insert(0, word));
  await until(() => textOf(manager.doc, "one")?.toString().startsWith(word) === true, manager.doc);
  return performance.now() - began;
}

async function allReadTheSame(): Promise<void> {
  const newcomer = hub.client(`newcomer-${crypto.randomUUID().slice(0, 6)}`, hub.documents.principles);
  await newcomer.synced();
  await until(() => new Set([carer, manager, newcomer].map(({ doc }) => JSON.stringify(readList(doc)))).size === 1);
  expect(await hub.hub.live.read(hub.documents.principles, readList)).toEqual(readList(newcomer.doc));
  newcomer.destroy();
}

/** The status that answers an upgrade; 101 when it comes in. */
async function answerTo(path: string): Promise<number> {
  const socket = hub.socket("eve", path);
  socket.on("error", () => {});
  const refused = once(socket, "unexpected-response").then(([, answer]) => (answer as { statusCode: number }).statusCode);
  const answer = await Promise.race([refused, once(socket, "open").then(() => 101)]);
  socket.terminate();
  return answer;
}
