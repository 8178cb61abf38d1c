/** What was said, as the sealed record keeps it: people are aliases, stages are numbers, and corrections have taken the place of what they corrected. */
import * as z from "zod/mini";

import { penSchema } from "#app/scribe/penned.ts";
import { aliasOrNone } from "#app/session/alias.ts";

import { levels, reviewSubjects, ways } from "./kinds.ts";

const by = aliasOrNone;
/** Index of the stage in the record; null when that stage was removed. */
const stage = z.nullable(z.number());

const saidSchema = z.object({
  id: z.string(),
  /** Whose words they are: the speaker's, not the scribe's. */
  by,
  ...penSchema,
  stage,
  way: z.enum(ways),
  replyTo: z.string(),
  words: z.string(),
  because: z.string(),
  lang: z.string(),
});
const conceptSchema = z.object({ id: z.string(), by, words: z.string(), lang: z.string(), ...penSchema });
const barrierSchema = z.object({ id: z.string(), by, level: z.enum(levels), words: z.string(), lang: z.string(), stage, ...penSchema });
const reviewSchema = z.object({ id: z.string(), by, about: z.enum(reviewSubjects), words: z.string(), lang: z.string(), ...penSchema });

export const recordTalkSchema = z.object({
  said: z.array(saidSchema),
  concepts: z.array(conceptSchema),
  barriers: z.array(barrierSchema),
  review: z.array(reviewSchema),
});
export type RecordTalk = z.infer<typeof recordTalkSchema>;
export type RecordSaid = z.infer<typeof saidSchema>;
export type RecordBarrier = z.infer<typeof barrierSchema>;

export const nothingSaid: RecordTalk = { said: [], concepts: [], barriers: [], review: [] };
