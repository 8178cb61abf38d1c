/** Wordings that stand in both languages, to begin a list from. */
import { inLanguage, type Bilingual, type Shown } from "#app/language/bilingual.ts";
import { languages, type Language } from "#app/language/languages.ts";

/** How to show a wording to a reader of `language`: a suggested one that nobody has changed in their own, any other as it is. */
export function wordingFor(item: { readonly text: string; readonly lang: string }, suggested: readonly Bilingual[], language: Language): Pick<Shown, "text"> & { readonly lang: string } {
  const same = suggested.find((one) => isWordingOf(one, item.text));
  return same ? inLanguage(same, language) : item;
}

/** The suggestions that do not stand on the list, in either language. */
export function notYetOn(items: readonly { readonly text: string }[], suggested: readonly Bilingual[]): Bilingual[] {
  return suggested.filter((one) => !items.some(({ text }) => isWordingOf(one, text)));
}

function isWordingOf(suggestion: Bilingual, text: string): boolean {
  return languages.some((language) => suggestion[language] === text.trim());
}
