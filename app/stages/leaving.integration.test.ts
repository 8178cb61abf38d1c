/** Leaving by the button: out of everything that counts and calls people, and in again by the return code. */
import { expect, test } from "vitest";

import { formSmallGroups, workingGroups } from "#app/groups/groups.server.ts";
import { comeBack, leave } from "#app/join/seating.server.ts";
import { sayAssent } from "#app/rules/assents.server.ts";
import { move, openDoor } from "#app/session/desk.server.ts";
import { membersOf, seatedBy } from "#app/session/people.server.ts";
import { decideOnFloor } from "#app/talk/floor.server.ts";
import { startGoRound } from "#app/talk/go-round.server.ts";
import { tapSignal } from "#app/talk/signals.server.ts";
import { openRound } from "#app/voting/round.server.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aSession, aTeam, asSent, nothingNeeded } from "#tests/session-rows.ts";

import { boardOf } from "./board.server.ts";
import { goRoundOrder } from "./go-round.server.ts";

const scratch = await scratchHouse();
const house = { ...scratch, origin: "http://localhost:3000" };
const { db } = house;

test("whoever leaves is not called, counted, grouped or asked to vote, and is again when they come back", async () => {
  const { id, sian, others, cookies } = await aRoom();
  const everybody = [sian, ...others];
  await formSmallGroups(house, id, "pairs");
  await startGoRound(house, id, everybody);
  await sayAssent(house, { sessionId: id, memberId: sian }, true);
  await tapSignal(house, { id: sian, sessionId: id }, "break");
  await decideOnFloor(house, await db.member.findUniqueOrThrow({ where: { id: sian } }), { act: "raise", for: "" });
  expect(await standing(id)).toEqual({ counted: 4, around: everybody, order: everybody, grouped: 4, placed: 4, assents: 1, breaks: 1, hands: [sian] });

  await leave(house, id, cookies);
  expect(await standing(id)).toEqual({ counted: 3, around: others, order: others, grouped: 3, placed: 3, assents: 0, breaks: 0, hands: [] });
  expect(await membersOf(db, id)).toMatchObject([{}, {}, {}, { id: sian, hasLeft: true }]);
  const candidates = ["A", "B"].map((text) => ({ id: text, text, lang: "en" }));
  const opened = await openRound(db, house.secrets, { sessionId: id, about: "priorities", candidates, choose: 1 });
  expect(await db.rollEntry.count({ where: { roundId: opened.ok ? opened.roundId : "" } })).toBe(3);
  await formSmallGroups(house, id, "pairs");

  await comeBack(house, { memberId: sian, cookies: null });
  expect(await standing(id)).toMatchObject({ counted: 4, around: everybody, order: everybody, assents: 1, breaks: 1 });
  expect(await db.rollEntry.count({ where: { roundId: opened.ok ? opened.roundId : "" } }), "the roll of an open round stays as it is").toBe(3);
});

test("whoever leaves while people rank stays on the roll, and is with their small group again when they come back", async () => {
  const { id, sian, cookies } = await aRoom();
  await formSmallGroups(house, id, "pairs");
  const opened = await openRound(db, house.secrets, { sessionId: id, about: "priorities", candidates: ["A", "B"].map((text) => ({ id: text, text, lang: "en" })), choose: 1 });
  const groupOf = async (memberId: string) => (await workingGroups(db, id)).find(({ memberIds }) => memberIds.includes(memberId))?.id;
  const before = await groupOf(sian);
  await leave(house, id, cookies);
  expect(await groupOf(sian)).toBeUndefined();
  expect(await db.rollEntry.count({ where: { roundId: opened.ok ? opened.roundId : "" } })).toBe(4);
  await comeBack(house, { memberId: sian, cookies: null });
  expect(await groupOf(sian)).toBe(before);
});

/** Everything that counts or calls people. */
async function standing(id: string) {
  const board = await boardOf(db, id);
  const groups = await workingGroups(db, id);
  const counted = Object.values(await seatedBy(db, id)).reduce((sum, count) => sum + count, 0);
  return {
    counted, around: board?.talk.floor.around, order: await goRoundOrder(house, id),
    grouped: groups.flatMap(({ memberIds }) => memberIds).length, placed: board?.groups.placed,
    assents: board?.rules.assents, breaks: board?.talk.signals.break, hands: board?.talk.floor.hands,
  };
}

/** An open session with four people; Siân, who joined first, has a seat in a browser with these cookies. */
async function aRoom() {
  const { enquiryId } = await aTeam(db);
  const { id, stageIds } = await aSession(db, enquiryId);
  await openDoor(house, id, nothingNeeded);
  await move(house, id, { move: "goTo", stageId: stageIds[1] ?? "" }, nothingNeeded);
  const joined = (minute: number) => ({ joinedAt: new Date(Date.UTC(2026, 10, 22, 10, minute)) });
  const sian = await aMember(db, id, joined(0));
  const others: string[] = [];
  for (const minute of [1, 2, 3]) others.push(await aMember(db, id, { name: `Person ${minute}`, ...joined(minute) }));
  return { id, sian, others, cookies: asSent(await comeBack(house, { memberId: sian, cookies: null })) };
}
