/** What was asked and said, from the sealed documents to what a record is made from. Pure. */
import type { List } from "#app/lists/lists.doc.ts";
import type { Questions } from "#app/questions/questions.doc.ts";
import type { Correction, Said, Talk } from "#app/talk/talk.doc.ts";

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
  readonly chosen: SealedQuestions["chosen"];
}

export function sealRoom({ rules, questions, talk }: RoomDocuments, desk: RoomDesk): Pick<Sealed, "rules" | "questions" | "talk"> {
  const items = rules.items.filter(({ removed, text }) => !removed && text.trim() !== "");
  return {
    rules: { agreed: desk.rulesAgreed, items: items.map(({ id, text, lang }) => ({ id, text: text.trim(), lang })) },
    questions: sealQuestions(questions, desk),
    talk: sealTalk(talk, desk),
  };
}

function sealQuestions(documents: readonly Questions[], { chosen }: RoomDesk): SealedQuestions {
  const questions = documents.flatMap(({ questions: own, makers }) => own.map(({ id, by, forMember, words, lang, passage }) => ({
    id, words, lang,
    passage: passage && { versionId: passage.versionId, blockId: passage.blockId, exact: passage.exact, lang: passage.lang },
    makers: [...new Set([forMember || by, ...makers.filter(({ questionId }) => questionId === id).map((maker) => maker.by)])],
  })));
  const known = new Set(questions.map(({ id }) => id));
  const groups = documents.flatMap((document) => document.groups.map(({ id, name, lang }) => {
    const questionIds = document.grouped.filter(({ groupId, questionId }) => groupId === id && known.has(questionId)).map(({ questionId }) => questionId);
    return { name, lang, questionIds: [...new Set(questionIds)] };
  }));
  return { questions, groups: groups.filter(({ questionIds }) => questionIds.length > 0), chosen: chosen && known.has(chosen.id) ? chosen : null };
}

function sealTalk(talk: Talk, { stageIds }: RoomDesk): SealedTalk {
  const stageOf = (stageId: string) => (stageIds.includes(stageId) ? stageIds.indexOf(stageId) : null);
  return {
    said: talk.said.map((said) => ({ ...inOwnWords(said, talk.corrections), stage: stageOf(said.stageId) })),
    concepts: talk.concepts.map(({ id, by, words, lang }) => ({ id, by, words, lang })),
    barriers: talk.barriers.map(({ id, by, level, words, lang, stageId }) => ({ id, by, level, words, lang, stage: stageOf(stageId) })),
    review: talk.review.map(({ id, by, about, words, lang }) => ({ id, by, about, words, lang })),
  };
}

/** What a scribe wrote is the words of the person it was written for; put right by that person, it is as they put it. */
function inOwnWords({ id, by, forMember, checked, way, replyTo, words, because, lang }: Said, corrections: readonly Correction[]) {
  const own = forMember === "" ? undefined : corrections.findLast((correction) => correction.saidId === id && correction.by === forMember);
  return { id, by: forMember || by, scribed: forMember !== "", checked: checked || own !== undefined, way, replyTo, because, words: own?.words ?? words, lang: own?.lang ?? lang };
}
