/** Does with questions what a form says: called by the page on its own replica, and by the desk for pages without JavaScript. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";
import { writtenFor } from "#app/scribe/penned.ts";

import { QUESTIONS_MOST, type Act, type Outcome } from "./acts.ts";
import type { Passage } from "./passages.ts";
import {
  addCorrection, addGroup, addMaker, addQuestion, nameGroup, putInGroup, readQuestions, removeCorrection, removeGroup, removeMaker, rewordQuestion,
  setQuestionChecked, takeFromGroup, withdrawQuestion, type Question, type Questions,
} from "./questions.doc.ts";
import { groupOf } from "./standing.ts";

/** Who acts, and what they may choose from. */
export interface Hand {
  /** The acting member's id. */
  readonly by: string;
  readonly passages: readonly Passage[];
  /** True at the desk, which alone may take away what another member wrote down; the gate lets no page do it. */
  readonly isDesk?: boolean;
}

type On<A extends Act["act"]> = Extract<Act, { act: A }>;

const gone: Outcome = { came: "gone" };

/**
 * Changes `doc` as `act` says and tells what came of it. What is not there any more, or not one's own, is "gone",
 * never an error: somebody else may have been quicker. Sizes are checked by `actSchema`.
 */
export function perform(doc: Y.Doc, act: Act, hand: Hand): Outcome {
  const made = readQuestions(doc);
  switch (act.act) {
    case "ask": return ask(doc, made, act, hand);
    case "reword":
    case "correct":
    case "check": return changeWords(doc, made, act, hand);
    case "withdraw": return withdraw(doc, made, act, hand);
    case "made":
    case "notMade": return sayMade(doc, made, act, hand);
    case "together": return together(doc, made, act, hand);
    case "apart": return apart(doc, made, act.question);
    case "nameGroup":
    case "ungroup": return changeGroup(doc, made, act);
  }
}

/** True when a page cannot do it itself: what a scribe wrote for this person, and what others' corrections hang on. */
export function needsDesk({ questions, corrections }: Questions, act: Act, by: string): boolean {
  if (act.act !== "withdraw") return false;
  return questions.some((one) => one.id === act.question && one.by !== by) || corrections.some((one) => one.saidId === act.question && one.by !== by);
}

function ask(doc: Y.Doc, { questions }: Questions, { words, lang, note, forMember, checked }: On<"ask">, { by, passages }: Hand): Outcome {
  if (questions.length >= QUESTIONS_MOST) return { came: "full" };
  const chosen = passages.find(({ value }) => value === note);
  if (note !== "" && !chosen) return gone;
  const id = newId();
  addQuestion(doc, { id, by, words, lang, passage: chosen?.passage ?? null, fromGroup: "", forMember: "", ...writtenFor({ for: forMember, checked }, by) });
  return { came: "asked", at: id };
}

function changeWords(doc: Y.Doc, { questions }: Questions, act: On<"reword"> | On<"correct"> | On<"check">, { by }: Hand): Outcome {
  const question = questions.find(({ id }) => id === act.question);
  if (!question || (act.act === "correct" ? question.forMember : question.by) !== by) return gone;
  const { id } = question;
  if (act.act === "correct") addCorrection(doc, { id: newId(), by, saidId: id, words: act.words, lang: act.lang });
  else if (act.act === "check") setQuestionChecked(doc, id, true);
  else reword(doc, question, act.words);
  return { came: act.act === "check" ? "checked" : "reworded", at: id };
}

/** What was read back was the old wording; so a scribe's new one has to be checked again. */
function reword(doc: Y.Doc, { id, words: before, forMember }: Question, words: string): void {
  if (words === before) return;
  rewordQuestion(doc, id, words);
  if (forMember !== "") setQuestionChecked(doc, id, false);
}

/** Taking a question back takes back every wording of it. */
function withdraw(doc: Y.Doc, { questions, corrections }: Questions, { question: id }: On<"withdraw">, { by, isDesk = false }: Hand): Outcome {
  const question = questions.find((one) => one.id === id);
  if (!question || (question.by !== by && !(isDesk && question.forMember === by))) return gone;
  for (const correction of corrections) if (correction.saidId === id && (isDesk || correction.by === by)) removeCorrection(doc, correction.id);
  withdrawQuestion(doc, id);
  return { came: "withdrawn", at: id };
}

function sayMade(doc: Y.Doc, { questions, makers }: Questions, { act, question }: On<"made" | "notMade">, { by }: Hand): Outcome {
  if (!questions.some(({ id }) => id === question)) return gone;
  const own = makers.filter((maker) => maker.questionId === question && maker.by === by);
  if (act === "notMade") own.forEach(({ id }) => removeMaker(doc, id));
  else if (own.length === 0) addMaker(doc, { id: newId(), by, questionId: question });
  return { came: act, at: question };
}

/** Into the other's group; where the other stands alone, a new group of the two. */
function together(doc: Y.Doc, made: Questions, { question, other }: On<"together">, { by }: Hand): Outcome {
  const known = (id: string) => made.questions.some((one) => one.id === id);
  const isGroup = made.groups.some(({ id }) => id === other);
  if (!known(question) || question === other || !(isGroup || known(other))) return gone;
  const groupId = isGroup ? other : (groupOf(made, other) ?? newId());
  doc.transact(() => {
    if (!made.groups.some(({ id }) => id === groupId)) {
      addGroup(doc, { id: groupId, by, name: "", lang: "" });
      putInGroup(doc, { id: newId(), by, questionId: other, groupId });
    }
    takeOut(doc, made, question);
    putInGroup(doc, { id: newId(), by, questionId: question, groupId });
  });
  return { came: "together", at: groupId };
}

function apart(doc: Y.Doc, made: Questions, question: string): Outcome {
  if (groupOf(made, question) === null) return gone;
  doc.transact(() => takeOut(doc, made, question));
  return { came: "apart", at: question };
}

function takeOut(doc: Y.Doc, { grouped }: Questions, question: string): void {
  for (const { id, questionId } of grouped) if (questionId === question) takeFromGroup(doc, id);
}

function changeGroup(doc: Y.Doc, { groups }: Questions, act: On<"nameGroup"> | On<"ungroup">): Outcome {
  if (!groups.some(({ id }) => id === act.group)) return gone;
  if (act.act === "nameGroup") doc.transact(() => nameGroup(doc, act.group, act));
  else removeGroup(doc, act.group);
  return { came: act.act === "nameGroup" ? "named" : "ungrouped", at: act.group };
}
