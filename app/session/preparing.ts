/** What the preparing page shows. */
import type { Bilingual } from "#app/language/bilingual.ts";
import type { Language } from "#app/language/languages.ts";

import type { Beginning } from "./beginning.ts";
import type { RequiredMix } from "./mix.ts";
import type { OfferedEvidence } from "./offered.ts";

/** What a group can do at a stage, as a facilitator chooses it: the floor above knows which there are. */
export interface ActivityChoice {
  readonly key: string;
  readonly name: Readonly<Record<Language, string>>;
  /** What a stage of it begins with when it is added. */
  readonly begins: Beginning;
}

export interface PreparedStage {
  readonly id: string;
  readonly activity: string;
  readonly name: Bilingual;
  readonly prompt: Bilingual;
  readonly minutes: number;
}

export interface Preparation {
  readonly id: string;
  readonly enquiry: { readonly id: string; readonly title: Bilingual };
  readonly title: Bilingual;
  readonly state: "preparing" | "open" | "closed";
  readonly doorOpen: boolean;
  /** It is itself a rehearsal of another. */
  readonly rehearsal: boolean;
  readonly publishCount: number;
  readonly mix: RequiredMix;
  readonly stages: readonly PreparedStage[];
  readonly offered: readonly OfferedEvidence[];
  /** The chosen evidence, in its order. A correction made since is offered, but not chosen by itself. */
  readonly evidence: readonly Pick<OfferedEvidence, "itemId" | "versionId" | "title" | "language">[];
}

/** A stage that was just removed, so that it can be put back. */
export interface RemovedStage extends Omit<PreparedStage, "id"> {
  /** 1 for the first. */
  readonly place: number;
}
