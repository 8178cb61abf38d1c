/** What every part of the talk on a page is drawn with. */
import type { Present } from "#app/scribe/penned.ts";

import type { Contribution } from "./contributions.ts";
import type { TalkProblems } from "./acts.ts";
import type { TalkOutcome } from "./perform.doc.ts";

/** Somebody as their words are signed. */
export interface Signed {
  readonly name: string;
  readonly initials: string;
  /** In words; "" for somebody who has none. */
  readonly perspective: string;
}

export interface TalkSetting {
  /** "/s/<session>/talk": where forms are posted. */
  readonly address: string;
  /** Where a scribe seats people without a device. */
  readonly seatAddress: string;
  /** Path and query of this page. */
  readonly back: string;
  readonly me: { readonly id: string; readonly language: string };
  readonly personOf: (memberId: string) => Signed;
  /** Those for whom this member writes; none for who is no scribe. */
  readonly writesFor: readonly Present[];
  /** Does what a form says here and now. Null: it has to go to the desk. Problems by field: what is wrong with it. */
  readonly act: (form: FormData) => { readonly done: TalkOutcome } | { readonly problems: TalkProblems } | null;
  /** False once the session is closed: then there is only reading. */
  readonly mayWrite: boolean;
}

/** Address of a page with the form for this, for when there is no JavaScript. */
export function pageFor({ address, back }: Pick<TalkSetting, "address" | "back">, kind: TalkErrandKind, said: Pick<Contribution, "id">): string {
  return `${address}?${new URLSearchParams({ [kind]: said.id, back }).toString()}`;
}

export const talkErrandKinds = ["reply", "reword", "correct", "withdraw"] as const;
export type TalkErrandKind = (typeof talkErrandKinds)[number];
