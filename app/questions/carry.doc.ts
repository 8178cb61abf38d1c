/**
 * Carrying questions between a small group's pages and the room's document. Ids stay the same, so that carrying
 * twice makes nothing double; every record is written by its own maker (one call a maker), so that authorship stays attested.
 */
import type * as Y from "yjs";

import { addMaker, addQuestion, readQuestions, rewordQuestion, withdrawQuestion, type Questions } from "./questions.doc.ts";

/** Who has written anything in these pages. */
export function writersIn({ questions, makers }: Questions): string[] {
  return [...new Set([...questions, ...makers].map(({ by }) => by))];
}

/** Into the room's document: what `by` wrote on the group's pages and is not there yet. */
export function bringBack(doc: Y.Doc, pages: Questions, { by, groupId }: { readonly by: string; readonly groupId: string }): void {
  const there = readQuestions(doc);
  doc.transact(() => {
    for (const question of pages.questions) {
      if (question.by === by && !there.questions.some(({ id }) => id === question.id)) addQuestion(doc, { ...question, fromGroup: groupId });
    }
    for (const maker of pages.makers) {
      if (maker.by === by && !there.makers.some(({ id }) => id === maker.id)) addMaker(doc, maker);
    }
  });
}

/** Out of the room's document again: the questions `by` wrote in the group. That others said they made them too stays, and counts when they are back. */
export function takeAway(doc: Y.Doc, { by, groupId }: { readonly by: string; readonly groupId: string }): void {
  doc.transact(() => {
    for (const question of readQuestions(doc).questions) if (question.by === by && question.fromGroup === groupId) withdrawQuestion(doc, question.id);
  });
}

/** Onto the group's pages: the wordings that `by` changed in the room's document meanwhile. */
export function carryWordings(doc: Y.Doc, room: Questions, by: string): void {
  doc.transact(() => {
    for (const question of room.questions) if (question.by === by) rewordQuestion(doc, question.id, question.words);
  });
}
