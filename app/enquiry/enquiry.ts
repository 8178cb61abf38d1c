import type { Facilitator } from "#app/host/facilitator.ts";
import type { Bilingual } from "#app/language/bilingual.ts";
import type { Language } from "#app/language/languages.ts";

/** An enquiry with its words read. */
export interface EnquiryOfTeam {
  readonly id: string;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly purpose: Bilingual;
  readonly place: string;
  readonly languages: readonly Language[];
  /** Whom the group's facilitator tells when somebody may be at risk. Empty when not given. */
  readonly safeguarding: { readonly name: string; readonly phone: string };
  /** In the order of their names. */
  readonly team: readonly Facilitator[];
}
