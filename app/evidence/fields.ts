/** The evidence form as its boxes hold it. A type, not an interface: forms want plain records. */
export type EvidenceFields = {
  readonly title: string;
  readonly kind: string;
  readonly perspective: string;
  readonly source: string;
  readonly date: string;
  readonly place: string;
  readonly language: string;
  /** `said`: "written", "notKnown", "later", or "" while nothing is chosen. */
  readonly limitations: { readonly said: string; readonly words: string };
  /** With light marks: see paste.ts. */
  readonly text: string;
};
