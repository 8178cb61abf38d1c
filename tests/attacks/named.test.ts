/** Every named attack on live documents (threat model L1–L22), over a real socket against a real hub. */
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import type { Reason } from "#server/live/gate.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { type TestClient, until } from "#tests/seats.ts";

import { after, all, attackerAt, between, byte, change, field, firstOf, record, text, uint, id, wrapped, written } from "./forging.ts";

let hub: TestHub;
let carer: TestClient;
let manager: TestClient;
beforeAll(async () => {
  hub = await startTestHub();
  carer = hub.client("carer", hub.documents.principles);
  manager = hub.client("manager", hub.documents.principles);
  await Promise.all([carer.synced(), manager.synced()]);
  addItem(carer.doc, { id: "one", order: "a0", text: "Seibiant 😀 yn lleol", lang: "cy" });
  await until(() => textOf(manager.doc, "one") !== undefined);
});
afterAll(() => hub.stop());

interface Scene {
  /** The attacker's own clientID. */
  readonly mine: number;
  readonly victim: number;
  /** The first character of the shared text. */
  readonly start: readonly [number, number];
  readonly victimNext: number;
}

const attacks: readonly (readonly [name: string, reason: Reason, make: (scene: Scene) => Uint8Array])[] = [
  ["L1 forging an author", "owner", ({ victim, victimNext, start }) => change({ client: victim, clock: victimNext, structs: [after(start, "I agree")] })],
  ["L2 the same clock twice", "clock", ({ mine, start }) => change({ client: mine, clock: 5, structs: [after(start, "A")] })],
  ["L3 silencing with a run of nothing", "owner", ({ victim, victimNext }) => change({ client: victim, clock: victimNext, structs: [all(byte(0), uint(2 ** 40))] })],
  ["L4 deleting what is yet to be typed", "deletion", ({ mine, victim, victimNext }) => change({ client: mine, deletes: [[victim, victimNext, 2 ** 40]] })],
  ["L6 a root for the stage", "root", ({ mine }) => change({ client: mine, structs: [record("stage", "now")] })],
  ["L7 a change that waits for ever", "clock", ({ mine }) => change({ client: mine, clock: 1_000, structs: [after([mine, 999], "later")] })],
  ["L8 the 28-byte brick", "clock", ({ mine }) => change({ client: mine, clock: 2 ** 53 - 2, structs: [all(byte(0), uint(2 ** 53 - 1))] })],
  ["L9 counting to 33 million", "size", ({ mine, start }) => change({ client: mine, count: 2 ** 25 - 1, structs: [after(start, "x")] })],
  ["L10 more structs than are looked through", "size", ({ mine, start }) => change({ client: mine, structs: Array.from({ length: 2_000 }, () => after(start, "x")) })],
  ["L11 nested without end", "field", ({ mine }) => change({ client: mine, structs: [record("links", "deep"), ...Array.from({ length: 40 }, (_, i) => all(byte(0x27), uint(0), id([mine, i]), text("order"), uint(1)))] })],
  ["L12 neighbours the wrong way round", "order", ({ mine, start: [client, clock] }) => change({ client: mine, structs: [between([client, clock + 4], [client, clock + 1], "x")] })],
  ["L13 a BigInt", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "big"), field([mine, 0], "itemId", 122, 0, 0, 0, 0, 0, 0, 0, 1)] })],
  ["L13 bytes for words", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "bin"), field([mine, 0], "itemId", 116, 1, 1)] })],
  ["L13 a document within", "kind", ({ mine }) => change({ client: mine, structs: [all(byte(0x29), uint(1), text("items"), text("sub"), text("guid"), byte(118), uint(0))] })],
  ["L13 a kind of type nobody knows", "kind", ({ mine }) => change({ client: mine, structs: [all(byte(0x27), uint(1), text("items"), text("xml"), uint(3), text("script"))] })],
  ["L14 a key with power", "key", ({ mine }) => change({ client: mine, structs: [record("links", "__proto__")] })],
  ["L14 a plain value with power", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "p"), field([mine, 0], "itemId", 118, 1, 9, ...Buffer.from("__proto__"), 120)] })],
  ["L15 a cut inside an emoji", "surrogate", ({ mine, start: [client, clock] }) => change({ client: mine, structs: [between([client, clock + 9], [client, clock + 10], "x")] })],
  ["L18 an update of the second version", "syntax", ({ mine }) => Uint8Array.from([0, 0, 4, mine & 127, 1, 1, 1, 1, 255, 255, 255, 7, 0])],
  ["L19 noise", "deletion", () => Uint8Array.from({ length: 60 }, (_, i) => (i * 37) % 256)],
  ["another's name on a record", "author", ({ mine }) => change({ client: mine, structs: [record("links", "as"), field([mine, 0], "by", 119, 5, ...Buffer.from("carer"))] })],
  ["bytes behind the end", "syntax", ({ mine, start }) => Uint8Array.from([...change({ client: mine, structs: [after(start, "x")] }), 0])],
];

test.each(attacks)("%s is refused for its %s, and the honest see and lose nothing", async (_name, reason, make) => {
  const before = readList(carer.doc);
  const counted = hub.hub.refusals()[reason] ?? 0;
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const victim = carer.doc.clientID;
  socket.send(wrapped(make({ mine, victim, start: firstOf(carer.doc), victimNext: Y.getState(carer.doc.store, victim) })));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  expect((hub.hub.refusals()[reason] ?? 0) - counted, JSON.stringify(hub.hub.refusals())).toBe(1);
  await honestWordsArrive();
  expect(withoutNew(readList(manager.doc))).toEqual(withoutNew(before));
  expect(await newcomerReads()).toEqual(readList(manager.doc));
});

test("L5 what somebody deletes is theirs in the log", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const [client, clock] = firstOf(carer.doc);
  socket.send(wrapped(change({ client: mine, deletes: [[client, clock, 1]] })));
  await until(() => textOf(manager.doc, "one")?.toString().startsWith("eibiant") === true);
  expect((await hub.hub.live.log(hub.documents.principles)).at(-1)?.memberId).toBe("eve");
  socket.terminate();
  carer.doc.transact(() => textOf(carer.doc, "one")?.insert(0, "S"));
  await until(() => textOf(manager.doc, "one")?.toString().startsWith("Seibiant") === true);
});

test("L16 many small deletions at once are more than a change may hold", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const [client, clock] = firstOf(carer.doc);
  socket.send(wrapped(change({ client: mine, deletes: Array.from({ length: 20_000 }, () => [client, clock, 1] as const) })));
  expect((await once(socket, "close"))[0]).toBeGreaterThan(1000);
  await honestWordsArrive();
});

test("L17 asking for everything over and over is answered once", async () => {
  const { socket } = await attackerAt(hub, hub.documents.principles);
  socket.send(Uint8Array.from([messages.sync, 0, 1, 0]));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.tryAgain);
});

test("L20 text, oversized and fragmented frames", async () => {
  const texting = await attackerAt(hub, hub.documents.principles);
  texting.socket.send("-1");
  expect((await once(texting.socket, "close"))[0]).toBe(closeCodes.unreadable);
  const huge = await attackerAt(hub, hub.documents.principles);
  huge.socket.on("error", () => {});
  huge.socket.send(new Uint8Array(65_537));
  expect((await once(huge.socket, "close"))[0]).toBe(1009);
  const pieces = await attackerAt(hub, hub.documents.principles);
  pieces.socket.on("error", () => {});
  for (let i = 0; i < 70; i++) pieces.socket.send(new Uint8Array(1_000), { fin: false });
  expect((await once(pieces.socket, "close"))[0]).toBe(1009);
  await honestWordsArrive();
});

test("L21 awareness from a client goes nowhere", async () => {
  const { socket } = await attackerAt(hub, hub.documents.principles);
  const heard: number[] = [];
  const spy = hub.socket("manager", `/live/document/${hub.documents.principles}?v=1`);
  spy.on("message", (data: Buffer) => heard.push(data[0] ?? -1));
  await once(spy, "open");
  spy.send(Uint8Array.from([messages.sync, 0, 1, 0]));
  await until(() => heard.includes(messages.hello));
  const state = JSON.stringify({ user: { name: "Carer" } });
  socket.send(written(uint(messages.awareness), uint(state.length + 20), uint(1), uint(carer.doc.clientID), uint(2 ** 50), text(state)));
  socket.send(Buffer.concat([Buffer.from([messages.presence]), Buffer.from('{"typing":"one","memberId":"carer"}')]));
  await until(() => heard.includes(messages.presence));
  expect(heard).not.toContain(messages.awareness);
  spy.terminate();
  socket.terminate();
});

test("L22 rooms nobody made, and more sockets than a person has", async () => {
  const nowhere = hub.socket("eve", "/live/document/made-up-by-eve");
  nowhere.on("error", () => {});
  expect(((await once(nowhere, "unexpected-response")) as [unknown, { statusCode: number }])[1].statusCode).toBe(404);
  const many = Array.from({ length: 12 }, () => hub.socket("greedy", `/live/document/${hub.documents.notes}`));
  const ends = await Promise.all(many.map((socket) => new Promise<string>((resolve) => {
    socket.on("error", () => {});
    socket.once("open", () => resolve("open"));
    socket.once("unexpected-response", (_req, res: { statusCode?: number }) => resolve(String(res.statusCode)));
  })));
  expect(ends.filter((end) => end === "open").length).toBeLessThanOrEqual(8);
  expect(ends).toContain("429");
  for (const socket of many) socket.terminate();
});

/** Without what the honest wrote in between. */
function withoutNew(list: ReturnType<typeof readList>) {
  return { ...list, items: list.items.map((item) => ({ ...item, text: item.text.replace(/(ok[0-9a-f]{6})+$/, "") })) };
}

async function honestWordsArrive(): Promise<void> {
  const words = `ok${crypto.randomUUID().slice(0, 6)}`;
  carer.doc.transact(() => textOf(carer.doc, "one")?.insert(textOf(carer.doc, "one")?.length ?? 0, words));
  await until(() => textOf(manager.doc, "one")?.toString().endsWith(words) === true);
}

async function newcomerReads() {
  const newcomer = hub.client("newcomer", hub.documents.principles);
  await newcomer.synced();
  await until(() => JSON.stringify(readList(newcomer.doc)) === JSON.stringify(readList(manager.doc)));
  newcomer.destroy();
  return readList(newcomer.doc);
}
