import type { Bilingual } from "#app/language/bilingual.ts";

/** A session of an enquiry, in a line. */
export interface SessionLine {
  readonly id: string;
  readonly title: Bilingual;
  readonly state: "preparing" | "open" | "closed";
  /** The day it was closed, else opened, else made; in words. */
  readonly day: string;
  /** People who took part, facilitators not counted. */
  readonly people: number;
  /** The first of the priorities agreed, best first; empty when none were put in order. */
  readonly priorities: readonly { readonly text: string; readonly lang: string }[];
}
