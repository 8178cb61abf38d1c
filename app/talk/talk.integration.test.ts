import { expect, test } from "vitest";

import { aMember } from "#tests/session-rows.ts";
import { startTestHub, until } from "#tests/hub.ts";
import { connectTo } from "#server/database/open.ts";

import { answerTalk } from "./answer.server.ts";
import { balanceFor } from "./balance.server.ts";
import { contributionsOf } from "./contributions.ts";
import { talkErrand } from "./errand.server.ts";
import { callNext, endRoundTurn, endTurn, floorOf, heardAloud, makeMove, setQueueOrder, setScribe, startGoRound, stopGoRound } from "./floor.server.ts";
import { talkNoticeOf } from "./notice.server.ts";
import { clearSignal, ownSignals } from "./signals.server.ts";
import { readTalk } from "./talk.doc.ts";

test("a contribution by form is in the document of everybody, at its stage; an answer says what it does, and a challenge why", async () => {
  await using room = await aRoom();
  const follower = room.hub.client(room.sian, room.documentId);
  await follower.synced();
  expect(await room.say(room.colin, { words: " The beds stand empty. " })).toMatchObject({ ok: true });
  await until(() => readTalk(follower.doc).said.length === 1, follower.doc);
  const [first] = readTalk(follower.doc).said;
  expect(first).toMatchObject({ by: room.colin, words: "The beds stand empty.", stageId: room.stageId, way: "", forMember: "" });
  expect(await room.say(room.sian, { words: "Not here.", replyTo: first?.id ?? "", way: "challenges" })).toMatchObject({ ok: false, problems: { because: "talk.problem.because" }, typed: { words: "Not here." } });
  expect(await room.say(room.sian, { words: "Not here.", replyTo: first?.id ?? "", way: "challenges", because: "Ours was full." })).toMatchObject({ ok: true });
});

test("only a scribe or the facilitator writes for somebody; the person puts it right, and takes it back wholly", async () => {
  await using room = await aRoom();
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", withoutDevice: true });
  expect(await room.say(room.colin, { words: "Hers.", for: gwen })).toMatchObject({ ok: false, problems: { for: "talk.problem.notScribe" } });
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: true });
  expect(await room.say(room.colin, { words: "Nobody rang me.", for: room.sian, checked: "yes" })).toMatchObject({ ok: true });
  const [said] = await room.contributions();
  expect(said).toMatchObject({ by: room.sian, writer: room.colin, isChecked: true });
  expect(await room.ask(room.sian, { act: "correct", said: said?.id ?? "", words: "Nobody ever rang me.", lang: "en" })).toMatchObject({ ok: true });
  expect((await room.contributions())[0]).toMatchObject({ words: "Nobody ever rang me.", earlier: [{ words: "Nobody rang me." }] });
  expect(await room.ask(room.ann, { act: "withdraw", said: said?.id ?? "" })).toMatchObject({ ok: false, problems: { "": "talk.problem.gone" } });
  expect(await room.ask(room.sian, { act: "withdraw", said: said?.id ?? "" })).toMatchObject({ ok: true });
  expect(await room.hub.live.read(room.documentId, readTalk)).toMatchObject({ said: [], corrections: [] });
});

test("what somebody wrote as a scribe stays the person's after they are let off it, and they write for nobody more", async () => {
  await using room = await aRoom();
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: true });
  await room.say(room.colin, { words: "Hers.", for: room.sian });
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: false });
  expect((await room.contributions())[0]).toMatchObject({ by: room.sian });
  expect(await room.say(room.colin, { words: "Hers too.", for: room.sian })).toMatchObject({ ok: false });
  expect(await setScribe(room.desk, room.sessionId, { memberId: "nobody", scribe: true })).toMatchObject({ ok: false });
});

test("hands are called in the chosen order, and nobody is in the queue twice", async () => {
  await using room = await aRoom();
  for (const id of [room.colin, room.colin, room.sian, room.ann]) await room.ask(id, { act: "raise" });
  expect(await room.floor()).toMatchObject({ hands: [room.colin, room.sian, room.ann], speaking: null });
  await callNext(room.desk, room.sessionId, null);
  expect(await room.floor()).toMatchObject({ hands: [room.sian, room.ann], speaking: room.colin });
  await room.ask(room.colin, { act: "spoken" });
  await room.ask(room.colin, { act: "raise" });
  await room.ask(room.sian, { act: "lower" });
  await room.ask(room.sian, { act: "raise" });
  expect((await room.floor()).hands).toEqual([room.ann, room.colin, room.sian]);
  await setQueueOrder(room.desk, room.sessionId, "unheard");
  expect((await room.floor()).hands).toEqual([room.ann, room.sian, room.colin]);
  await callNext(room.desk, room.sessionId, room.sian);
  await endTurn(room.desk, room.sessionId);
  expect(await room.floor()).toMatchObject({ hands: [room.ann, room.colin], speaking: null, order: "unheard" });
  expect(await heardAloud(room.db, room.sessionId)).toEqual(new Set([room.colin, room.sian]));
  expect(await callNext(room.desk, room.sessionId, room.sian)).toEqual({ ok: false, problem: "talk.problem.nobodyWaits" });
});

test("a go-round offers each a turn; passing, coming back and a second press end one turn only", async () => {
  await using room = await aRoom();
  await startGoRound(room.desk, room.sessionId, [room.sian, room.colin, room.ann]);
  await room.ask(room.ann, { act: "pass" });
  expect((await room.floor()).around).toEqual([room.sian, room.colin]);
  await endRoundTurn(room.desk, room.sessionId, { memberId: room.sian, end: "later" });
  await endRoundTurn(room.desk, room.sessionId, { memberId: room.sian, end: "later" });
  expect((await room.floor()).around).toEqual([room.colin, room.sian]);
  await Promise.all([1, 2].map(() => endRoundTurn(room.desk, room.sessionId, { memberId: room.colin, end: "spoken" })));
  expect((await room.floor()).around).toEqual([room.sian]);
  await room.ask(room.sian, { act: "spoken" });
  expect((await room.floor()).around).toBeNull();
  expect(await heardAloud(room.db, room.sessionId)).toEqual(new Set([room.colin, room.sian]));
  await startGoRound(room.desk, room.sessionId, [room.sian]);
  await stopGoRound(room.desk, room.sessionId);
  expect((await room.floor()).around).toBeNull();
});

test("a go-round is over when the group goes on to another stage", async () => {
  await using room = await aRoom();
  await startGoRound(room.desk, room.sessionId, [room.sian]);
  await room.db.session.update({ where: { id: room.sessionId }, data: { currentStageId: null } });
  expect((await room.floor()).around).toBeNull();
});

test("a scribe raises a hand for somebody without a device, and for nobody else", async () => {
  await using room = await aRoom();
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", withoutDevice: true });
  expect(await room.ask(room.colin, { act: "raise", for: gwen })).toMatchObject({ ok: false, problems: { "": "talk.problem.notScribe" } });
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: true });
  expect(await room.ask(room.colin, { act: "raise", for: room.sian })).toMatchObject({ ok: false });
  expect(await room.ask(room.colin, { act: "raise", for: gwen })).toMatchObject({ ok: true });
  expect(await room.floor()).toMatchObject({ hands: [gwen], withoutDevice: [gwen], scribes: [room.colin] });
});

test("whoever was removed waits no more", async () => {
  await using room = await aRoom();
  await room.ask(room.sian, { act: "raise" });
  await room.db.member.update({ where: { id: room.sian }, data: { removedAt: new Date() } });
  expect((await room.floor()).hands).toEqual([]);
});

test("signals are told as counts; a second tap takes one's own back, and the facilitator clears what was answered", async () => {
  await using room = await aRoom();
  expect(await room.ask(room.sian, { act: "signal", kind: "slow" })).toMatchObject({ ok: true, signals: ["slow"] });
  await room.ask(room.colin, { act: "signal", kind: "slow" });
  await room.ask(room.colin, { act: "signal", kind: "break" });
  const notice = await room.notice();
  expect(notice.signals).toEqual({ slow: 2, again: 0, break: 1 });
  expect(JSON.stringify(notice.signals)).not.toContain(room.sian);
  expect(await room.ask(room.sian, { act: "signal", kind: "slow" })).toMatchObject({ signals: [] });
  await clearSignal(room.desk, room.sessionId, "slow");
  expect(await ownSignals(room.db, { id: room.colin, sessionId: room.sessionId })).toEqual(["break"]);
  await room.db.signal.updateMany({ data: { at: new Date(Date.now() - 3_600_000) } });
  expect((await room.notice()).signals.break).toBe(0);
  expect(await room.ask(room.colin, { act: "signal", kind: "break" })).toMatchObject({ signals: ["break"] });
});

test("a move stands on the noticeboard until it is taken down", async () => {
  await using room = await aRoom();
  await makeMove(room.desk, room.sessionId, "pause");
  expect((await room.notice()).move?.key).toBe("pause");
  await makeMove(room.desk, room.sessionId, null);
  expect((await room.notice()).move).toBeNull();
});

test("a closed session takes nothing, and what was typed comes back", async () => {
  await using room = await aRoom();
  await room.db.session.update({ where: { id: room.sessionId }, data: { state: "closed" } });
  expect(await room.say(room.sian, { words: "Too late?" })).toMatchObject({ ok: false, problems: { "": "talk.problem.closed" }, typed: { words: "Too late?" } });
  expect(await room.ask(room.sian, { act: "raise" })).toMatchObject({ ok: false });
});

test("the balance counts what was said by perspective, with whoever a scribe wrote for, and says what is missing", async () => {
  await using room = await aRoom();
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", perspective: "drawsOnCare", withoutDevice: true });
  const session = await room.db.session.update({ where: { id: room.sessionId }, data: { requiredMix: { drawsOnCare: 1, researcher: 1 } } });
  for (let turn = 0; turn < 5; turn++) await room.say(room.sian, { words: `Turn ${turn}` });
  expect(await balanceFor({ db: room.db, live: room.hub.live }, session)).toEqual({
    heard: [{ perspective: "drawsOnCare", is: "silent" }, { perspective: "manager", is: "silent" }, { perspective: "carer", is: "often" }],
    absent: ["researcher"],
    unread: ["livedExperience", "practitioner", "organisational", "research"],
  });
  await room.say(room.facilitator, { words: "I was never asked.", for: gwen });
  expect((await balanceFor({ db: room.db, live: room.hub.live }, session)).heard).not.toContainEqual({ perspective: "drawsOnCare", is: "silent" });
});

test("a page with a form is one's own to ask for", async () => {
  await using room = await aRoom();
  await room.say(room.sian, { words: "Mine." });
  const [said] = await room.contributions();
  const [sian, colin] = await Promise.all([room.sian, room.colin].map((id) => room.db.member.findUniqueOrThrow({ where: { id } })));
  const house = { db: room.db, live: room.hub.live };
  expect((await talkErrand(house, colin!, new URLSearchParams({ reply: said?.id ?? "", back: "https://elsewhere.example" }))).back).toBe(`/s/${room.sessionId}`);
  expect(await talkErrand(house, sian!, new URLSearchParams({ reword: said?.id ?? "" }))).toMatchObject({ subject: { kind: "reword" } });
  await expect(talkErrand(house, colin!, new URLSearchParams({ reword: said?.id ?? "" }))).rejects.toMatchObject({ status: 404 });
});

/** An open session with a stage, its talk, a facilitator, two carers and a manager. */
async function aRoom() {
  const test = await startTestHub();
  const { db, end } = connectTo(test.pool.options.connectionString ?? "");
  const hub = { client: test.client, live: test.hub.live };
  const { sessionId, documents } = test;
  const stage = await db.stage.create({ data: { sessionId, position: 0, activity: "building", name: {}, prompt: {}, minutes: 20 } });
  await db.session.update({ where: { id: sessionId }, data: { currentStageId: stage.id } });
  const [sian, ann] = [await aMember(db, sessionId), await aMember(db, sessionId, { name: "Ann" })];
  const colin = await aMember(db, sessionId, { name: "Colin", perspective: "manager" });
  const facilitator = await aMember(db, sessionId, { name: "Mair", role: "facilitator", perspective: "" });
  const house = { db, live: hub.live };
  const ask = async (memberId: string, fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return answerTalk(house, await db.member.findUniqueOrThrow({ where: { id: memberId } }), form);
  };
  const session = () => db.session.findUniqueOrThrow({ where: { id: sessionId } });
  const floor = async () => floorOf(db, await session());
  return {
    hub, db, sessionId, desk: house, documentId: documents.talk, stageId: stage.id, sian, ann, colin, facilitator, ask, floor,
    say: (memberId: string, fields: Record<string, string>) => ask(memberId, { act: "say", stage: stage.id, lang: "en", ...fields }),
    contributions: async () => contributionsOf(await hub.live.read(documents.talk, readTalk), new Set((await floor()).wroteForOthers)),
    notice: async () => talkNoticeOf(db, await session()),
    [Symbol.asyncDispose]: async () => {
      await end();
      await test.stop();
    },
  };
}
