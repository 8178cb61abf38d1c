import { expect, test } from "vitest";

import { noQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { emptyTalk, type Said, type Talk } from "#app/talk/talk.doc.ts";

import { sealRoom, type RoomDesk, type RoomDocuments } from "./sealed-room.ts";

const rules = { items: [], quotes: [], links: [] };
const desk: RoomDesk = { stageIds: ["one", "two"], rulesAgreed: true, chosen: null, choices: [], scribes: ["scribe"] };

test("what a scribe wrote is told as the person's words, and says that a scribe wrote it", () => {
  const [said] = seal({ talk: { said: [aSaid({ by: "scribe", forMember: "gwen", checked: true })] } }).talk.said;
  expect(said).toMatchObject({ by: "gwen", scribed: true, checked: true });
});

test("whoever is no scribe speaks for themself, whatever they claim", () => {
  expect(seal({ talk: { said: [aSaid({ by: "tom", forMember: "gwen" })] } }).talk.said[0]).toMatchObject({ by: "tom", scribed: false });
  const questions = { ...noQuestions, questions: [{ ...aQuestion("q"), by: "tom", forMember: "gwen" }] };
  expect(seal({ questions: [questions] }).questions.questions[0]?.makers).toEqual(["tom"]);
});

test("a chosen group is told with every wording", () => {
  const questions: Questions = {
    ...noQuestions,
    questions: [aQuestion("a"), aQuestion("b"), aQuestion("c")],
    groups: [{ id: "g", by: "tom", name: "", lang: "en" }],
    grouped: [{ id: "1", by: "tom", questionId: "a", groupId: "g" }, { id: "2", by: "tom", questionId: "c", groupId: "g" }],
  };
  const sealed = sealRoom({ rules, questions: [questions], talk: emptyTalk }, { ...desk, chosen: { id: "g", how: "vote" } });
  expect(sealed.questions.chosen).toEqual({ how: "vote", questionIds: ["a", "c"] });
});

test("a question that a small group's pages still hold after it came into the room is told once, as the room has it", () => {
  const room = { ...noQuestions, questions: [{ ...aQuestion("a"), words: "As the room has it?" }] };
  const pages = { ...noQuestions, questions: [aQuestion("a"), aQuestion("b")] };
  expect(seal({ questions: [room, pages] }).questions.questions).toMatchObject([{ id: "a", words: "As the room has it?" }, { id: "b" }]);
});

test("each choosing is told in order, with what came level, and without what was taken back", () => {
  const questions = { ...noQuestions, questions: [aQuestion("a"), aQuestion("b")] };
  const choices: RoomDesk["choices"] = [{ state: "tied", ids: ["a", "b"] }, { state: "chosen", id: "a" }, { state: "tooFew" }, { state: "decided", id: "gone" }];
  expect(sealRoom({ rules, questions: [questions], talk: emptyTalk }, { ...desk, choices }).questions.choices).toEqual([
    { how: "vote", came: "tied", questionIds: [["a"], ["b"]] },
    { how: "vote", came: "chosen", questionIds: [["a"]] },
    { how: "vote", came: "tooFew", questionIds: [] },
    { how: "facilitator", came: "chosen", questionIds: [] },
  ]);
});

test("only the person themself can put a scribe's words right", () => {
  const said = [aSaid({ id: "said", by: "scribe", forMember: "gwen", words: "Two nights" })];
  const correction = (by: string, words: string) => ({ id: words, by, saidId: "said", words, lang: "en" });
  const sealed = (...corrections: Talk["corrections"]) => seal({ talk: { said, corrections } }).talk.said[0];
  expect(sealed(correction("tom", "Ten nights"))).toMatchObject({ words: "Two nights", checked: false });
  expect(sealed(correction("gwen", "Three nights"), correction("gwen", "Tair noson"))).toMatchObject({ words: "Tair noson", checked: true });
});

test("every maker of a question is told once, the person a scribe wrote for instead of the scribe", () => {
  const questions: Questions = {
    ...noQuestions,
    questions: [{ ...aQuestion("q"), by: "scribe", forMember: "gwen" }],
    makers: [{ id: "1", by: "tom", questionId: "q" }, { id: "2", by: "gwen", questionId: "q" }],
  };
  expect(seal({ questions: [questions] }).questions.questions[0]?.makers).toEqual(["gwen", "tom"]);
});

test("questions, barriers, ideas and words of review that a scribe wrote are the person's, say so, and stand as they were put right", () => {
  const written = { by: "scribe", forMember: "gwen", checked: false, words: "Two nights", lang: "en" };
  const corrections = [{ id: "c", by: "gwen", saidId: "w", words: "Tair noson", lang: "cy" }];
  const talk = { barriers: [{ ...written, id: "w", level: "system", stageId: "one" }], concepts: [{ ...written, id: "i" }], review: [{ ...written, id: "r", about: "next", checked: true }], corrections } as const;
  const sealed = seal({ talk, questions: [{ ...noQuestions, questions: [{ ...aQuestion("w"), ...written }], corrections }] });
  const told = { by: "gwen", words: "Tair noson", lang: "cy", scribed: true, checked: true };
  expect(sealed.talk).toMatchObject({ barriers: [told], concepts: [{ by: "gwen", scribed: true, checked: false }], review: [{ by: "gwen", scribed: true, checked: true }] });
  expect(sealed.questions.questions).toMatchObject([{ makers: ["gwen"], words: "Tair noson", scribed: true, checked: true }]);
});

test("questions put together keep every wording; a name over nothing is left out", () => {
  const questions: Questions = {
    ...noQuestions,
    questions: [aQuestion("a"), aQuestion("b")],
    groups: [{ id: "g", by: "tom", name: "Notice", lang: "en" }, { id: "empty", by: "tom", name: "Nothing", lang: "en" }],
    grouped: [{ id: "1", by: "tom", questionId: "a", groupId: "g" }, { id: "2", by: "tom", questionId: "b", groupId: "g" }],
  };
  expect(seal({ questions: [questions] }).questions.groups).toEqual([{ name: "Notice", lang: "en", questionIds: ["a", "b"] }]);
});

test("what was said at a stage that was removed is kept, at no stage", () => {
  const said = [aSaid({ stageId: "two" }), aSaid({ stageId: "gone" })];
  expect(seal({ talk: { said } }).talk.said.map(({ stage }) => stage)).toEqual([1, null]);
});

function seal({ talk, questions = [] }: { talk?: Partial<Talk>; questions?: RoomDocuments["questions"] }) {
  return sealRoom({ rules, questions, talk: { ...emptyTalk, ...talk } }, desk);
}

function aSaid(said: Partial<Said>): Said {
  return { id: "said", by: "gwen", forMember: "", checked: false, stageId: "one", way: "", replyTo: "", words: "Three nights", because: "", lang: "en", ...said };
}

function aQuestion(id: string): Questions["questions"][number] {
  return { id, by: "gwen", forMember: "", words: "Who asks?", lang: "en", passage: null, fromGroup: "" };
}
