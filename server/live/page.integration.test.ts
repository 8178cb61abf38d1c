/** A page's own replica (`app/live`) against the hub. */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { messages } from "#app/live/codes.ts";
import { writeMessage, type Saying } from "#app/live/messages.ts";
import type { SharedDocument } from "#app/live/shared-document.doc.ts";
import type { Leftover, Shelf } from "#app/live/shelf.ts";
import { addItem, readList, setRemoved, textOf } from "#app/lists/lists.doc.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { openPage, until, type TestPage } from "#tests/seats.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("what a page writes is kept, and another page shows it", async () => {
  const [a, b] = [page("anna"), page("bryn")];
  await until(() => a.isLoaded && b.isLoaded);
  a.change((doc) => addItem(doc, { id: "one", order: "a0", text: "Seibiant", lang: "cy" }));
  expect(a.waiting).toBe(1);
  await until(() => a.waiting === 0 && readList(b.doc).items.length === 1);
  expect(readList(b.doc).items[0]?.text).toBe("Seibiant");
  a.close();
  b.close();
});

test("words typed while the line is broken go out in order when it is back", async () => {
  const [a, b] = [page("carys"), page("dai")];
  await until(() => a.isLoaded && b.isLoaded);
  a.change((doc) => addItem(doc, { id: "two", order: "a1", text: "", lang: "en" }));
  await until(() => a.waiting === 0);
  hub.hub.live.unseat("nobody");
  for (let round = 0; round < 5; round++) {
    await cut(a, () => a.change((doc) => textOf(doc, "two")?.insert(round, String(round))));
  }
  a.change((doc) => setRemoved(doc, "two", true));
  await until(() => a.waiting === 0 && readList(b.doc).items.some((item) => item.text === "01234" && item.removed === true));
  a.close();
  b.close();
});

test("presence says who is typing, by the seat and not by the client", async () => {
  const [a, b] = [page("anna"), page("bryn")];
  await until(() => a.isLoaded && b.isLoaded);
  a.say({ typing: "one" });
  await until(() => b.others.get("anna")?.typing === "one");
  a.close();
  await until(() => !b.others.has("anna"));
  b.close();
});

test("whoever says what they do without having asked for the document is nobody's to see, and leaves no ghost behind", async () => {
  const [a, b] = [page("anna"), page("bryn")];
  await until(() => a.isLoaded && b.isLoaded);
  const ghost = hub.socket("ghost", `/live/document/${hub.documents.principles}?v=1`);
  await once(ghost, "open");
  ghost.send(writeMessage(messages.presence, { typing: "one" }));
  ghost.ping();
  // Read in order: by now what it said has been heard.
  await once(ghost, "pong");
  b.say({ typing: "one" });
  await until(() => a.others.has("bryn"));
  expect([...a.others.keys()]).toEqual(["bryn"]);
  ghost.terminate();
  a.close();
  b.close();
});

test("what somebody goes on doing is told once, and again after a break", async () => {
  const [a, b] = [page("anna"), page("bryn")];
  await until(() => a.isLoaded && b.isLoaded);
  b.say({ typing: "one" });
  await until(() => a.others.has("bryn"));
  let told = 0;
  const stop = a.watch(() => told++);
  b.say({ typing: "one" });
  await pause(SAID_WITHIN_MS);
  expect(told).toBe(0);
  stop();
  await cut(b, () => until(() => !a.others.has("bryn")));
  await until(() => a.others.get("bryn")?.typing === "one");
  b.say({});
  await until(() => a.others.has("bryn") && a.others.get("bryn")?.typing === undefined);
  a.close();
  b.close();
});

test("the server passes on nothing that the same socket said before, unless another said otherwise for the same member", async () => {
  const a = page("anna");
  const [first, second] = await Promise.all([follower("bryn"), follower("bryn")]);
  await until(() => a.isLoaded);
  const heard: unknown[] = [];
  const stop = a.watch(() => heard.push(a.others.get("bryn")?.typing));
  const say = async (socket: typeof first, saying: Saying) => {
    heard.length = 0;
    socket.send(writeMessage(messages.presence, saying));
    await pause(SAID_WITHIN_MS);
    return [...heard];
  };
  expect(await say(first, { typing: "one" })).toEqual(["one"]);
  expect(await say(first, { typing: "one" })).toEqual([]);
  expect(await say(second, {})).toEqual([undefined]);
  expect(await say(first, { typing: "one" })).toEqual(["one"]);
  stop();
  first.terminate();
  second.terminate();
  a.close();
});

/** A socket that has asked for the document, and says only what it is told to. */
async function follower(memberId: string) {
  const socket = hub.socket(memberId, `/live/document/${hub.documents.principles}?v=1`);
  await once(socket, "open");
  socket.send(Uint8Array.of(messages.sync, 0, 1, 0));
  await once(socket, "message");
  return socket;
}

/** Milliseconds: a page's own waiting, and the server's. */
const SAID_WITHIN_MS = 500;

test("words that may not be written any more are handed back", async () => {
  const a = page("emyr");
  await until(() => a.isLoaded);
  a.change((doc) => addItem(doc, { id: "three", order: "a2", text: "ok", lang: "en" }));
  await until(() => a.waiting === 0);
  await cut(a, async () => {
    a.change((doc) => textOf(doc, "three")?.insert(2, " too late"));
    hub.desk.rights = "read";
    await hub.hub.live.deskChanged(hub.sessionId);
  });
  await until(() => a.refused !== null && a.isLoaded);
  expect(a.refused).toEqual({ why: "mayNotWrite", words: [{ root: "items", recordId: "three", field: "text", text: " too late" }] });
  expect(a.waiting).toBe(0);
  expect(readList(a.doc).items.find((item) => item.id === "three")?.text).toBe("ok");
  hub.desk.rights = "write";
  await hub.hub.live.deskChanged(hub.sessionId);
  a.close();
});

test("words typed before the document was here are handed back, too, when it may not be written any more", async () => {
  const a = page("gwen");
  await until(() => a.isLoaded);
  a.change((doc) => addItem(doc, { id: "four", order: "a3", text: "ok", lang: "en" }));
  await until(() => a.waiting === 0);
  hub.desk.rights = "read";
  await hub.hub.live.deskChanged(hub.sessionId);
  const b = page("haf");
  b.change((doc) => textOf(doc, "four")?.insert(2, " early"));
  expect([b.isLoaded, b.waiting]).toEqual([false, 1]);
  await until(() => b.refused !== null && b.isLoaded);
  expect(b.refused).toEqual({ why: "mayNotWrite", words: [{ root: "items", recordId: "four", field: "text", text: " early" }] });
  expect([b.waiting, textOf(b.doc, "four")?.toString()]).toEqual([0, "ok"]);
  hub.desk.rights = "write";
  await hub.hub.live.deskChanged(hub.sessionId);
  a.close();
  b.close();
});

const pages = new Map<SharedDocument, TestPage>();

function page(memberId: string, shelf?: Shelf, leftover?: Leftover): SharedDocument {
  const opened = openPage({ port: hub.port, memberId, documentId: hub.documents.principles, shelf, leftover });
  pages.set(opened.shared, opened);
  return opened.shared;
}

/** Cuts the line without a goodbye, does something meanwhile, and waits until it is back. */
async function cut(shared: SharedDocument, meanwhile: () => void | Promise<void>): Promise<void> {
  pages.get(shared)?.cut();
  await until(() => !shared.isOpen);
  await meanwhile();
  await until(() => shared.isOpen);
}

test("words on the shelf of a page that is gone are brought in by the next", async () => {
  const shelf = memoryShelf();
  const first = page("ffion", shelf);
  await until(() => first.isLoaded);
  first.change((doc) => addItem(doc, { id: "shelved", order: "a3", text: "before", lang: "en" }));
  await until(() => first.waiting === 0);
  pages.get(first)?.cut();
  await until(() => !first.isOpen);
  first.change((doc) => textOf(doc, "shelved")?.insert(6, " and after"));
  await until(() => shelf.leftovers.size === 1);
  first.close();
  const [leftover] = await shelf.take(hub.documents.principles);
  if (!leftover) throw new Error("there is one");
  const second = page("ffion", shelf, leftover);
  const other = page("gwen");
  await until(() => textOf(other.doc, "shelved")?.toString() === "before and after");
  await until(() => shelf.leftovers.size === 0 && second.waiting === 0);
  second.close();
  other.close();
});

function memoryShelf(): Shelf & { readonly leftovers: Map<number, Leftover> } {
  const leftovers = new Map<number, Leftover>();
  return {
    leftovers,
    put: (leftover) => Promise.resolve(void leftovers.set(leftover.client, leftover)),
    forget: (_documentId, client) => Promise.resolve(void leftovers.delete(client)),
    take: () => Promise.resolve([...leftovers.values()]),
    count: () => Promise.resolve(leftovers.size),
  };
}
