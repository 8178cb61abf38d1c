/**
 * The desk against the database: two to four facilitators press whatever they like at once, while people write what
 * everybody may see and what nobody may. No order of presses loses a contribution, shows a private note, or opens a
 * stage whose need is unmet.
 */
import fc from "fast-check";
import { expect, test } from "vitest";

import { workingGroups } from "#app/groups/groups.server.ts";
import { readList } from "#app/lists/lists.doc.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import { readNotes } from "#app/notes/notes.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { closeSession } from "#app/report/close.server.ts";
import { readRecord } from "#app/report/record.ts";
import { buildReport } from "#app/report/report.ts";
import { decideFromDesk } from "#app/session/desk-action.server.ts";
import { openDoor } from "#app/session/desk.server.ts";
import { unmetNeed } from "#app/session/needs.ts";
import { prepare } from "#app/session/prepare.server.ts";
import type { Seated } from "#app/session/seat.server.ts";
import { readTalk } from "#app/talk/talk.doc.ts";
import { CHOICE_FIELD, fieldOf, placeValue, ROUND_FIELD } from "#app/voting/round.ts";
import { contribute, kindsOfContribution, thinkInPrivate } from "#tests/contributions.ts";
import { anyAtOnce, type Seen, type Wish } from "#tests/desk-wishes.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aTeam, someEvidenceIn } from "#tests/session-rows.ts";

import { activityOf } from "./activities.ts";
import { boardOf } from "./board.server.ts";
import { boardSchema, type Board } from "./board.ts";
import { decideForNeighbours } from "./desk-decisions.server.ts";
import { needingIn } from "./needs.server.ts";
import { roomFor } from "./room.server.ts";
import { castBallotInRoom } from "./round.server.ts";

const house = await scratchHouse();
const { db, live } = house;

/** Sessions, each with presses of its own. `DESK_SEEDS=100 npx vitest …` for a night's work. */
const SEEDS = Number(process.env["DESK_SEEDS"] ?? 3);
const FIRST_SEED = 2026;
/** In each: so many times several facilitators press at once. */
const STEPS = 50;
/** After so many of them everything is looked at. */
const LOOK_EVERY = 10;

const ACTIVITIES = ["ready", "reading", "questions", "airing", "choosing", "firstWords", "principles", "priorities", "ranking", "lastWords"];
const SECRET = "only I read this";

test.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))("whatever is pressed at once, nothing is lost, shown or opened that may not be: seed %i", { timeout: 240_000 }, async (seed) => {
  const room = await aRoom();
  const accepted: string[] = [];
  let before = await look(room);
  for (const [index, { wishes, kind, writer }] of stepsOf(seed).entries()) {
    const seated = await seatedIn(room);
    const member = seated[writer % seated.length] ?? room.first;
    const [words, forTheStage] = await Promise.all([contribute(house, member, kind), contributeToStage(before, member), ...wishes.map((wish) => press(room, before, wish)), thinkInPrivate(house, member, `${SECRET}: ${index}`)]);
    for (const one of [words, forTheStage]) if (one !== null) accepted.push(one);
    const after = await look(room);
    expectOpenedRightly(before, after);
    await voteAll(after.board, seated);
    if (index % LOOK_EVERY === 0) await expectAllThere(room, accepted);
    before = after;
  }
  await expectAllThere(room, accepted);
  await expectAllRecorded(room, accepted);
  expect(new Set(accepted.map((words) => words.split(" ")[0])).size, "kinds of contribution that were accepted").toBeGreaterThan(6);
});

interface Step {
  readonly wishes: readonly Wish[];
  readonly kind: (typeof kindsOfContribution)[number];
  /** Which of those seated writes. */
  readonly writer: number;
}

/** The same at every run of a seed. */
function stepsOf(seed: number): Step[] {
  return fc.sample(fc.record({ wishes: anyAtOnce, kind: fc.constantFrom(...kindsOfContribution), writer: fc.nat(100) }), { seed, numRuns: STEPS });
}

interface TestRoom {
  readonly id: string;
  readonly itemId: string;
  /** Whom nobody removes. */
  readonly first: Seated;
  readonly facilitator: Seated;
}

/** What stands, and what stages need and have. */
async function look({ id, itemId, first }: TestRoom) {
  const [board, { needOf, drafted }, questions] = await Promise.all([boardOf(db, id).then((read) => boardSchema.parse(read)), needingIn(house, id), visibleDocuments(id)]);
  expect(JSON.stringify(board)).not.toContain(SECRET);
  const stage = board.stages.find((one) => one.id === board.stageId);
  const questionIds = (await Promise.all(questions.filter(({ kind }) => kind === "questions").map(({ id: documentId }) => live.read(documentId, readQuestions)))).flatMap((made) => made.questions.map((one) => one.id));
  const memberIds = (await seatedIn({ id })).map((member) => member.id).filter((memberId) => memberId !== first.id);
  const seen: Seen = { stageIds: board.stages.map((one) => one.id), stageId: board.stageId ?? "", memberIds, questionIds, itemId };
  return { board, seen, activity: stage?.activity ?? "", needOf, supplies: { ...drafted, evidence: true, chosenQuestion: board.choosing.chosen !== null } };
}

type Look = Awaited<ReturnType<typeof look>>;

/** By the road of the desk's route, or of the preparing page's, with what stages need as it is known at that moment. */
async function press({ id }: TestRoom, { seen }: Look, { on }: Wish): Promise<unknown> {
  const needing = await needingIn(house, id);
  const asked = on(seen);
  if ("preparing" in asked) return prepare(house, id, asked.preparing, needing);
  const form = formOf(asked.desk);
  return (await decideFromDesk(house, id, form, needing)) ?? decideForNeighbours(house, id, form);
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What people are at now, and were not before, needs nothing that was not there at either look. */
function expectOpenedRightly(before: Look, after: Look): void {
  if (after.seen.stageId === before.seen.stageId && after.activity === before.activity) return;
  const ways = [before, after].flatMap(({ needOf }) => [before, after].map(({ supplies }) => unmetNeed(after.activity, needOf, supplies)));
  expect(ways, `what ${after.activity} lacks`).toContain(null);
}

/** What the stage is there for, if anything is drafted at it. */
async function contributeToStage({ activity }: Look, member: Seated): Promise<string | null> {
  const drafts = activityOf(activity).drafts[0];
  const kind = kindsOfContribution.find((one) => one === (drafts === "questions" ? "asked" : drafts));
  return kind ? contribute(house, member, kind) : null;
}

/** Everybody on the roll casts a ballot while one is asked for: two for each question, so that votes come out level and not. */
async function voteAll({ sessionId, round, choosing }: Board, seated: readonly Seated[]): Promise<void> {
  for (const [index, { id: memberId }] of seated.entries()) {
    if (choosing.round?.state === "open") {
      const { id, number, candidates } = choosing.round;
      await castBallotInRoom(house, { sessionId, memberId, form: formOf({ [ROUND_FIELD]: id, [CHOICE_FIELD]: candidates[(index + number) % (1 + (number % 2))]?.id ?? "" }) });
    }
    if (round?.state === "open") await castBallotInRoom(house, { sessionId, memberId, form: formOf({ [ROUND_FIELD]: round.id, [fieldOf(round.candidates[0]?.id ?? "")]: placeValue(1) }) });
  }
}

/** Those whose seats nobody took away, in the order in which they came. */
async function seatedIn({ id }: Pick<TestRoom, "id">): Promise<Seated[]> {
  const members = await db.member.findMany({ where: { sessionId: id, role: "participant", removedAt: null }, orderBy: { id: "asc" } });
  return members.map((member) => ({ ...member, sharedDevice: false }));
}

/** Documents that somebody can open: the room's, and the pages of groups at work. */
async function visibleDocuments(sessionId: string) {
  const groups = await workingGroups(db, sessionId);
  const documents = await db.document.findMany({ where: { sessionId } });
  return documents.filter(({ kind, subject }) => kind !== "questions" || subject === "" || groups.some(({ id }) => id === subject));
}

const readers: Readonly<Record<DocumentKind, (doc: Parameters<typeof readNotes>[0]) => object>> = { notes: readNotes, talk: readTalk, questions: readQuestions, rules: readList, principles: readList, priorities: readList };

/** All that was accepted can be read by somebody, and nothing that was private by anybody: on no participant's page, on no wall. */
async function expectAllThere(room: TestRoom, accepted: readonly string[]): Promise<void> {
  const documents = await visibleDocuments(room.id);
  // The column holds one of the kinds that there are.
  const texts = (await Promise.all(documents.map(({ id, kind }) => live.read(id, readers[kind as DocumentKind])))).map((read) => JSON.stringify(read)).join();
  expect(accepted.filter((words) => !texts.includes(words)), "accepted, and nowhere to be read").toEqual([]);
  const pages = await Promise.all([room.facilitator, ...(await seatedIn(room))].map((member) => roomFor(house, member)));
  expect(texts + JSON.stringify(pages)).not.toContain(SECRET);
}

/** The same for the record and the report, once groups are back and rounds are over. */
async function expectAllRecorded(room: TestRoom, accepted: readonly string[]): Promise<void> {
  for (const intent of ["mergeGroups", "closeChoice", "closeRound"]) await decideForNeighbours(house, room.id, formOf({ intent }));
  expect(await closeSession(house, room.id)).toEqual({ ok: true });
  const record = readRecord((await db.session.findUniqueOrThrow({ where: { id: room.id } })).record);
  const text = JSON.stringify(record);
  expect(accepted.filter((words) => !text.includes(words)), "accepted, and not in the record").toEqual([]);
  expect(text + JSON.stringify(record && buildReport(record))).not.toContain(SECRET);
  expect(await db.privateNote.count({ where: { sessionId: room.id, sharedAt: { not: null } } })).toBe(0);
}

/** An open session at its first stage, with one item of evidence and six people. */
async function aRoom(): Promise<TestRoom> {
  const { enquiryId, facilitatorId } = await aTeam(db);
  const { itemId, versionId } = await someEvidenceIn(db, enquiryId);
  await db.evidenceVersion.update({ where: { id: versionId }, data: { blocks: [{ id: "b", kind: "paragraph", text: "I slept. Then I felt guilty." }] } });
  const stages = ACTIVITIES.map((activity, position) => ({ position, activity, name: { en: activity }, prompt: {}, minutes: 5 }));
  const { id } = await db.session.create({ data: { enquiryId, title: { en: "Together" }, template: "test", stages: { create: stages }, evidence: { create: [{ versionId, position: 0 }] } } });
  for (let seats = 0; seats < 6; seats++) await aMember(db, id);
  const facilitatorSeat = await aMember(db, id, { role: "facilitator", facilitatorId });
  await openDoor(house, id, await needingIn(house, id));
  const [first] = await seatedIn({ id });
  const facilitator = await db.member.findUniqueOrThrow({ where: { id: facilitatorSeat } });
  if (!first) throw new Error("nobody is seated");
  return { id, itemId, first, facilitator: { ...facilitator, sharedDevice: false } };
}
