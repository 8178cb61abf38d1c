/** What the items on the table do not tell us, as a wall has room for it: all of it, some at a time. */
import type { EvidenceFactsOf } from "#app/evidence/facts.ts";
import { inTurns, partsOf } from "#app/stages/words-in-turn.ts";

export interface Limited extends Pick<EvidenceFactsOf, "language" | "limitations" | "limitationsNotKnown"> {
  readonly itemId: string;
  readonly title: string;
}

/** A part of one item's limitations, under its title; "" when they are not known. */
interface WallLimitation {
  readonly key: string;
  readonly title: string;
  readonly lang: string;
  readonly words: string;
}

/** The limitations of every item in order, so many at once that no turn has more characters, titles counted, than there is room for. */
export function limitationsInTurn(items: readonly Limited[], characters: number): WallLimitation[][] {
  return inTurns(items.flatMap((item) => partsIn(item, characters)), characters, ({ title, words }) => title.length + words.length);
}

function partsIn({ itemId, title, language: lang, limitations, limitationsNotKnown }: Limited, characters: number): WallLimitation[] {
  const parts = limitationsNotKnown ? [""] : partsOf(limitations, Math.max(characters - title.length, characters / 2));
  return parts.map((words, index) => ({ key: `${itemId}-${index}`, title, lang, words }));
}
