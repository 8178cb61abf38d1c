import { afterAll, beforeAll, expect, test } from "vitest";

import type { Facilitator } from "#app/host/facilitator.ts";
import { scratchDatabase, type ScratchDatabase } from "#tests/database.ts";

import { changeEnquiry, changeTeam, enquiriesOf, makeEnquiry } from "./change.server.ts";
import { enquiryFor } from "./enquiry.server.ts";
import type { EnquiryForm } from "./form.server.ts";
import { sessionsOf } from "./sessions.server.ts";

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());

test("its maker finds an enquiry; to another team it is not there at all", async () => {
  const { db } = scratch;
  const [siân, tomos] = [await facilitator("Siân"), await facilitator("Tomos")];
  const id = await makeEnquiry(db, siân, form());
  await makeEnquiry(db, tomos, form());
  expect(await enquiryFor(db, siân, id)).toMatchObject({ id, title: { cy: "Seibiant" }, team: [{ name: "Siân" }] });
  await expect(enquiryFor(db, tomos, id)).rejects.toMatchObject({ status: 404 });
  await expect(enquiryFor(db, tomos, "not-even-an-id")).rejects.toMatchObject({ status: 404 });
  expect((await enquiriesOf(db, siân)).map((enquiry) => enquiry.id)).toEqual([id]);
});

test("changed words are the words", async () => {
  const siân = await facilitator("Siân");
  const id = await makeEnquiry(scratch.db, siân, form());
  await changeEnquiry(scratch.db, id, form({ question: { en: "What makes a break worth having?" }, safeguardingName: "Duty team" }));
  const changed = await enquiryFor(scratch.db, siân, id);
  expect(changed).toMatchObject({ question: { en: "What makes a break worth having?" }, safeguarding: { name: "Duty team", phone: "" } });
  expect(changed.question).not.toHaveProperty("cy");
});

test("somebody with an account joins the team by e-mail, twice is once, and an unknown e-mail says what to do", async () => {
  const { db } = scratch;
  const [siân, tomos] = [await facilitator("Siân"), await facilitator("Tomos")];
  const id = await makeEnquiry(db, siân, form());
  for (let n = 0; n < 2; n += 1) expect(await changeTeam(db, id, { intent: "add", email: tomos.email })).toBeNull();
  expect((await enquiryFor(db, tomos, id)).team.map(({ name }) => name)).toEqual(["Siân", "Tomos"]);
  expect(await changeTeam(db, id, { intent: "add", email: "nobody@example.org" })).toBe("enquiry.team.unknown");
});

test("the last on the team stays, also when two take each other off at once", async () => {
  const { db } = scratch;
  const [siân, tomos] = [await facilitator("Siân"), await facilitator("Tomos")];
  const id = await makeEnquiry(db, siân, form());
  await changeTeam(db, id, { intent: "add", email: tomos.email });
  await Promise.all([siân, tomos].map((other) => changeTeam(db, id, { intent: "remove", facilitatorId: other.id })));
  expect(await db.teamMember.count({ where: { enquiryId: id } })).toBe(1);
  const { facilitatorId } = await db.teamMember.findFirstOrThrow({ where: { enquiryId: id } });
  expect(await changeTeam(db, id, { intent: "remove", facilitatorId })).toBe("enquiry.team.last");
});

test("a closed session tells its day, its people and what came first; rubbish in its round tells nothing", async () => {
  const { db } = scratch;
  const id = await makeEnquiry(db, await facilitator("Siân"), form());
  const candidates = ["a", "b", "c", "d", "e"].map((letter) => ({ id: letter, text: `Priority ${letter}`, lang: "en" }));
  const combined = [{ id: "c", top: "in" }, { id: "a", top: "in" }, { id: "e", top: "tied" }, { id: "b", top: "tied" }, { id: "d", top: "out" }];
  const closedAt = new Date("2026-03-02T15:00:00Z");
  const session = { enquiryId: id, title: { en: "First" }, template: "priorities", state: "closed", closedAt } as const;
  const member = { name: "Mair", perspective: "carer", language: "cy" };
  await db.session.create({ data: { ...session, members: { create: [member, { ...member, role: "facilitator" }] }, rounds: { create: { number: 1, choose: 3, candidates, closedAt, outcome: { result: { combined } } } } } });
  await db.session.create({ data: { ...session, title: { en: "Second" }, rounds: { create: { number: 1, choose: 3, candidates, closedAt, outcome: { result: { state: "tooFew" } } } } } });
  const [second, first] = await sessionsOf(db, id, "cy");
  expect(first).toMatchObject({ state: "closed", day: "2 Mawrth 2026", people: 1 });
  expect(first?.priorities.map(({ text }) => text)).toEqual(["Priority c", "Priority a", "Priority e"]);
  expect(second?.priorities).toEqual([]);
});

async function facilitator(name: string): Promise<Facilitator> {
  return scratch.db.facilitator.create({ data: { email: `${crypto.randomUUID()}@example.org`, name, passphraseHash: "" } });
}

function form(overrides: Partial<EnquiryForm> = {}): EnquiryForm {
  return { title: { cy: "Seibiant" }, question: { en: "What?", cy: "Beth?" }, purpose: { en: "To agree." }, place: "Glan Enfys", languages: ["en", "cy"], safeguardingName: "", safeguardingPhone: "", ...overrides };
}
