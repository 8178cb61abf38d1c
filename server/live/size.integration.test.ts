/** How large a document is: what stands in it counts, not what once did. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, readList, textOf } from "#app/lists/lists.doc.ts";
import { FullError } from "#app/live/live.doc.ts";
import { removeRecord } from "#app/live/records.doc.ts";
import { startTestHub, type TestHub } from "#tests/hub.ts";
import { until } from "#tests/seats.ts";

import { DOCUMENT_BYTES, FRAME_BYTES } from "./limits.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

test("a document in which much was written and taken out again is not full", async () => {
  const { documents, hub: { live } } = hub;
  const [bryn, cai] = [hub.client("bryn", documents.principles), hub.client("cai", documents.principles)];
  await Promise.all([bryn.synced(), cai.synced()]);
  const page = "x".repeat(FRAME_BYTES);
  await live.write(documents.principles, "anna", (doc) => addItem(doc, { id: "one", order: "a0", text: "", lang: "en" }));
  for (let written = 0; written <= DOCUMENT_BYTES; written += page.length) {
    await live.write(documents.principles, "anna", (doc) => {
      const text = textOf(doc, "one");
      text?.delete(0, text.length);
      text?.insert(0, page);
    });
  }
  textOf(bryn.doc, "one")?.insert(0, "Gofal ");
  await until(() => textOf(cai.doc, "one")?.toString().startsWith("Gofal ") ?? false, cai.doc);
  expect(textOf(cai.doc, "one")?.length).toBe(page.length + "Gofal ".length);
});

test("a form adds nothing to a full document and is told so; what takes away is done, for forms and for pages, and what Ymholi itself writes", async () => {
  const { documents: { priorities }, hub: { live } } = hub;
  const add = (id: string, text: string) => (doc: Parameters<typeof addItem>[0]) => addItem(doc, { id, order: id, text, lang: "en" });
  const page = hub.client("anna", priorities);
  await page.synced();
  for (const id of ["a", "b"]) await live.write(priorities, "anna", add(id, "Anna's"));
  await until(() => readList(page.doc).items.length === 2, page.doc);
  await fill(priorities);
  await expect(live.write(priorities, "anna", add("c", "More"))).rejects.toThrow(FullError);
  await expect(live.write(priorities, "newcomer", add("d", "More"))).rejects.toThrow(FullError);
  expect(await live.authorsOf(priorities).then((authors) => [...authors.values()])).not.toContain("newcomer");
  await live.write(priorities, "anna", (doc) => removeRecord(doc, "items", "a"));
  removeRecord(page.doc, "items", "b");
  await live.write(priorities, null, add("ours", "Ymholi's"));
  await until(() => readList(page.doc).items.some(({ id }) => id === "ours"), page.doc);
  const read = () => live.read(priorities, (doc) => readList(doc).items.map(({ id }) => id));
  await expect.poll(read).toEqual(["full", "ours"]);
  expect(await live.mend(priorities, { act: "undo", of: "anna" }, "facilitator")).toBe(true);
  expect(page.provider.wsconnected).toBe(true);
  page.destroy();
});

/** As Ymholi itself may. */
async function fill(documentId: string): Promise<void> {
  const { live } = hub.hub;
  await live.write(documentId, null, (doc) => addItem(doc, { id: "full", order: "0", text: "", lang: "en" }));
  for (let written = 0; written <= DOCUMENT_BYTES; written += FRAME_BYTES) await live.write(documentId, null, (doc) => textOf(doc, "full")?.insert(0, "x".repeat(FRAME_BYTES)));
}
