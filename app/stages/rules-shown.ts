import type { Language } from "#app/language/languages.ts";
import type { List } from "#app/lists/lists.doc.ts";
import { wordingFor } from "#app/lists/suggested.ts";
import { suggestedRules } from "#app/rules/suggested.ts";

import { rulesOn } from "./rules-standing.ts";

export interface ShownRule {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
}

/** The rules that stand, in order, each as a reader of this language reads it. */
export function rulesIn({ items }: Pick<List, "items">, language: Language): ShownRule[] {
  return rulesOn({ items }).map((item) => {
    const { text, lang } = wordingFor(item, suggestedRules, language);
    return { id: item.id, text, lang };
  });
}

const limits = suggestedRules.find(({ id }) => id === "suggested-11");

/** Whether the rules themselves say the limits of confidentiality, as they were suggested: otherwise a line of ours under them does. */
export function sayLimits(rules: readonly Pick<ShownRule, "text">[]): boolean {
  return rules.some(({ text }) => text === limits?.en || text === limits?.cy);
}
