/** Wordings that stand in both languages, to begin a list from. */
import { inLanguage, type Bilingual, type Shown } from "#app/language/bilingual.ts";
import { languages, type Language } from "#app/language/languages.ts";

/** `id` is the item's own once it is added: added twice, by two people at once or by mistake, it is still one item. */
export interface Suggestion extends Bilingual {
  readonly id: string;
}

/** How to show a wording to a reader of `language`: a suggested one that nobody has changed in their own, any other as it is. */
export function wordingFor(item: { readonly text: string; readonly lang: string }, suggested: readonly Suggestion[], language: Language): Pick<Shown, "text"> & { readonly lang: string } {
  const same = suggested.find((one) => isWordingOf(one, item.text));
  return same ? inLanguage(same, language) : item;
}

/** The suggestions that were never added, whatever became of the others' wording, and are in nobody's own words either. */
export function notYetOn(items: readonly { readonly id: string; readonly text: string }[], suggested: readonly Suggestion[]): Suggestion[] {
  return suggested.filter((one) => !items.some(({ id, text }) => id === one.id || isWordingOf(one, text)));
}

function isWordingOf(suggestion: Bilingual, text: string): boolean {
  return languages.some((language) => suggestion[language] === text.trim());
}
