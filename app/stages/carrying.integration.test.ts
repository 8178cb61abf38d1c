/** Questions between small groups and the room, and worries about them: each stands in one place, and what was taken back or hidden comes from nowhere. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { perform } from "#app/questions/perform.doc.ts";
import { addQuestion, readQuestions } from "#app/questions/questions.doc.ts";
import { attested } from "#app/questions/standing.ts";
import { concernsOf, raiseConcern } from "#app/safeguarding/concern.server.ts";
import { writtenIn } from "#app/safeguarding/subject.server.ts";
import { askingRoom, formOf } from "#tests/asking-room.ts";
import { scratchHouse } from "#tests/scratch-house.ts";

import { documentsFor } from "./admission.server.ts";
import { countsIn } from "./news.server.ts";
import { decideOnWorry } from "./worries.server.ts";

const house = await scratchHouse();
const { db, live } = house;

const merge = { intent: "mergeGroups" };
const separate = { intent: "separateGroups" };

test("the questions of other small groups are neither offered to somebody who is worried, nor hidden by them", async () => {
  const room = await twoGroups();
  await room.askOn(room.ours, "Ours?");
  const [own, other] = [await room.seat(0), await room.seat(1)];
  expect((await room.offeredTo(own)).map(({ words }) => words)).toEqual(["Ours?"]);
  expect(await room.offeredTo(other)).toEqual([]);
  expect(await room.worry(other, `${room.ours}/${await room.idOf("Ours?")}`)).toEqual({ ok: true });
  expect(await room.on(room.ours)).toEqual(["Ours?"]);
  expect(await concernsOf(house, room.id)).toMatchObject([{ about: null }]);
  const facilitator = { ...other, role: "facilitator" as const };
  expect((await room.offeredTo(facilitator)).map(({ words }) => words), "a facilitator goes round").toEqual(["Ours?"]);
});

test("a question that came back from a group is offered once, and hidden wherever it stands; shown again it is where it was", async () => {
  const room = await twoGroups();
  await room.askOn(room.ours, "Ours?");
  await room.decide(merge);
  await room.leaveCopyOn(room.ours);
  const own = await room.seat(0);
  const offered = await room.offeredTo(own);
  expect(offered).toMatchObject([{ words: "Ours?" }]);
  await room.worry(own, `${room.ours}/${await room.idOf("Ours?")}`);
  expect([await room.on(room.questionsId), await room.on(room.ours)]).toEqual([[], []]);
  expect(await concernsOf(house, room.id)).toMatchObject([{ about: { words: "Ours?", isHidden: true } }]);
  await room.showAgain();
  expect(await room.on(room.questionsId)).toEqual(["Ours?"]);
});

test("a question that was hidden on a group's pages is shown again in the room, when the group has come back", async () => {
  const room = await twoGroups();
  await room.askOn(room.ours, "Ours?");
  const question = await room.idOf("Ours?");
  await room.worry(await room.seat(0), `${room.ours}/${question}`);
  await room.decide(merge);
  expect(await room.on(room.questionsId)).toEqual([]);
  await room.showAgain();
  expect((await room.made()).questions).toMatchObject([{ id: question, words: "Ours?", by: room.members[0], fromGroup: await room.groupIdOf(room.ours) }]);
  expect(await room.on(room.ours)).toEqual([]);
});

test("a question whose words a scribe wrote is hidden with every wording, and is offered as it was put right", async () => {
  const room = await askingRoom(house, 3);
  const question = await room.askAsScribe();
  await room.act(1, { act: "correct", question, words: "Oes gwely?", lang: "cy" });
  const gwen = await db.member.findUniqueOrThrow({ where: { id: room.members[1] ?? "" } });
  const documentIds = await documentsFor(db, gwen);
  expect(await writtenIn(house, { sessionId: room.id, documentIds })).toMatchObject([{ words: "Oes gwely?", lang: "cy" }]);
  const before = await room.made();
  await raiseConcern(house, { member: gwen, documentIds }, { words: "Worried", about: `${room.questionsId}/${question}` });
  expect(JSON.stringify(await room.made())).not.toMatch(/bed|gwely/);
  const [concern] = await concernsOf(house, room.id);
  expect(concern?.about?.words).toBe("Oes gwely?");
  await decideOnWorry(house, { sessionId: room.id, by: "Mair" }, formOf({ intent: "showSubject", concern: concern?.id ?? "" }));
  expect(await room.made()).toEqual(before);
});

test.each([
  ["taken back by its maker", async (room: TwoGroups, question: string) => room.act(0, { act: "withdraw", question })],
  ["hidden by a worry", async (room: TwoGroups, question: string) => void (await room.worry(await room.seat(0), `${room.questionsId}/${question}`))],
])("a question of a group that was %s in the room is on no page any more, however often groups part and meet", async (_how, takeOut) => {
  const room = await twoGroups();
  await room.askOn(room.ours, "Stays?");
  await room.askOn(room.ours, "Goes?");
  await room.decide(merge);
  await takeOut(room, await room.idOf("Goes?"));
  for (const [wish, inRoom, onPages] of [[separate, [], ["Stays?"]], [merge, ["Stays?"], []], [separate, [], ["Stays?"]], [merge, ["Stays?"], []]] as const) {
    expect(await room.decide(wish)).toEqual({ ok: true });
    expect([await room.on(room.questionsId), await room.on(room.ours)]).toEqual([inRoom, onPages]);
  }
});

test("what was taken back on the group's pages, or said no longer, does not come along a second time", async () => {
  const room = await twoGroups();
  await room.askOn(room.ours, "Goes?");
  await room.askOn(room.ours, "Stays?");
  const [goes, stays] = [await room.idOf("Goes?"), await room.idOf("Stays?")];
  await room.decide(merge);
  await room.act(1, { act: "made", question: stays });
  await room.decide(separate);
  const by = room.members[0] ?? "";
  await live.write(room.ours, by, (doc) => void perform(doc, { act: "withdraw", question: goes }, { by, passages: [] }));
  const other = room.members[1] ?? "";
  await live.write(room.ours, other, (doc) => void perform(doc, { act: "notMade", question: stays }, { by: other, passages: [] }));
  await room.decide(merge);
  expect(await room.made()).toMatchObject({ questions: [{ words: "Stays?" }], makers: [] });
});

test("how a scribe's words were put right goes along, to the room and back", async () => {
  const room = await twoGroups();
  const [scribe = "", gwen = ""] = room.members;
  await db.member.update({ where: { id: scribe }, data: { scribedAt: new Date() } });
  await live.write(room.ours, scribe, (doc) => void perform(doc, { act: "ask", words: "Why so slow?", lang: "en", note: "", forMember: gwen }, { by: scribe, passages: [] }));
  const question = await room.idOf("Why so slow?");
  const correct = (documentId: string, words: string) => live.write(documentId, gwen, (doc) => void perform(doc, { act: "correct", question, words, lang: "cy" }, { by: gwen, passages: [] }));
  await correct(room.ours, "Pam mor araf?");
  await room.decide(merge);
  expect(attested(await room.made(), [scribe]).questions).toMatchObject([{ words: "Pam mor araf?", forMember: gwen }]);
  await correct(room.questionsId, "Pam mor araf bob tro?");
  await room.decide(separate);
  expect(attested(await live.read(room.ours, readQuestions), [scribe]).questions).toMatchObject([{ words: "Pam mor araf bob tro?" }]);
});

test("what is changed in the very moment in which groups come back goes along as it is then", async () => {
  const room = await twoGroups();
  await room.askOn(room.ours, "First?");
  await room.askOn(room.ours, "Goes?");
  const [first, goes] = [await room.idOf("First?"), await room.idOf("Goes?")];
  const by = room.members[0] ?? "";
  const onPages = (act: Parameters<typeof perform>[1]) => live.write(room.ours, by, (doc) => void perform(doc, act, { by, passages: [] }));
  // The copy stands in the room, the groups are back, and no page has been told yet.
  const deskChanged: typeof live.deskChanged = async (sessionId) => {
    await onPages({ act: "reword", question: first, words: "First, really?" });
    await onPages({ act: "withdraw", question: goes });
    await onPages({ act: "ask", words: "Late?", lang: "en", note: "", forMember: "" });
    return live.deskChanged(sessionId);
  };
  await room.decide(merge, { ...live, deskChanged });
  expect(await room.on(room.questionsId)).toEqual(["First, really?", "Late?"]);
  expect(await room.on(room.ours)).toEqual([]);
});

test("however facilitators press at once, every question is in one place in the end", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(merge, separate), { minLength: 2, maxLength: 6 }), async (wishes) => {
    const room = await twoGroups();
    for (const words of ["One?", "Two?"]) await room.askOn(room.ours, words);
    await Promise.all(wishes.map((wish) => room.decide(wish)));
    const places = [await room.on(room.questionsId), await room.on(room.ours)];
    expect(places.flat().sort()).toEqual(["One?", "Two?"]);
    expect(places).toContainEqual([]);
    expect((await countsIn(house, room.id)).questions).toBe(2);
  }), { numRuns: 6 });
});

type TwoGroups = Awaited<ReturnType<typeof twoGroups>>;

/** Four people in pairs who make questions: the first has `ours`; the second, whom `seat(1)` seats, has other pages. */
async function twoGroups() {
  const room = await askingRoom(house, 4, "questions");
  await room.decide({ intent: "formGroups", size: "pairs" });
  const group = await room.groupOf(0);
  const ours = group?.questions.documentId ?? "";
  const outside = room.members.find((id) => !group?.memberIds.includes(id)) ?? "";
  const seat = (which: 0 | 1) => db.member.findUniqueOrThrow({ where: { id: which === 0 ? (room.members[0] ?? "") : outside } });
  type Seat = Awaited<ReturnType<typeof seat>>;
  const on = async (documentId: string) => (await live.read(documentId, readQuestions)).questions.map(({ words }) => words);
  return {
    ...room,
    ours,
    seat,
    on,
    idOf: async (words: string) => (await Promise.all([ours, room.questionsId].map((id) => live.read(id, readQuestions)))).flatMap(({ questions }) => questions).find((one) => one.words === words)?.id ?? "",
    groupIdOf: async (documentId: string) => (await db.document.findUniqueOrThrow({ where: { id: documentId } })).subject,
    offeredTo: async (member: Seat) => writtenIn(house, { sessionId: room.id, documentIds: await documentsFor(db, member) }),
    worry: async (member: Seat, about: string) => raiseConcern(house, { member, documentIds: await documentsFor(db, member) }, { words: "Worried", about }),
    showAgain: async () => decideOnWorry(house, { sessionId: room.id, by: "Mair" }, formOf({ intent: "showSubject", concern: (await concernsOf(house, room.id))[0]?.id ?? "" })),
    /** As when the host broke off while it carried them: they stand in the room, and still on the pages. */
    leaveCopyOn: async (documentId: string) => {
      for (const { by, ...question } of (await room.made()).questions) await live.write(documentId, by, (doc) => addQuestion(doc, { ...question, by, fromGroup: "" }));
    },
  };
}
