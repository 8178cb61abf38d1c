/** Small groups and the secret choice of a question, from the desk's buttons to what everybody is told. */
import { expect, test } from "vitest";

import type { Act } from "#app/questions/acts.ts";
import { perform } from "#app/questions/perform.doc.ts";
import { readQuestions } from "#app/questions/questions.doc.ts";
import { changeQuestions } from "#app/questions/questions.server.ts";
import { makersOf } from "#app/questions/standing.ts";
import { concernsOf, raiseConcern } from "#app/safeguarding/concern.server.ts";
import { move } from "#app/session/desk.server.ts";
import { CHOICE_FIELD, ROUND_FIELD } from "#app/voting/round.ts";
import { askingRoom, formOf } from "#tests/asking-room.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember } from "#tests/session-rows.ts";

import { admitToDocument, documentsFor } from "./admission.server.ts";
import { askingHand } from "./asking.server.ts";
import { boardOf } from "./board.server.ts";
import { decideOnGroups } from "./groups-desk.server.ts";
import { pagesFor } from "./groups-room.server.ts";
import { needingIn } from "./needs.server.ts";
import { castFromPaper, paperBallotOf } from "./paper-ballot.server.ts";
import { roomFor } from "./room.server.ts";
import { decideOnWorry } from "./worries.server.ts";

const parts = await scratchHouse();
const { db, live } = parts;
const aRoom = (people: number, activity?: string) => askingRoom(parts, people, activity);

const done = { ok: true };

test("a vote from opening to the chosen question, and nothing but that is told", async () => {
  const room = await aRoom(4);
  const [one = "", two = ""] = await room.ask("One?", "Two?", "Three?");
  expect(await room.decide({ intent: "openChoice", between: "questions" })).toEqual(done);
  const votes = [two, two, two, one];
  for (const [index, id] of votes.entries()) expect(await room.vote(index, id)).toMatchObject({ ok: true });
  expect((await room.choosing()).round).toMatchObject({ state: "open", cast: 4, roll: 4, outcome: null });
  expect(await room.decide({ intent: "closeChoice" })).toEqual(done);
  const { chosen, round } = await room.choosing();
  expect(chosen).toEqual({ id: two, how: "vote" });
  expect(round?.outcome).toEqual({ cast: 4, roll: 4, result: { state: "chosen", id: two } });
  expect(await db.ballot.count({ where: { round: { sessionId: room.id } } })).toBe(0);
});

test("a question that is hidden while people vote on it is on no screen, and moves nobody's vote", async () => {
  const room = await aRoom(4);
  const [one = "", two = ""] = await room.ask("One?", "Two?", "Three?");
  await room.decide({ intent: "openChoice" });
  for (const index of [0, 1]) await room.vote(index, two);
  const member = await db.member.findUniqueOrThrow({ where: { id: room.members[3] ?? "" } });
  await raiseConcern(parts, { member, documentIds: await documentsFor(db, member) }, { words: "Worried", about: `${room.questionsId}/${two}` });
  expect(JSON.stringify(await boardOf(db, room.id))).not.toContain("Two?");
  expect((await room.choosing()).round?.candidates).toMatchObject([{ text: "One?" }, { id: two, text: "", isHidden: true }, { text: "Three?" }]);
  await room.vote(2, two);
  await room.vote(3, one);
  await room.decide({ intent: "closeChoice" });
  expect((await room.choosing()).round?.outcome).toEqual({ cast: 4, roll: 4, result: { state: "chosen", id: two } });
  expect(JSON.stringify(await boardOf(db, room.id))).not.toContain("Two?");
  const [concern] = await concernsOf(parts, room.id);
  await decideOnWorry(parts, { sessionId: room.id, by: "Mair" }, formOf({ intent: "showSubject", concern: concern?.id ?? "" }));
  expect((await room.choosing()).round?.candidates).toMatchObject([{ text: "One?" }, { id: two, text: "Two?" }, { text: "Three?" }]);
});

test("the last ballot of a person counts, and only that", async () => {
  const room = await aRoom(3);
  const [one = "", two = ""] = await room.ask("One?", "Two?");
  await room.decide({ intent: "openChoice" });
  await room.vote(0, one);
  for (const index of [0, 1, 2]) await room.vote(index, two);
  await room.decide({ intent: "closeChoice" });
  expect((await room.choosing()).round?.outcome).toMatchObject({ cast: 3, result: { state: "chosen", id: two } });
});

test("a tie is voted on once more between those that came out level, or decided openly", async () => {
  const room = await aRoom(4);
  const [one = "", two = "", three = ""] = await room.ask("One?", "Two?", "Three?");
  await room.decide({ intent: "openChoice" });
  for (const [index, id] of [one, one, two, two].entries()) await room.vote(index, id);
  await room.decide({ intent: "closeChoice" });
  expect(await room.choosing()).toMatchObject({ chosen: null, round: { outcome: { result: { state: "tied", ids: [one, two] } } } });
  expect(await room.decide({ intent: "openRevote" })).toEqual(done);
  expect((await room.choosing()).round).toMatchObject({ number: 2, candidates: [{ id: one }, { id: two }] });
  expect(await room.vote(0, three)).toMatchObject({ ok: false });
  for (const [index, id] of [one, one, two, two].entries()) await room.vote(index, id);
  await room.decide({ intent: "closeChoice" });
  expect(await room.decide({ intent: "chooseQuestion", question: two })).toEqual(done);
  expect((await room.choosing()).chosen).toEqual({ id: two, how: "facilitator" });
});

test("too few ballots choose nothing", async () => {
  const room = await aRoom(4);
  const [one = ""] = await room.ask("One?", "Two?");
  await room.decide({ intent: "openChoice" });
  for (const index of [0, 1]) await room.vote(index, one);
  await room.decide({ intent: "closeChoice" });
  expect(await room.choosing()).toMatchObject({ chosen: null, round: { outcome: { cast: 2, result: { state: "tooFew" } } } });
});

test("somebody without a device votes from paper: once, the last one counts, and only the number shows", async () => {
  const room = await aRoom(2);
  const [one = "", two = ""] = await room.ask("One?", "Two?");
  const gwen = await aMember(db, room.id, { name: "Gwen", withoutDevice: true });
  await room.decide({ intent: "openChoice" });
  const whose = { sessionId: room.id, memberId: gwen };
  const { choice, ranking } = await paperBallotOf(parts, whose);
  expect([choice?.round.candidates.map(({ text }) => text), choice?.onRoll, choice?.voted, ranking]).toEqual([["One?", "Two?"], true, false, null]);
  const cast = (question: string) => castFromPaper(parts, whose, formOf({ [ROUND_FIELD]: choice?.round.id ?? "", [CHOICE_FIELD]: question }));
  expect(await cast(one)).toMatchObject({ ok: true });
  expect(await cast(two)).toMatchObject({ ok: true });
  expect((await paperBallotOf(parts, whose)).choice).toMatchObject({ voted: true });
  expect((await room.choosing()).round).toMatchObject({ cast: 1, roll: 3, outcome: null });
  await room.vote(0, one);
  await room.vote(1, two);
  await room.decide({ intent: "closeChoice" });
  expect((await room.choosing()).round?.outcome).toEqual({ cast: 3, roll: 3, result: { state: "chosen", id: two } });
  expect(await cast(one)).toMatchObject({ ok: false, problem: "voting.problem.closed" });
});

test("whoever came without a device after the vote opened is not on its roll", async () => {
  const room = await aRoom(3);
  await room.ask("One?", "Two?");
  await room.decide({ intent: "openChoice" });
  const late = await aMember(db, room.id, { name: "Gwen", withoutDevice: true });
  expect((await paperBallotOf(parts, { sessionId: room.id, memberId: late })).choice).toMatchObject({ onRoll: false, voted: false });
});

test("a session that chooses twice keeps what each choosing came to; a slip taken back at once leaves no mark", async () => {
  const room = await aRoom(3);
  const [one = "", two = "", three = ""] = await room.ask("One?", "Two?", "Three?");
  await room.decide({ intent: "chooseQuestion", question: three });
  await room.decide({ intent: "chooseQuestion", question: one });
  expect(await room.results()).toEqual([{ state: "decided", id: one }]);
  expect(await room.choosing()).toMatchObject({ chosen: { id: one, how: "facilitator" }, round: null });

  const needing = await needingIn(parts, room.id);
  for (const stageId of [room.stageOf("building"), room.stageOf("choosing")]) expect(await move(parts, room.id, { move: "goTo", stageId }, needing)).toEqual(done);
  expect(await room.decide({ intent: "chooseAnew" })).toEqual(done);
  await room.decide({ intent: "openChoice" });
  for (const index of [0, 1, 2]) await room.vote(index, two);
  await room.decide({ intent: "closeChoice" });
  expect(await room.results()).toEqual([{ state: "decided", id: one }, { state: "chosen", id: two }]);
  expect((await room.choosing()).chosen).toEqual({ id: two, how: "vote" });
});

test("first words wait for a chosen question where one is to be chosen before them", async () => {
  const room = await aRoom(3);
  const [one = ""] = await room.ask("One?", "Two?");
  const goOn = async () => move(parts, room.id, { move: "goTo", stageId: room.stageOf("firstWords") }, await needingIn(parts, room.id));
  expect(await goOn()).toMatchObject({ problem: "session.needs.chosenQuestion" });
  await room.decide({ intent: "chooseQuestion", question: one });
  expect(await goOn()).toEqual(done);

  const plain = await aRoom(3, "building");
  await db.stage.deleteMany({ where: { sessionId: plain.id, activity: "choosing" } });
  expect(await move(parts, plain.id, { move: "goTo", stageId: plain.stageOf("firstWords") }, await needingIn(parts, plain.id))).toEqual(done);
});

test.each([
  ["nobody made one alone", 0],
  ["somebody made one alone", 1],
])("airing waits for the questions that small groups hold, and says how many; %s", async (_name, alone) => {
  const room = await aRoom(4, "questions");
  const goOn = async () => move(parts, room.id, { move: "goTo", stageId: room.stageOf("airing") }, await needingIn(parts, room.id));
  if (alone === 0) expect(await goOn()).toMatchObject({ problem: "session.needs.questions" });
  await room.ask(...["Alone?"].slice(0, alone));
  await room.decide({ intent: "formGroups", size: "fours" });
  expect((await needingIn(parts, room.id)).held).toBe(0);
  if (alone === 0) expect(await goOn()).toMatchObject({ problem: "session.needs.questions" });
  const { documentId = "" } = (await room.groupOf(0))?.questions ?? {};
  for (const words of ["Ours?", "Ours too?"]) await room.askOn(documentId, words);
  expect(await goOn()).toMatchObject({ problem: "session.needs.groupsBack" });
  expect((await needingIn(parts, room.id)).held).toBe(2);
  await room.decide({ intent: "mergeGroups" });
  expect(await goOn()).toEqual(done);
});

test("a question that is kept in the very moment in which groups are formed anew comes into the room", async () => {
  const room = await aRoom(4, "questions");
  await room.decide({ intent: "formGroups", size: "fours" });
  const { documentId = "" } = (await room.groupOf(0))?.questions ?? {};
  // Between the look at the pages and the decision: the first reading is done, and somebody's line comes in.
  const read: typeof live.read = async (id, reader) => {
    const value = await live.read(id, reader);
    if (id === documentId && !(await live.read(id, readQuestions)).questions.length) await room.askOn(documentId, "Just now?");
    return value;
  };
  expect(await decideOnGroups({ db, live: { ...live, read } }, room.id, formOf({ intent: "formGroups", size: "pairs" }))).toEqual(done);
  expect((await room.made()).questions).toMatchObject([{ words: "Just now?", by: room.members[0] }]);
});

test("one facilitator sends groups to work while another brings them back: their questions are in the room", async () => {
  const room = await aRoom(4, "questions");
  await room.decide({ intent: "formGroups", size: "fours" });
  const { documentId = "" } = (await room.groupOf(0))?.questions ?? {};
  await room.askOn(documentId, "Ours?");
  await room.decide({ intent: "mergeGroups" });
  const others: Promise<unknown>[] = [];
  const write: typeof live.write = (id, by, change) => {
    // Pressed in the midst of it, and decided when it is done: one waits for the other.
    if (id === room.questionsId && others.length === 0) others.push(room.decide({ intent: "mergeGroups" }));
    return live.write(id, by, change);
  };
  await decideOnGroups({ db, live: { ...live, write } }, room.id, formOf({ intent: "separateGroups" }));
  expect(await Promise.all(others)).toEqual([done]);
  expect((await boardOf(db, room.id))?.groups).toMatchObject({ working: [], merged: 1 });
  expect((await room.made()).questions).toMatchObject([{ words: "Ours?" }]);
});

test("a choice is taken back until the group has gone on with it, and not while people vote", async () => {
  const room = await aRoom(3);
  const [one = "", two = ""] = await room.ask("One?", "Two?");
  await room.decide({ intent: "openChoice" });
  expect(await room.decide({ intent: "chooseQuestion", question: one })).toMatchObject({ problem: "choosing.problem.roundOpen" });
  for (const index of [0, 1, 2]) await room.vote(index, one);
  await room.decide({ intent: "closeChoice" });
  expect(await room.decide({ intent: "chooseAnew" })).toEqual(done);
  expect(await room.choosing()).toMatchObject({ chosen: null, round: null });
  await room.decide({ intent: "chooseQuestion", question: two });
  await room.goTo("building");
  expect(await room.decide({ intent: "chooseAnew" })).toMatchObject({ problem: "choosing.problem.begun" });
  expect(await room.decide({ intent: "openChoice" })).toMatchObject({ problem: "choosing.problem.begun" });
  expect((await room.choosing()).chosen).toEqual({ id: two, how: "facilitator" });
});

test("questions that go together count as one candidate, with every wording", async () => {
  const room = await aRoom(3);
  const [one = "", two = "", three = ""] = await room.ask("One?", "Two?", "Three?");
  await room.act(0, { act: "together", question: three, other: one });
  await room.decide({ intent: "openChoice", between: "groups" });
  const { round } = await room.choosing();
  expect(round?.candidates).toMatchObject([{ text: "One?", wordings: [{ text: "One?" }, { text: "Three?" }] }, { id: two }]);
});

test("what a scribe wrote stands on the ballot as its person put it right", async () => {
  const room = await aRoom(3);
  const question = await room.askAsScribe();
  await room.act(1, { act: "correct", question, words: "Oes gwely?", lang: "cy" });
  await room.ask("One?");
  await room.decide({ intent: "openChoice" });
  expect((await room.choosing()).round?.candidates).toMatchObject([{ id: question, text: "Oes gwely?", lang: "cy" }, { text: "One?" }]);
});

test("the person for whom a scribe wrote a question takes it back at the desk, and nobody else does", async () => {
  const room = await aRoom(3);
  const question = await room.askAsScribe();
  await room.act(1, { act: "correct", question, words: "Oes gwely?", lang: "cy" });
  const takeBack = (index: number) => changeQuestions(live, { documentId: room.questionsId, act: { act: "withdraw", question }, hand: { by: room.members[index] ?? "", passages: [] }, mayWrite: true, mayTakeBack: true });
  expect(await takeBack(2)).toEqual({ problem: "questions.make.gone" });
  expect(await takeBack(1)).toEqual({ at: question });
  expect(await room.made()).toMatchObject({ questions: [], corrections: [] });
});

test("one's own question is taken back at any stage while the session is open, and reworded at its own stages only", async () => {
  const room = await aRoom(3, "building");
  const [question = "", other = ""] = await room.ask("One?", "Two?");
  const change = async (index: number, act: Act) => {
    const member = await db.member.findUniqueOrThrow({ where: { id: room.members[index] ?? "" } });
    return changeQuestions(live, { documentId: room.questionsId, act, ...(await askingHand(parts, { ...member, sharedDevice: false }, room.questionsId)) });
  };
  expect(await change(0, { act: "reword", question, words: "Which?" })).toEqual({ problem: "questions.make.closed" });
  expect(await change(1, { act: "withdraw", question })).toEqual({ problem: "questions.make.gone" });
  expect(await change(0, { act: "withdraw", question })).toEqual({ at: question });
  expect((await room.made()).questions).toMatchObject([{ words: "Two?" }]);
  await db.session.update({ where: { id: room.id }, data: { state: "closed" } });
  expect(await change(0, { act: "withdraw", question: other })).toEqual({ problem: "questions.make.closed" });
});

test("a ranking that is open disturbs no vote, nor the other way round", async () => {
  const room = await aRoom(3);
  const [one = ""] = await room.ask("One?", "Two?");
  await db.round.create({ data: { sessionId: room.id, about: "priorities", number: 1, choose: 1, candidates: [] } });
  expect(await room.decide({ intent: "openChoice" })).toEqual(done);
  for (const index of [0, 1, 2]) await room.vote(index, one);
  await room.decide({ intent: "closeChoice" });
  const board = await boardOf(db, room.id);
  expect(board?.round).toMatchObject({ number: 1, state: "open" });
  expect(board?.choosing.chosen).toEqual({ id: one, how: "vote" });
});

test("groups write on their own pages, come back with makers and passages, and can be sent to work again", async () => {
  const room = await aRoom(4, "questions");
  expect(await room.decide({ intent: "formGroups", size: "pairs" })).toEqual(done);
  expect((await boardOf(db, room.id))?.groups).toMatchObject({ working: [expect.any(String), expect.any(String)], placed: 4, merged: 0 });
  const group = await room.groupOf(0);
  const [first = "", second = ""] = group?.memberIds ?? [];
  const document = group?.questions.documentId ?? "";
  await live.write(document, first, (doc) => void perform(doc, { act: "ask", words: "Ours?", lang: "en", note: "", forMember: "" }, { by: first, passages: [] }));
  const question = (await live.read(document, readQuestions)).questions[0]?.id ?? "";
  await live.write(document, second, (doc) => void perform(doc, { act: "made", question }, { by: second, passages: [] }));
  expect(await room.decide({ intent: "formGroups", size: "threes" })).toMatchObject({ problem: "groups.problem.begun" });

  expect(await room.decide({ intent: "mergeGroups" })).toEqual(done);
  const made = await room.made();
  expect(made.questions).toMatchObject([{ id: question, by: first, words: "Ours?", fromGroup: group?.id }]);
  expect(made.questions.map((one) => makersOf(one, made))).toEqual([[first, second]]);
  const authors = new Set((await live.authorsOf(room.questionsId)).values());
  expect(authors).toEqual(new Set([first, second]));

  await live.write(room.questionsId, first, (doc) => void perform(doc, { act: "reword", question, words: "Ours, now?" }, { by: first, passages: [] }));
  expect(await room.decide({ intent: "separateGroups" })).toEqual(done);
  expect((await room.made()).questions).toEqual([]);
  expect((await live.read(document, readQuestions)).questions).toMatchObject([{ words: "Ours, now?" }]);
  expect(await room.decide({ intent: "mergeGroups" })).toEqual(done);
  expect((await room.made()).questions).toHaveLength(1);
  await room.goTo("airing");
  expect(await room.decide({ intent: "separateGroups" })).toMatchObject({ problem: "groups.problem.aired" });
});

test("whoever comes late is in the smallest group when their page opens, and nobody else's page shows it", async () => {
  const room = await aRoom(5, "questions");
  await room.decide({ intent: "formGroups", size: "pairs" });
  const late = await db.member.findUniqueOrThrow({ where: { id: await aMember(db, room.id, { perspective: "manager" }) } });
  const page = await roomFor(parts, { ...late, sharedDevice: false });
  expect(page.group?.memberIds).toContain(late.id);
  expect(page.board.groups.placed).toBe(6);
  expect(page.groups).toEqual([]);
});

test("a group's pages open to its members and the facilitator alone", async () => {
  const room = await aRoom(4, "questions");
  await room.decide({ intent: "formGroups", size: "pairs" });
  const group = await room.groupOf(0);
  const outside = room.members.find((id) => !group?.memberIds.includes(id)) ?? "";
  expect((await pagesFor(parts, { id: outside, sessionId: room.id, role: "participant" }, group?.id ?? ""))?.id).not.toBe(group?.id);
  expect((await pagesFor(parts, { id: "facilitator", sessionId: room.id, role: "facilitator" }, group?.id ?? ""))?.id).toBe(group?.id);
  expect(await admitToDocument(db, null, group?.questions.documentId ?? "")).toBeNull();
});

test("a group that wrote nothing is formed anew, and two people are the least", async () => {
  const room = await aRoom(4, "questions");
  await room.decide({ intent: "formGroups", size: "pairs" });
  expect(await room.decide({ intent: "formGroups", size: "fours" })).toEqual(done);
  expect((await boardOf(db, room.id))?.groups.working).toHaveLength(1);
  expect(await (await aRoom(1)).decide({ intent: "formGroups", size: "pairs" })).toMatchObject({ problem: "groups.problem.tooFew" });
});

test("people who talked in small groups sit together again, though questions were aired before; groups that made questions do not", async () => {
  const room = await aRoom(4, "building");
  await room.ask("What helps?");
  await room.decide({ intent: "formGroups", size: "pairs" });
  const group = await room.groupOf(0);
  expect(await room.decide({ intent: "mergeGroups" })).toEqual(done);
  expect(await room.groupOf(0)).toBeNull();
  expect(await room.decide({ intent: "separateGroups" })).toEqual(done);
  expect((await room.groupOf(0))?.memberIds).toEqual(group?.memberIds);
  expect((await room.made()).questions).toHaveLength(1);
});
