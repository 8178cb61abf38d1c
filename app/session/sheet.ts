import type { Bilingual } from "#app/language/bilingual.ts";

import type { Door } from "./door.ts";

/** What stands on the joining sheet. */
export interface Sheet {
  readonly sessionId: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly door: Door | null;
  /** Whom to tell when somebody may be at risk. */
  readonly safeguarding: { readonly name: string; readonly phone: string };
}
