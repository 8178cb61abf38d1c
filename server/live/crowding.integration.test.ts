/** What one address, one member or one crowd may cost the hub, over real sockets. */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { after, attackerAt, change, firstOf, wrapped } from "#tests/attacks/forging.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { until } from "#tests/seats.ts";

import type { HubOptions } from "./hub.ts";
import { FAILED_KNOCKS_BURST, KNOCKS_WAITING, MEMBER_CLIENTS, WAITING_BYTES, WORK_MS_BURST, WORK_MS_PER_SECOND } from "./limits.ts";

let hub: TestHub;
afterEach(() => hub.stop());

test("as many sockets as there is room for come in, on one document and in all; the next is told to come again", async () => {
  await start({ sockets: { perDocument: 2, most: 3 } });
  const [rules, notes] = [hub.documents.rules, hub.documents.notes].map((id) => `/live/document/${id}?v=1`) as [string, string];
  await Promise.all([once(hub.socket("anna", rules), "open"), once(hub.socket("bryn", rules), "open")]);
  expect(await answerTo(hub.socket("cai", rules))).toBe(503);
  expect(await answerTo(hub.socket("cai", notes))).toBe(101);
  expect(await answerTo(hub.socket("dewi", notes))).toBe(503);
});

test("sixty handshakes of an address may fail; then one is looked at after the other, and somebody honest there still comes in", async () => {
  await start();
  hub.desk.strangers.add("mallory");
  const address = `/live/document/${hub.documents.rules}?v=1`;
  for (let i = 0; i <= FAILED_KNOCKS_BURST; i++) expect(await answerTo(hub.socket("mallory", address))).toBe(404);
  // A store that is slow to answer.
  hub.desk.meanwhile = () => pause(20);
  const flood = Array.from({ length: KNOCKS_WAITING + 40 }, () => answerTo(hub.socket("mallory", address)));
  const answers = await Promise.all(flood);
  expect(new Set(answers)).toEqual(new Set([404, 429]));
  expect(await answerTo(hub.socket("anna", address))).toBe(101);
  expect(await answerTo(hub.socket("mallory", address, { "x-network": "elsewhere" }))).toBe(404);
});

test("a stock client that writes and never answers what it has is sent away before its words fill the memory", async () => {
  await start();
  const socket = hub.socket("eve", `/live/document/${hub.documents.principles}`);
  await once(socket, "open");
  const never = wrapped(new Uint8Array(WAITING_BYTES / 2));
  for (let i = 0; i < 4; i++) socket.send(never);
  expect((await once(socket, "close"))[0]).toBe(closeCodes.tryAgain);
});

test("a member who comes back over and over, or writes under a new clientID each time, uses up a handful, and is read all the same", async () => {
  await start();
  const carer = hub.client("carer", hub.documents.principles);
  await carer.synced();
  addItem(carer.doc, { id: "one", order: "a0", text: "Seibiant yn lleol i bob gofalwr", lang: "cy" });
  const begin = () => firstOf(carer.doc);
  await until(() => textOf(carer.doc, "one") !== undefined);
  for (let visit = 1; visit <= MEMBER_CLIENTS + 4; visit++) {
    const { socket, mine, next } = await attackerAt(hub, hub.documents.principles, `&client=${1_000 + visit}`);
    socket.send(wrapped(change({ client: mine, clock: next, structs: [after(begin(), "x")] })));
    await until(() => textOf(carer.doc, "one")?.toString().split("x").length === visit + 1, carer.doc);
    socket.terminate();
    await once(socket, "close");
    await until(() => hub.hub.figures().sockets === 1);
  }
  const theirs = [...(await hub.hub.live.authorsOf(hub.documents.principles)).values()].filter((member) => member === "eve");
  expect(theirs).toHaveLength(MEMBER_CLIENTS);
});

test("a member's forms are paid for as typing is: who has spent all waits, and nobody else does", async () => {
  await start();
  const { hub: { live }, documents: { principles } } = hub;
  const add = (id: string, spinMs: number) => (doc: Parameters<typeof addItem>[0]) => {
    const until = performance.now() + spinMs;
    while (performance.now() < until);
    addItem(doc, { id, order: id, text: "Seibiant", lang: "cy" });
  };
  await live.write(principles, "eve", add("dear", WORK_MS_BURST + WORK_MS_PER_SECOND));
  const done: string[] = [];
  const late = live.write(principles, "eve", add("late", 0)).then(() => done.push("eve"));
  await live.write(principles, "carer", add("early", 0)).then(() => done.push("carer"));
  await late;
  expect(done).toEqual(["carer", "eve"]);
});

test("two decisions at once are both told, and do not send each other back to the desk for ever", async () => {
  let reads = 0;
  await start({ rightsIn: async () => {
    reads++;
    await pause(40);
    return () => "read";
  } });
  await once(hub.socket("anna", `/live/document/${hub.documents.rules}?v=1`), "open");
  const first = hub.hub.live.deskChanged(hub.sessionId);
  await pause(20);
  await Promise.all([first, hub.hub.live.deskChanged(hub.sessionId)]);
  expect(reads).toBeLessThanOrEqual(3);
});

test("a node that stops sends its pages away one after the other, with a word that they may come back", async () => {
  await start();
  const sockets = await Promise.all(Array.from({ length: 6 }, async (_, i) => {
    const socket = hub.socket(`member-${i}`, `/live/document/${hub.documents.notes}?v=1`);
    await once(socket, "open");
    return socket;
  }));
  const begun = performance.now();
  const ends = sockets.map((socket) => once(socket, "close").then(([code]) => ({ code: code as number, after: performance.now() - begun })));
  await hub.hub.stop(600);
  const ended = await Promise.all(ends);
  expect(ended.map(({ code }) => code)).toEqual(sockets.map(() => closeCodes.restarting));
  expect(Math.max(...ended.map(({ after }) => after)) - Math.min(...ended.map(({ after }) => after))).toBeGreaterThan(300);
});

async function start(more: Partial<HubOptions> = {}): Promise<void> {
  hub = await startTestHub(more);
}

/** The status a handshake is answered with; 101 when it is taken. */
async function answerTo(socket: WebSocket): Promise<number | undefined> {
  socket.on("error", () => {});
  const refused = once(socket, "unexpected-response").then(([, response]) => (response as { statusCode?: number }).statusCode);
  return Promise.race([refused, once(socket, "open").then(() => 101)]);
}
