/**
 * Choosing the question to explore in a secret round. What is published is the outcome alone: which question was
 * chosen, or which came out level, never how many chose it and never who. A tie is a tie: people talk and vote
 * again, or the facilitator decides openly; never the alphabet, never chance.
 */
import * as z from "zod/mini";

import type { Questions } from "./questions.doc.ts";
import { standingOf, titleOf, wordingsOf } from "./standing.ts";

const resultSchema = z.discriminatedUnion("state", [
  /** Fewer ballots than the host's smallest group: an outcome would tell what somebody chose. */
  z.object({ state: z.literal("tooFew") }),
  z.object({ state: z.literal("chosen"), id: z.string() }),
  /** In the order in which they stood on the ballot. */
  z.object({ state: z.literal("tied"), ids: z.array(z.string()) }),
  /** Nobody voted: the facilitator chose, and everybody was told so. */
  z.object({ state: z.literal("decided"), id: z.string() }),
]);

/** What one choosing publishes: a round about questions that was closed, or a facilitator's choice. Written once, plain JSON. */
export const choiceOutcomeSchema = z.object({
  /** Ballots counted, and people who might have cast one. */
  cast: z.number(),
  roll: z.number(),
  result: resultSchema,
});
export type ChoiceOutcome = z.infer<typeof choiceOutcomeSchema>;
export type ChoiceResult = ChoiceOutcome["result"];

/** Reads the Json column `Round.outcome` of a round about questions; null while it is open. Throws on anything else. */
export function readChoice(value: unknown): ChoiceOutcome | null {
  return value === null || value === undefined ? null : choiceOutcomeSchema.parse(value);
}

export interface CountedChoice {
  /** Candidate ids in their frozen order. */
  readonly candidates: readonly string[];
  /** The candidate on each ballot. */
  readonly ballots: readonly string[];
  /** How many people might have cast one. */
  readonly roll: number;
  /** The host's smallest group. */
  readonly minimum: number;
}

export function choiceOf({ candidates, ballots, roll, minimum }: CountedChoice): ChoiceOutcome {
  const counts = candidates.map((id) => ballots.filter((chosen) => chosen === id).length);
  const most = Math.max(0, ...counts);
  const first = candidates.filter((_, index) => counts[index] === most);
  return { cast: ballots.length, roll, result: ballots.length < minimum ? { state: "tooFew" } : resultOf(first) };
}

function resultOf([first = "", ...others]: readonly string[]): ChoiceResult {
  return others.length === 0 ? { state: "chosen", id: first } : { state: "tied", ids: [first, ...others] };
}

/** What people choose between: every question by itself, or those that go together as one, under the group's name. */
export type ChoiceBetween = "questions" | "groups";

/** What a vote is between unless somebody says otherwise: side by side, questions that go together would take votes from each other. */
export function betweenFor(made: Questions): ChoiceBetween {
  const stands = standingOf(made);
  return stands.length > 1 && stands.some(({ kind }) => kind === "group") ? "groups" : "questions";
}

interface ChoiceCandidate {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  /** Every wording, when it stands for several questions. */
  readonly wordings?: { readonly id: string; readonly text: string; readonly lang: string }[];
}

/** The candidates as they are frozen on the ballot, in the order in which the questions stand. */
export function candidatesIn(made: Questions, between: ChoiceBetween): ChoiceCandidate[] {
  if (between === "questions") return made.questions.map(({ id, words, lang }) => ({ id, text: words, lang }));
  return standingOf(made).map((stands) => {
    const wordings = wordingsOf(stands).map(({ id, words, lang }) => ({ id, text: words, lang }));
    const lang = stands.kind === "group" && stands.name ? stands.lang : (wordings[0]?.lang ?? "");
    return { id: stands.id, text: titleOf(stands), lang, ...(stands.kind === "group" ? { wordings } : {}) };
  });
}
