/** The questions as the sealed record keeps them: every wording, its makers as aliases, which went together, and which was chosen. */
import * as z from "zod/mini";

import { aliasOrNone } from "#app/session/alias.ts";

const passageSchema = z.object({ versionId: z.string(), blockId: z.string(), exact: z.string(), lang: z.string() });

const questionSchema = z.object({
  id: z.string(),
  /** Who wrote it down first, then everybody who said "I made this too". */
  makers: z.array(aliasOrNone),
  words: z.string(),
  lang: z.string(),
  /** The passage it was drawn from. */
  passage: z.nullable(passageSchema),
});

/** Questions that the group put together, under a name of its own or none. */
const groupSchema = z.object({ name: z.string(), lang: z.string(), questionIds: z.array(z.string()) });

export const recordQuestionsSchema = z.object({
  questions: z.array(questionSchema),
  groups: z.array(groupSchema),
  /** The question that was explored, in every wording when a group of them was: chosen in a secret round, or by a facilitator. */
  chosen: z.nullable(z.object({ questionIds: z.array(z.string()), how: z.enum(["vote", "facilitator"]) })),
});
export type RecordQuestions = z.infer<typeof recordQuestionsSchema>;
export type RecordQuestion = z.infer<typeof questionSchema>;

export const noneAsked: RecordQuestions = { questions: [], groups: [], chosen: null };
