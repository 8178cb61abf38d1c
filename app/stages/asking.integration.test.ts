/** Small groups and the secret choice of a question, from the desk's buttons to what everybody is told. */
import { expect, test } from "vitest";

import type { Act } from "#app/questions/acts.ts";
import { perform } from "#app/questions/perform.doc.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { makersOf } from "#app/questions/standing.ts";
import { CHOICE_FIELD, ROUND_FIELD } from "#app/voting/round.ts";
import { scratchHouse } from "#tests/scratch-house.ts";
import { aMember, aSession, aTeam } from "#tests/session-rows.ts";

import { admitToDocument } from "./admission.server.ts";
import { boardOf } from "./board.server.ts";
import { decideOnChoosing } from "./choosing.server.ts";
import { decideOnGroups } from "./groups-desk.server.ts";
import { pagesFor } from "./groups-room.server.ts";
import { roomFor } from "./room.server.ts";
import { castBallotInRoom } from "./round.server.ts";

const parts = await scratchHouse();
const { db, live } = parts;

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

/** An open session at a stage, with so many people in it. */
async function aRoom(people: number, activity = "choosing") {
  const { enquiryId } = await aTeam(db);
  const activities = ["questions", "airing", "choosing", "building"];
  const stages = activities.map((key, position) => ({ position, activity: key, name: { en: key }, prompt: {}, minutes: 5 }));
  const { id } = await aSession(db, enquiryId, { state: "open", stages: { create: stages } });
  const rows = await db.stage.findMany({ where: { sessionId: id } });
  const goTo = (key: string) => db.session.update({ where: { id }, data: { currentStageId: rows.find((row) => row.activity === key)?.id ?? null } });
  await goTo(activity);
  const { id: questionsId } = await db.document.create({ data: { sessionId: id, kind: "questions" } });
  const members: string[] = [];
  for (let index = 0; index < people; index++) members.push(await aMember(db, id));
  const act = (index: number, wish: Act) => live.write(questionsId, members[index] ?? "", (doc) => void perform(doc, wish, { by: members[index] ?? "", passages: [] }));
  const made = (): Promise<Questions> => live.read(questionsId, readQuestions);
  return {
    id, questionsId, members, act, made, goTo,
    choosing: async () => (await boardOf(db, id))?.choosing ?? { aired: null, chosen: null, round: null },
    groupOf: (index: number) => pagesFor(parts, { id: members[index] ?? "", sessionId: id, role: "participant" }, null),
    decide: async (fields: Record<string, string>) => {
      const form = formOf(fields);
      return (await decideOnChoosing(parts, id, form)) ?? decideOnGroups(parts, id, form);
    },
    vote: async (index: number, question: string) => {
      const round = (await boardOf(db, id))?.choosing.round?.id ?? "";
      return castBallotInRoom(parts, { sessionId: id, memberId: members[index] ?? "", form: formOf({ [ROUND_FIELD]: round, [CHOICE_FIELD]: question }) });
    },
    ask: async (...all: string[]) => {
      for (const words of all) await act(0, { act: "ask", words, lang: "en", note: "", forMember: "" });
      return (await made()).questions.map((question) => question.id);
    },
  };
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
