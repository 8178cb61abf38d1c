/** What was asked and said, from the sealed documents to what a record is made from. Pure. */
import type { List } from "#app/lists/lists.doc.ts";
import type { Question, Questions } from "#app/questions/questions.doc.ts";
import { attested, makersOf, standingOf, standingWith, wordingsOf } from "#app/questions/standing.ts";
import { contributionsOf } from "#app/talk/contributions.ts";
import type { Talk } from "#app/talk/talk.doc.ts";

import type { Sealed, SealedQuestions, SealedTalk } from "./make-record.ts";

export interface RoomDocuments {
  readonly rules: List;
  /** The room's, and those of small groups that never came back to it. */
  readonly questions: readonly Questions[];
  readonly talk: Talk;
}

export interface RoomDesk {
  /** Ids of the stages in their order. */
  readonly stageIds: readonly string[];
  readonly rulesAgreed: boolean;
  /** The question or group that was chosen. */
  readonly chosen: { readonly id: string; readonly how: "vote" | "facilitator" } | null;
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

function sealQuestions(documents: readonly Questions[], { chosen, scribes }: RoomDesk): SealedQuestions {
  const all = documents.map((document) => attested(document, scribes));
  const questions = all.flatMap((made) => made.questions.map((question) => ({
    id: question.id, words: question.words, lang: question.lang, passage: passageOf(question), makers: makersOf(question, made),
  })));
  const groups = all.flatMap(standingOf).flatMap((stands) => (stands.kind === "group" ? [{ name: stands.name, lang: stands.lang, questionIds: stands.questions.map(({ id }) => id) }] : []));
  return { questions, groups, chosen: chosenIn(all, chosen) };
}

function passageOf({ passage }: Question): SealedQuestions["questions"][number]["passage"] {
  return passage && { versionId: passage.versionId, blockId: passage.blockId, exact: passage.exact, lang: passage.lang };
}

/** Every wording of what was chosen: a group was chosen with all of its own. */
function chosenIn(documents: readonly Questions[], chosen: RoomDesk["chosen"]): SealedQuestions["chosen"] {
  const stands = chosen && documents.map((made) => standingWith(made, chosen.id)).find((found) => found !== null);
  return stands ? { how: chosen.how, questionIds: wordingsOf(stands).map(({ id }) => id) } : null;
}

function sealTalk(talk: Talk, { stageIds, scribes }: RoomDesk): SealedTalk {
  const stageOf = (stageId: string) => (stageIds.includes(stageId) ? stageIds.indexOf(stageId) : null);
  const said = contributionsOf(talk, new Set(scribes)).map(({ id, by, writer, isChecked, way, replyTo, words, because, lang, stageId }) => ({
    id, by, way, replyTo, words, because, lang, scribed: writer !== null, checked: isChecked, stage: stageOf(stageId),
  }));
  return {
    said,
    concepts: talk.concepts.map(({ id, by, words, lang }) => ({ id, by, words, lang })),
    barriers: talk.barriers.map(({ id, by, level, words, lang, stageId }) => ({ id, by, level, words, lang, stage: stageOf(stageId) })),
    review: talk.review.map(({ id, by, about, words, lang }) => ({ id, by, about, words, lang })),
  };
}
