/** Doing what a form of acts.ts says in the shared document: the same on a page with JavaScript and at the desk without. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";
import { writtenFor } from "#app/scribe/penned.ts";

import type { TalkAct } from "./acts.ts";
import { changeWritten, withdrawingNeedsDesk, type Speaker } from "./pen.doc.ts";
import { addSaid, readTalk, type Talk } from "./talk.doc.ts";

/** `id`: the contribution that was made or changed. `gone`: it is not there any more, or was never theirs to change. */
export type TalkOutcome = { readonly came: "said" | "changed" | "withdrawn"; readonly id: string } | { readonly came: "gone" };

const gone: TalkOutcome = { came: "gone" };

export function perform(doc: Y.Doc, act: TalkAct, speaker: Speaker): TalkOutcome {
  const talk = readTalk(doc);
  if (act.act === "say") return say(doc, act, { talk, by: speaker.by });
  const written = talk.said.find(({ id }) => id === act.said);
  if (!written || !changeWritten(doc, act, { target: { root: "said", written }, speaker, corrections: talk.corrections })) return gone;
  return { came: act.act === "withdraw" ? "withdrawn" : "changed", id: written.id };
}

/** True when a page cannot do it itself. */
export function needsDesk(talk: Pick<Talk, "said" | "corrections">, act: TalkAct, by: string): boolean {
  return act.act === "withdraw" && withdrawingNeedsDesk(talk.said.find(({ id }) => id === act.said), talk.corrections, by);
}

function say(doc: Y.Doc, { stage, words, lang, replyTo, way, because, for: forMember, checked }: Extract<TalkAct, { act: "say" }>, { talk, by }: { talk: Talk; by: string }): TalkOutcome {
  if (replyTo !== "" && !talk.said.some(({ id }) => id === replyTo)) return gone;
  const id = newId();
  addSaid(doc, {
    id, by, words, lang, replyTo, way, stageId: stage,
    forMember: "", checked: false, ...writtenFor({ for: forMember, checked }, by),
    because: way === "challenges" ? because : "",
  });
  return { came: "said", id };
}
