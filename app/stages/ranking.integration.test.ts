/** From the first ranking to the second of the community of enquiry with agreement, as its own stages ask for it. */
import { expect, test } from "vitest";

import { perform } from "#app/lists/perform.doc.ts";
import { readList } from "#app/lists/lists.doc.ts";
import { move, openDoor, setFrozen } from "#app/session/desk.server.ts";
import { createSession } from "#app/session/prepare.server.ts";
import { communityOfEnquiry120 } from "#app/session/templates/community.ts";
import { fieldOf, ROUND_FIELD } from "#app/voting/round.ts";
import { readOutcome } from "#app/voting/outcome.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aTeam, someEvidenceIn } from "#tests/session-rows.ts";

import { standingOf } from "./admission.server.ts";
import { boardOf } from "./board.server.ts";
import { rightsInDocument } from "./document-rights.ts";
import { needingIn } from "./needs.server.ts";
import { castBallotInRoom, closeRankingRound, openRankingRound } from "./round.server.ts";

const house = await scratchHouse();
const { db, live } = house;

test("what was ranked may be reworded once its outcome is published, and is ranked again in its new words", async () => {
  const room = await aRoom();
  await room.goTo("Drafting priorities");
  await room.add("A bed is there");
  await room.add("Somebody asks");

  await room.goTo("Private round");
  expect(await openRankingRound(house, room.id)).toEqual({ ok: true });
  await room.rank();
  await room.goTo("Hearing reservations");
  expect(await room.mayReword(), "while people rank").toEqual(["read", "read"]);
  await closeRankingRound(house, room.id);
  expect(await room.mayReword(), "once the outcome is out").toEqual(["write", "write"]);
  await room.reword("A bed is there", "A bed that was promised is there");

  await room.goTo("Second private round");
  expect(await openRankingRound(house, room.id)).toEqual({ ok: true });
  expect(await room.mayReword(), "while people rank again").toEqual(["read", "read"]);
  expect((await boardOf(db, room.id))?.round).toMatchObject({ number: 2, cast: 0, outcome: null });
  await room.rank();
  await closeRankingRound(house, room.id);

  const [first, second] = await db.round.findMany({ where: { sessionId: room.id }, orderBy: { number: "asc" } });
  expect([first, second].map((round) => round?.candidates)).toMatchObject([[{ text: "A bed is there" }, { text: "Somebody asks" }], [{ text: "A bed that was promised is there" }, { text: "Somebody asks" }]]);
  expect([first, second].map((round) => readOutcome(round?.outcome)?.result.state)).toEqual(["counted", "counted"]);
});

test("wording that is freed between being frozen and being read out for the ballot opens no round", async () => {
  const room = await aRoom();
  await room.goTo("Drafting priorities");
  await room.add("A bed is there");
  await room.add("Somebody asks");
  const read: typeof live.read = async (...asked) => {
    await setFrozen(house, room.id, false);
    return live.read(...asked);
  };
  expect(await openRankingRound({ ...house, live: { ...house.live, read } }, room.id)).toEqual({ ok: false, problem: "voting.problem.freed" });
  expect(await db.round.count({ where: { sessionId: room.id } })).toBe(0);
  expect(await openRankingRound(house, room.id), "pressed again").toEqual({ ok: true });
});

/** A session of the template with three people in it, its door open. */
async function aRoom() {
  const { enquiryId } = await aTeam(db);
  const { versionId } = await someEvidenceIn(db, enquiryId);
  const { key: template, stages } = communityOfEnquiry120;
  const id = await createSession(db, enquiryId, { template, title: { en: "Who is asked?" }, publishCount: 2, mix: {}, evidence: [versionId], stages });
  const members = [await aMember(db, id), await aMember(db, id), await aMember(db, id)];
  await openDoor(house, id, await needingIn(house, id));
  const stageIds = new Map((await db.stage.findMany({ where: { sessionId: id }, orderBy: { position: "asc" } })).map((stage, index) => [stages[index]?.name.en, stage.id]));
  const documents = await db.document.findMany({ where: { sessionId: id, kind: { in: ["principles", "priorities"] } } });
  const listId = documents.find(({ kind }) => kind === "priorities")?.id ?? "";
  const by = members[0] ?? "";
  return {
    id,
    goTo: async (name: string) => expect(await move(house, id, { move: "goTo", stageId: stageIds.get(name) ?? "" }, await needingIn(house, id))).toEqual({ ok: true }),
    add: (text: string) => live.write(listId, by, (doc) => void perform(doc, { act: "add", text, lang: "en" }, { by, sources: [], foundation: null })),
    reword: async (from: string, text: string) => {
      const item = (await live.read(listId, readList)).items.find((one) => one.text === from)?.id ?? "";
      await live.write(listId, by, (doc) => void perform(doc, { act: "reword", item, text, before: from }, { by, sources: [], foundation: null }));
    },
    /** What a participant may do in principles and priorities. */
    mayReword: async () => {
      const standing = await standingOf(db, id);
      return (["principles", "priorities"] as const).map((kind) => standing && rightsInDocument(standing, { memberId: by, role: "participant", documentId: documents.find((one) => one.kind === kind)?.id ?? "", kind }));
    },
    /** Everybody puts the two in the order in which they stand. */
    rank: async () => {
      const round = (await boardOf(db, id))?.round;
      for (const memberId of members) {
        const form = new FormData();
        form.set(ROUND_FIELD, round?.id ?? "");
        round?.candidates.forEach((candidate, index) => form.set(fieldOf(candidate.id), `0${index + 1}`));
        expect(await castBallotInRoom(house, { sessionId: id, memberId, form })).toMatchObject({ ok: true });
      }
    },
  };
}
