import { once } from "node:events";

import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { attackerAt, change, record, wrapped } from "#tests/attacks/forging.ts";
import { startBeside, startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, seedSession, until } from "#tests/seats.ts";
import { redisUrl } from "#tests/services.ts";

import { DOCUMENT_CLIENTS } from "./limits.ts";

let one: TestHub;
let two: TestHub;
beforeAll(async () => {
  const more = redisUrl ? { redisUrl } : {};
  one = await startTestHub(more);
  two = await startBeside(one, more);
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

test.skipIf(!redisUrl)("members on two nodes type in the same item and read the same", async () => {
  const [a, b] = [one.client("anna", one.documents.principles), two.client("bryn", one.documents.principles)];
  await Promise.all([a.synced(), b.synced()]);
  addItem(a.doc, { id: "one", order: "a0", text: "", lang: "en" });
  await until(() => textOf(b.doc, "one") !== undefined, b.doc);
  for (let i = 0; i < 40; i++) {
    textOf(a.doc, "one")?.insert(0, "a");
    textOf(b.doc, "one")?.insert(textOf(b.doc, "one")?.length ?? 0, "b");
    if (i % 8 === 0) await until(() => (textOf(b.doc, "one")?.toString().replaceAll("b", "").length ?? 0) >= i);
  }
  const whole = (text: string | undefined) => text?.replaceAll("b", "").length === 40 && text.replaceAll("a", "").length === 40;
  await until(() => whole(readList(a.doc).items[0]?.text) && whole(readList(b.doc).items[0]?.text));
  expect(readList(a.doc)).toEqual(readList(b.doc));
  expect([a.provider.shouldConnect, b.provider.shouldConnect]).toEqual([true, true]);
  const log = await one.hub.live.log(one.documents.principles);
  expect(log.map((row) => row.seq)).toEqual(log.map((_, i) => i + 1));
  const authors = await two.hub.live.authorsOf(one.documents.principles);
  expect([authors.get(a.doc.clientID), authors.get(b.doc.clientID)]).toEqual(["anna", "bryn"]);
});

test("without a line between them nodes still never fork: a number in the log is taken once", async () => {
  const alone = await startBeside(one);
  const [a, b] = [one.client("carys", one.documents.priorities), alone.client("dai", one.documents.priorities)];
  await Promise.all([a.synced(), b.synced()]);
  for (let i = 0; i < 10; i++) {
    addItem(a.doc, { id: `a${i}`, order: `a${i}`, text: "a", lang: "en" });
    addItem(b.doc, { id: `b${i}`, order: `b${i}`, text: "b", lang: "en" });
    await until(() => a.doc.getMap("items").size > i && b.doc.getMap("items").size > i);
  }
  await until(() => b.doc.getMap("items").size >= 10 && a.doc.getMap("items").size >= 10);
  const log = await one.hub.live.log(one.documents.priorities);
  expect(log.map((row) => row.seq)).toEqual(log.map((_, i) => i + 1));
  await alone.stop();
});

test.skipIf(!redisUrl)("a document that both nodes are asked for at once has one owner, and any node takes a form's words", async () => {
  const { sessionId, documents: { principles } } = await seedSession(one.pool);
  expect(sessionId).not.toBe(one.sessionId);
  const write = (hub: TestHub, id: string) => hub.hub.live.write(principles, "anna", (doc) => addItem(doc, { id, order: id, text: id, lang: "en" }));
  await Promise.all([one, two].flatMap((hub, i) => [1, 2, 3].map((n) => write(hub, `${"ab"[i]}${n}`))));
  const { rows } = await one.pool.query(`SELECT "ownerNode" IS NOT NULL AS "isOwned", fence FROM "Document" WHERE id = $1`, [principles]);
  expect(rows).toEqual([{ isOwned: true, fence: 1 }]);
  for (const { hub } of [one, two]) expect((await hub.live.read(principles, readList)).items.map(({ id }) => id)).toEqual(["a1", "a2", "a3", "b1", "b2", "b3"]);
  expect(new Set((await two.hub.live.authorsOf(principles)).values())).toEqual(new Set(["anna"]));
  const fails = (hub: TestHub) => hub.hub.live.write(principles, "anna", () => { throw new Error("no such item"); });
  await expect(Promise.all([fails(one), fails(two)])).rejects.toThrow("no such item");
  await two.hub.live.mend(principles, { act: "undo", of: "anna" }, "sian");
  await one.hub.live.mend(principles, { act: "putBack", row: (await one.hub.live.log(principles)).at(-1)?.seq ?? 0 }, "sian");
  expect((await two.hub.live.read(principles, readList)).items).toHaveLength(6);
});

test.skipIf(!redisUrl)("the owner's gate judges what another node passes to it, and its refusal reaches the right socket", async () => {
  const { principles } = one.documents;
  const owned = await one.hub.live.read(principles, readList).then(() => one.pool.query<{ fence: number }>(`SELECT fence FROM "Document" WHERE id = $1`, [principles]));
  expect(owned.rows[0]?.fence).toBe(1);
  const [honest, forger] = [two.client("carys", principles), two.client("eve", principles, { client: "12345" })];
  await Promise.all([honest.synced(), forger.synced()]);
  const closed = new Promise<number>((resolve) => forger.provider.on("closed", ({ code }) => resolve(code)));
  addItem(forger.doc, { id: "forged", order: "a9", text: "I agree", lang: "en" });
  expect(await closed).toBe(4409);
  expect(one.hub.refusals()["owner"]).toBe(1);
  addItem(honest.doc, { id: "honest", order: "b0", text: "So do I", lang: "en" });
  await expect.poll(async () => (await one.hub.live.read(principles, readList)).items.map(({ id }) => id)).toContain("honest");
  expect([honest.provider.shouldConnect, readList(honest.doc).items.some(({ id }) => id === "forged")]).toEqual([true, false]);
});

test.skipIf(!redisUrl)("in a crowd, a member whom the owner refused something on another node goes on there under another clientID", async () => {
  const { documents: { principles } } = await seedSession(one.pool);
  await one.pool.query(`INSERT INTO "DocumentClient" ("documentId", "clientId", "memberId") SELECT $1, 1000000 + n, 'm' || n FROM generate_series(1, $2::int) AS n`, [principles, DOCUMENT_CLIENTS / 2]);
  await one.hub.live.read(principles, readList);
  const used = new Set<number>();
  for (let again = 0; again < 3; again++) {
    const { socket, mine, next } = await attackerAt(two, principles);
    expect(used.has(mine)).toBe(false);
    used.add(mine);
    const acked = new Promise<void>((resolve) => socket.on("message", (data: Buffer) => data[0] === messages.ack && resolve()));
    socket.send(wrapped(change({ client: mine, clock: next, structs: [record("items", `item${again}`)] })));
    await acked;
    // A gap: the gate of the owner refuses it.
    socket.send(wrapped(change({ client: mine, clock: next + 5, structs: [record("items", "gap")] })));
    expect((await once(socket, "close"))[0]).toBe(closeCodes.refused);
  }
});

test.skipIf(!redisUrl)("what a member is doing is seen on the other node, and when they stop", async () => {
  const [a, b] = [one, two].map(({ port }, i) => openPage({ port, memberId: ["lowri", "mali"][i] ?? "", documentId: one.documents.principles }).shared);
  await until(() => a?.isLoaded === true && b?.isLoaded === true);
  b?.say({ typing: "one" });
  await until(() => a?.others.get("mali")?.typing === "one");
  b?.close();
  await until(() => a?.others.has("mali") === false);
  a?.close();
});

test.skipIf(!redisUrl)("the desk, the seats and who is here are known on all nodes", async () => {
  const socket = two.socket("erin", `/live/session/${one.sessionId}`);
  await until(() => one.hub.live.here(one.sessionId).has("erin"));
  const boards: string[] = [];
  socket.on("message", (data: Buffer) => data[0] === 110 && boards.push(data.subarray(1).toString()));
  one.desk.board = { stage: "moved" };
  await one.hub.live.deskChanged(one.sessionId);
  await until(() => boards.includes('{"stage":"moved"}'));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  one.hub.live.unseat("erin");
  expect(await closed).toBe(4401);
  await until(() => !one.hub.live.here(one.sessionId).has("erin"));
});

test("a node that had to give up a change shows its members what the others wrote meanwhile", async () => {
  const alone = await startBeside(one);
  const { principles } = one.documents;
  const [here, there] = [one.client("ffion", principles, { client: "777" }), alone.client("ffion", principles, { client: "777" })];
  const [near, far] = [one.client("gwen", principles), alone.client("huw", principles)];
  // One seat and one clientID on two nodes at once: only the first to the log can be right.
  for (const { doc, provider } of [here, there]) {
    // The stock provider's awareness asks for its own clientID, which is another one from here on.
    provider.awareness.setLocalState(null);
    doc.clientID = 777;
    provider.awareness.meta.set(777, { clock: 0, lastUpdated: 0 });
  }
  await Promise.all([here, there, near, far].map((client) => client.synced()));
  addItem(here.doc, { id: "first", order: "b0", text: "a", lang: "en" });
  await until(() => textOf(near.doc, "first") !== undefined, near.doc);
  addItem(there.doc, { id: "second", order: "b1", text: "b", lang: "en" });
  await until(() => textOf(far.doc, "first") !== undefined, far.doc);
  await alone.stop();
});

test.skipIf(!redisUrl)("what is sealed on one node is sealed on all", async () => {
  const b = two.client("bryn", one.documents.notes);
  await b.synced();
  await one.hub.live.seal(one.sessionId);
  const closed = new Promise<number>((resolve) => b.provider.once("closed", ({ code }) => resolve(code)));
  b.doc.getMap("notes").set("late", "word");
  expect([4403, 4409]).toContain(await closed);
  expect(await one.hub.live.log(one.documents.notes)).toHaveLength(0);
});
