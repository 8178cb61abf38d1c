/** A room in which people talk, for tests of what is said and of the floor. */
import { answerTalk } from "#app/talk/answer.server.ts";
import { contributionsOf } from "#app/talk/contributions.ts";
import { floorOf } from "#app/talk/floor.server.ts";
import { lastTurnOf } from "#app/talk/last-turn.server.ts";
import { talkNoticeOf } from "#app/talk/notice.server.ts";
import { readTalk } from "#app/talk/talk.doc.ts";
import { connectTo } from "#server/database/open.ts";

import { startTestHub } from "./hub.ts";
import { aMember } from "./session-rows.ts";

/** An open session with a stage, its talk, a facilitator, two carers and a manager. Ends itself with the test. */
export async function talkingRoom() {
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
    lastTurn: async () => lastTurnOf(db, await session()),
    notice: async () => talkNoticeOf(db, await session()),
    [Symbol.asyncDispose]: async () => {
      await end();
      await test.stop();
    },
  };
}
