import type * as Y from "yjs";

import type { WordKey } from "#app/language/words.ts";
import { newId } from "#app/live/records.doc.ts";
import { writtenFor } from "#app/scribe/penned.ts";

import { CONCEPTS_MOST, type ConceptAct } from "./concept-acts.ts";
import { changeWritten, withdrawingNeedsDesk, type Speaker } from "./pen.doc.ts";
import { addConcept, readTalk, type Talk } from "./talk.doc.ts";

/** Adds an idea, or takes one's own back: "done", or why not. The same on a page with JavaScript and at the desk without. */
export function performConcept(doc: Y.Doc, act: ConceptAct, speaker: Speaker): "done" | WordKey {
  const { concepts, corrections } = readTalk(doc);
  if (act.act === "withdraw") {
    const written = concepts.find(({ id }) => id === act.concept);
    return written && changeWritten(doc, act, { target: { root: "concepts", written }, speaker, corrections }) ? "done" : "concepts.problem.gone";
  }
  if (concepts.length >= CONCEPTS_MOST) return "concepts.problem.many";
  addConcept(doc, { id: newId(), by: speaker.by, words: act.words, lang: act.lang, ...writtenFor(act, speaker.by) });
  return "done";
}

/** True when a page cannot do it itself: what a scribe wrote for this person. */
export function conceptNeedsDesk({ concepts, corrections }: Talk, act: ConceptAct, by: string): boolean {
  return act.act === "withdraw" && withdrawingNeedsDesk(concepts.find(({ id }) => id === act.concept), corrections, by);
}
