/** How large a document is: what stands in it counts, not what once did. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { addItem, textOf } from "#app/lists/lists.doc.ts";
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
