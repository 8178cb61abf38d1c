/** The questions a group makes, who made them, and which go together. One document for the room, and one for each small group. */
import type * as Y from "yjs";
import * as z from "zod/mini";

import { addRecord, readRecords, removeRecord, setField, type WithId } from "#app/live/records.doc.ts";
import type { DocumentShape } from "#app/live/schema.ts";
import { correctionSchema, correctionShape, writtenForFields, writtenForShape, type Correction } from "#app/scribe/penned.ts";

/** The passage a question was drawn from: enough to show it and walk back. */
const passageSchema = z.object({
  itemId: z.string(),
  versionId: z.string(),
  blockId: z.string(),
  /** The note that marks it: where the walk back ends. */
  noteId: z.optional(z.string()),
  exact: z.string(),
  lang: z.string(),
});
export type QuestionPassage = z.infer<typeof passageSchema>;

const questionSchema = z.object({
  /** The member who wrote it down: a maker. The gate lets nobody write another's id. */
  by: z.string(),
  /** Member id of the person a scribe wrote it for; "" when its writer made it. */
  forMember: z.string(),
  /** A scribe's tick: read back, and checked with the person. */
  checked: writtenForFields.checked,
  words: z.string(),
  lang: z.string(),
  /** Null when it was drawn from no passage. */
  passage: z.nullable(passageSchema),
  /** The small group it came from; "" when it was made in the room. Its makers stay its makers. */
  fromGroup: z.string(),
});

/** "I made this too": each maker says so themselves. */
const makerSchema = z.object({ by: z.string(), questionId: z.string() });

/** Questions that go together. Every original wording stays; a group is only a name over them. */
const groupSchema = z.object({ by: z.string(), name: z.catch(z.string(), ""), lang: z.catch(z.string(), "en") });

/** This question stands in that group. Taken away again, it stands alone as before. */
const groupedSchema = z.object({ by: z.string(), questionId: z.string(), groupId: z.string() });

export type Question = WithId<z.infer<typeof questionSchema>>;
export type Maker = WithId<z.infer<typeof makerSchema>>;
export type QuestionGroup = WithId<z.infer<typeof groupSchema>>;
export type Grouped = WithId<z.infer<typeof groupedSchema>>;

export const questionsShape: DocumentShape = {
  questions: { owned: true, fields: { by: "author", ...writtenForShape, words: "plain", lang: "plain", passage: "plain", fromGroup: "plain" } },
  corrections: { owned: true, fields: correctionShape },
  makers: { owned: true, fields: { by: "author", questionId: "plain" } },
  groups: { owned: false, fields: { by: "author", name: "plain", lang: "plain" } },
  grouped: { owned: false, fields: { by: "author", questionId: "plain", groupId: "plain" } },
};

export interface Questions {
  readonly questions: readonly Question[];
  /** Of questions that a scribe wrote. */
  readonly corrections: readonly WithId<Correction>[];
  readonly makers: readonly Maker[];
  readonly groups: readonly QuestionGroup[];
  readonly grouped: readonly Grouped[];
}

/** Everything that parses, in the order in which it was made (ids are time-ordered). */
export function readQuestions(doc: Y.Doc): Questions {
  return {
    questions: readRecords(doc, "questions", questionSchema),
    corrections: readRecords(doc, "corrections", correctionSchema),
    makers: readRecords(doc, "makers", makerSchema),
    groups: readRecords(doc, "groups", groupSchema),
    grouped: readRecords(doc, "grouped", groupedSchema),
  };
}

export const noQuestions: Questions = { questions: [], corrections: [], makers: [], groups: [], grouped: [] };

export function addQuestion(doc: Y.Doc, question: Question): void {
  addRecord(doc, "questions", question);
}

/** Changes the words of one's own question. */
export function rewordQuestion(doc: Y.Doc, id: string, words: string): void {
  setField(doc, "questions", { id, field: "words", value: words });
}

/** A scribe's tick that the question was read back to the person. */
export function setQuestionChecked(doc: Y.Doc, id: string, checked: boolean): void {
  setField(doc, "questions", { id, field: "checked", value: checked });
}

/** Takes one's own question back. */
export function withdrawQuestion(doc: Y.Doc, id: string): void {
  removeRecord(doc, "questions", id);
}

export function addCorrection(doc: Y.Doc, correction: WithId<Correction>): void {
  addRecord(doc, "corrections", correction);
}

export function removeCorrection(doc: Y.Doc, id: string): void {
  removeRecord(doc, "corrections", id);
}

export function addMaker(doc: Y.Doc, maker: Maker): void {
  addRecord(doc, "makers", maker);
}

export function removeMaker(doc: Y.Doc, id: string): void {
  removeRecord(doc, "makers", id);
}

export function addGroup(doc: Y.Doc, group: QuestionGroup): void {
  addRecord(doc, "groups", group);
}

/** Names it anew; "" takes the name away. */
export function nameGroup(doc: Y.Doc, id: string, { name, lang }: { readonly name: string; readonly lang: string }): void {
  setField(doc, "groups", { id, field: "name", value: name });
  setField(doc, "groups", { id, field: "lang", value: lang });
}

/** The questions in it stand alone again. */
export function removeGroup(doc: Y.Doc, id: string): void {
  removeRecord(doc, "groups", id);
}

export function putInGroup(doc: Y.Doc, grouped: Grouped): void {
  addRecord(doc, "grouped", grouped);
}

export function takeFromGroup(doc: Y.Doc, id: string): void {
  removeRecord(doc, "grouped", id);
}
