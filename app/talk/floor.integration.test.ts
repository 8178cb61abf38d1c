import { afterEach, expect, test, vi } from "vitest";

import { UNDO_MS } from "#app/session/machine.ts";
import { aMember } from "#tests/session-rows.ts";
import { talkingRoom } from "#tests/talking-room.ts";

import { callNext, endTurn, heardAloud, makeMove, setQueueOrder, setScribe, takeBackCall } from "./floor.server.ts";
import { endRoundTurn, goOnWithRound, startGoRound, stopGoRound } from "./go-round.server.ts";
import { takeBackTurn } from "./last-turn.server.ts";
import { clearSignal, ownSignals } from "./signals.server.ts";
import { FADES_AFTER_MS } from "./signals.ts";

afterEach(() => void vi.useRealTimers());

test("hands are called in the chosen order, and nobody is in the queue twice", async () => {
  await using room = await talkingRoom();
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
  await using room = await talkingRoom();
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
});

test("a go-round that was stopped keeps its turns, and goes on where it was", async () => {
  await using room = await talkingRoom();
  await startGoRound(room.desk, room.sessionId, [room.sian, room.colin, room.ann]);
  await endRoundTurn(room.desk, room.sessionId, { memberId: room.sian, end: "spoken" });
  await stopGoRound(room.desk, room.sessionId);
  expect(await room.floor()).toMatchObject({ around: null, stopped: 2 });
  expect(await room.ask(room.colin, { act: "pass" }), "a page that had not heard of it takes nobody's turn").toMatchObject({ ok: true });
  await goOnWithRound(room.desk, room.sessionId);
  expect(await room.floor()).toMatchObject({ around: [room.colin, room.ann], stopped: 0 });
  await room.db.session.update({ where: { id: room.sessionId }, data: { currentStageId: null } });
  expect(await room.floor()).toMatchObject({ around: null, stopped: 0 });
});

test("a call is taken back: whoever was called waits where they were, whoever spoke until then still speaks and was not counted", async () => {
  await using room = await talkingRoom();
  for (const id of [room.colin, room.sian, room.ann]) await room.ask(id, { act: "raise" });
  await callNext(room.desk, room.sessionId, null);
  await callNext(room.desk, room.sessionId, room.sian);
  for (let press = 0; press < 2; press++) await takeBackCall(room.desk, room.sessionId, room.sian);
  expect(await room.floor()).toMatchObject({ speaking: room.colin, hands: [room.sian, room.ann] });
  expect(await heardAloud(room.db, room.sessionId)).toEqual(new Set());
  await takeBackCall(room.desk, room.sessionId, room.colin);
  expect(await room.floor()).toMatchObject({ speaking: null, hands: [room.colin, room.sian, room.ann] });
});

test("a turn that was ended by a slip is taken back, whether it was had, passed or put off, the last of the round too", async () => {
  await using room = await talkingRoom();
  const { desk, sessionId, sian, ann } = room;
  await startGoRound(desk, sessionId, [sian, ann]);
  for (const end of ["spoken", "passed", "later"] as const) {
    await endRoundTurn(desk, sessionId, { memberId: sian, end });
    expect(await room.lastTurn()).toEqual({ memberId: sian, in: "round" });
    for (let press = 0; press < 2; press++) await takeBackTurn(desk, sessionId, sian);
    expect((await room.floor()).around, end).toEqual([sian, ann, room.colin]);
    expect(await heardAloud(room.db, sessionId), end).toEqual(new Set());
  }
  for (const memberId of [sian, ann, room.colin]) await endRoundTurn(desk, sessionId, { memberId, end: "spoken" });
  expect((await room.floor()).around).toBeNull();
  await takeBackTurn(desk, sessionId, room.colin);
  expect((await room.floor()).around).toEqual([room.colin]);
  expect(await room.lastTurn(), "one turn is taken back, not all").toBeNull();
});

test("whoever was said to have spoken has the floor again, unless it went to somebody else or that is long ago", async () => {
  await using room = await talkingRoom();
  const { desk, sessionId, sian, colin } = room;
  for (const id of [sian, colin]) await room.ask(id, { act: "raise" });
  await callNext(desk, sessionId, null);
  await endTurn(desk, sessionId);
  expect(await room.lastTurn()).toEqual({ memberId: sian, in: "queue" });
  for (let press = 0; press < 2; press++) await takeBackTurn(desk, sessionId, sian);
  expect(await room.floor()).toMatchObject({ speaking: sian, hands: [colin] });
  await callNext(desk, sessionId, null);
  expect(await room.lastTurn(), "Colin has the floor").toBeNull();
  await takeBackTurn(desk, sessionId, sian);
  expect((await room.floor()).speaking).toBe(colin);
  await endTurn(desk, sessionId);
  await room.db.hand.updateMany({ data: { spokenAt: new Date(Date.now() - UNDO_MS) } });
  expect(await room.lastTurn()).toBeNull();
});

test("in a go-round whoever was removed has no turn, and whoever comes late has one at the end; the turns of the others go on", async () => {
  await using room = await talkingRoom();
  await startGoRound(room.desk, room.sessionId, [room.sian, room.colin, room.ann]);
  const nia = await aMember(room.db, room.sessionId, { name: "Nia" });
  await room.db.member.update({ where: { id: room.sian }, data: { removedAt: new Date() } });
  expect((await room.floor()).around).toEqual([room.colin, room.ann, nia]);
  await room.ask(room.colin, { act: "spoken" });
  await room.ask(room.ann, { act: "pass" });
  expect((await room.floor()).around).toEqual([nia]);
  await endRoundTurn(room.desk, room.sessionId, { memberId: nia, end: "spoken" });
  await aMember(room.db, room.sessionId, { name: "Later still" });
  expect((await room.floor()).around).toBeNull();
});

test("a go-round is over when the group goes on to another stage", async () => {
  await using room = await talkingRoom();
  await startGoRound(room.desk, room.sessionId, [room.sian]);
  await room.db.session.update({ where: { id: room.sessionId }, data: { currentStageId: null } });
  expect((await room.floor()).around).toBeNull();
});

test("a scribe raises a hand for somebody without a device, and for nobody else", async () => {
  await using room = await talkingRoom();
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", withoutDevice: true });
  expect(await room.ask(room.colin, { act: "raise", for: gwen })).toMatchObject({ ok: false, problems: { "": "talk.problem.notScribe" } });
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: true });
  expect(await room.ask(room.colin, { act: "raise", for: room.sian })).toMatchObject({ ok: false });
  expect(await room.ask(room.colin, { act: "raise", for: gwen })).toMatchObject({ ok: true });
  expect(await room.floor()).toMatchObject({ hands: [gwen], withoutDevice: [gwen], scribes: [room.colin] });
});

test("whoever was removed waits no more", async () => {
  await using room = await talkingRoom();
  await room.ask(room.sian, { act: "raise" });
  await room.db.member.update({ where: { id: room.sian }, data: { removedAt: new Date() } });
  expect((await room.floor()).hands).toEqual([]);
});

test("signals are told as counts; a second tap takes one's own back, and the facilitator clears what was answered", async () => {
  await using room = await talkingRoom();
  expect(await room.ask(room.sian, { act: "signal", kind: "slow" })).toMatchObject({ ok: true, signals: [{ kind: "slow" }] });
  await room.ask(room.colin, { act: "signal", kind: "slow" });
  await room.ask(room.colin, { act: "signal", kind: "break" });
  const notice = await room.notice();
  expect(notice.signals).toEqual({ slow: 2, again: 0, break: 1 });
  expect(JSON.stringify(notice.signals)).not.toContain(room.sian);
  expect(await room.ask(room.sian, { act: "signal", kind: "slow" })).toMatchObject({ signals: [] });
  await clearSignal(room.desk, room.sessionId, "slow");
  expect(await ownSignals(room.db, { id: room.colin, sessionId: room.sessionId })).toMatchObject([{ kind: "break" }]);
  await room.db.signal.updateMany({ data: { at: new Date(Date.now() - 3_600_000) } });
  expect((await room.notice()).signals.break).toBe(0);
  expect(await room.ask(room.colin, { act: "signal", kind: "break" })).toMatchObject({ signals: [{ kind: "break" }] });
});

test("a signal that fades is told to every page, though nothing is decided", async () => {
  await using room = await talkingRoom();
  const { db, sessionId, sian, colin } = room;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await room.ask(sian, { act: "signal", kind: "break" });
  await room.ask(colin, { act: "signal", kind: "break" });
  const versionNow = async () => (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).boardVersion;
  const before = await versionNow();
  const faded = async (memberId: string) => db.signal.updateMany({ where: { memberId }, data: { at: new Date(Date.now() - FADES_AFTER_MS) } });
  for (const [memberId, told] of [[sian, 1], [colin, 2]] as const) {
    await faded(memberId);
    vi.advanceTimersByTime(FADES_AFTER_MS);
    await vi.waitUntil(async () => (await versionNow()) === before + told);
  }
});

test("a move stands on the noticeboard until it is taken down", async () => {
  await using room = await talkingRoom();
  await makeMove(room.desk, room.sessionId, "pause");
  expect((await room.notice()).move?.key).toBe("pause");
  await makeMove(room.desk, room.sessionId, null);
  expect((await room.notice()).move).toBeNull();
});
