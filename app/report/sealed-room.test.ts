import { expect, test } from "vitest";

import { noQuestions, type Questions } from "#app/questions/questions.doc.ts";
import { emptyTalk, type Said, type Talk } from "#app/talk/talk.doc.ts";

import { sealRoom, type RoomDesk, type RoomDocuments } from "./sealed-room.ts";

const rules = { items: [], quotes: [], links: [] };
const desk: RoomDesk = { stageIds: ["one", "two"], rulesAgreed: true, chosen: null, scribes: ["scribe"] };

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
