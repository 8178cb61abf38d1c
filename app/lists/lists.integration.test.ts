import { expect, test } from "vitest";

import type { Live } from "#app/live/live.doc.ts";
import { scratchDatabase } from "#tests/database.ts";
import { seedSession, startTestHub, until } from "#tests/hub.ts";

import type { Act } from "./acts.ts";
import { itemHistory } from "./history.server.ts";
import { readList, textOf } from "./lists.doc.ts";
import { aboutWhat, changeList, listDocument, pageAfter, problemWith } from "./lists.server.ts";

test("what a form does is in the document of everybody who types, and on disk with its author", async () => {
  await using list = await listOnDisk();
  const anna = list.hub.client("anna", list.documentId);
  await anna.synced();
  await list.ask("bryn", { act: "add", text: "A promised break happens", lang: "en" });
  await until(() => readList(anna.doc).items[0]?.text === "A promised break happens", anna.doc);
  expect((await list.live.log(list.documentId)).map(({ memberId }) => memberId)).toEqual(["bryn"]);
});

test("words typed live while a form was open are merged with the form's", async () => {
  await using list = await listOnDisk("A break");
  await list.typeLive(2, "promised ");
  expect(await list.ask("bryn", { act: "reword", item: list.item, before: "A break", text: "A break happens" })).toMatchObject({ came: "reworded" });
  expect(await list.texts()).toEqual(["A promised break happens"]);
});

test("where a form and live typing changed the same words, both wordings are kept and its author is told", async () => {
  await using list = await listOnDisk("A break");
  await list.typeLive(2, "promised ");
  const outcome = await list.ask("bryn", { act: "reword", item: list.item, before: "A break", text: "No respite" });
  expect(await list.texts()).toEqual(["A promised break", "No respite"]);
  expect(pageAfter(outcome, { address: "/s/1/lists", back: "/s/1" })).toMatch(/^\/s\/1\/lists\?back=%2Fs%2F1&item=\w+&both=kept$/);
});

test("a list that may not be written in says why, and stays as it is", async () => {
  await using list = await listOnDisk("A break");
  const frozen = await changeList(list.live, { documentId: list.documentId, act: { act: "remove", item: list.item }, hand: handOf("bryn"), readOnly: "frozen" });
  await list.live.seal(list.hub.sessionId);
  const sealed = await list.ask("bryn", { act: "remove", item: list.item });
  expect([problemWith(frozen), problemWith(sealed)]).toEqual(["lists.readOnly.frozen", "lists.readOnly.closed"]);
  expect(await list.texts()).toEqual(["A break"]);
});

test("a document that holds as much as it may says so, takes nothing of a form, and goes on where nothing is added", async () => {
  await using list = await listOnDisk("A break");
  const page = "x".repeat(1024 * 1024);
  for (let pages = 0; pages < 3; pages++) await list.live.write(list.documentId, null, (doc) => textOf(doc, list.item)?.insert(0, page));
  const full = await list.ask("bryn", { act: "add", text: "More", lang: "en" });
  expect(problemWith(full)).toBe("live.noRoom");
  expect(await list.texts()).toHaveLength(1);
  await expect(list.ask("bryn", { act: "remove", item: "nowhere" })).resolves.toEqual({ came: "gone" });
});

test("an item's history tells each wording, by whom and when, in words", async () => {
  await using list = await listOnDisk("A break");
  await list.ask("bryn", { act: "reword", item: list.item, before: "A break", text: "A break happens" });
  const about = { documentId: list.documentId, itemId: list.item, language: "cy" as const };
  const { lang, wordings } = await itemHistory(list.live, about);
  expect(lang).toBe("en");
  expect(wordings.map(({ memberId, text }) => [memberId, text])).toEqual([["anna", "A break"], ["bryn", "A break happens"]]);
  expect(wordings[0]?.when).toMatch(/^\d\d:\d\d, \d{1,2} \p{Letter}+ \d{4}$/u);
  await expect(itemHistory(list.live, { ...about, itemId: "nowhere" })).rejects.toMatchObject({ status: 404 });
});

test("only the lists of a session are found in it", async () => {
  const store = await scratchDatabase();
  const [own, other] = [await seedSession(store.pool), await seedSession(store.pool)];
  expect(await listDocument(store.db, own.sessionId, own.documents.priorities)).toBe(own.documents.priorities);
  for (const id of [other.documents.priorities, own.documents.notes, "", undefined]) {
    await expect(listDocument(store.db, own.sessionId, id)).rejects.toMatchObject({ status: 404 });
  }
  await store.close();
});

test.each([
  ["the room", "/s/1", "/s/1"],
  ["a stage of the room", "/s/1?stage=2", "/s/1?stage=2"],
  ["another room", "/s/12", "/s/1"],
  ["another site", "//evil.example", "/s/1"],
])("a form leads back to %s only when that is this room", (_, back, leads) => {
  expect(aboutWhat(new URLSearchParams({ back }), "1").back).toBe(leads);
});

const handOf = (by: string) => ({ by, sources: [], foundation: null });

/** A hub with a list of principles; Anna wrote these items by form. Ends itself with the test. */
async function listOnDisk(...texts: string[]) {
  const hub = await startTestHub();
  const live: Live = hub.hub.live;
  const documentId = hub.documents.principles;
  const ask = (by: string, act: Act) => changeList(live, { documentId, act, hand: handOf(by), readOnly: null });
  for (const text of texts) await ask("anna", { act: "add", text, lang: "en" });
  const items = async () => (await live.read(documentId, readList)).items;
  const item = (await items())[0]?.id ?? "";
  return {
    hub, live, documentId, ask, item,
    texts: async () => (await items()).map(({ text }) => text),
    /** Anna types in the first item; resolves when it is kept. */
    async typeLive(at: number, words: string) {
      const [anna, other] = [hub.client("anna", documentId), hub.client("carys", documentId)];
      await Promise.all([anna.synced(), other.synced()]);
      textOf(anna.doc, item)?.insert(at, words);
      await until(() => readList(other.doc).items[0]?.text.includes(words) ?? false, other.doc);
    },
    [Symbol.asyncDispose]: () => hub.stop(),
  };
}
