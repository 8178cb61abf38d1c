/**
 * How the questions stand: each by itself, or with others in a group. Grouping never touches a wording or a maker:
 * a group is a name over questions, and takes the place of its earliest one, so that the order never jumps.
 */
import { penned } from "#app/scribe/penned.ts";

import type { Question, QuestionGroup, Questions } from "./questions.doc.ts";

export interface Alone {
  readonly kind: "question";
  readonly id: string;
  readonly question: Question;
}

export interface Together {
  readonly kind: "group";
  readonly id: string;
  /** "" while nobody has named it. */
  readonly name: string;
  readonly lang: string;
  /** Two or more, in the order in which they were made. */
  readonly questions: readonly Question[];
}

export type Stands = Alone | Together;

/** Questions and groups in the order of their earliest question. A group of fewer than two is none: its question stands alone. */
export function standingOf(made: Questions): Stands[] {
  const groups = new Map(made.groups.map((group) => [group.id, membersOf(made, group)]));
  const shown = new Set<string>();
  return made.questions.flatMap((question): Stands[] => {
    const groupId = groupOf(made, question.id);
    const group = made.groups.find(({ id }) => id === groupId);
    const questions = groups.get(groupId ?? "") ?? [];
    if (!group || questions.length < 2) return [{ kind: "question", id: question.id, question }];
    if (shown.has(group.id)) return [];
    shown.add(group.id);
    return [{ kind: "group", id: group.id, name: group.name, lang: group.lang, questions }];
  });
}

/** The group a question was last put in, if that still is one; null when it stands alone. */
export function groupOf({ groups, grouped }: Pick<Questions, "groups" | "grouped">, questionId: string): string | null {
  const last = grouped.findLast((one) => one.questionId === questionId && groups.some(({ id }) => id === one.groupId));
  return last?.groupId ?? null;
}

function membersOf(made: Questions, group: QuestionGroup): Question[] {
  return made.questions.filter(({ id }) => groupOf(made, id) === group.id);
}

/** The words of what stands there: a group's all, in order. */
export function wordingsOf(stands: Stands): readonly Question[] {
  return stands.kind === "group" ? stands.questions : [stands.question];
}

/** What it is called in a menu: a group's name, or its first wording. */
export function titleOf(stands: Stands): string {
  return (stands.kind === "group" && stands.name) || (wordingsOf(stands)[0]?.words ?? "");
}

/**
 * The questions as they may be told. One written for another counts as the other's, and in the other's own words once
 * they put it right, only from whoever writes for others (`scribes`: member ids, facilitators too; app/scribe/penned.ts);
 * anybody else's claim is shown as their own, for that is what the hub attests.
 */
export function attested(made: Questions, scribes: readonly string[]): Questions {
  const told = penned(made.questions, made.corrections, new Set(scribes));
  const questions = made.questions.flatMap((question, index): Question[] => {
    const pen = told[index];
    return pen ? [{ ...question, words: pen.words, lang: pen.lang, checked: pen.isChecked, forMember: pen.writer === null ? "" : pen.by }] : [];
  });
  return { ...made, questions };
}

/** Who made it, by member id: who wrote it (or the person it was written for), then everybody who said so themselves. */
export function makersOf({ id, by, forMember }: Question, { makers }: Pick<Questions, "makers">): string[] {
  const others = makers.filter(({ questionId }) => questionId === id).map((maker) => maker.by);
  return [...new Set([forMember || by, ...others])];
}

/** What stands there under this id: a question by itself, one inside a group, or a group; null when it is gone. */
export function standingWith(made: Questions, id: string): Stands | null {
  const question = made.questions.find((one) => one.id === id);
  if (question) return { kind: "question", id, question };
  return standingOf(made).find((stands) => stands.id === id) ?? null;
}
