/**
 * Says a language's words in the browser: the part of i18next that pages use ({{values}}, and plurals by `count`), in
 * a twentieth of its weight. The server says them by i18next itself; speaker.test.ts holds both to the same sentences.
 */
import type { Language } from "./languages.ts";

/** Sentences by name, in parts by name. */
export interface Words {
  readonly [key: string]: string | Words;
}

type Values = Readonly<Record<string, unknown>>;

/** What `useTranslation` gives on a page; the same object while the page stands. */
export interface Speaker {
  /** A sentence by its dotted key; the key itself when there is no such sentence. */
  readonly t: (key: string, values?: Values) => string;
  readonly i18n: { readonly language: Language };
  /** Adds words to those that can be said. */
  readonly add: (words: Words) => void;
}

export function speakerOf(language: Language, words: Words): Speaker {
  const plural = new Intl.PluralRules(language);
  let known = words;
  const formsOf = (key: string, { count }: Values) => {
    if (typeof count !== "number") return [key];
    return [...(count === 0 ? [`${key}_zero`] : []), `${key}_${plural.select(count)}`, key];
  };
  return {
    t: (key, values = {}) => filled(formsOf(key, values).map((form) => lookUp(known, form)).find((found) => found !== null) ?? key, values),
    i18n: { language },
    add: (more) => { known = together(known, more); },
  };
}

function lookUp(words: Words, key: string): string | null {
  const found = key.split(".").reduce<Words[string] | undefined>((at, name) => (typeof at === "object" ? at[name] : undefined), words);
  return typeof found === "string" ? found : null;
}

function filled(sentence: string, values: Values): string {
  return sentence.replace(/{{(\w+)}}/g, (gap, name: string) => String(values[name] ?? gap));
}

function together(one: Words, other: Words): Words {
  const all: Record<string, Words[string]> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const had = all[key];
    all[key] = typeof had === "object" && typeof value === "object" ? together(had, value) : value;
  }
  return all;
}
