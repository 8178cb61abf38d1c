/** The desk against the database: two facilitators press whatever they like at once, while people write. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { addItem } from "#app/lists/lists.doc.ts";
import { newId } from "#app/live/records.doc.ts";
import { move, openDoor, readRun } from "#app/session/desk.server.ts";
import type { Move } from "#app/session/machine.ts";
import { addSaid } from "#app/talk/talk.doc.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aTeam, someEvidenceIn } from "#tests/session-rows.ts";

import { activityOf } from "./activities.ts";
import { boardOf } from "./board.server.ts";
import { boardSchema } from "./board.ts";
import { needingIn } from "./needs.server.ts";
import { countsIn } from "./news.server.ts";

const house = await scratchHouse();
const { db, live } = house;

const ACTIVITIES = ["ready", "reading", "questions", "airing", "choosing", "priorities", "ranking", "lastWords"];
const SECRET = "only I read this";
/** Pairs of moves made at once. */
const PAIRS = 100;

test("two hundred moves of two facilitators at once lose no contribution, show no private note, and open no stage whose need is unmet", { timeout: 120_000 }, async () => {
  const { id, stageIds, memberId, documents } = await aSession();
  await db.privateNote.create({ data: { sessionId: id, memberId, text: SECRET, lang: "en" } });
  await openDoor(house, id, await needingIn(house, id));
  const { talk, priorities } = await documents();
  const said: string[] = [];
  for (const [index, pair] of movesOf(stageIds).entries()) {
    const needing = await needingIn(house, id);
    const [, , words] = await Promise.all([...pair.map((wish) => move(house, id, wish, needing)), say(talk, memberId, stageIds[0] ?? "")]);
    if (typeof words === "string") said.push(words);
    // Half-way somebody drafts a priority: from then on, and not before, ranking may be opened.
    if (index === PAIRS / 2) await live.write(priorities, memberId, (doc) => addItem(doc, { id: "one", order: "a0", text: "A rest", lang: "en" }));
    const board = boardSchema.parse(await boardOf(db, id));
    expect(JSON.stringify(board)).not.toContain(SECRET);
    const need = activityOf(board.stages.find((stage) => stage.id === board.stageId)?.activity ?? "").needs;
    expect([undefined, "evidence", ...(index > PAIRS / 2 ? ["priorities"] : [])]).toContain(need);
  }
  expect(await countsIn(house, id)).toMatchObject({ said: said.length });
  expect(await db.privateNote.findFirst({ where: { sessionId: id } })).toMatchObject({ text: SECRET, sharedAt: null });
  expect(readRun(await db.session.findUniqueOrThrow({ where: { id } })).state).toBe("open");
});

/** The same at every run. */
function movesOf(stageIds: readonly string[]): (readonly Move[])[] {
  const id = fc.constantFrom(...stageIds);
  const anyMove: fc.Arbitrary<Move> = fc.oneof(
    fc.record({ move: fc.constant("goTo" as const), stageId: id }),
    fc.record({ move: fc.constantFrom("next" as const, "back" as const), from: id }),
    fc.record({ move: fc.constantFrom("undo" as const, "startClock" as const, "pauseClock" as const, "openDoor" as const, "closeDoor" as const) }),
    fc.record({ move: fc.constant("addMinutes" as const), minutes: fc.integer({ min: 1, max: 5 }) }),
  );
  return fc.sample(fc.tuple(anyMove, anyMove), { seed: 2026, numRuns: PAIRS });
}

async function say(talkId: string, memberId: string, stageId: string): Promise<string> {
  const id = newId();
  await live.write(talkId, memberId, (doc) => addSaid(doc, { id, by: memberId, forMember: "", checked: false, stageId, way: "", replyTo: "", words: `words ${id}`, because: "", lang: "en" }));
  return id;
}

async function aSession() {
  const { enquiryId } = await aTeam(db);
  const { versionId } = await someEvidenceIn(db, enquiryId);
  const stages = ACTIVITIES.map((activity, position) => ({ position, activity, name: { en: activity }, prompt: {}, minutes: 5 }));
  const session = await db.session.create({
    data: { enquiryId, title: { en: "Together" }, template: "test", stages: { create: stages }, evidence: { create: [{ versionId, position: 0 }] } },
    include: { stages: { orderBy: { position: "asc" } } },
  });
  const documents = async () => {
    const rows = await db.document.findMany({ where: { sessionId: session.id } });
    const idOf = (wanted: string) => rows.find(({ kind }) => kind === wanted)?.id ?? "";
    return { talk: idOf("talk"), priorities: idOf("priorities") };
  };
  return { id: session.id, stageIds: session.stages.map(({ id }) => id), memberId: await aMember(db, session.id), documents };
}
