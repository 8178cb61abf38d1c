/**
 * Every refusal of the gate for its own reason, over a real socket: a general rule that happens to stand before a
 * special one must not hide that the special one is missing.
 */
import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";
import type * as Y from "yjs";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes } from "#app/live/codes.ts";
import { addNote } from "#app/notes/notes.doc.ts";
import type { Reason } from "#server/live/gate.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { type TestClient, until } from "#tests/seats.ts";

import { after, all, ask, attackerAt, between, byte, bytes, change, field, firstOf, id, record, text, uint, wrapped, written, type Id } from "./forging.ts";

let hub: TestHub;
let carer: TestClient;
let manager: TestClient;
beforeAll(async () => {
  hub = await startTestHub();
  const { principles, notes } = hub.documents;
  await hub.hub.live.write(principles, "carer", (doc) => {
    addItem(doc, { id: "one", order: "a0", text: "Seibiant 😀 yn lleol", lang: "cy" });
    addItem(doc, { id: "two", order: "a1", text: "Ask before you arrange", lang: "en" });
    addItem(doc, { id: "long", order: "a2", text: "the end", lang: "en" });
  });
  // Each letter an item of its own, as somebody typing at the start leaves them.
  await hub.hub.live.write(principles, "carer", (doc) => {
    for (let i = 0; i < 1_100; i++) textOf(doc, "long")?.insert(0, "x");
  });
  await hub.hub.live.write(notes, "carer", (doc) => addNote(doc, { id: "hers", by: "carer", passage: [], words: "We tried", lang: "en" }));
  [carer, manager] = [hub.client("carer", principles), hub.client("manager", principles)];
  await Promise.all([carer.synced(), manager.synced()]);
});
afterAll(() => hub.stop());

interface Scene {
  readonly mine: number;
  /** The first character of "one" and of "two". */
  readonly start: Id;
  readonly other: Id;
  /** The first and the last character of the longest text. */
  readonly ends: readonly [Id, Id];
  /** The item of a record, and of a field in it. */
  recordOf(root: string, key: string): Id;
  fieldOf(root: string, key: string, name: string): Id;
}

type Attack = readonly [name: string, reason: Reason, make: (scene: Scene) => Uint8Array];

/** A plain string as Yjs writes it. */
const plain = (value: string) => [119, value.length, ...Buffer.from(value)];
const inRoot = (info: number, root: string, key: string | null, ...rest: number[]) => all(byte(info | (key === null ? 0 : 0x20)), uint(1), text(root), ...(key === null ? [] : [text(key)]), bytes(...rest));
const within = (info: number, parent: Id, key: string, ...rest: number[]) => all(byte(info | 0x20), uint(0), id(parent), text(key), bytes(...rest));
const deletions = (...clients: readonly (readonly [client: number, ...ranges: (readonly [clock: number, length: number])[]])[]) =>
  written(uint(0), uint(clients.length), ...clients.map(([client, ...ranges]) => all(uint(client), uint(ranges.length), ...ranges.map(id))));

const attacks: readonly Attack[] = [
  ["words of two people in one change", "owner", ({ mine, start }) => written(uint(2), uint(1), uint(mine), uint(0), after(start, "x"), uint(1), uint(start[0]), uint(0), after(start, "y"), uint(0))],
  ["a first word that is not the first", "clock", ({ mine, start }) => change({ client: mine, clock: 1, structs: [after(start, "x")] })],
  ["no structs where some are announced", "size", ({ mine }) => written(uint(1), uint(0), uint(mine), uint(0), uint(0))],
  ["more structs than bytes", "size", ({ mine, start }) => change({ client: mine, count: 100, structs: [after(start, "x")] })],
  ["501 structs", "size", ({ mine, start }) => change({ client: mine, structs: Array.from({ length: 501 }, (_, i) => after(i === 0 ? start : [mine, i - 1], "x")) })],
  ["a run of nothing that is too long", "size", ({ mine }) => change({ client: mine, structs: [all(byte(0), uint(65_537))] })],
  ["a run of deleted words that is too long", "size", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x81), id(start), uint(65_537))] })],
  ["runs that are too long together", "size", ({ mine }) => change({ client: mine, structs: Array.from({ length: 3 }, () => all(byte(0), uint(65_000))) })],
  ["a skip", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x8a), id(start), uint(3))] })],
  ["old JSON", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x82), id(start), uint(1), text("{}"))] })],
  ["bytes", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x83), id(start), uint(1), byte(1))] })],
  ["an embedded object", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x85), id(start), text("{}"))] })],
  ["a format", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x86), id(start), text("bold"), text("true"))] })],
  ["a document within", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x89), id(start), text("guid"), byte(118), uint(0))] })],
  ["a content of no kind", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x9f), id(start))] })],
  ...[0, 3, 4, 5, 6, 99].map((type): Attack => [`a shared type of kind ${type}`, "kind", ({ mine }) => change({ client: mine, structs: [inRoot(7, "items", "odd", type, ...(type === 3 || type === 5 ? plain("p").slice(1) : []))] })]),
  ["two values in one", "kind", ({ mine }) => change({ client: mine, structs: [record("links", "two-values"), within(8, [mine, 0], "itemId", 2, ...plain("a"), ...plain("b"))] })],
  ["a value where words belong", "kind", ({ mine }) => change({ client: mine, structs: [record("items", "odd"), within(8, [mine, 0], "text", 1, ...plain("a"))] })],
  ["words where a value belongs", "kind", ({ mine }) => change({ client: mine, structs: [record("items", "odd"), within(7, [mine, 0], "order", 2)] })],
  ["a value where a record belongs", "kind", ({ mine }) => change({ client: mine, structs: [inRoot(8, "items", "odd", 1, ...plain("a"))] })],
  ["a value among words", "kind", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x88), id(start), uint(1), bytes(...plain("a")))] })],
  ["beside somebody who was never there", "origin", ({ mine }) => change({ client: mine, structs: [after([777_777, 0], "x")] })],
  ["beside words yet to be typed", "origin", ({ mine, start }) => change({ client: mine, structs: [after([start[0], 2 ** 30], "x")] })],
  ["between the words of two items", "origin", ({ mine, start, other }) => change({ client: mine, structs: [between(start, other, "x")] })],
  ["between a word and itself", "order", ({ mine, start }) => change({ client: mine, structs: [between(start, start, "x")] })],
  ["the wrong way round among its own", "order", ({ mine, start }) => change({ client: mine, structs: [after(start, "ab"), between([mine, 1], [mine, 0], "x")] })],
  ["between ends too far apart", "distance", ({ mine, ends: [first, last] }) => change({ client: mine, structs: [between(first, last, "x")] })],
  ["a root that nobody declared", "root", ({ mine }) => change({ client: mine, structs: [record("votes", "mine")] })],
  ["a root called __proto__", "root", ({ mine }) => change({ client: mine, structs: [record("__proto__", "mine")] })],
  ["within a value", "root", ({ mine, fieldOf }) => change({ client: mine, structs: [field(fieldOf("items", "one", "order"), "deeper", ...plain("a"))] })],
  ["a record within a record's words", "key", ({ mine }) => change({ client: mine, structs: [record("items", "odd"), within(7, [mine, 0], "text", 2), within(7, [mine, 1], "again", 1), within(8, [mine, 2], "order", 1, ...plain("a"))] })],
  ["a key among words", "key", ({ mine, fieldOf }) => change({ client: mine, structs: [within(4, fieldOf("items", "one", "text"), "order", ...plain("a").slice(1))] })],
  ["a record without a key", "key", ({ mine }) => change({ client: mine, structs: [inRoot(7, "items", null, 1)] })],
  ...["__proto__", "constructor", "prototype", "a b", "Siân", "", "x".repeat(41), "x".repeat(400)].map((key): Attack => [`the key "${key.slice(0, 42)}"`, "key", ({ mine }) => change({ client: mine, structs: [record("links", key)] })]),
  ["a field that nobody declared", "field", ({ mine, recordOf }) => change({ client: mine, structs: [field(recordOf("items", "one"), "role", ...plain("facilitator"))] })],
  ["an author that is a number", "author", ({ mine }) => change({ client: mine, structs: [record("links", "odd"), field([mine, 0], "by", 125, 1)] })],
  ["another's name", "author", ({ mine }) => change({ client: mine, structs: [record("links", "odd"), field([mine, 0], "by", ...plain("carer"))] })],
  ["another's record made anew", "record", ({ mine }) => change({ client: mine, structs: [record("items", "one")] })],
  ["another text in place of the words", "record", ({ mine, recordOf }) => change({ client: mine, structs: [within(7, recordOf("items", "one"), "text", 2)] })],
  ["a value nested too deeply", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "odd"), field([mine, 0], "itemId", ...Array.from({ length: 8 }, () => [117, 1]).flat(), 126)] })],
  ["a value with more in it than there is", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "odd"), field([mine, 0], "itemId", 117, 255, 255, 255, 127)] })],
  ["a BigInt", "syntax", ({ mine }) => change({ client: mine, structs: [record("links", "odd"), field([mine, 0], "itemId", 122, 0, 0, 0, 0, 0, 0, 0, 1)] })],
  ["words of no length", "syntax", ({ mine, start }) => change({ client: mine, structs: [after(start, "")] })],
  ["words that are no UTF-8", "syntax", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x84), id(start), uint(2), bytes(0xff, 0xfe))] })],
  ["half a pair as UTF-8", "syntax", ({ mine, start }) => change({ client: mine, structs: [all(byte(0x84), id(start), uint(3), bytes(0xed, 0xa0, 0xbd))] })],
  ["a number without end", "syntax", ({ mine }) => written(uint(1), uint(1), uint(mine), bytes(...Array.from({ length: 12 }, () => 255)))],
  ["less than it says", "syntax", ({ mine, start }) => change({ client: mine, structs: [after(start, "some words")] }).slice(0, -4)],
  ["more than it says", "syntax", ({ mine, start }) => Uint8Array.from([...change({ client: mine, structs: [after(start, "x")] }), 0])],
  ["a word between the halves of an emoji", "surrogate", ({ mine, start: [client, clock] }) => change({ client: mine, structs: [between([client, clock + 9], [client, clock + 10], "x")] })],
  ["a word after the first half of its own emoji", "surrogate", ({ mine, start }) => change({ client: mine, structs: [after(start, "😀"), after([mine, 0], "x")] })],
  ["taking out the first half of an emoji", "surrogate", ({ start: [client, clock] }) => deletions([client, [clock + 9, 1]])],
  ["taking out from the second half of an emoji on", "surrogate", ({ start: [client, clock] }) => deletions([client, [clock + 10, 3]])],
  ["taking out words yet to be typed", "deletion", ({ start: [client] }) => deletions([client, [2 ** 30, 1]])],
  ["taking out nothing", "deletion", ({ start: [client, clock] }) => deletions([client, [clock, 0]])],
  ["taking out twice", "deletion", ({ start: [client, clock] }) => deletions([client, [clock, 2], [clock + 1, 2]])],
  ["taking out what somebody who was never there wrote", "deletion", () => deletions([777_777, [0, 1]])],
  ["taking out people in the wrong order", "deletion", ({ start: [client, clock] }) => deletions([client, [clock, 1]], [client, [clock + 1, 1]])],
];

test.each(attacks)("%s is refused for its %s", async (_name, reason, make) => {
  const before = readList(carer.doc);
  const counted = hub.hub.refusals()[reason] ?? 0;
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  socket.send(wrapped(make(sceneOf(mine))));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  expect((hub.hub.refusals()[reason] ?? 0) - counted, JSON.stringify(hub.hub.refusals())).toBe(1);
  expect(await hub.hub.live.read(hub.documents.principles, readList)).toEqual(before);
});

test("after all of that the honest write on, and a newcomer reads the same", async () => {
  textOf(carer.doc, "two")?.insert(0, "Please: ");
  await until(() => textOf(manager.doc, "two")?.toString() === "Please: Ask before you arrange");
  const newcomer = hub.client("newcomer", hub.documents.principles);
  await newcomer.synced();
  expect(readList(newcomer.doc)).toEqual(readList(manager.doc));
});

test("500 structs, and a run as long as is allowed, are taken: an honest page may send them", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const start = firstOf(carer.doc, "two");
  socket.send(wrapped(change({ client: mine, structs: Array.from({ length: 500 }, (_, i) => after(i === 0 ? start : [mine, i - 1], "z")) })));
  await until(() => textOf(carer.doc, "two")?.toString().split("z").length === 501);
  socket.send(wrapped(change({ client: mine, clock: 500, structs: [all(byte(0), uint(65_536))] })));
  socket.send(wrapped(change({ client: mine, clock: 66_036, structs: [after([mine, 499], "!")] })));
  await until(() => textOf(carer.doc, "two")?.toString().includes("z!") === true);
  socket.terminate();
});

test("L2 a second text for what is on disk is refused as a change, and changes nothing as an answer", async () => {
  const { socket, mine } = await attackerAt(hub, hub.documents.principles);
  const start = firstOf(carer.doc, "two");
  socket.send(wrapped(change({ client: mine, structs: [after(start, "[I support A]")] })));
  await until(() => textOf(manager.doc, "two")?.toString().includes("[I support A]") === true);
  socket.send(wrapped(change({ client: mine, structs: [after(start, "[I support B]")] }), 1));
  socket.send(wrapped(change({ client: mine, structs: [after(start, "[I support B]")] })));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  for (const { doc } of [carer, manager]) expect(textOf(doc, "two")?.toString()).not.toContain("B]");
  expect((await hub.hub.live.read(hub.documents.principles, readList)).items.find((item) => item.id === "two")?.text).not.toContain("B]");
});

test("an item in which others have written is not made anew by whoever made it: their words would go without being counted", async () => {
  const maker = await attackerAt(hub, hub.documents.principles);
  const made = [record("items", "eves"), all(byte(0x27), uint(0), id([maker.mine, 0]), text("text"), uint(2)), all(byte(0x04), uint(0), id([maker.mine, 1]), text("mine"))];
  maker.socket.send(wrapped(change({ client: maker.mine, structs: made })));
  await until(() => textOf(carer.doc, "eves")?.toString() === "mine");
  textOf(carer.doc, "eves")?.insert(4, " and hers");
  await until(() => textOf(manager.doc, "eves")?.toString() === "mine and hers");
  const counted = hub.hub.refusals()["record"] ?? 0;
  maker.socket.send(wrapped(change({ client: maker.mine, clock: 6, structs: [all(byte(0x81), id([maker.mine, 0]), uint(1))] })));
  expect((await once(maker.socket, "close"))[0]).toBe(closeCodes.refused);
  expect(hub.hub.refusals()["record"]).toBe(counted + 1);
  expect(textOf(manager.doc, "eves")?.toString()).toBe("mine and hers");
});

test("what a member made alone, nobody else changes, takes out or makes anew", async () => {
  const { notes } = hub.documents;
  const reader = hub.client("manager", notes);
  await reader.synced();
  const note = reader.doc.getMap<Y.Map<unknown>>("notes").get("hers");
  const [made, words] = [note?._item?.id, note?._map.get("words")?.id];
  if (!made || !words) throw new Error("the note is there");
  const attempts: ((mine: number) => Uint8Array)[] = [
    (mine) => change({ client: mine, structs: [all(byte(0xa8 & ~0x20), id([words.client, words.clock]), uint(1), bytes(...plain("I agree")))] }),
    (mine) => change({ client: mine, structs: [record("notes", "hers")] }),
    () => deletions([made.client, [made.clock, 1]]),
    () => deletions([words.client, [words.clock, 1]]),
  ];
  for (const attempt of attempts) {
    const counted = hub.hub.refusals()["record"] ?? 0;
    const { socket, mine } = await attackerAt(hub, notes);
    socket.send(wrapped(attempt(mine)));
    expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
    expect(hub.hub.refusals()["record"]).toBe(counted + 1);
  }
  const wordsOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>("notes").get("hers")?.get("words");
  expect([wordsOf(reader.doc), await hub.hub.live.read(notes, wordsOf)]).toEqual(["We tried", "We tried"]);
});

test.each([
  ["nothing at all", []],
  ["a number nobody knows", [200, 1, 2]],
  ["a sync of no kind", [0, 3, 0]],
  ["a change longer than its frame", [0, 2, 5, 1]],
  ["a change shorter than its frame", [0, 2, 1, 0, 0]],
  ["a state vector that is none", [0, 0, 3, 255, 255, 255]],
  ["presence that is no JSON", [103, 123]],
  ["presence of another shape", [103, ...Buffer.from('{"typing":7}')]],
  ["presence that is too long", [103, ...Buffer.from(JSON.stringify({ typing: "one", cursor: ["x".repeat(1_100)] }))]],
])("a frame with %s closes the socket as unreadable", async (_name, frame) => {
  const { socket } = await attackerAt(hub, hub.documents.principles);
  const closed = once(socket, "close");
  socket.send(Uint8Array.from(frame));
  const [code] = await closed;
  // Asking twice within ten seconds is told first.
  expect([closeCodes.unreadable, ...(frame[0] === 0 && frame[1] === 0 ? [closeCodes.tryAgain] : [])]).toContain(code);
});

test("a state vector that is none is told from a right one", async () => {
  const socket = hub.socket("eve", `/live/document/${hub.documents.principles}?v=1`);
  await once(socket, "open");
  socket.send(Uint8Array.from([...ask.slice(0, 2), 3, 255, 255, 255]));
  expect((await once(socket, "close"))[0]).toBe(closeCodes.unreadable);
});

function sceneOf(mine: number): Scene {
  const { doc } = carer;
  const recordOf = (root: string, key: string) => idOf(doc.getMap(root)._map.get(key));
  const fieldOf = (root: string, key: string, name: string) => idOf(doc.getMap<Y.Map<unknown>>(root).get(key)?._map.get(name));
  const long = textOf(doc, "long");
  let last = long?._start ?? null;
  while (last?.right) last = last.right;
  return { mine, start: firstOf(doc), other: firstOf(doc, "two"), ends: [idOf(long?._start), idOf(last)], recordOf, fieldOf };
}

function idOf(item: Y.Item | null | undefined): Id {
  if (!item) throw new Error("it is there");
  return [item.id.client, item.id.clock];
}
