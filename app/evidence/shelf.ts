import type { EvidenceKind } from "./kinds.ts";

/** One item in the library. */
export interface ShelfItem {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  /** "en" or "cy". */
  readonly language: string;
  readonly perspective: string;
  /** How many words it has. */
  readonly words: number;
  readonly usable: boolean;
}
