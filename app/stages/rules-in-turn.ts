/** The ground rules as a wall has room for them: in its languages, and so many at once that nobody has to scroll. */
import type { Language } from "#app/language/languages.ts";
import type { List } from "#app/lists/lists.doc.ts";

import { rulesIn, type ShownRule } from "./rules-shown.ts";
import { inTurns } from "./words-in-turn.ts";

export interface WallRule {
  readonly id: string;
  /** 1 is first. */
  readonly place: number;
  /** One for each language it stands in. */
  readonly wordings: readonly Pick<ShownRule, "text" | "lang">[];
}

/** The rules that stand, each in every one of these languages that it exists in. */
export function wallRulesIn(list: Pick<List, "items">, languages: readonly Language[]): WallRule[] {
  const read = languages.map((language) => rulesIn(list, language));
  return (read[0] ?? []).map(({ id }, index) => {
    const wordings = read.flatMap((rules) => rules[index] ?? []);
    return { id, place: index + 1, wordings: wordings.filter(({ text }, at) => wordings.findIndex((one) => one.text === text) === at) };
  });
}

/** Whole rules in their order, parted so that no part has more characters than there is room for; one that alone is longer stands alone. */
export function turnsOf(rules: readonly WallRule[], characters: number): WallRule[][] {
  return inTurns(rules, characters, ({ wordings }) => wordings.reduce((sum, { text }) => sum + text.length, 0));
}
