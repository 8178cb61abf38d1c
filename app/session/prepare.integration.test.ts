import { afterAll, expect, test } from "vitest";

import { readBilingual } from "#app/language/bilingual.ts";
import { aSession, aTeam, listeningDesk, nothingNeeded, someEvidenceIn } from "#tests/session-rows.ts";
import { scratchDatabase } from "#tests/database.ts";

import { openDoor } from "./desk.server.ts";
import { chosenFrom } from "./offered.ts";
import { createSession, preparationOf, prepare } from "./prepare.server.ts";
import { sessionFor } from "./session.server.ts";
import { communityOfEnquiry60 } from "./templates/community.ts";

const store = await scratchDatabase();
const { db } = store;
afterAll(() => store.close());

test("a session is made from its template, with its evidence in the order it is offered", async () => {
  const { facilitatorId, enquiryId } = await aTeam(db);
  const [first, second] = [await someEvidenceIn(db, enquiryId, "First"), await someEvidenceIn(db, enquiryId, "Second")];
  const id = await createSession(db, enquiryId, { template: communityOfEnquiry60.key, stages: communityOfEnquiry60.stages, title: { cy: "Gweithdy" }, publishCount: 5, mix: { carer: 2 }, evidence: [first.versionId, second.versionId] });
  const session = await preparationOf(db, await sessionFor(db, { id: facilitatorId }, id), []);
  expect(session).toMatchObject({ title: { cy: "Gweithdy" }, state: "preparing", doorOpen: false, publishCount: 5, mix: { carer: 2 } });
  expect(session.stages.map(({ name }) => name.cy)).toEqual(["Paratoi", "Y dystiolaeth", "Amser meddwl", "Llunio cwestiynau", "Gwyntyllu", "Dewis", "Geiriau cyntaf", "Adeiladu", "Geiriau olaf", "Adolygu"]);
  expect(session.evidence.map(({ title }) => title)).toEqual(["First", "Second"]);
});

test("stages are added, placed, changed, removed and put back where they were", async () => {
  const { desk, id, stageIds, names } = await preparing();
  const stage = { activity: "prompt", name: { en: "Break", cy: "Egwyl" }, prompt: {}, minutes: 5 };
  await prepare(desk, id, { intent: "addStage", ...stage }, nothingNeeded);
  expect(await names()).toEqual(["One", "Two", "Three", "Break"]);
  await prepare(desk, id, { intent: "moveStage", id: stageIds[2] ?? "", place: 1 }, nothingNeeded);
  expect(await names()).toEqual(["Three", "One", "Two", "Break"]);
  await prepare(desk, id, { intent: "editStage", id: stageIds[0] ?? "", ...stage, name: { en: "First" } }, nothingNeeded);
  const gone = await prepare(desk, id, { intent: "removeStage", id: stageIds[0] ?? "" }, nothingNeeded);
  expect(await names()).toEqual(["Three", "Two", "Break"]);
  expect(gone).toEqual({ ok: true, removed: { ...stage, name: { en: "First" }, place: 2 } });
  await prepare(desk, id, { intent: "restoreStage", ...stage, name: { en: "First" }, place: 2 }, nothingNeeded);
  expect(await names()).toEqual(["Three", "First", "Two", "Break"]);
});

test("a stage of another session cannot be touched from here", async () => {
  const [{ desk, id }, other] = [await preparing(), await preparing()];
  const foreign = other.stageIds[0] ?? "";
  const stage = { activity: "prompt", name: { en: "Mine now" }, prompt: {}, minutes: 5 };
  const gone = { ok: false, problem: "session.problem.stageGone" };
  expect(await prepare(desk, id, { intent: "editStage", id: foreign, ...stage }, nothingNeeded)).toEqual(gone);
  expect(await prepare(desk, id, { intent: "removeStage", id: foreign }, nothingNeeded)).toEqual(gone);
  expect(await prepare(desk, id, { intent: "moveStage", id: foreign, place: 1 }, nothingNeeded)).toEqual(gone);
  expect(await other.names()).toEqual(["One", "Two", "Three"]);
});

test("evidence can be chosen until the door first opens, everything else until the session closes", async () => {
  const { desk, id, enquiryId } = await preparing();
  const { versionId } = await someEvidenceIn(db, enquiryId);
  expect(await prepare(desk, id, { intent: "evidence", evidence: [versionId] }, nothingNeeded)).toEqual({ ok: true });
  await openDoor(desk, id, nothingNeeded);
  expect(await prepare(desk, id, { intent: "evidence", evidence: [] }, nothingNeeded)).toEqual({ ok: false, problem: "session.problem.evidenceFixed" });
  const details = { intent: "details" as const, title: { en: "Renamed" }, publishCount: 4, mix: {} };
  expect(await prepare(desk, id, details, nothingNeeded)).toEqual({ ok: true });
  await db.session.update({ where: { id }, data: { state: "closed" } });
  expect(await prepare(desk, id, details, nothingNeeded)).toEqual({ ok: false, problem: "session.problem.closed" });
});

test("while people rank, the rule that decides the outcome stays as it is; the title may change", async () => {
  const { desk, id } = await preparing();
  const details = { intent: "details" as const, title: { en: "Named" }, publishCount: 4, mix: { carer: 2 } };
  expect(await prepare(desk, id, details, nothingNeeded)).toEqual({ ok: true });
  const round = await db.round.create({ data: { sessionId: id, number: 1, choose: 2, candidates: [] } });
  const fixed = { ok: false, problem: "session.problem.ruleFixed" };
  expect(await prepare(desk, id, { ...details, publishCount: 3 }, nothingNeeded)).toEqual(fixed);
  expect(await prepare(desk, id, { ...details, mix: { carer: 1 } }, nothingNeeded)).toEqual(fixed);
  expect(await prepare(desk, id, { ...details, mix: {} }, nothingNeeded)).toEqual(fixed);
  expect(await prepare(desk, id, { ...details, title: { en: "Renamed" } }, nothingNeeded)).toEqual({ ok: true });
  await db.round.update({ where: { id: round.id }, data: { closedAt: new Date() } });
  expect(await prepare(desk, id, { ...details, publishCount: 3, mix: {} }, nothingNeeded)).toEqual({ ok: true });
});

test("the stage at which everybody is cannot be removed from under them", async () => {
  const { desk, id, stageIds } = await preparing();
  await openDoor(desk, id, nothingNeeded);
  expect(await prepare(desk, id, { intent: "removeStage", id: stageIds[0] ?? "" }, nothingNeeded)).toEqual({ ok: false, problem: "session.problem.stageNow" });
  expect(await prepare(desk, id, { intent: "removeStage", id: stageIds[1] ?? "" }, nothingNeeded)).toMatchObject({ ok: true });
});

test("only evidence that is offered and usable is chosen", () => {
  const offered = [{ versionId: "a", usable: true }, { versionId: "b", usable: false }, { versionId: "c", usable: true }].map((item) => ({ ...item, itemId: "", title: "", language: "en" }));
  expect(chosenFrom(offered, ["c", "b", "another enquiry's", "a"])).toEqual(["a", "c"]);
});

/** A session in preparation, and a look at its stages' names in order. */
async function preparing() {
  const { enquiryId } = await aTeam(db);
  const { id, stageIds } = await aSession(db, enquiryId);
  const names = async () => (await db.stage.findMany({ where: { sessionId: id }, orderBy: { position: "asc" } })).map(({ name }) => readBilingual(name).en);
  return { enquiryId, id, stageIds, names, desk: listeningDesk(db) };
}
