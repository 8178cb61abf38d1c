/** The shape of each kind of document, for the gate. A new kind fails the type check until it stands here. */
import { listShape } from "#app/lists/lists.doc.ts";
import type { DocumentKind } from "#app/live/kinds.ts";
import type { DocumentShape } from "#app/live/schema.ts";
import { notesShape } from "#app/notes/notes.doc.ts";
import { questionsShape } from "#app/questions/questions.doc.ts";
import { talkShape } from "#app/talk/talk.doc.ts";

export const shapes: Readonly<Record<DocumentKind, DocumentShape>> = {
  notes: notesShape,
  principles: listShape,
  priorities: listShape,
  rules: listShape,
  questions: questionsShape,
  talk: talkShape,
};
