import type { WordKey } from "#app/language/words.ts";
import type { Person } from "#app/live/person.ts";
import type { Present } from "#app/scribe/penned.ts";

import type { Contribution } from "./contributions.ts";
import type { TalkErrandKind, TalkSetting } from "./setting.ts";

/** What a page with a form about the talk is about, found. */
export interface TalkErrand {
  readonly titleKey: WordKey;
  /** Path and query to come back to. */
  readonly back: string;
  readonly address: string;
  readonly seatAddress: string;
  readonly me: TalkSetting["me"];
  readonly people: readonly Person[];
  readonly writesFor: readonly Present[];
  /** Null for a page that only says what was wrong with a form. */
  readonly subject: { readonly kind: TalkErrandKind; readonly said: Contribution; readonly stageId: string } | null;
}
