import { expect, test } from "vitest";
import * as Y from "yjs";

import type { Act } from "./acts.ts";
import type { Passage } from "./passages.ts";
import { needsDesk, perform } from "./perform.doc.ts";
import { readQuestions } from "./questions.doc.ts";
import { attested, makersOf, standingOf } from "./standing.ts";

const passage = { itemId: "item", versionId: "version", blockId: "block", noteId: "note", exact: "the asking is the hard part", lang: "en" };
const passages: Passage[] = [{ value: "notes/note", title: "Carers talking", lang: "en", why: { words: "Yes", lang: "en", by: "sian" }, passage }];

test("a question keeps its words, its maker and the passage it was drawn from", () => {
  const room = aRoom();
  room.ask("sian", "Why is asking hard?", { note: "notes/note" });
  expect(room.made().questions).toMatchObject([{ by: "sian", words: "Why is asking hard?", lang: "en", passage }]);
});

test("a question drawn from a note that was withdrawn meanwhile is not made without it", () => {
  const room = aRoom();
  expect(room.does("sian", { act: "ask", words: "Why?", lang: "en", note: "notes/gone", forMember: "" })).toEqual({ came: "gone" });
  expect(room.made().questions).toEqual([]);
});

test("nobody rewords or takes back another's question", () => {
  const room = aRoom();
  const question = room.ask("sian", "Why?");
  expect(room.does("colin", { act: "reword", question, words: "How?" })).toEqual({ came: "gone" });
  expect(room.does("colin", { act: "withdraw", question })).toEqual({ came: "gone" });
  room.does("sian", { act: "reword", question, words: "Why, really?" });
  expect(room.made().questions[0]?.words).toBe("Why, really?");
  room.does("sian", { act: "withdraw", question });
  expect(room.made().questions).toEqual([]);
});

test("makers say so themselves, once, and can take it back", () => {
  const room = aRoom();
  const question = room.ask("sian", "Why?");
  for (let time = 0; time < 2; time++) room.does("colin", { act: "made", question });
  room.does("mair", { act: "made", question });
  expect(room.makers(question)).toEqual(["sian", "colin", "mair"]);
  room.does("colin", { act: "notMade", question });
  expect(room.makers(question)).toEqual(["sian", "mair"]);
});

test("whom a scribe writes for is the maker, not the scribe", () => {
  const room = aRoom();
  room.does("scribe", { act: "ask", words: "Why?", lang: "en", note: "", forMember: "gwen" });
  expect(room.makers(room.made().questions[0]?.id ?? "")).toEqual(["gwen"]);
});

test("a question that a scribe wrote is read back; reworded, it has to be again; the person puts it right in their own words", () => {
  const room = aRoom();
  const question = room.ask("scribe", "Why so slow?", { forMember: "gwen", checked: "yes" });
  expect(room.told()).toMatchObject([{ forMember: "gwen", checked: true }]);
  room.does("scribe", { act: "reword", question, words: "Why is it so slow?" });
  expect(room.told()).toMatchObject([{ words: "Why is it so slow?", checked: false }]);
  room.does("scribe", { act: "check", question });
  expect(room.told()).toMatchObject([{ checked: true }]);
  expect(room.does("colin", { act: "correct", question, words: "Forged?", lang: "en" })).toEqual({ came: "gone" });
  expect(room.does("gwen", { act: "correct", question, words: "Pam mor araf?", lang: "cy" })).toEqual({ came: "reworded", at: question });
  expect(room.told()).toMatchObject([{ by: "scribe", forMember: "gwen", words: "Pam mor araf?", lang: "cy", checked: true }]);
  expect(room.made().questions[0]?.words).toBe("Why is it so slow?");
});

test("whom it was written for takes a question back at the desk, with every wording; a page cannot, and nobody else may", () => {
  const room = aRoom();
  const question = room.ask("scribe", "Why so slow?", { forMember: "gwen" });
  room.does("gwen", { act: "correct", question, words: "Pam mor araf?", lang: "cy" });
  const back = { act: "withdraw", question } as const;
  expect(["gwen", "scribe", "colin"].map((by) => needsDesk(room.made(), back, by))).toEqual([true, true, true]);
  expect(room.does("gwen", back)).toEqual({ came: "gone" });
  expect(perform(room.doc, back, { by: "colin", passages, isDesk: true })).toEqual({ came: "gone" });
  expect(perform(room.doc, back, { by: "gwen", passages, isDesk: true })).toEqual({ came: "withdrawn", at: question });
  expect(room.made()).toMatchObject({ questions: [], corrections: [] });
});

test("questions are put together and taken apart, and every wording and maker stays", () => {
  const room = aRoom();
  const [one, two, three] = [room.ask("sian", "One?"), room.ask("colin", "Two?"), room.ask("mair", "Three?")];
  const before = room.made().questions;
  room.does("colin", { act: "together", question: three, other: one });
  expect(room.shape()).toEqual([[one, three], [two]]);
  const group = standingOf(room.made())[0]?.id ?? "";
  room.does("mair", { act: "together", question: two, other: group });
  expect(room.shape()).toEqual([[one, two, three]]);
  room.does("sian", { act: "nameGroup", group, name: "Asking", lang: "en" });
  expect(standingOf(room.made())[0]).toMatchObject({ name: "Asking" });
  room.does("sian", { act: "apart", question: one });
  expect(room.shape()).toEqual([[one], [two, three]]);
  room.does("sian", { act: "ungroup", group });
  expect(room.shape()).toEqual([[one], [two], [three]]);
  expect(room.made().questions).toEqual(before);
});

test("a question goes from one group into another, and is in one only", () => {
  const room = aRoom();
  const ids = ["One?", "Two?", "Three?", "Four?", "Five?"].map((words) => room.ask("sian", words));
  const [one = "", two = "", three = "", four = "", five = ""] = ids;
  room.does("sian", { act: "together", question: two, other: one });
  room.does("sian", { act: "together", question: four, other: three });
  room.does("sian", { act: "together", question: five, other: three });
  room.does("sian", { act: "together", question: four, other: one });
  expect(room.shape()).toEqual([[one, two, four], [three, five]]);
});

test("two people who group the same questions at the same moment end with the same groups", () => {
  const [here, there] = [aRoom(), aRoom()];
  const ids = ["One?", "Two?", "Three?"].map((words) => here.ask("sian", words));
  const [one = "", two = "", three = ""] = ids;
  exchange(here.doc, there.doc);
  here.does("sian", { act: "together", question: two, other: one });
  there.does("colin", { act: "together", question: two, other: three });
  exchange(here.doc, there.doc);
  expect(here.shape()).toEqual(there.shape());
  expect(here.shape().flat().sort()).toEqual([...ids].sort());
});

test("a question cannot go with itself, nor with what is gone", () => {
  const room = aRoom();
  const one = room.ask("sian", "One?");
  expect(room.does("sian", { act: "together", question: one, other: one })).toEqual({ came: "gone" });
  expect(room.does("sian", { act: "together", question: one, other: "gone" })).toEqual({ came: "gone" });
});

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
}

/** A document and people who act in it. */
function aRoom() {
  const doc = new Y.Doc();
  const does = (by: string, act: Act) => perform(doc, act, { by, passages });
  const made = () => readQuestions(doc);
  return {
    doc,
    does,
    made,
    told: () => attested(made(), ["scribe"]).questions,
    ask: (by: string, words: string, beside: { note?: string; forMember?: string; checked?: string } = {}) => {
      const outcome = does(by, { act: "ask", words, lang: "en", note: "", forMember: "", ...beside });
      return "at" in outcome ? outcome.at : "";
    },
    makers: (id: string) => made().questions.filter((question) => question.id === id).flatMap((question) => makersOf(question, made())),
    /** Ids as they stand, group by group. */
    shape: () => standingOf(made()).map((stands) => (stands.kind === "group" ? stands.questions.map(({ id }) => id) : [stands.id])),
  };
}
