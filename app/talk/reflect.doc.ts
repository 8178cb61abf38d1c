/** Does in the shared document what a form of reflections.ts says: the same on a page with JavaScript and at the desk without. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";
import { writtenFor } from "#app/scribe/penned.ts";

import { changeWritten, withdrawingNeedsDesk, type Speaker } from "./pen.doc.ts";
import type { ReflectionAct } from "./reflections.ts";
import { addBarrier, addReviewWords, readTalk, type Talk } from "./talk.doc.ts";

/** False when it is not there any more, or was never theirs to change. */
export function reflect(doc: Y.Doc, act: ReflectionAct, speaker: Speaker): boolean {
  const { by } = speaker;
  if (act.act === "barrier") addBarrier(doc, { id: newId(), by, level: act.level, words: act.words, lang: act.lang, stageId: act.stage, ...writtenFor(act, by) });
  else if (act.act === "review") addReviewWords(doc, { id: newId(), by, about: act.about, words: act.words, lang: act.lang, ...writtenFor(act, by) });
  else return change(doc, act, speaker);
  return true;
}

function change(doc: Y.Doc, act: Exclude<ReflectionAct, { act: "barrier" | "review" }>, speaker: Speaker): boolean {
  const { corrections, ...talk } = readTalk(doc);
  const written = talk[act.root].find(({ id }) => id === act.id);
  return written !== undefined && changeWritten(doc, act, { target: { root: act.root, written }, speaker, corrections });
}

/** True when a page cannot do it itself: what a scribe wrote for this person, and what others' corrections hang on. */
export function reflectingNeedsDesk(talk: Talk, act: ReflectionAct, by: string): boolean {
  return act.act === "withdraw" && withdrawingNeedsDesk(talk[act.root].find(({ id }) => id === act.id), talk.corrections, by);
}
