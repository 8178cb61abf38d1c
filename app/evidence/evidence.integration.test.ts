import { afterAll, beforeAll, expect, test } from "vitest";

import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";

import type { NewBlock } from "./blocks.ts";
import { addEvidence, correctEvidence, evidenceOf, itemFor, shelfOf, type EvidenceDetails } from "./evidence.server.ts";

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());

test("evidence is kept as it was said, and found only in its own enquiry", async () => {
  const { db } = scratch;
  const { enquiryId, facilitatorId } = await enquiry();
  const itemId = await addEvidence(db, { enquiryId, facilitatorId, details: details(), blocks: blocks("One.", "Two.") });
  const { versions } = await itemFor(db, enquiryId, itemId);
  expect(versions).toMatchObject([{ number: 1, ...details(), createdById: facilitatorId, blocks: [{ text: "One." }, { text: "Two." }] }]);
  await expect(itemFor(db, (await enquiry()).enquiryId, itemId)).rejects.toMatchObject({ status: 404 });
});

test("a correction is a new version in which unchanged and mended blocks keep their ids; the old one stays as it was", async () => {
  const { db } = scratch;
  const { enquiryId, facilitatorId } = await enquiry();
  const itemId = await addEvidence(db, { enquiryId, facilitatorId, details: details(), blocks: blocks("Carers need a brake.", "They said so.") });
  const before = await itemFor(db, enquiryId, itemId);
  const fresh = blocks("Something new in front.", "Carers need a break.", "They said so.");
  expect(await correctEvidence(db, { enquiryId, itemId, facilitatorId, basedOn: 1, details: details({ title: "Mended" }), blocks: fresh })).toBe("corrected");
  const [second, first] = (await itemFor(db, enquiryId, itemId)).versions;
  expect(first).toEqual(before.versions[0]);
  expect(second).toMatchObject({ number: 2, title: "Mended" });
  expect(second?.blocks.slice(1).map(({ id }) => id)).toEqual(first?.blocks.map(({ id }) => id));
});

test("of two who correct the same version, the second is told and nothing of the first is lost", async () => {
  const { db } = scratch;
  const { enquiryId, facilitatorId } = await enquiry();
  const itemId = await addEvidence(db, { enquiryId, facilitatorId, details: details(), blocks: blocks("One.") });
  const correction = (title: string) => correctEvidence(db, { enquiryId, itemId, facilitatorId, basedOn: 1, details: details({ title }), blocks: blocks("One.") });
  expect((await Promise.all([correction("Left"), correction("Right")])).sort()).toEqual(["corrected", "overtaken"]);
  expect(await correction("Late")).toBe("overtaken");
  expect((await itemFor(db, enquiryId, itemId)).versions).toHaveLength(2);
});

test("the library gives the newest version of each item and whether a session may use it", async () => {
  const { db } = scratch;
  const { enquiryId, facilitatorId } = await enquiry();
  const add = (change: Partial<EvidenceDetails>) => addEvidence(db, { enquiryId, facilitatorId, details: details(change), blocks: blocks("Three words here.") });
  const first = await add({ title: "Said", limitations: "One group." });
  await add({ title: "Not known", limitationsNotKnown: true });
  await add({ title: "Not said" });
  await correctEvidence(db, { enquiryId, itemId: first, facilitatorId, basedOn: 1, details: details({ title: "Said again", limitations: "One group." }), blocks: blocks("Three words here.") });
  expect((await evidenceOf(db, enquiryId)).map(({ title, usable }) => [title, usable])).toEqual([["Said again", true], ["Not known", true], ["Not said", false]]);
  expect((await shelfOf(db, enquiryId))[0]).toEqual({ id: first, title: "Said again", kind: "livedExperience", language: "cy", perspective: "Carers", words: 3, usable: true });
});

async function enquiry(): Promise<{ enquiryId: string; facilitatorId: string }> {
  const { id: facilitatorId } = await scratch.db.facilitator.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "Siân", passphraseHash: "" } });
  const { id: enquiryId } = await scratch.db.enquiry.create({ data: { title: {}, question: {}, purpose: {}, place: "", languages: ["cy"], safeguardingName: "", safeguardingPhone: "" } });
  return { enquiryId, facilitatorId };
}

function details(overrides: Partial<EvidenceDetails> = {}): EvidenceDetails {
  return { title: "A carer's week", kind: "livedExperience", perspective: "Carers", source: "A carers' group", date: "March 2025", place: "Glan Enfys", language: "cy", limitations: "", limitationsNotKnown: false, ...overrides };
}

function blocks(...texts: string[]): NewBlock[] {
  return texts.map((text) => ({ kind: "paragraph", text }));
}
