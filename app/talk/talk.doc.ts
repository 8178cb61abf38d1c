/** What is said in a session: contributions at any stage, corrections by those they were written for, concepts, barriers, and the review. */
import type * as Y from "yjs";
import * as z from "zod/mini";

import { addRecord, readRecords, removeRecord, setField, type WithId } from "#app/live/records.doc.ts";
import type { DocumentShape } from "#app/live/schema.ts";
import { correctionSchema, correctionShape, writtenForFields, writtenForShape, type Correction } from "#app/scribe/penned.ts";

import { levels, reviewSubjects, ways } from "./kinds.ts";

const saidSchema = z.object({
  /** The member who wrote it: its speaker, or a scribe. The gate lets nobody write another's id. */
  by: z.string(),
  /** Member id of the person a scribe wrote it for; "" when its writer said it. */
  forMember: z.string(),
  /** A scribe's tick: read back, and checked with the person. */
  checked: z.boolean(),
  /** The stage at which it was said. */
  stageId: z.string(),
  way: z.enum(ways),
  /** The contribution it answers; "" for none. */
  replyTo: z.string(),
  words: z.string(),
  /** The reason. A challenge is not accepted without one (methods 2.1, R9). */
  because: z.string(),
  lang: z.string(),
});

/** An idea worth asking about, gathered from notes before questions are made. */
const conceptSchema = z.object({ by: z.string(), words: z.string(), lang: z.string(), ...writtenForFields });

const barrierSchema = z.object({
  by: z.string(),
  level: z.enum(levels),
  words: z.string(),
  lang: z.string(),
  stageId: z.string(),
  ...writtenForFields,
});

/** About how the group talked, never about a person. */
const reviewSchema = z.object({ by: z.string(), about: z.enum(reviewSubjects), words: z.string(), lang: z.string(), ...writtenForFields });

export type Said = WithId<z.infer<typeof saidSchema>>;
export type Concept = WithId<z.infer<typeof conceptSchema>>;
export type Barrier = WithId<z.infer<typeof barrierSchema>>;
export type ReviewWords = WithId<z.infer<typeof reviewSchema>>;

export const talkShape: DocumentShape = {
  said: {
    owned: true,
    fields: {
      by: "author", forMember: "plain", checked: "plain", stageId: "plain", way: "plain",
      replyTo: "plain", words: "plain", because: "plain", lang: "plain",
    },
  },
  corrections: { owned: true, fields: correctionShape },
  concepts: { owned: true, fields: { by: "author", words: "plain", lang: "plain", ...writtenForShape } },
  barriers: { owned: true, fields: { by: "author", level: "plain", words: "plain", lang: "plain", stageId: "plain", ...writtenForShape } },
  review: { owned: true, fields: { by: "author", about: "plain", words: "plain", lang: "plain", ...writtenForShape } },
};

export interface Talk {
  readonly said: readonly Said[];
  /** Of anything below or above that a scribe wrote. */
  readonly corrections: readonly WithId<Correction>[];
  readonly concepts: readonly Concept[];
  readonly barriers: readonly Barrier[];
  readonly review: readonly ReviewWords[];
}

/** Everything that parses, in the order in which it was said (ids are time-ordered). */
export function readTalk(doc: Y.Doc): Talk {
  return {
    said: readRecords(doc, "said", saidSchema),
    corrections: readRecords(doc, "corrections", correctionSchema),
    concepts: readRecords(doc, "concepts", conceptSchema),
    barriers: readRecords(doc, "barriers", barrierSchema),
    review: readRecords(doc, "review", reviewSchema),
  };
}

export const emptyTalk: Talk = { said: [], corrections: [], concepts: [], barriers: [], review: [] };

export type TalkRoot = keyof Talk;

export function addSaid(doc: Y.Doc, said: Said): void {
  addRecord(doc, "said", said);
}

export function addCorrection(doc: Y.Doc, correction: WithId<Correction>): void {
  addRecord(doc, "corrections", correction);
}

export function addConcept(doc: Y.Doc, concept: Concept): void {
  addRecord(doc, "concepts", concept);
}

export function addBarrier(doc: Y.Doc, barrier: Barrier): void {
  addRecord(doc, "barriers", barrier);
}

export function addReviewWords(doc: Y.Doc, words: ReviewWords): void {
  addRecord(doc, "review", words);
}

/** Changes the words of one's own record. */
export function rewordInTalk(doc: Y.Doc, root: TalkRoot, { id, words }: { readonly id: string; readonly words: string }): void {
  setField(doc, root, { id, field: "words", value: words });
}

/** A scribe's tick that the words were read back to the person. */
export function setChecked(doc: Y.Doc, root: TalkRoot, { id, checked }: { readonly id: string; readonly checked: boolean }): void {
  setField(doc, root, { id, field: "checked", value: checked });
}

/** Takes one's own record back. */
export function withdrawFromTalk(doc: Y.Doc, root: TalkRoot, id: string): void {
  removeRecord(doc, root, id);
}
