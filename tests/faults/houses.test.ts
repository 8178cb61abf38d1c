/** The whole server, built and started as a host starts it: two on one PostgreSQL and Redis, and one that is stopped while people type. */
import { once } from "node:events";
import { request, type IncomingMessage, type RequestOptions } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";

import { signInLink } from "#app/host/link.server.ts";
import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { closeCodes, messages } from "#app/live/codes.ts";
import { seatMember } from "#app/session/seat.server.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";
import { openPage, until, type TestPage } from "#tests/seats.ts";
import { freePort, startServer, type TestServer } from "#tests/server.ts";
import { redisUrl } from "#tests/services.ts";
import { aMember, aSession, asSent, aTeam } from "#tests/session-rows.ts";

import { countOf, lettersWaiting, wordsOnDisk } from "./letters.ts";

/** Where people think they are: a proxy stands in front of both. */
const ORIGIN = "https://ymholi.example";
const SECRET = "the same secret on every node of one Ymholi";
/** Wrong codes from one address that are looked at at once. */
const WRONG_CODES = 10;
/** Milliseconds that the house leaves between the closings of two sockets when it stops. */
const SPREAD_MS_PER_SOCKET = 10;

let database: ScratchDatabase;
let one: TestServer;
let two: TestServer;
let facilitator: Visitor;
let session: { readonly id: string; readonly stageIds: readonly string[]; readonly code: string; readonly principles: string };
beforeAll(async () => {
  database = await scratchDatabase();
  one = await start();
  two = await start();
  const { enquiryId, facilitatorId } = await aTeam(database.db);
  facilitator = new Visitor();
  await facilitator.post(one, "/sign-in/link", { token: await signInLink(database.db, facilitatorId) });
  session = await openSession(enquiryId);
}, 200_000);
afterAll(async () => {
  await Promise.all([one, two].map((house) => house.stop()));
  await database.close();
}, 60_000);

test.skipIf(!redisUrl)("a facilitator signed in at one house is signed in at the other", async () => {
  expect(await facilitator.get(two, `/sessions/${session.id}/desk`)).toBe(200);
  expect(await new Visitor().get(two, `/sessions/${session.id}/desk`)).toBe(302);
});

test.skipIf(!redisUrl)("whoever sits down at one house is in the room of the other, and reads there what is written here", async () => {
  const [sian, tom] = [await sitDown("Siân", [one, one]), await sitDown("Tom", [one, two])];
  expect(await sian.get(two, `/s/${session.id}`)).toBe(200);
  const [here, there] = [pageOf(sian, two), pageOf(tom, one)];
  await until(() => here.shared.isLoaded && there.shared.isLoaded);
  here.shared.change((doc) => addItem(doc, { id: "break", order: "a0", text: "A break that ", lang: "en" }));
  await until(() => textOf(there.shared.doc, "break") !== undefined);
  there.shared.change((doc) => textOf(doc, "break")?.insert(13, "feels like one"));
  await until(() => [here, there].every(({ shared }) => shared.waiting === 0 && readList(shared.doc).items[0]?.text === "A break that feels like one"));
  for (const { shared } of [here, there]) shared.close();
});

test.skipIf(!redisUrl)("what is decided at one house is on the board at the other", async () => {
  const board = await followBoard(await sitDown("Mair", [one, one]), two);
  const [, second = ""] = session.stageIds;
  expect(await facilitator.post(one, `/sessions/${session.id}/desk`, { intent: "goTo", stageId: second })).toBe(302);
  await until(() => board.last?.stageId === second);
  await facilitator.post(two, `/sessions/${session.id}/desk`, { intent: "goTo", stageId: session.stageIds[0] ?? "" });
  await until(() => board.last?.stageId === session.stageIds[0]);
  board.socket.terminate();
});

test.skipIf(!redisUrl)("a seat taken back at one house is closed at the other", async () => {
  const gwen = await sitDown("Gwen", [two, two]);
  const { id: memberId } = await database.db.member.findFirstOrThrow({ where: { sessionId: session.id, name: "Gwen" } });
  const board = await followBoard(gwen, two);
  const document = new WebSocket(socketAt(two, `/live/document/${session.principles}?v=1`), { headers: gwen.headers });
  await once(document, "open");
  const ends = Promise.all([board.socket, document].map((socket) => once(socket, "close").then(([code]) => code as number)));
  await facilitator.post(one, `/sessions/${session.id}/desk`, { intent: "removeMember", memberId });
  expect(await ends).toEqual([closeCodes.unseated, closeCodes.unseated]);
  expect(await gwen.get(two, `/s/${session.id}`)).toBe(302);
});

test.skipIf(!redisUrl)("wrong codes tried at both houses are paid from one purse", async () => {
  const guesser = new Visitor();
  const statuses: number[] = [];
  for (let tries = 0; tries <= WRONG_CODES; tries++) statuses.push(await guesser.post(tries % 2 ? two : one, "/join", { code: wrongCode() }));
  expect(statuses).toEqual([...Array.from({ length: WRONG_CODES }, () => 302), 429]);
  expect(await guesser.post(two, "/join", { code: session.code })).toBe(429);
  expect(await new Visitor().post(two, "/join", { code: session.code })).toBe(302);
});

test("SIGTERM while people type: what was acknowledged is there afterwards, what was not comes again, and pages are sent away one after the other", { retry: 0 }, async () => {
  const [port, secret] = [await freePort(), crypto.randomUUID()];
  const settings = { port, env: { DATABASE_URL: database.url, YMHOLI_SECRET: secret, PUBLIC_ORIGIN: ORIGIN } };
  let house = await startServer(settings);
  const { id: sessionId, principles: documentId } = await openSession((await aTeam(database.db)).enquiryId, house);
  const seats = await Promise.all(Array.from({ length: 8 }, () => seatIn(sessionId)));
  const writers = seats.slice(0, 3).map((headers, i) => ({ page: openPage({ port, headers, documentId }), letter: "abc"[i] ?? "", typed: 0 }));
  await until(() => writers.every(({ page }) => page.shared.isLoaded));
  writers[0]?.page.shared.change((doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  await until(() => writers.every(({ page }) => textOf(page.shared.doc, "one") !== undefined));
  const watchers = await Promise.all(seats.flatMap((headers) => Array.from({ length: 5 }, () => openSocket(headers, port, sessionId))));
  const ends = Promise.all(watchers.map(async (socket) => ({ code: (await once(socket, "close"))[0] as number, at: performance.now() })));

  const type = () => writers.forEach((writer) => {
    writer.page.shared.change((doc) => textOf(doc, "one")?.insert(0, writer.letter));
    writer.typed++;
  });
  for (let strokes = 0; strokes < 20; strokes++) await pause(15).then(type);
  const gone = once(house.process, "exit");
  house.process.kill("SIGTERM");
  while (house.process.exitCode === null && house.process.signalCode === null) await pause(15).then(type);
  expect((await gone)[0]).toBe(0);
  const closings = await ends;
  expect(new Set(closings.map(({ code }) => code))).toEqual(new Set([closeCodes.restarting]));
  const moments = closings.map(({ at }) => at).sort((a, b) => a - b);
  expect((moments.at(-1) ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(0.5 * SPREAD_MS_PER_SOCKET * watchers.length);

  await until(() => writers.every(({ page }) => !page.shared.isOpen));
  const onDisk = await wordsOnDisk(database.pool, documentId);
  for (const { page, letter, typed } of writers) expect(countOf(letter, onDisk)).toBeGreaterThanOrEqual(typed - lettersWaiting(page.shared, letter));
  type();
  expect(writers.every(({ page }) => page.shared.waiting > 0)).toBe(true);
  house = await startServer(settings);
  await until(() => writers.every(({ page }) => page.shared.isOpen && page.shared.waiting === 0));
  const afterwards = await wordsOnDisk(database.pool, documentId);
  expect(writers.map(({ letter }) => countOf(letter, afterwards))).toEqual(writers.map(({ typed }) => typed));
  expect(writers.map(({ page }) => page.shared.refused)).toEqual(writers.map(() => null));
  for (const { page } of writers) page.shared.close();
  await house.stop();
});

/** A browser, which a proxy leads to one house or another; from an address of its own. */
class Visitor {
  readonly #cookies = new Map<string, string>();
  readonly #address = `2001:db8:${[0, 0].map(() => Math.floor(Math.random() * 65_536).toString(16)).join(":")}::1`;

  get headers(): Record<string, string> {
    return { host: new URL(ORIGIN).host, origin: ORIGIN, "x-forwarded-for": this.#address, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  /** The answer's status; cookies are kept, and nothing is followed. */
  get(house: TestServer, path: string): Promise<number> {
    return this.#ask(house, path, { method: "GET", headers: this.headers });
  }

  post(house: TestServer, path: string, fields: Record<string, string>): Promise<number> {
    const form = new URLSearchParams(fields).toString();
    const headers = { ...this.headers, "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(form) };
    return this.#ask(house, path, { method: "POST", headers }, form);
  }

  async #ask(house: TestServer, path: string, options: RequestOptions, body?: string): Promise<number> {
    const asked = request(`${house.origin}${path}`, options).end(body);
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    response.resume();
    for (const line of response.headers["set-cookie"] ?? []) {
      const [name = "", value = ""] = asSent(line).split(/=(.*)/);
      this.#cookies.set(name, value);
    }
    return response.statusCode ?? 0;
  }
}

/** A house on the common store, and on the common Redis where there is one. */
function start(): Promise<TestServer> {
  return startServer({ env: { DATABASE_URL: database.url, YMHOLI_SECRET: SECRET, PUBLIC_ORIGIN: ORIGIN, ...(redisUrl && { REDIS_URL: redisUrl }) } });
}

/** A session of two stages at which principles are drafted, with its door opened by a facilitator. */
async function openSession(enquiryId: string, house: TestServer = one) {
  const { db } = database;
  const stages = ["Principles", "More principles"].map((name, position) => ({ position, activity: "principles", name: { en: name }, prompt: {}, minutes: 20 }));
  const { id, stageIds } = await aSession(db, enquiryId, { stages: { create: stages } });
  const { facilitatorId } = await db.teamMember.findFirstOrThrow({ where: { enquiryId } });
  const opener = new Visitor();
  await opener.post(house, "/sign-in/link", { token: await signInLink(db, facilitatorId) });
  await opener.post(house, `/sessions/${id}/desk`, { intent: "openDoor" });
  const { code } = await db.session.findUniqueOrThrow({ where: { id } });
  const principles = await db.document.findFirstOrThrow({ where: { sessionId: id, kind: "principles" } });
  return { id, stageIds, code: code ?? "", principles: principles.id };
}

/** Answers one question after the other, as a newcomer does; the proxy leads each to another of these houses. */
async function sitDown(name: string, [first, then]: readonly [TestServer, TestServer]): Promise<Visitor> {
  const visitor = new Visitor();
  await visitor.post(first, "/join", { code: session.code });
  await visitor.post(then, "/join/name", { name });
  await visitor.post(first, "/join/perspective", { perspective: "carer" });
  await visitor.post(then, "/join/language", { language: "en" });
  await visitor.post(first, "/join/words", { agree: "agreed" });
  return visitor;
}

/** What the browser of a member seated beforehand sends along. */
async function seatIn(sessionId: string): Promise<Record<string, string>> {
  const memberId = await aMember(database.db, sessionId);
  return { origin: ORIGIN, cookie: asSent(await seatMember(database.db, { memberId, cookies: null, origin: ORIGIN })) };
}

function pageOf({ headers }: Visitor, house: TestServer): TestPage {
  return openPage({ port: Number(new URL(house.origin).port), headers, documentId: session.principles });
}

async function followBoard({ headers }: Visitor, house: TestServer) {
  const board: { last: { stageId: string } | null; socket: WebSocket } = { last: null, socket: new WebSocket(socketAt(house, `/live/session/${session.id}`), { headers }) };
  board.socket.on("message", (data: Buffer) => {
    if (data[0] === messages.board) board.last = JSON.parse(data.subarray(1).toString()) as { stageId: string };
  });
  await until(() => board.last !== null);
  return board;
}

async function openSocket(headers: Record<string, string>, port: number, sessionId: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live/session/${sessionId}`, { headers });
  await once(socket, "open");
  return socket;
}

function socketAt({ origin }: TestServer, path: string): string {
  return `${origin.replace(/^http/, "ws")}${path}`;
}

/** Nine digits that are nobody's, or as good as. */
function wrongCode(): string {
  return String(Math.floor(Math.random() * 1_000_000_000)).padStart(9, "0");
}
