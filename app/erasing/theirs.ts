/**
 * Whose words a record of a shared document holds, for taking somebody's words out for good. One rule for every kind of
 * document: what the server attests decides, not what a record says of itself. What a scribe wrote down is the person's.
 */
import * as z from "zod/mini";

import type { DocumentKind } from "#app/live/kinds.ts";

/** A record as far as it matters whose it is. */
export interface Traced {
  readonly root: string;
  readonly id: string;
  /** The member who made it, by the server's own account; undefined when nobody answers for it. */
  readonly maker: string | undefined;
  /** Whom its maker says it was written for; "" for nobody. */
  readonly forMember: string;
  /** For better words of a record: that record's id. "" otherwise. */
  readonly corrects: string;
}

/** Whose words are to go. */
export interface Wish {
  /** A member id. */
  readonly of: string;
  /** Member ids of whoever writes, or wrote, for others; facilitators too. Nobody else's word counts for whom something was written. */
  readonly scribes: ReadonlySet<string>;
  /** Ids of the only records to be touched; null for all that they wrote. */
  readonly only: ReadonlySet<string> | null;
}

/**
 * What becomes of a record under a root. `whole`: it is one person's words, and goes. `letters`: people type in it
 * together, so theirs go and others' stay. `name`: it holds others' records together, and only its name is words.
 * `stays`: it says what belongs where, in the evidence's words or in none.
 */
type Holding = "whole" | "letters" | "name" | "stays";

const holdings: Readonly<Record<string, Holding>> = {
  notes: "whole", replies: "whole",
  questions: "whole", corrections: "whole", groups: "name", makers: "stays", grouped: "stays",
  said: "whole", concepts: "whole", barriers: "whole", review: "whole",
  items: "letters", quotes: "stays", links: "stays",
};

/** A root that nobody has thought of holds what one person wrote: better too much is taken than too little. */
export function holdingOf(root: string): Holding {
  return holdings[root] ?? "whole";
}

/** True for a root about which something was decided. */
export function isDecided(root: string): boolean {
  return root in holdings;
}

/** Whose words a record is, as far as anybody knows. */
export function speakerOf({ maker, forMember }: Pick<Traced, "maker" | "forMember">, scribes: ReadonlySet<string>): string | undefined {
  const isPenned = forMember !== "" && maker !== undefined && scribes.has(maker);
  return isPenned ? forMember : maker;
}

/** True when the record is one to be looked at; better words go with the record that they are of. */
export function isMeant({ id, corrects }: Pick<Traced, "id" | "corrects">, { only }: Wish): boolean {
  return only === null || only.has(id) || only.has(corrects);
}

/** True when the whole record is this person's words. */
export function isTheirs(record: Traced, wish: Wish): boolean {
  return holdingOf(record.root) === "whole" && isMeant(record, wish) && speakerOf(record, wish.scribes) === wish.of;
}

/** What people call these things, in the order in which they are told. */
export const wordKinds = ["notes", "replies", "questions", "groups", "concepts", "said", "barriers", "review", "principles", "priorities", "rules", "corrections", "privateNotes", "deskNotes", "worries"] as const;
export type WordKind = (typeof wordKinds)[number];

/** How much of each kind; what there is none of is left out. */
export const countsSchema = z.partialRecord(z.enum(wordKinds), z.number());
export type Counts = z.infer<typeof countsSchema>;

const listKinds = ["principles", "priorities", "rules"] as const;

/** What people call a record under this root of a document of this kind. */
export function kindOf(document: DocumentKind, root: string): WordKind {
  const list = listKinds.find((kind) => kind === document);
  return list ?? wordKinds.find((kind) => kind === root) ?? "said";
}

export function countKinds(kinds: readonly WordKind[]): Counts {
  const counts: Counts = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
