import { expect, test } from "vitest";

import { connectTo } from "#server/database/open.ts";
import { startTestHub } from "#tests/hub.ts";
import { aMember } from "#tests/session-rows.ts";

import { changeConcepts } from "./concepts.server.ts";
import { answerReflection } from "./reflections.server.ts";
import { readTalk } from "./talk.doc.ts";

test("what gets in the way is kept by form, and only its author takes it back", async () => {
  await using room = await aRoom();
  expect(await room.ask(room.sian, { act: "barrier", level: "system", words: " Three forms \r\nfor one night ", lang: "en", stage: room.stageId, back: `/s/${room.sessionId}?stage=x` })).toEqual({ ok: true, to: `/s/${room.sessionId}?stage=x` });
  const [barrier] = (await room.talk()).barriers;
  expect(barrier).toMatchObject({ by: room.sian, level: "system", words: "Three forms \nfor one night", stageId: room.stageId });
  const takeBack = { act: "withdraw", root: "barriers", id: barrier?.id ?? "" };
  expect(await room.ask(room.colin, takeBack)).toMatchObject({ ok: false, problem: "reflections.gone" });
  expect(await room.ask(room.sian, takeBack)).toMatchObject({ ok: true });
  expect((await room.talk()).barriers).toEqual([]);
});

test("a scribe notes what gets in the way for somebody, nobody else does; the person takes it back wholly", async () => {
  await using room = await aRoom();
  const form = { act: "barrier", level: "culture", words: "Nobody rings", lang: "en", stage: room.stageId, for: room.sian, checked: "yes" };
  expect(await room.ask(room.colin, form)).toMatchObject({ ok: false, problem: "talk.problem.notScribe", typed: { words: "Nobody rings", for: room.sian } });
  await room.db.member.update({ where: { id: room.colin }, data: { scribe: true, scribedAt: new Date() } });
  expect(await room.ask(room.colin, form)).toMatchObject({ ok: true });
  const [barrier] = (await room.talk()).barriers;
  expect(barrier).toMatchObject({ by: room.colin, forMember: room.sian, checked: true });
  expect(await room.ask(room.sian, { act: "correct", root: "barriers", id: barrier?.id ?? "", words: "Does neb yn ffonio", lang: "cy" })).toMatchObject({ ok: true });
  expect(await room.ask(room.sian, { act: "withdraw", root: "barriers", id: barrier?.id ?? "" })).toMatchObject({ ok: true });
  expect(await room.talk()).toMatchObject({ barriers: [], corrections: [] });
});

test("an idea that a scribe wrote goes when its person takes it back", async () => {
  await using room = await aRoom();
  await room.db.member.update({ where: { id: room.colin }, data: { scribe: true, scribedAt: new Date() } });
  expect(await room.idea(room.sian, { act: "add", words: "fairness", lang: "en", for: room.colin })).toBe("talk.problem.notScribe");
  expect(await room.idea(room.colin, { act: "add", words: "fairness", lang: "en", for: room.sian })).toBeNull();
  const [idea] = (await room.talk()).concepts;
  expect(idea).toMatchObject({ by: room.colin, forMember: room.sian, checked: false });
  expect(await room.idea(room.sian, { act: "withdraw", concept: idea?.id ?? "" })).toBeNull();
  expect((await room.talk()).concepts).toEqual([]);
});

test("a form that cannot be kept says why, and keeps every word", async () => {
  await using room = await aRoom();
  const form = { act: "barrier", words: "Three forms", lang: "en", stage: room.stageId };
  expect(await room.ask(room.sian, form)).toEqual({ ok: false, problem: "reflections.barriers.levelMissing", typed: form });
  expect(await room.ask(room.sian, { ...form, level: "system", stage: "another-session" })).toMatchObject({ ok: false, problem: "session.problem.stageGone" });
  await room.db.session.update({ where: { id: room.sessionId }, data: { state: "closed" } });
  expect(await room.ask(room.sian, { ...form, level: "system" })).toMatchObject({ ok: false, problem: "reflections.closed", typed: { words: "Three forms" } });
  expect((await room.talk()).barriers).toEqual([]);
});

/** An open session at one stage, with two participants. Ends itself with the test. */
async function aRoom() {
  const { hub, pool, sessionId, documents, stop } = await startTestHub();
  const { db, end } = connectTo(pool.options.connectionString ?? "");
  const stage = await db.stage.create({ data: { sessionId, position: 0, activity: "building", name: {}, prompt: {}, minutes: 20 } });
  const [sian, colin] = [await aMember(db, sessionId), await aMember(db, sessionId, { name: "Colin" })];
  return {
    db, sessionId, stageId: stage.id, sian, colin,
    async idea(id: string, fields: Record<string, string>) {
      return changeConcepts({ db, live: hub.live }, await db.member.findUniqueOrThrow({ where: { id } }), formOf(fields));
    },
    async ask(id: string, fields: Record<string, string>) {
      return answerReflection({ db, live: hub.live }, await db.member.findUniqueOrThrow({ where: { id } }), formOf(fields));
    },
    talk: () => hub.live.read(documents.talk, readTalk),
    [Symbol.asyncDispose]: async () => {
      await end();
      await stop();
    },
  };
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
