import type { EvidenceKind } from "./kinds.ts";

/** What is known of a version, beside its words. */
export interface EvidenceFactsOf {
  readonly kind: EvidenceKind;
  readonly perspective: string;
  readonly source: string;
  readonly date: string;
  readonly place: string;
  /** "en" or "cy". */
  readonly language: string;
  readonly limitations: string;
  readonly limitationsNotKnown: boolean;
}
