/**
 * The sealed record of one session: all that its report is made of, plain JSON, written once when the
 * session closes and never again, but for words that are withdrawn (withdraw.ts). It holds no names, no ballots and no contact: people stand in it as a
 * perspective and a number ("Carer 3"), and a perspective too few to be shown apart is not told.
 */
import * as z from "zod/mini";

import { blocksSchema } from "#app/evidence/blocks.ts";
import { evidenceKindSchema } from "#app/evidence/kinds.ts";
import { bilingualSchema } from "#app/language/bilingual.ts";
import { noneAsked, recordQuestionsSchema } from "#app/questions/record.ts";
import { aliasOrNone } from "#app/session/alias.ts";
import { requiredMixSchema } from "#app/session/mix.ts";
import { nothingSaid, recordTalkSchema } from "#app/talk/record.ts";
import { outcomeSchema } from "#app/voting/outcome.ts";
import { candidatesSchema } from "#app/voting/round.ts";

import { peopleSchema } from "./people.ts";

const by = aliasOrNone;

const passageSchema = z.object({ blockId: z.string(), start: z.number(), end: z.number(), exact: z.string(), prefix: z.string(), suffix: z.string() });
export type RecordPassage = z.infer<typeof passageSchema>;

const noteSchema = z.object({ id: z.string(), by, passage: z.array(passageSchema), words: z.string(), lang: z.string() });
export type RecordNote = z.infer<typeof noteSchema>;

const replySchema = z.object({
  id: z.string(),
  by,
  noteId: z.string(),
  /** "builds", "asks", "challenges" or "another". */
  way: z.enum(["builds", "asks", "challenges", "another"]),
  words: z.string(),
  because: z.string(),
  lang: z.string(),
});
export type RecordReply = z.infer<typeof replySchema>;

const evidenceSchema = z.object({
  itemId: z.string(),
  versionId: z.string(),
  /** 1, 2 … : which version of the item was read. */
  number: z.number(),
  title: z.string(),
  kind: evidenceKindSchema,
  /** Whose perspective it speaks from, in words. */
  perspective: z.string(),
  source: z.string(),
  date: z.string(),
  place: z.string(),
  /** "en" or "cy": the language its words are in. */
  language: z.string(),
  limitations: z.string(),
  limitationsNotKnown: z.boolean(),
  blocks: blocksSchema,
  notes: z.array(noteSchema),
  replies: z.array(replySchema),
});
export type RecordEvidence = z.infer<typeof evidenceSchema>;

const wordingSchema = z.object({ by, at: z.string(), text: z.string() });
export type RecordWording = z.infer<typeof wordingSchema>;

const itemSchema = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string(),
  /** Taken off the list before closing; kept here, left out of the report. */
  removed: z.boolean(),
  /** Each wording it went through, oldest first; `at` is ISO 8601. */
  wordings: z.array(wordingSchema),
});
export type RecordItem = z.infer<typeof itemSchema>;

const quoteSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  /** Who attached it. */
  by,
  noteId: z.string(),
  versionId: z.string(),
  blockId: z.string(),
  exact: z.string(),
  lang: z.string(),
});
export type RecordQuote = z.infer<typeof quoteSchema>;

const linkSchema = z.object({ id: z.string(), itemId: z.string(), by, otherItemId: z.string() });
export type RecordLink = z.infer<typeof linkSchema>;

/** A drafted list: items in order. A link of a priority names the principle it rests on. */
const listSchema = z.object({ items: z.array(itemSchema), quotes: z.array(quoteSchema), links: z.array(linkSchema) });
export type RecordList = z.infer<typeof listSchema>;

const rulesSchema = z.object({ agreed: z.boolean(), items: z.array(z.object({ id: z.string(), text: z.string(), lang: z.string() })) });

const roundSchema = z.object({
  number: z.number(),
  /** ISO 8601. */
  closedAt: z.string(),
  /** The wording people ranked. */
  candidates: candidatesSchema,
  outcome: outcomeSchema,
});
export type RecordRound = z.infer<typeof roundSchema>;

const stageSchema = z.object({
  activity: z.string(),
  name: bilingualSchema,
  prompt: bilingualSchema,
  /** As planned. */
  minutes: z.number(),
  /** False when it was never opened. Records from before that was kept do not know, and say nothing. */
  held: z._default(z.boolean(), true),
});

export const recordSchema = z.object({
  /** A changed meaning gets a new number; old records are read for ever. */
  version: z.literal(1),
  sessionId: z.string(),
  enquiry: z.object({
    id: z.string(),
    title: bilingualSchema,
    question: bilingualSchema,
    purpose: bilingualSchema,
    place: z.string(),
    languages: z.array(z.string()),
  }),
  title: bilingualSchema,
  /** ISO 8601. Null when nobody ever opened the door. */
  openedAt: z.nullable(z.string()),
  closedAt: z.string(),
  requiredMix: requiredMixSchema,
  /** The N of "top N". */
  publishCount: z.number(),
  stages: z.array(stageSchema),
  people: peopleSchema,
  /** In the order in which the session read it. */
  evidence: z.array(evidenceSchema),
  principles: listSchema,
  priorities: listSchema,
  /** The ground rules that stood, and whether the group had agreed them. Records from before there were any have none. */
  rules: z._default(rulesSchema, { agreed: false, items: [] }),
  questions: z._default(recordQuestionsSchema, noneAsked),
  talk: z._default(recordTalkSchema, nothingSaid),
  /** Closed rounds, oldest first. */
  rounds: z.array(roundSchema),
  /** When words were withdrawn from it since it was written, oldest first; ISO 8601. */
  withdrawn: z._default(z.array(z.string()), []),
});
export type SessionRecord = z.infer<typeof recordSchema>;

/** Reads the Json column `Session.record`; null while the session is not closed. Throws on anything else: a record is never half read. */
export function readRecord(value: unknown): SessionRecord | null {
  return value === null || value === undefined ? null : recordSchema.parse(value);
}

/** What the page of a sealed record is drawn from. */
export interface RecordPageData {
  readonly title: string;
  readonly record: SessionRecord;
  /** When each wording was left so, in the reader's words, by its `at`. */
  readonly times: Readonly<Record<string, string>>;
  /** Days on which words were withdrawn since, in the reader's words. */
  readonly withdrawn: readonly string[];
}
