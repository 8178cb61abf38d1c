import type { Bilingual } from "#app/language/bilingual.ts";

/** The enquiry form as its boxes hold it. A type, not an interface: forms want plain records. */
export type EnquiryFields = {
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly purpose: Bilingual;
  readonly place: string;
  readonly languages: readonly string[];
  readonly safeguardingName: string;
  readonly safeguardingPhone: string;
};
