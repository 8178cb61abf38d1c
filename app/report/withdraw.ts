/** What is left of a sealed record, and of the wordings people ranked, when somebody's words are withdrawn afterwards. */
import type { Candidate } from "#app/voting/round.ts";

import type { RecordItem, RecordList, SessionRecord } from "./record.ts";

/** Stands where words were taken out of something that others rest on: printers' sign for what was left out, the same in every language. */
export const WITHDRAWN = "[…]";

/** What was withdrawn. Ids are the same in the documents and in the record. */
export interface Withdrawal {
  /** Records that went whole. */
  readonly gone: ReadonlySet<string>;
  /** Others' words that are left, by id, of texts in which the person had written too. */
  readonly left: ReadonlyMap<string, string>;
  /** The person's words as they stood, for places that keep words without ids. */
  readonly words: ReadonlySet<string>;
  /** Groups of questions in which one of theirs stood. */
  readonly groups: ReadonlySet<string>;
}


/** The record without those words. Aliases stay as they were given, and so do all outcomes. `at`: when, ISO 8601. */
export function recordWithout(record: SessionRecord, withdrawal: Withdrawal, at: string): SessionRecord {
  const standing = <T extends { readonly id: string }>(all: readonly T[]) => all.filter(({ id }) => !withdrawal.gone.has(id));
  const ranked = new Set(record.rounds.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const listOf = (list: RecordList) => listWithout(list, withdrawal, { at, isRanked: (id) => ranked.has(id) });
  const { said, concepts, barriers, review } = record.talk;
  return {
    ...record,
    withdrawn: [...record.withdrawn, at],
    evidence: record.evidence.map((item) => ({ ...item, notes: standing(item.notes), replies: standing(item.replies) })),
    principles: listOf(record.principles),
    priorities: listOf(record.priorities),
    rules: { ...record.rules, items: standing(record.rules.items).map((rule) => ({ ...rule, text: withdrawal.left.get(rule.id) ?? rule.text })) },
    questions: questionsWithout(record.questions, withdrawal),
    talk: { said: standing(said), concepts: standing(concepts), barriers: standing(barriers), review: standing(review) },
    rounds: record.rounds.map((round) => ({ ...round, candidates: candidatesWithout(round.candidates, withdrawal) })),
  };
}

/** The wording of an item in which the person had a part goes with all its earlier ones, since those hold what is to be gone. One that was ranked keeps its place. */
function listWithout(list: RecordList, { gone, left }: Withdrawal, { at, isRanked }: { readonly at: string; readonly isRanked: (id: string) => boolean }): RecordList {
  const items = list.items.flatMap((item): RecordItem[] => {
    if (gone.has(item.id)) return isRanked(item.id) ? [{ ...item, text: WITHDRAWN, wordings: [] }] : [];
    const text = left.get(item.id);
    return [text === undefined ? item : { ...item, text, wordings: [{ by: null, at, text }] }];
  });
  return { ...list, items };
}

function questionsWithout(made: SessionRecord["questions"], { gone, words }: Withdrawal): SessionRecord["questions"] {
  const standing = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
  const groups = made.groups.map(({ name, lang, questionIds }) => ({ name: words.has(name) ? "" : name, lang, questionIds: standing(questionIds) }));
  const chosen = made.chosen && { ...made.chosen, questionIds: standing(made.chosen.questionIds) };
  return {
    questions: made.questions.filter(({ id }) => !gone.has(id)),
    groups: groups.filter(({ questionIds }) => questionIds.length > 1),
    chosen: chosen && chosen.questionIds.length > 0 ? chosen : null,
    choices: made.choices.map((choice) => ({ ...choice, questionIds: choice.questionIds.map(standing).filter((ids) => ids.length > 0) })),
  };
}

/** Frozen wordings without those words. A text of several people reads as it now stands, since nobody can tell the letters of the frozen one apart. */
export function candidatesWithout(candidates: readonly Candidate[], withdrawal: Withdrawal): Candidate[] {
  const { gone, left } = withdrawal;
  return candidates.map((candidate) => {
    const { id, wordings } = candidate;
    if (wordings) return groupWithout(candidate, wordings, withdrawal);
    const text = gone.has(id) ? WITHDRAWN : (left.get(id) ?? candidate.text);
    return { ...candidate, text: text.trim() === "" ? WITHDRAWN : text };
  });
}

/** Its wordings have no ids. Where the words are not found among them, because they were worded otherwise then, all of them go. */
function groupWithout(candidate: Candidate, wordings: NonNullable<Candidate["wordings"]>, { words, groups, left }: Withdrawal): Candidate {
  if (!groups.has(candidate.id) && !left.has(candidate.id)) return candidate;
  const isFound = !groups.has(candidate.id) || wordings.some(({ text }) => words.has(text));
  const goes = (text: string) => words.has(text) || (!isFound && wordings.some((wording) => wording.text === text));
  const without = (text: string) => (goes(text) ? WITHDRAWN : text);
  return { ...candidate, text: without(candidate.text), wordings: wordings.map((wording) => ({ ...wording, text: without(wording.text) })) };
}
