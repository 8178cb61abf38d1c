/** Notes on the passages of one evidence item, and the replies to them. One document an item and session. */
import type * as Y from "yjs";
import * as z from "zod/mini";

import { addRecord, readRecords, removeRecord, setField, type WithId } from "#app/live/records.doc.ts";
import type { DocumentShape } from "#app/live/schema.ts";

import { anchorSchema } from "./anchor.ts";

export const replyWays = ["builds", "asks", "challenges", "another"] as const;
export type ReplyWay = (typeof replyWays)[number];

const noteSchema = z.object({
  /** The member who wrote it; the gate lets nobody write another's id. */
  by: z.string(),
  /** The passage: one anchor for each block it touches, in reading order. */
  passage: z.array(anchorSchema).check(z.minLength(1)),
  /** Why it matters, in its author's words. */
  words: z.string(),
  /** Language of the words: "en" or "cy". */
  lang: z.string(),
});

const replySchema = z.object({
  by: z.string(),
  noteId: z.string(),
  way: z.enum(replyWays),
  words: z.string(),
  /** The reason. A challenge is not accepted without one (methods 2.1, R9). */
  because: z.string(),
  lang: z.string(),
});

export type Note = WithId<z.infer<typeof noteSchema>>;
export type Reply = WithId<z.infer<typeof replySchema>>;
export interface Notes {
  readonly notes: readonly Note[];
  readonly replies: readonly Reply[];
}

export const notesShape: DocumentShape = {
  notes: { owned: true, fields: { by: "author", passage: "plain", words: "plain", lang: "plain" } },
  replies: { owned: true, fields: { by: "author", noteId: "plain", way: "plain", words: "plain", because: "plain", lang: "plain" } },
};

/** All notes and replies that parse, in the order of their ids (ids are time-ordered). */
export function readNotes(doc: Y.Doc): Notes {
  return { notes: readRecords(doc, "notes", noteSchema), replies: readRecords(doc, "replies", replySchema) };
}

export function addNote(doc: Y.Doc, note: Note): void {
  addRecord(doc, "notes", note);
}

export function addReply(doc: Y.Doc, reply: Reply): void {
  addRecord(doc, "replies", reply);
}

/** Changes the words of one's own note. */
export function rewordNote(doc: Y.Doc, id: string, words: string): void {
  setField(doc, "notes", { id, field: "words", value: words });
}

/** Takes one's own note back. Replies to it stay, and say that the note was withdrawn. */
export function withdrawNote(doc: Y.Doc, id: string): void {
  removeRecord(doc, "notes", id);
}

export function withdrawReply(doc: Y.Doc, id: string): void {
  removeRecord(doc, "replies", id);
}
