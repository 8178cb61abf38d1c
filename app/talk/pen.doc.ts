/** What the writer of a record of the talk, and the person it was written for, may do to it: the same for contributions, barriers, and words of the review. */
import type * as Y from "yjs";

import { newId } from "#app/live/records.doc.ts";
import type { Wording, Written } from "#app/scribe/penned.ts";

import { addCorrection, rewordInTalk, setChecked, withdrawFromTalk, type Talk, type TalkRoot } from "./talk.doc.ts";

export interface Speaker {
  /** Member id of whoever acts. */
  readonly by: string;
  /** Only the desk may take away what another member wrote down; the gate lets no page do it. */
  readonly isDesk: boolean;
}

/** A record, and the root it stands under. */
export interface Target {
  readonly root: TalkRoot;
  readonly written: Written;
}

/** What a form asks to be done to a record that is there. */
export type PenAct = { readonly act: "withdraw" } | { readonly act: "check" } | { readonly act: "reword"; readonly words: string } | ({ readonly act: "correct" } & Wording);

interface Setting {
  readonly target: Target;
  readonly speaker: Speaker;
  readonly corrections: Talk["corrections"];
}

/** False when it is not this person's to do. */
export function changeWritten(doc: Y.Doc, act: PenAct, { target, speaker, corrections }: Setting): boolean {
  const { root, written: { id, by, forMember } } = target;
  if (act.act === "withdraw") return withdraw(doc, { target, speaker, corrections });
  if ((act.act === "correct" ? forMember : by) !== speaker.by) return false;
  switch (act.act) {
    case "correct": addCorrection(doc, { id: newId(), by: speaker.by, saidId: id, words: act.words, lang: act.lang }); break;
    case "check": setChecked(doc, root, { id, checked: true }); break;
    case "reword": reword(doc, target, act.words);
  }
  return true;
}

/** What was read back was the old wording; so a scribe's new one has to be checked again. */
function reword(doc: Y.Doc, { root, written: { id, words: before, forMember = "" } }: Target, words: string): void {
  if (words === before) return;
  rewordInTalk(doc, root, { id, words });
  if (forMember !== "") setChecked(doc, root, { id, checked: false });
}

/** Taking words back takes back every wording of them. */
function withdraw(doc: Y.Doc, { target: { root, written: { id, by, forMember } }, speaker, corrections }: Setting): boolean {
  if (by !== speaker.by && !(speaker.isDesk && forMember === speaker.by)) return false;
  for (const correction of corrections) {
    if (correction.saidId === id && (speaker.isDesk || correction.by === speaker.by)) withdrawFromTalk(doc, "corrections", correction.id);
  }
  withdrawFromTalk(doc, root, id);
  return true;
}

/** True when a page cannot take it back itself: what a scribe wrote for this person, and what others' corrections hang on. */
export function withdrawingNeedsDesk(written: Pick<Written, "id" | "by"> | undefined, corrections: Talk["corrections"], by: string): boolean {
  return written !== undefined && (written.by !== by || corrections.some((one) => one.saidId === written.id && one.by !== by));
}
