/** What was asked and said, from the sealed documents to what a record is made from. Pure. */
import type { List } from "#app/lists/lists.doc.ts";
import type { ChoiceResult } from "#app/questions/choice.ts";
import type { Question, Questions } from "#app/questions/questions.doc.ts";
import type { RecordChoice } from "#app/questions/record.ts";
import { attested, makersOf, standingOf, standingWith, wordingsOf } from "#app/questions/standing.ts";
import { penIn, penned } from "#app/scribe/penned.ts";
import { contributionsOf } from "#app/talk/contributions.ts";
import type { Talk } from "#app/talk/talk.doc.ts";

import type { Sealed, SealedQuestions, SealedTalk } from "./make-record.ts";

export interface RoomDocuments {
  readonly rules: List;
  /** The room's first, then those of small groups that never came back to it. A question that stands in two of them is the first one's. */
  readonly questions: readonly Questions[];
  readonly talk: Talk;
}

export interface RoomDesk {
  /** Ids of the stages in their order. */
  readonly stageIds: readonly string[];
  readonly rulesAgreed: boolean;
  /** The question or group that was chosen. */
  readonly chosen: { readonly id: string; readonly how: "vote" | "facilitator" } | null;
  /** What each choosing came to, in order. */
  readonly choices: readonly ChoiceResult[];
  /** Member ids of whoever writes, or wrote, for others; facilitators too. */
  readonly scribes: readonly string[];
}

export function sealRoom({ rules, questions, talk }: RoomDocuments, desk: RoomDesk): Pick<Sealed, "rules" | "questions" | "talk"> {
  const items = rules.items.filter(({ removed, text }) => !removed && text.trim() !== "");
  return {
    rules: { agreed: desk.rulesAgreed, items: items.map(({ id, text, lang }) => ({ id, text: text.trim(), lang })) },
    questions: sealQuestions(questions, desk),
    talk: sealTalk(talk, desk),
  };
}

function sealQuestions(documents: readonly Questions[], { chosen, choices, scribes }: RoomDesk): SealedQuestions {
  const all = eachOnce(documents).map((document) => attested(document, scribes));
  const questions = all.flatMap((made) => made.questions.map((question) => ({
    id: question.id, words: question.words, lang: question.lang, passage: passageOf(question), makers: makersOf(question, made),
    scribed: question.forMember !== "", checked: question.checked,
  })));
  const groups = all.flatMap(standingOf).flatMap((stands) => (stands.kind === "group" ? [{ name: stands.name, lang: stands.lang, questionIds: stands.questions.map(({ id }) => id) }] : []));
  return { questions, groups, chosen: chosenIn(all, chosen), choices: choices.map((result) => choiceIn(all, result)) };
}

/** A group whose questions were carried into the room may have kept a copy, when the host broke off just then. */
function eachOnce(documents: readonly Questions[]): Questions[] {
  const known = new Set<string>();
  return documents.map((made) => {
    const questions = made.questions.filter(({ id }) => !known.has(id));
    questions.forEach(({ id }) => known.add(id));
    return { ...made, questions };
  });
}

function passageOf({ passage }: Question): SealedQuestions["questions"][number]["passage"] {
  return passage && { versionId: passage.versionId, blockId: passage.blockId, exact: passage.exact, lang: passage.lang };
}

function chosenIn(documents: readonly Questions[], chosen: RoomDesk["chosen"]): SealedQuestions["chosen"] {
  const questionIds = chosen && wordingsWith(documents, chosen.id);
  return questionIds && { how: chosen.how, questionIds };
}

function choiceIn(documents: readonly Questions[], result: ChoiceResult): RecordChoice {
  const ids = result.state === "tied" ? result.ids : result.state === "tooFew" ? [] : [result.id];
  const questionIds = ids.flatMap((id) => [wordingsWith(documents, id) ?? []].filter((wordings) => wordings.length > 0));
  return { how: result.state === "decided" ? "facilitator" : "vote", came: result.state === "decided" ? "chosen" : result.state, questionIds };
}

/** Every wording of what was voted on or chosen: a group stands for all of its own. Null when it is gone. */
function wordingsWith(documents: readonly Questions[], id: string): string[] | null {
  const stands = documents.map((made) => standingWith(made, id)).find((found) => found !== null);
  return stands ? wordingsOf(stands).map((question) => question.id) : null;
}

function sealTalk(talk: Talk, { stageIds, scribes }: RoomDesk): SealedTalk {
  const stageOf = (stageId: string) => (stageIds.includes(stageId) ? stageIds.indexOf(stageId) : null);
  const writers = new Set(scribes);
  return {
    said: contributionsOf(talk, writers).map(({ id, by, way, replyTo, words, because, lang, stageId, ...pen }) => ({ id, by, way, replyTo, words, because, lang, stage: stageOf(stageId), ...penIn(pen) })),
    concepts: penned(talk.concepts, talk.corrections, writers).map(({ id, by, words, lang, ...pen }) => ({ id, by, words, lang, ...penIn(pen) })),
    barriers: penned(talk.barriers, talk.corrections, writers).map(({ id, by, level, words, lang, stageId, ...pen }) => ({ id, by, level, words, lang, stage: stageOf(stageId), ...penIn(pen) })),
    review: penned(talk.review, talk.corrections, writers).map(({ id, by, about, words, lang, ...pen }) => ({ id, by, about, words, lang, ...penIn(pen) })),
  };
}
