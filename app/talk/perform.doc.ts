/** Doing what a form of acts.ts says in the shared document: the same on a page with JavaScript and at the desk without. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";

import type { TalkAct } from "./acts.ts";
import { addCorrection, addSaid, readTalk, rewordInTalk, setChecked, withdrawFromTalk, type Said, type Talk } from "./talk.doc.ts";

export interface Speaker {
  /** Member id of whoever acts. */
  readonly by: string;
  /** Only the desk may take away what another member wrote down; the gate lets no page do it. */
  readonly isDesk: boolean;
}

/** `id`: the contribution that was made or changed. `gone`: it is not there any more, or was never theirs to change. */
export type TalkOutcome = { readonly came: "said" | "changed" | "withdrawn"; readonly id: string } | { readonly came: "gone" };

const gone: TalkOutcome = { came: "gone" };

export function perform(doc: Y.Doc, act: TalkAct, speaker: Speaker): TalkOutcome {
  const talk = readTalk(doc);
  if (act.act === "say") return say(doc, act, { talk, by: speaker.by });
  const said = talk.said.find(({ id }) => id === act.said);
  if (!said) return gone;
  if (act.act === "withdraw") return withdraw(doc, said, { talk, speaker });
  if (act.act === "correct") return correct(doc, { ...act, said }, speaker.by);
  if (said.by !== speaker.by) return gone;
  if (act.act === "check") setChecked(doc, said.id, true);
  else reword(doc, said, act.words);
  return { came: "changed", id: said.id };
}

/** True when a page cannot do it itself: what a scribe wrote for this person, and what others' corrections hang on. */
export function needsDesk({ said, corrections }: Pick<Talk, "said" | "corrections">, act: TalkAct, by: string): boolean {
  if (act.act !== "withdraw") return false;
  const isAnothers = said.some((one) => one.id === act.said && one.by !== by);
  return isAnothers || corrections.some((one) => one.saidId === act.said && one.by !== by);
}

function say(doc: Y.Doc, { stage, words, lang, replyTo, way, because, for: forMember, checked }: Extract<TalkAct, { act: "say" }>, { talk, by }: { talk: Talk; by: string }): TalkOutcome {
  if (replyTo !== "" && !talk.said.some(({ id }) => id === replyTo)) return gone;
  const id = newId();
  const isForAnother = forMember !== "" && forMember !== by;
  addSaid(doc, {
    id, by, words, lang, replyTo, way, stageId: stage,
    forMember: isForAnother ? forMember : "",
    checked: isForAnother && checked !== "",
    because: way === "challenges" ? because : "",
  });
  return { came: "said", id };
}

/** What was read back was the old wording; so a scribe's new one has to be checked again. */
function reword(doc: Y.Doc, { id, words: before, forMember }: Said, words: string): void {
  if (words === before) return;
  rewordInTalk(doc, "said", { id, words });
  if (forMember !== "") setChecked(doc, id, false);
}

function correct(doc: Y.Doc, { said, words, lang }: { readonly said: Said; readonly words: string; readonly lang: string }, by: string): TalkOutcome {
  if (said.forMember !== by) return gone;
  addCorrection(doc, { id: newId(), by, saidId: said.id, words, lang });
  return { came: "changed", id: said.id };
}

/** Taking words back takes back every wording of them. */
function withdraw(doc: Y.Doc, { id, by, forMember }: Said, { talk, speaker }: { talk: Talk; speaker: Speaker }): TalkOutcome {
  if (by !== speaker.by && !(speaker.isDesk && forMember === speaker.by)) return gone;
  for (const correction of talk.corrections) {
    if (correction.saidId === id && (speaker.isDesk || correction.by === speaker.by)) withdrawFromTalk(doc, "corrections", correction.id);
  }
  withdrawFromTalk(doc, "said", id);
  return { came: "withdrawn", id };
}
