/** The questions as the sealed record keeps them: every wording, its makers as aliases, which went together, and which was chosen. */
import * as z from "zod/mini";

import { penSchema } from "#app/scribe/penned.ts";
import { aliasOrNone } from "#app/session/alias.ts";

const passageSchema = z.object({ versionId: z.string(), blockId: z.string(), exact: z.string(), lang: z.string() });

const questionSchema = z.object({
  id: z.string(),
  /** Who wrote it, or for whom it was written, first, then everybody who said "I made this too". */
  makers: z.array(aliasOrNone),
  ...penSchema,
  words: z.string(),
  lang: z.string(),
  /** The passage it was drawn from. */
  passage: z.nullable(passageSchema),
});

/** Questions that the group put together, under a name of its own or none. */
const groupSchema = z.object({ name: z.string(), lang: z.string(), questionIds: z.array(z.string()) });

/** How one choosing ended. A session may choose more than once. */
const choiceSchema = z.object({
  how: z.enum(["vote", "facilitator"]),
  came: z.enum(["chosen", "tied", "tooFew"]),
  /** The question that was chosen, or those that came out level: each with every wording when a group of them was one. What was taken back since is left out. */
  questionIds: z.array(z.array(z.string())),
});
export type RecordChoice = z.infer<typeof choiceSchema>;

export const recordQuestionsSchema = z.object({
  questions: z.array(questionSchema),
  groups: z.array(groupSchema),
  /** The question that was explored, in every wording when a group of them was: chosen in a secret round, or by a facilitator. */
  chosen: z.nullable(z.object({ questionIds: z.array(z.string()), how: z.enum(["vote", "facilitator"]) })),
  /** Each choosing, in order; the last that chose something is `chosen`, unless it was taken back. */
  choices: z._default(z.array(choiceSchema), []),
});
export type RecordQuestions = z.infer<typeof recordQuestionsSchema>;
export type RecordQuestion = z.infer<typeof questionSchema>;

/** Ids of all questions that were chosen, at the last choosing or an earlier one. */
export function everChosen({ chosen, choices }: RecordQuestions): ReadonlySet<string> {
  return new Set([...(chosen?.questionIds ?? []), ...choices.filter(({ came }) => came === "chosen").flatMap(({ questionIds }) => questionIds.flat())]);
}

export const noneAsked: RecordQuestions = { questions: [], groups: [], chosen: null, choices: [] };
