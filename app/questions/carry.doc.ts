/**
 * Moving questions between a small group's pages and the room's document. A question stands in one of them, so that
 * what is taken back there, or hidden, is nowhere else and comes back from nowhere. Ids stay the same; every record is
 * written by its own maker (one call a maker), so that authorship stays attested.
 */
import type * as Y from "yjs";

import { removeRecord } from "#app/live/records.doc.ts";

import { addCorrection, addMaker, addQuestion, readQuestions, rewordQuestion, setQuestionChecked, type Question, type Questions } from "./questions.doc.ts";

const roots = ["questions", "corrections", "makers"] as const;

/** What goes along: questions, how they were put right, and who said that they made them too. */
export type Carried = Pick<Questions, (typeof roots)[number]>;

export const nothingCarried: Carried = { questions: [], corrections: [], makers: [] };

export function isNothing(carried: Carried): boolean {
  return roots.every((root) => carried[root].length === 0);
}

/** All that stands on a group's own pages. */
export function readPages(doc: Y.Doc): Carried {
  const { questions, corrections, makers } = readQuestions(doc);
  return { questions, corrections, makers };
}

/** What stands in the room's document and came from this group. */
export function readFromGroup(groupId: string): (doc: Y.Doc) => Carried {
  return (doc) => only(readPages(doc), ({ fromGroup }) => fromGroup === groupId);
}

/** One question, with what goes along with it; nothing when it is not there. */
export function readQuestion(questionId: string): (doc: Y.Doc) => Carried {
  return (doc) => only(readPages(doc), ({ id }) => id === questionId);
}

function only({ questions, corrections, makers }: Carried, isMeant: (question: Question) => boolean): Carried {
  const meant = questions.filter(isMeant);
  const isAbout = (id: string) => meant.some((question) => question.id === id);
  return { questions: meant, corrections: corrections.filter(({ saidId }) => isAbout(saidId)), makers: makers.filter(({ questionId }) => isAbout(questionId)) };
}

/** Who has written anything of it. */
export function writersIn(carried: Carried): string[] {
  return [...new Set(roots.flatMap((root) => carried[root].map(({ by }) => by)))];
}

/** Puts down what `by` wrote, as it is worded now. `fromGroup`: the group it comes from, "" on that group's own pages. */
export function putDown(doc: Y.Doc, carried: Carried, { by, fromGroup }: { readonly by: string; readonly fromGroup: string }): void {
  const there = readQuestions(doc);
  const isNew = (root: keyof Carried, id: string) => !there[root].some((one) => one.id === id);
  doc.transact(() => {
    for (const question of carried.questions.filter((one) => one.by === by)) {
      if (isNew("questions", question.id)) addQuestion(doc, { ...question, fromGroup });
      else reword(doc, question);
    }
    for (const one of carried.corrections) if (one.by === by && isNew("corrections", one.id)) addCorrection(doc, one);
    for (const one of carried.makers) if (one.by === by && isNew("makers", one.id)) addMaker(doc, one);
  });
}

function reword(doc: Y.Doc, { id, words, checked }: Question): void {
  rewordQuestion(doc, id, words);
  if (checked !== undefined) setQuestionChecked(doc, id, checked);
}

/** Takes out what was carried and stands as it was. What was changed since stays, to be carried once more; answers what is gone: taken back since. */
export function takeCarried(doc: Y.Doc, carried: Carried): Carried {
  const there = readQuestions(doc);
  const gone = without(carried, there);
  const unchanged = (root: keyof Carried) => {
    const standing = new Map<string, unknown>(there[root].map((one) => [one.id, one]));
    return carried[root].filter((one) => JSON.stringify(standing.get(one.id)) === JSON.stringify(one));
  };
  doc.transact(() => roots.forEach((root) => unchanged(root).forEach(({ id }) => removeRecord(doc, root, id))));
  return gone;
}

/** Takes out all of it, however it is worded. */
export function removeCarried(doc: Y.Doc, carried: Carried): void {
  doc.transact(() => roots.forEach((root) => carried[root].forEach(({ id }) => removeRecord(doc, root, id))));
}

/** What of `carried` is not in `there`. */
export function without(carried: Carried, there: Carried): Carried {
  const left = <T extends { readonly id: string }>(all: readonly T[], others: readonly { readonly id: string }[]) => all.filter(({ id }) => !others.some((one) => one.id === id));
  return { questions: left(carried.questions, there.questions), corrections: left(carried.corrections, there.corrections), makers: left(carried.makers, there.makers) };
}
