/** Two nodes, each a process of its own, with Redis and PostgreSQL between them: what people type survives whatever ends. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { STOP_PATIENCE_MS } from "#server/live/limits.ts";
import { createStore } from "#server/live/store.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { startBeside, startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, seedSession, until, type TestPage } from "#tests/seats.ts";
import { redisUrl } from "#tests/services.ts";

import { countOf, wordsOnDisk } from "./letters.ts";
import { kill } from "./store.ts";
import { layWire, type Wire } from "./wire.ts";

/** A dead owner's documents are another's after this, in milliseconds. */
const PASSES_ON_MS = 5_000;
/** Longer than a lease holds. */
const ASLEEP_MS = 5_000;
const ROUNDS = 40;

interface Node {
  readonly process: ChildProcess;
  readonly port: number;
  /** Its members come by here. */
  readonly door: Wire;
  readonly redis: Wire;
}

interface Writer {
  readonly page: TestPage;
  readonly letter: string;
  typed: number;
}

let database: ScratchDatabase;
let sessionId: string;
let documentId: string;
const nodes: Node[] = [];
const writers: Writer[] = [];
const hubs: TestHub[] = [];
beforeAll(async () => {
  database = await scratchDatabase();
});
afterAll(() => database.close());
afterEach(async () => {
  for (const { page } of writers.splice(0)) page.shared.close();
  for (const node of nodes.splice(0)) {
    node.process.kill("SIGCONT");
    await kill(node.process, "SIGKILL");
    await Promise.all([node.door.close(), node.redis.close()]);
  }
});

test.skipIf(!redisUrl)("members on two nodes type in the same item: all arrives, alike for all, each word its writer's", async () => {
  const { all } = await sitDown();
  for (let round = 0; round < ROUNDS; round++) {
    typeOnce(all);
    await pause(10);
  }
  await expectAllThere(all);
  const store = createStore(database.pool);
  const [authors, log] = await Promise.all([store.authors(documentId), store.log(documentId)]);
  await store.stop();
  expect(all.map(({ page }) => authors.get(page.shared.doc.clientID))).toEqual(all.map(({ letter }) => letter));
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
});

test.skipIf(!redisUrl)("kill -9 of the owner in mid-typing: its documents pass on, and nothing that was kept is lost", async () => {
  const { owner, edge, here, there, all } = await sitDown();
  const typing = keepTyping(all);
  await pause(300);
  await kill(owner.process, "SIGKILL");
  const [at, kept] = [performance.now(), there.map(({ page }) => page.shared.keptUpTo)];
  owner.door.leadTo(edge.port);
  // One more may have been on its way.
  await until(() => there.every(({ page }, i) => page.shared.keptUpTo > kept[i]! + 1));
  const took = performance.now() - at;
  console.info(`passed on in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(PASSES_ON_MS);
  await until(() => here.every(({ page }) => page.shared.isOpen));
  await typing.stop();
  await expectAllThere(all);
});

test.skipIf(!redisUrl)("an owner that slept longer than its lease holds is fenced when it wakes; its members' words go to the next", async () => {
  const { owner, here, there, all } = await sitDown();
  // It must not hear of its end before it tries to write.
  owner.redis.hang();
  owner.process.kill("SIGSTOP");
  const asleep = pause(ASLEEP_MS);
  typeOnce(all);
  await until(() => there.every(({ page }) => page.shared.waiting === 0));
  await asleep;
  expect(here.every(({ page }) => page.shared.waiting > 0)).toBe(true);
  owner.process.kill("SIGCONT");
  await expect.poll(() => refusals(owner), { timeout: 10_000 }).toHaveProperty("fenced");
  typeOnce(all);
  owner.redis.mend();
  await expectAllThere(all);
});

test.skipIf(!redisUrl).each(["cut", "hang"] as const)("Redis %s: members of the edge wait and read on, the document is not split, and all goes on afterwards", async (fault) => {
  const { owner, edge, here, there, all } = await sitDown();
  const before = await leaseOf();
  for (const node of [owner, edge]) node.redis[fault]();
  typeOnce(all);
  await until(() => here.every(({ page }) => page.shared.waiting === 0));
  // What the owner keeps, the edge reads in the log.
  await until(() => there.every(({ page }) => here.every(({ letter }) => lettersIn(page, letter) === 1)));
  expect(there.every(({ page }) => page.shared.waiting > 0 && page.shared.isOpen)).toBe(true);
  for (const node of [owner, edge]) node.redis.mend();
  await expectAllThere(all);
  expect(await leaseOf()).toEqual(before);
});

test.skipIf(!redisUrl)("SIGTERM of the owner: it gives up what it owns at once, and its members go on elsewhere", async () => {
  const { owner, edge, there, all } = await sitDown();
  const typing = keepTyping(all);
  await pause(300);
  const before = await leaseOf();
  const gone = once(owner.process, "exit");
  owner.process.kill("SIGTERM");
  owner.door.leadTo(edge.port);
  // Sooner than the lease would have run out.
  await expect.poll(leaseOf, { timeout: 2_500 }).not.toEqual(before);
  expect((await gone)[0]).toBe(0);
  await until(() => there.every(({ page }) => page.shared.isOpen));
  await typing.stop();
  await expectAllThere(all);
});

test.skipIf(!redisUrl)("sealed on a node that does not own the document: what was kept stays, what comes later goes back to its writer", async () => {
  const [one, two] = await startTwo([redisUrl, redisUrl]);
  documentId = one.documents.principles;
  const all = [...await comeTo(one.port, ["a", "b"]), ...await comeTo(two.port, ["c", "d"])];
  all[0]!.page.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => all.every(({ page }) => textOf(page.shared.doc, "one") !== undefined));
  const typing = keepTyping(all);
  await pause(200);
  await two.hub.live.seal(two.sessionId);
  const read = () => one.hub.live.read(documentId, (doc) => textOf(doc, "one")?.toString() ?? "");
  const sealed = await read();
  await until(() => all.every(({ page }) => page.shared.refused?.why === "mayNotWrite" || page.shared.rights === "read"));
  await typing.stop();
  await until(() => all.every(({ page }) => page.shared.isLoaded && page.shared.waiting === 0));
  expect(await read()).toBe(sealed);
  expect(new Set(all.map(({ page }) => textOf(page.shared.doc, "one")?.toString()))).toEqual(new Set([sealed]));
  expect(all.map(({ letter }) => sealed.includes(letter))).toEqual(all.map(() => true));
  await stopAll();
});

test.skipIf(!redisUrl)("a seat taken back while the line is down: its member is sent to the door again when the line is there", async () => {
  const lines = [await layRedis(), await layRedis()] as const;
  const [one, two] = await startTwo(lines.map(({ port }) => `redis://127.0.0.1:${port}`));
  const socket = two.socket("erin", `/live/session/${one.sessionId}`);
  await until(() => one.hub.live.here(one.sessionId).has("erin"));
  const closed = once(socket, "close");
  for (const line of lines) line.cut();
  await pause(200);
  one.desk.strangers.add("erin");
  one.hub.live.unseat("erin");
  for (const line of lines) line.mend();
  expect((await closed)[0]).toBe(1012);
  await stopAll();
  await Promise.all(lines.map((line) => line.close()));
});

test.skipIf(!redisUrl)("what is decided on one node while the line is down, pages of the other see and are bound by within moments", async () => {
  const lines = [await layRedis(), await layRedis()] as const;
  const [one, two] = await startTwo(lines.map(({ port }) => `redis://127.0.0.1:${port}`));
  const { sessionId, documents: { priorities } } = one;
  documentId = priorities;
  const [{ page }] = (await comeTo(two.port, ["a"])) as [Writer];
  const boards: unknown[] = [];
  const socket = two.socket("a", `/live/session/${sessionId}`);
  socket.on("message", (data: Buffer) => data[0] === messages.board && boards.push(JSON.parse(data.subarray(1).toString())));
  await until(() => boards.length > 0 && one.hub.live.here(sessionId).has("a"));
  for (const line of lines) line.cut();
  Object.assign(one.desk, { board: { stage: "ranking", version: 2 }, rights: "read" });
  await one.pool.query(`UPDATE "Session" SET "boardVersion" = 2 WHERE id = $1`, [sessionId]);
  await one.hub.live.deskChanged(sessionId);
  await until(() => page.shared.rights === "read" && boards.some((board) => JSON.stringify(board) === JSON.stringify(one.desk.board)));
  socket.terminate();
  await stopAll();
  await Promise.all(lines.map((line) => line.close()));
});

test.skipIf(!redisUrl)("a form's change by way of a node that is cut off from the owner fails in good time, and does not hold up a mending of another document", async () => {
  const lines = [await layRedis(), await layRedis()] as const;
  const [one, two] = await startTwo(lines.map(({ port }) => `redis://127.0.0.1:${port}`));
  const { principles, priorities } = one.documents;
  const write = (hub: TestHub, id: string) => hub.hub.live.write(principles, "a", (doc) => addItem(doc, { id, order: id, text: id, lang: "en" }));
  await write(one, "before");
  await write(two, "through");
  for (const line of lines) line.cut();
  const { mend, rewrite } = two.hub.live;
  const ends = await Promise.allSettled([write(two, "cut off"), mend(principles, { act: "undo", of: "a" }, "sian"), rewrite(priorities, () => {})]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  for (const line of lines) line.mend();
  await write(two, "after");
  expect((await one.hub.live.read(principles, readList)).items.map(({ id }) => id)).toEqual(["after", "before", "through"]);
  await stopAll();
  await Promise.all(lines.map((line) => line.close()));
});

test.skipIf(!redisUrl)("a form's change that still waits for the owner when its node ends is not left without an answer", async () => {
  const lines = [await layRedis(), await layRedis()] as const;
  const [one, two] = await startTwo(lines.map(({ port }) => `redis://127.0.0.1:${port}`));
  const write = (hub: TestHub, id: string) => hub.hub.live.write(one.documents.principles, "a", (doc) => addItem(doc, { id, order: id, text: id, lang: "en" }));
  await write(one, "here");
  await write(two, "there");
  for (const line of lines) line.cut();
  const answer = write(two, "late").catch((error: unknown) => String(error));
  await two.stop();
  expect(await answer).toContain("let go");
  await stopAll();
  await Promise.all(lines.map((line) => line.close()));
});

test.skipIf(!redisUrl)("a store that hangs while a node stops does not keep its pages there", async () => {
  const store = await layWire(Number(new URL(database.url).port || 5432));
  const url = new URL(database.url);
  url.port = String(store.port);
  const pool = new pg.Pool({ connectionString: url.href, max: 6 });
  pool.on("error", () => {});
  const { sessionId: session, documents } = await seedSession(database.pool);
  const desk = { rights: "write" as const, board: {}, strangers: new Set<string>() };
  const node = await startBeside({ pool, desk, sessionId: session, documents }, { redisUrl: redisUrl ?? "" });
  documentId = documents.principles;
  await comeTo(node.port, ["a"]);
  const socket = node.socket("a", `/live/session/${session}`);
  await once(socket, "open");
  const closed = once(socket, "close");
  store.hang();
  const at = performance.now();
  const stopped = node.hub.stop(1_000);
  expect((await closed)[0]).toBe(closeCodes.restarting);
  expect(performance.now() - at).toBeLessThan(STOP_PATIENCE_MS + 2_000);
  await stopped;
  await stopAll();
  store.mend();
  await node.stop();
  await pool.end();
  await store.close();
});

/** Two nodes; the first owns the document, since its members came first. Three members on each, with one item to type in. */
async function sitDown() {
  ({ sessionId, documents: { principles: documentId } } = await seedSession(database.pool));
  const owner = await start();
  const here = await come(owner, ["a", "b", "c"]);
  const edge = await start();
  const there = await come(edge, ["d", "e", "f"]);
  const all = [...here, ...there];
  here[0]!.page.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => all.every(({ page }) => textOf(page.shared.doc, "one") !== undefined && page.shared.waiting === 0));
  return { owner, edge, here, there, all };
}

/** Two nodes within this process, for what is done to them from inside. */
async function startTwo(redis: readonly (string | null)[]): Promise<[TestHub, TestHub]> {
  const [first, second] = redis.map((url) => ({ redisUrl: url ?? "" }));
  const one = await startTestHub(first);
  const two = await startBeside(one, second);
  hubs.push(two, one);
  return [one, two];
}

async function stopAll(): Promise<void> {
  for (const { page } of writers.splice(0)) page.shared.close();
  for (const hub of hubs.splice(0)) await hub.stop();
}

function layRedis(): Promise<Wire> {
  return layWire(Number(new URL(redisUrl ?? "").port || 6379));
}

async function start(): Promise<Node> {
  const redis = await layRedis();
  const args = ["--import", "tsx", "tests/faults/hub-process.ts", database.url, sessionId, "0", `redis://127.0.0.1:${redis.port}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const port = Number(/\d+/.exec(said.toString())?.[0]);
  const node = { process: child, port, door: await layWire(port), redis };
  nodes.push(node);
  return node;
}

function come(node: Node, letters: readonly string[]): Promise<Writer[]> {
  return comeTo(node.door.port, letters);
}

async function comeTo(port: number, letters: readonly string[]): Promise<Writer[]> {
  const came = letters.map((letter) => ({ page: openPage({ port, memberId: letter, documentId }), letter, typed: 0 }));
  writers.push(...came);
  await until(() => came.every(({ page }) => page.shared.isLoaded));
  return came;
}

function typeOnce(some: readonly Writer[]): void {
  for (const writer of some) writer.page.shared.change((doc) => {
    textOf(doc, "one")?.insert(0, writer.letter);
    writer.typed++;
  });
}

function keepTyping(some: readonly Writer[]): { stop(): Promise<void> } {
  let goesOn = true;
  const typing = (async () => {
    for (; goesOn; await pause(25)) typeOnce(some);
  })();
  return {
    stop() {
      goesOn = false;
      return typing;
    },
  };
}

/** Each letter as often as it was typed, in every replica and on disk, in the same order; and nobody was turned away. */
async function expectAllThere(some: readonly Writer[]): Promise<void> {
  const typed = some.map((writer) => writer.typed);
  const arrived = (page: TestPage) => some.every(({ letter }, i) => lettersIn(page, letter) === typed[i]);
  const isDone = () => some.every(({ page }) => page.shared.waiting === 0 && arrived(page));
  await until(isDone).catch(() => until(isDone)).catch(() => undefined);
  expect(some.map(({ page }) => ({ refused: page.shared.refused, waiting: page.shared.waiting }))).toEqual(some.map(() => ({ refused: null, waiting: 0 })));
  const text = await wordsOnDisk(database.pool, documentId);
  expect(some.map(({ letter }) => countOf(letter, text))).toEqual(typed);
  expect(new Set(some.map(({ page }) => textOf(page.shared.doc, "one")?.toString()))).toEqual(new Set([text]));
}

function lettersIn({ shared }: TestPage, letter: string): number {
  return countOf(letter, textOf(shared.doc, "one")?.toString() ?? "");
}

async function leaseOf(): Promise<{ node: string | null; fence: number }> {
  const { rows } = await database.pool.query<{ node: string | null; fence: number }>(`SELECT "ownerNode" AS node, fence FROM "Document" WHERE id = $1`, [documentId]);
  return rows[0]!;
}

async function refusals({ port }: Node): Promise<unknown> {
  return (await fetch(`http://127.0.0.1:${port}/`)).json();
}
