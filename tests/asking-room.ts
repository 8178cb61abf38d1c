/** A room in which questions are made, aired and chosen, for tests that go from the desk's buttons to what everybody is told. */
import type { Act } from "#app/questions/acts.ts";
import { readChoice } from "#app/questions/choice.ts";
import { perform } from "#app/questions/perform.doc.ts";
import { readQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { boardOf } from "#app/stages/board.server.ts";
import { decideOnChoosing } from "#app/stages/choosing.server.ts";
import { decideOnGroups } from "#app/stages/groups-desk.server.ts";
import { pagesFor } from "#app/stages/groups-room.server.ts";
import { castBallotInRoom } from "#app/stages/round.server.ts";
import { CHOICE_FIELD, ROUND_FIELD } from "#app/voting/round.ts";

import type { scratchHouse } from "./scratch-house.ts";
import { aMember, aSession, aTeam } from "./session-rows.ts";

type House = Awaited<ReturnType<typeof scratchHouse>>;

/** An open session at a stage, with so many people in it, whom one can have ask, vote and work in small groups. */
export async function askingRoom(house: House, people: number, activity = "choosing") {
  const { db, live } = house;
  const { enquiryId } = await aTeam(db);
  const activities = ["questions", "airing", "choosing", "firstWords", "building"];
  const stages = activities.map((key, position) => ({ position, activity: key, name: { en: key }, prompt: {}, minutes: 5 }));
  const { id } = await aSession(db, enquiryId, { state: "open", stages: { create: stages } });
  const rows = await db.stage.findMany({ where: { sessionId: id } });
  const stageOf = (key: string) => rows.find((row) => row.activity === key)?.id ?? "";
  const goTo = (key: string) => db.session.update({ where: { id }, data: { currentStageId: stageOf(key) } });
  await goTo(activity);
  const { id: questionsId } = await db.document.create({ data: { sessionId: id, kind: "questions" } });
  const members: string[] = [];
  for (let index = 0; index < people; index++) members.push(await aMember(db, id));
  const act = (index: number, wish: Act) => live.write(questionsId, members[index] ?? "", (doc) => void perform(doc, wish, { by: members[index] ?? "", passages: [] }));
  const made = (): Promise<Questions> => live.read(questionsId, readQuestions);
  return {
    id, questionsId, members, act, made, goTo, stageOf,
    results: async () => (await db.round.findMany({ where: { sessionId: id, about: "questions" }, orderBy: { number: "asc" } })).map(({ outcome }) => readChoice(outcome)?.result),
    askOn: (documentId: string, words: string) => live.write(documentId, members[0] ?? "", (doc) => void perform(doc, { act: "ask", words, lang: "en", note: "", forMember: "" }, { by: members[0] ?? "", passages: [] })),
    choosing: async () => (await boardOf(db, id))?.choosing ?? { aired: null, chosen: null, round: null },
    groupOf: (index: number) => pagesFor(house, { id: members[index] ?? "", sessionId: id, role: "participant" }, null),
    /** `through`: another way to the hub, in which a test does something in the midst of it. */
    decide: async (fields: Record<string, string>, through = live) => {
      const form = formOf(fields);
      return (await decideOnChoosing({ ...house, live: through }, id, form)) ?? decideOnGroups({ db, live: through }, id, form);
    },
    vote: async (index: number, question: string) => {
      const round = (await boardOf(db, id))?.choosing.round?.id ?? "";
      return castBallotInRoom(house, { sessionId: id, memberId: members[index] ?? "", form: formOf({ [ROUND_FIELD]: round, [CHOICE_FIELD]: question }) });
    },
    /** The first member writes for the second. Answers the question's id. */
    askAsScribe: async () => {
      await db.member.update({ where: { id: members[0] ?? "" }, data: { scribedAt: new Date() } });
      await act(0, { act: "ask", words: "Is there a bed?", lang: "en", note: "", forMember: members[1] ?? "" });
      return (await made()).questions[0]?.id ?? "";
    },
    ask: async (...all: string[]) => {
      for (const words of all) await act(0, { act: "ask", words, lang: "en", note: "", forMember: "" });
      return (await made()).questions.map((question) => question.id);
    },
  };
}

export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
