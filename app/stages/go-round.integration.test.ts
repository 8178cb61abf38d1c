import { expect, test } from "vitest";

import { addMaker, addQuestion } from "#app/questions/questions.doc.ts";
import { addSaid } from "#app/talk/talk.doc.ts";
import { connectTo } from "#server/database/open.ts";
import { startTestHub } from "#tests/hub.ts";
import { aMember } from "#tests/session-rows.ts";

import { goRoundOrder } from "./go-round.server.ts";
import { castFromPaper, paperBallotOf } from "./paper-ballot.server.ts";

test("the makers of the chosen question begin first words; everybody else follows as they joined", async () => {
  await using room = await aRoom("firstWords");
  await room.live.write(room.documents.questions, room.colin, (doc) => {
    addQuestion(doc, { id: "q1", by: room.colin, forMember: "", words: "Whose break is it?", lang: "en", passage: null, fromGroup: "" });
  });
  await room.live.write(room.documents.questions, room.ann, (doc) => addMaker(doc, { id: "m1", by: room.ann, questionId: "q1" }));
  await room.db.session.update({ where: { id: room.sessionId }, data: { chosenQuestion: "q1", chosenHow: "facilitator" } });
  expect(await goRoundOrder(room, room.sessionId)).toEqual([room.colin, room.ann, room.sian]);
});

test("those not yet heard, in speech or in writing, are invited first to the last words", async () => {
  await using room = await aRoom("lastWords");
  await room.live.write(room.documents.talk, room.sian, (doc) => addSaid(doc, { id: "s1", by: room.sian, forMember: "", checked: false, stageId: "s", way: "", replyTo: "", words: "Mine.", because: "", lang: "en" }));
  await room.db.hand.create({ data: { sessionId: room.sessionId, memberId: room.colin, stageId: "s", kind: "queue", calledAt: new Date(), spokenAt: new Date() } });
  expect(await goRoundOrder(room, room.sessionId)).toEqual([room.ann, room.sian, room.colin]);
});

test("at any other stage a round goes as people joined, without those who left", async () => {
  await using room = await aRoom("building");
  await room.db.member.update({ where: { id: room.colin }, data: { removedAt: new Date() } });
  expect(await goRoundOrder(room, room.sessionId)).toEqual([room.sian, room.ann]);
});

test("a ballot from paper is for people without a device only", async () => {
  await using room = await aRoom("ranking");
  const gwen = await aMember(room.db, room.sessionId, { name: "Gwen", withoutDevice: true });
  const secrets = { hostKey: new Uint8Array(32).fill(1), cookieSecret: "" };
  const ask = (memberId: string) => paperBallotOf({ db: room.db, secrets }, { sessionId: room.sessionId, memberId });
  expect(await ask(gwen)).toEqual({ name: "Gwen", ranking: null, choice: null });
  await expect(ask(room.sian)).rejects.toMatchObject({ status: 404 });
  await expect(castFromPaper({ ...room, secrets }, { sessionId: room.sessionId, memberId: room.sian }, new FormData())).rejects.toMatchObject({ status: 404 });
});

/** An open session at a stage of this activity; Siân, Colin and Ann joined in this order. */
async function aRoom(activity: string) {
  const hub = await startTestHub();
  const { db, end } = connectTo(hub.pool.options.connectionString ?? "");
  const { sessionId, documents } = hub;
  const stage = await db.stage.create({ data: { sessionId, position: 0, activity, name: {}, prompt: {}, minutes: 5 } });
  await db.session.update({ where: { id: sessionId }, data: { currentStageId: stage.id } });
  const joined = (minute: number) => ({ joinedAt: new Date(Date.UTC(2026, 10, 22, 10, minute)) });
  const sian = await aMember(db, sessionId, joined(0));
  const colin = await aMember(db, sessionId, { name: "Colin", ...joined(1) });
  const ann = await aMember(db, sessionId, { name: "Ann", ...joined(2) });
  return {
    db, live: hub.hub.live, sessionId, documents, sian, colin, ann,
    [Symbol.asyncDispose]: async () => {
      await end();
      await hub.stop();
    },
  };
}
