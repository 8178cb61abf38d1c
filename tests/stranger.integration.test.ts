/**
 * A stranger's client: a stock y-websocket 3 provider, fetch, and what server/live/PROTOCOL.md says. Nothing of ours
 * is imported here but what starts the house and reads the code from its wall; the numbers are those of that page.
 */
import { existsSync } from "node:fs";

import * as decoding from "lib0/decoding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

import { urlOfRunning } from "#server/database/keeper.ts";
import { connectTo } from "#server/database/open.ts";
import { until } from "./seats.ts";
import { startServer, type TestServer } from "./server.ts";

/** The house is built before (`npm run build`; `npm test` does). */
const isBuilt = existsSync("build/server.js");
const START_MS = 120_000;

let server: TestServer;
let code: string;
beforeAll(async () => {
  if (!isBuilt) return;
  server = await startServer();
  const { db, end } = connectTo(await urlOfRunning({ dataDir: server.dataDir }));
  code = (await db.session.findFirstOrThrow({ where: { state: "open", code: { not: null } } })).code ?? "";
  await end();
}, START_MS);
afterAll(() => server?.stop());

test.skipIf(!isBuilt)("a stranger sits down, finds a document, writes a note, learns that it is kept, and is refused in another's name", async () => {
  const browser = new Browser(server.origin);
  const sessionId = await browser.join(code);
  const room = await browser.room(sessionId);
  const [evidence] = room.evidence;
  const { documentId } = evidence.notes;

  const client = openClient(browser, documentId);
  await until(() => client.heard.hello !== null);
  expect(client.heard.hello).toEqual({ epoch: 1, client: client.doc.clientID, next: 0, rights: "write" });

  writeNote(client.doc, "strangers", { by: room.me.id, evidence, words: "Dyna fy ngair innau." });
  await until(() => client.heard.kept === 1);
  expect(await browser.notes(sessionId)).toEqual([expect.objectContaining({ id: "strangers", by: room.me.id, words: "Dyna fy ngair innau." })]);

  const closed = new Promise<number | undefined>((resolve) => client.provider.on("connection-close", (event) => resolve(event?.code)));
  writeNote(client.doc, "forged", { by: "somebody-else", evidence, words: "I agree with the manager." });
  expect(await closed).toBe(4409);
  expect((await browser.notes(sessionId)).map(({ id }) => id)).toEqual(["strangers"]);
  client.destroy();
});

test.skipIf(!isBuilt)("a stock client without any of our messages is heard too, and its board tells it the stage", async () => {
  const browser = new Browser(server.origin);
  const sessionId = await browser.join(code);
  const room = await browser.room(sessionId);
  const [evidence] = room.evidence;
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${browser.wire}/live/document`, evidence.notes.documentId, doc, { WebSocketPolyfill: browser.seated(), disableBc: true, params: { client: String(doc.clientID) } });
  await until(() => provider.synced);
  writeNote(doc, "stocks", { by: room.me.id, evidence, words: "Seibiant" });
  await expect.poll(async () => (await browser.notes(sessionId)).some(({ id }) => id === "stocks")).toBe(true);
  provider.destroy();

  const heard = new Map<number, Buffer>();
  const board = new (browser.seated())(`${browser.wire}/live/session/${sessionId}`) as unknown as WebSocket;
  board.on("message", (data: Buffer) => heard.set(data[0] ?? -1, data.subarray(1)));
  board.on("open", () => board.send(Buffer.concat([Buffer.of(113), Buffer.from('{"asked":7}')])));
  await until(() => [110, 111, 112, 113, 114].every((number) => heard.has(number)));
  expect(JSON.parse(String(heard.get(110)))).toMatchObject({ sessionId, state: "open" });
  expect(JSON.parse(String(heard.get(113)))).toMatchObject({ asked: 7 });
  expect(heard.get(114)?.length).toBe(32);
  board.close();
});

interface Evidence {
  readonly versionId: string;
  readonly blocks: readonly { readonly id: string; readonly text: string }[];
  readonly notes: { readonly documentId: string; readonly initial: { readonly notes: readonly { readonly id: string; readonly by: string; readonly words: string }[] } };
}

interface Room {
  readonly me: { readonly id: string };
  readonly evidence: readonly [Evidence, ...Evidence[]];
}

/** Keeps cookies and says where it comes from, as any client must. */
class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  get wire(): string {
    return this.origin.replace("http", "ws");
  }

  get #headers(): Record<string, string> {
    return { origin: this.origin, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  /** Where the answer leads. */
  async #post(path: string, fields: Record<string, string>): Promise<string> {
    const answer = await fetch(this.origin + path, { method: "POST", redirect: "manual", headers: this.#headers, body: new URLSearchParams(fields) });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    return answer.headers.get("location") ?? `${answer.status}`;
  }

  /** Through the door; tells the session. */
  async join(code: string): Promise<string> {
    expect(await this.#post("/join", { code })).toBe("/join/name");
    expect(await this.#post("/join/name", { name: "Dieithryn" })).toBe("/join/perspective");
    expect(await this.#post("/join/perspective", { perspective: "other" })).toBe("/join/language");
    expect(await this.#post("/join/language", { language: "cy" })).toBe("/join/words");
    expect(await this.#post("/join/words", { agree: "agreed" })).toBe("/join/seated");
    return /^\/s\/([^/]+)/.exec(await this.#post("/join/seated", {}))?.[1] ?? "";
  }

  async room(sessionId: string): Promise<Room> {
    const answer = await fetch(`${this.origin}/s/${sessionId}.data`, { headers: this.#headers });
    // What the page of a room is made from; a stranger takes its word for it.
    const whole = unfold(await answer.text()) as Record<string, { data: { room: Room } }>;
    const room = whole["routes/s.$session"]?.data.room;
    if (!room) throw new Error(`there is no room in ${Object.keys(whole).join()}`);
    return room;
  }

  async notes(sessionId: string) {
    return (await this.room(sessionId)).evidence[0].notes.initial.notes;
  }

  /** The class of socket that comes with this browser's seat. */
  seated(): typeof globalThis.WebSocket {
    const headers = this.#headers;
    class Seated extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers });
      }
    }
    // ws speaks the same events as the browser's class.
    return Seated as unknown as typeof globalThis.WebSocket;
  }
}

/** The first line of a turbo-stream, put together again. */
function unfold(stream: string): unknown {
  const elements = JSON.parse(stream.split("\n")[0] ?? "[]") as unknown[];
  const valueOf = (index: number): unknown => {
    if (index < 0) return index === -5 ? null : undefined;
    const element = elements[index];
    if (Array.isArray(element)) return typeof element[0] === "string" ? element : element.map((inner) => valueOf(inner as number));
    if (typeof element !== "object" || element === null) return element;
    return Object.fromEntries(Object.entries(element).map(([name, inner]) => [elements[Number(name.slice(1))], valueOf(inner as number)]));
  };
  return valueOf(0);
}

interface Heard {
  hello: unknown;
  /** Changes of ours that are on disk. */
  kept: number;
}

/** A stock provider that is told how to read what is ours. */
function openClient(browser: Browser, documentId: string) {
  const doc = new Y.Doc();
  const heard: Heard = { hello: null, kept: 0 };
  const params = { v: "1", client: String(doc.clientID) };
  const provider = new WebsocketProvider(`${browser.wire}/live/document`, documentId, doc, { WebSocketPolyfill: browser.seated(), disableBc: true, connect: false, params });
  provider.messageHandlers[100] = (_encoder, decoder) => void (heard.hello = JSON.parse(Buffer.from(decoding.readTailAsUint8Array(decoder)).toString()));
  provider.messageHandlers[101] = (_encoder, decoder) => void (heard.kept = decoding.readVarUint(decoder));
  provider.messageHandlers[102] = provider.messageHandlers[103] = () => {};
  provider.connect();
  return { doc, provider, heard, destroy: () => provider.destroy() };
}

function writeNote(doc: Y.Doc, id: string, { by, evidence, words }: { by: string; evidence: Evidence; words: string }): void {
  const block = evidence.blocks.find(({ text }) => text.length > 12);
  if (!block) throw new Error("there is something to read");
  const passage = [{ versionId: evidence.versionId, blockId: block.id, start: 0, end: 12, exact: block.text.slice(0, 12), prefix: "", suffix: block.text.slice(12, 44) }];
  doc.transact(() => doc.getMap("notes").set(id, new Y.Map(Object.entries({ by, passage, words, lang: "cy" }))));
}
