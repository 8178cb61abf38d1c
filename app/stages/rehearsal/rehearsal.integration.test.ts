import { expect, test } from "vitest";

import { sessionsOf } from "#app/enquiry/sessions.server.ts";
import { closeSession } from "#app/report/close.server.ts";
import { move } from "#app/session/desk.server.ts";
import { createSession } from "#app/session/prepare.server.ts";
import { sessionFor } from "#app/session/session.server.ts";
import { communityOfEnquiry120 } from "#app/session/templates/community.ts";
import { boardOf } from "#app/stages/board.server.ts";
import { needingIn } from "#app/stages/needs.server.ts";
import { countsIn } from "#app/stages/news.server.ts";
import { openRankingRound } from "#app/stages/round.server.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aTeam } from "#tests/session-rows.ts";

import { actInRehearsal } from "./acting.server.ts";
import { cast } from "./cast.ts";
import { endRehearsal, rehearsalOf, rehearse } from "./rehearsal.server.ts";

const house = await scratchHouse();
const { db, pool } = house;

test("a rehearsal is a copy with eight pretend people, its door shut, and one at a time", async () => {
  const { session, facilitatorId, id } = await rehearsed();
  expect(await rehearse(house, session, facilitatorId)).toBe(id);
  const copy = await db.session.findUniqueOrThrow({ where: { id }, include: { stages: true, members: true, evidence: true } });
  expect(copy).toMatchObject({ rehearsal: true, state: "open", doorOpenedAt: null, rehearsalOfId: session.id });
  expect(copy.stages).toHaveLength(communityOfEnquiry120.stages.length);
  expect(copy.evidence).toHaveLength(1);
  expect(copy.members.filter(({ pretend }) => pretend).map(({ perspective }) => perspective).sort()).toEqual(cast.map(({ perspective }) => perspective).sort());
  expect((await sessionsOf(db, session.enquiryId, "en")).map((line) => line.id)).toEqual([session.id]);
});

test("the pretend people take part as stages come, each once however often a stage comes, and a private note is on no board", async () => {
  const { id } = await rehearsed();
  await walk(id);
  const first = await countsIn(house, id);
  await walk(id);
  expect(await countsIn(house, id)).toEqual(first);
  expect(first).toMatchObject({ notes: 3, questions: 4, priorities: 3 });
  expect(first.said).toBeGreaterThanOrEqual(3);
  expect(await db.privateNote.count({ where: { sessionId: id } })).toBe(2);
  expect(JSON.stringify(await boardOf(db, id))).not.toMatch(/to myself|fy hun/);
});

test("seven of the eight vote", async () => {
  const { id } = await rehearsed();
  await walk(id);
  expect(await openRankingRound(house, id)).toEqual({ ok: true });
  await actInRehearsal(house, id);
  expect((await boardOf(db, id))?.round).toMatchObject({ cast: 7, roll: 8 });
});

test("a rehearsal is never closed, so no report is written of it", async () => {
  const { id } = await rehearsed();
  expect(await closeSession(house, id)).toEqual({ ok: false, problem: "session.rehearsal.notClosed" });
  expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "open", record: null });
});

test("ending it wipes every row and every byte of its log, and leaves the session it rehearsed as it was", async () => {
  const { session, facilitatorId, id } = await rehearsed();
  await walk(id);
  const before = await db.session.findUniqueOrThrow({ where: { id: session.id }, include: { stages: true } });
  const documentIds = (await db.document.findMany({ where: { sessionId: id } })).map((document) => document.id);
  expect(await bytesSaying("esgus", documentIds)).toBeGreaterThan(0);

  expect(await endRehearsal(house, id)).toBe(session.id);
  const gone = { where: { documentId: { in: documentIds } } };
  expect(await Promise.all([db.session.count({ where: { id } }), db.member.count({ where: { sessionId: id } }), db.privateNote.count({ where: { sessionId: id } }), db.documentUpdate.count(gone), db.documentSnapshot.count(gone), db.documentClient.count(gone)])).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await bytesSaying("esgus", documentIds)).toBe(0);
  expect(await db.session.findUniqueOrThrow({ where: { id: session.id }, include: { stages: true } })).toEqual(before);
  expect(await rehearsalOf(db, { sessionId: session.id, facilitatorId })).toBeNull();
});

test("only a rehearsal can be ended so", async () => {
  const { session } = await rehearsed();
  expect(await endRehearsal(house, session.id)).toBeNull();
  expect(await db.session.count({ where: { id: session.id } })).toBe(1);
});

/** A session with one piece of evidence, and the rehearsal of it. */
async function rehearsed() {
  const { facilitatorId, enquiryId } = await aTeam(db);
  const blocks = [{ id: "block", kind: "paragraph", text: "I spent the first day just sleeping. Nobody rang." }];
  const version = { number: 1, title: "Carers talking", kind: "livedExperience", perspective: "", source: "", date: "", place: "", language: "en", limitations: "One group", limitationsNotKnown: false, blocks } as const;
  const item = await db.evidenceItem.create({ data: { enquiryId, versions: { create: { ...version, blocks: [...blocks] } } }, include: { versions: true } });
  const { key, stages } = communityOfEnquiry120;
  const sessionId = await createSession(db, enquiryId, { template: key, stages, title: { en: "Together" }, publishCount: 3, mix: {}, evidence: item.versions.map(({ id }) => id) });
  const session = await sessionFor(db, { id: facilitatorId }, sessionId);
  return { session, facilitatorId, id: await rehearse(house, session, facilitatorId) };
}

/** To every stage that may be opened, in order; the cast acts at each. */
async function walk(id: string): Promise<void> {
  const stages = await db.stage.findMany({ where: { sessionId: id }, orderBy: { position: "asc" } });
  for (const stage of stages) {
    await move(house, id, { move: "goTo", stageId: stage.id }, await needingIn(house, id));
    await actInRehearsal(house, id);
  }
}

/** Rows of the log whose bytes hold this word. */
async function bytesSaying(word: string, documentIds: readonly string[]): Promise<number> {
  const { rowCount } = await pool.query(`SELECT 1 FROM "DocumentUpdate" WHERE "documentId" = ANY($1) AND position(convert_to($2, 'UTF8') in bytes) > 0`, [documentIds, word]);
  return rowCount ?? 0;
}
