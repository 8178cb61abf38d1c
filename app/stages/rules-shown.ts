import type { Language } from "#app/language/languages.ts";
import type { List } from "#app/lists/lists.doc.ts";
import { wordingFor } from "#app/lists/suggested.ts";
import { suggestedRules } from "#app/rules/suggested.ts";

export interface ShownRule {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
}

/** The rules that stand, in order, each as a reader of this language reads it. */
export function rulesIn({ items }: Pick<List, "items">, language: Language): ShownRule[] {
  const standing = items.filter(({ removed, text }) => !removed && text.trim() !== "");
  return standing.map((item) => {
    const { text, lang } = wordingFor(item, suggestedRules, language);
    return { id: item.id, text, lang };
  });
}
