/**
 * The pretend members of a rehearsal: who they are, and what each says. Nobody is meant by any of it, and every
 * sentence says so itself, so that none of it is ever taken for somebody's words.
 */
import type { Perspective } from "#app/session/perspective.ts";
import type { Way } from "#app/talk/kinds.ts";

export interface Pretend {
  readonly name: string;
  readonly perspective: Perspective;
  readonly language: "en" | "cy";
}

/** Mixed perspectives, and both languages: in the order in which they sit down. */
export const cast: readonly Pretend[] = [
  { name: "Beti Esgus", perspective: "carer", language: "cy" },
  { name: "Pat Pretend", perspective: "carer", language: "en" },
  { name: "Dewi Esgus", perspective: "drawsOnCare", language: "cy" },
  { name: "Jo Pretend", perspective: "drawsOnCare", language: "en" },
  { name: "Nia Esgus", perspective: "practitioner", language: "cy" },
  { name: "Sam Pretend", perspective: "practitioner", language: "en" },
  { name: "Lee Pretend", perspective: "manager", language: "en" },
  { name: "Gwen Esgus", perspective: "researcher", language: "cy" },
];

/** What a member of the cast writes: by their place in it. */
export interface Line {
  readonly by: number;
  readonly words: string;
}

/** An answer to the contribution before it. */
export interface Spoken extends Line {
  readonly way: Way;
  readonly because: string;
}

export const notes: readonly Line[] = [
  { by: 0, words: "Nodyn esgus: fe wnaeth y darn hwn i mi stopio a meddwl." },
  { by: 3, words: "Pretend note: this is where I would say what struck me." },
  { by: 5, words: "Pretend note: we see this every week, or so I pretend." },
];

export const privateNotes: readonly Line[] = [
  { by: 1, words: "Pretend note to myself: something to ask about later." },
  { by: 2, words: "Nodyn esgus i mi fy hun: rhywbeth i ofyn amdano wedyn." },
];

export const questions: readonly Line[] = [
  { by: 0, words: "Cwestiwn esgus: pwy sy'n cael dweud beth yw egwyl?" },
  { by: 3, words: "Pretend question: what would have to be true for a promise to be kept?" },
  { by: 5, words: "Pretend question: who is not here, and what would they ask?" },
  { by: 7, words: "Cwestiwn esgus: beth fyddai'n newid ddydd Llun?" },
];

export const said: readonly Spoken[] = [
  { by: 1, words: "Pretend contribution: I would begin with an example of my own.", way: "", because: "" },
  { by: 4, words: "Cyfraniad esgus: rwy'n adeiladu ar hynny gydag un arall.", way: "builds", because: "" },
  { by: 6, words: "Pretend contribution: I see it another way.", way: "challenges", because: "a pretend reason, since a challenge needs one" },
];

export const principles: readonly Line[] = [
  { by: 2, words: "Egwyddor esgus: mae'r hyn a addewir yn digwydd." },
  { by: 5, words: "Pretend principle: people say for themselves what helps." },
];

export const priorities: readonly Line[] = [
  { by: 1, words: "Pretend priority: one number to ring" },
  { by: 4, words: "Blaenoriaeth esgus: rhybudd byrrach" },
  { by: 6, words: "Pretend priority: a small pot of money" },
];

export const reviewWords: readonly (Line & { readonly about: "caring" | "next" })[] = [
  { by: 3, about: "caring", words: "Pretend review: we let each other finish." },
  { by: 7, about: "next", words: "Adolygiad esgus: mwy o amser i feddwl y tro nesaf." },
];

/** Who agrees to the rules, and who puts a hand up while people talk. */
export const assenting: readonly number[] = [0, 1, 2, 3, 5, 7];
export const raising: readonly number[] = [2, 6];
/** One of the eight never votes: a turnout that is not full is what a facilitator must be used to. */
export const voting: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
