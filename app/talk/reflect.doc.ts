/** Does in the shared document what a form of reflections.ts says: the same on a page with JavaScript and at the desk without. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";

import type { ReflectionAct } from "./reflections.ts";
import { addBarrier, addReviewWords, readTalk, rewordInTalk, withdrawFromTalk } from "./talk.doc.ts";

/** False when it is not there any more, or was never theirs to change. */
export function reflect(doc: Y.Doc, act: ReflectionAct, by: string): boolean {
  if (act.act === "barrier") addBarrier(doc, { id: newId(), by, level: act.level, words: act.words, lang: act.lang, stageId: act.stage });
  else if (act.act === "review") addReviewWords(doc, { id: newId(), by, about: act.about, words: act.words, lang: act.lang });
  else return change(doc, act, by);
  return true;
}

function change(doc: Y.Doc, act: Extract<ReflectionAct, { act: "reword" | "withdraw" }>, by: string): boolean {
  if (!readTalk(doc)[act.root].some((one) => one.id === act.id && one.by === by)) return false;
  if (act.act === "withdraw") withdrawFromTalk(doc, act.root, act.id);
  else rewordInTalk(doc, act.root, act);
  return true;
}
