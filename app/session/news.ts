/** How much there is of what people made, so that a facilitator sees what came while they looked elsewhere. Counts only. */
import * as z from "zod/mini";

/** In the order in which they are told. */
export const newsKinds = ["notes", "ideas", "questions", "said", "barriers", "review", "rules", "principles", "priorities"] as const;
export type NewsKind = (typeof newsKinds)[number];
export type Counts = Readonly<Record<NewsKind, number>>;

const count = z.optional(z.number());
const seenSchema = z.object({ notes: count, ideas: count, questions: count, said: count, barriers: count, review: count, rules: count, principles: count, priorities: count });

/** Reads the Json column `DeskNote.seen`; what is not there was none. */
export function readSeen(value: unknown): Counts {
  const read = seenSchema.safeParse(value);
  const { notes = 0, ideas = 0, questions = 0, said = 0, barriers = 0, review = 0, rules = 0, principles = 0, priorities = 0 } = read.success ? read.data : {};
  return { notes, ideas, questions, said, barriers, review, rules, principles, priorities };
}

export interface NewsLine {
  readonly kind: NewsKind;
  readonly more: number;
}

/** What came since; what was taken back meanwhile is no news. */
export function newsSince(seen: Counts, now: Counts): NewsLine[] {
  return newsKinds.map((kind) => ({ kind, more: now[kind] - seen[kind] })).filter(({ more }) => more > 0);
}
