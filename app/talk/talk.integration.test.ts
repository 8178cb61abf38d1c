import { expect, test } from "vitest";

import { until } from "#tests/hub.ts";
import { aMember } from "#tests/session-rows.ts";
import { talkingRoom } from "#tests/talking-room.ts";

import { balanceFor } from "./balance.server.ts";
import { talkErrand } from "./errand.server.ts";
import { setScribe } from "./floor.server.ts";
import { readTalk } from "./talk.doc.ts";

test("a contribution by form is in the document of everybody, at its stage; an answer says what it does, and a challenge why", async () => {
  await using room = await talkingRoom();
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
  await using room = await talkingRoom();
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
  await using room = await talkingRoom();
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: true });
  await room.say(room.colin, { words: "Hers.", for: room.sian });
  await setScribe(room.desk, room.sessionId, { memberId: room.colin, scribe: false });
  expect((await room.contributions())[0]).toMatchObject({ by: room.sian });
  expect(await room.say(room.colin, { words: "Hers too.", for: room.sian })).toMatchObject({ ok: false });
  expect(await setScribe(room.desk, room.sessionId, { memberId: "nobody", scribe: true })).toMatchObject({ ok: false });
});

test("a closed session takes nothing, and what was typed comes back", async () => {
  await using room = await talkingRoom();
  await room.db.session.update({ where: { id: room.sessionId }, data: { state: "closed" } });
  expect(await room.say(room.sian, { words: "Too late?" })).toMatchObject({ ok: false, problems: { "": "talk.problem.closed" }, typed: { words: "Too late?" } });
  expect(await room.ask(room.sian, { act: "raise" })).toMatchObject({ ok: false });
});

test("the balance counts what was said by perspective, with whoever a scribe wrote for, and says what is missing", async () => {
  await using room = await talkingRoom();
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", perspective: "drawsOnCare", withoutDevice: true });
  const session = await room.db.session.update({ where: { id: room.sessionId }, data: { requiredMix: { drawsOnCare: 1, researcher: 1 } } });
  for (let turn = 0; turn < 5; turn++) await room.say(room.sian, { words: `Turn ${turn}` });
  expect(await balanceFor({ ...room.desk, disclosureMinimum: 2 }, session)).toEqual({
    heard: [{ perspective: "drawsOnCare", is: "silent" }, { perspective: "manager", is: "silent" }, { perspective: "carer", is: "often" }],
    absent: ["researcher"],
    unread: ["livedExperience", "practitioner", "organisational", "research"],
  });
  await room.say(room.facilitator, { words: "I was never asked.", for: gwen });
  expect((await balanceFor({ ...room.desk, disclosureMinimum: 2 }, session)).heard).not.toContainEqual({ perspective: "drawsOnCare", is: "silent" });
});

test("a page with a form is one's own to ask for", async () => {
  await using room = await talkingRoom();
  await room.say(room.sian, { words: "Mine." });
  const [said] = await room.contributions();
  const [sian, colin] = await Promise.all([room.sian, room.colin].map((id) => room.db.member.findUniqueOrThrow({ where: { id } })));
  const house = { db: room.db, live: room.hub.live };
  expect((await talkErrand(house, colin!, new URLSearchParams({ reply: said?.id ?? "", back: "https://elsewhere.example" }))).back).toBe(`/s/${room.sessionId}`);
  expect(await talkErrand(house, sian!, new URLSearchParams({ reword: said?.id ?? "" }))).toMatchObject({ subject: { kind: "reword" } });
  await expect(talkErrand(house, colin!, new URLSearchParams({ reword: said?.id ?? "" }))).rejects.toMatchObject({ status: 404 });
});
