import type * as Y from "yjs";

import type { WordKey } from "#app/language/words.ts";
import { newId } from "#app/live/records.doc.ts";

import { CONCEPTS_MOST, type ConceptAct } from "./concept-acts.ts";
import { addConcept, readTalk, withdrawFromTalk } from "./talk.doc.ts";

/** Adds an idea, or takes one's own back: "done", or why not. The same on a page with JavaScript and at the desk without. */
export function performConcept(doc: Y.Doc, act: ConceptAct, by: string): "done" | WordKey {
  const { concepts } = readTalk(doc);
  if (act.act === "withdraw") {
    if (!concepts.some((concept) => concept.id === act.concept && concept.by === by)) return "concepts.problem.gone";
    withdrawFromTalk(doc, "concepts", act.concept);
    return "done";
  }
  if (concepts.length >= CONCEPTS_MOST) return "concepts.problem.many";
  addConcept(doc, { id: newId(), by, words: act.words, lang: act.lang });
  return "done";
}
