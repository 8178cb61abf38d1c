/**
 * The words of parts of the room that are fetched as they come. A page of the room starts with few words
 * (words-of-page.ts); a stage's panel brings its own. On the server all words are always there.
 */
import type { i18n } from "i18next";

const files = import.meta.glob<Readonly<Record<string, object>>>("./{en,cy}/*.ts");

let page: i18n | null = null;

/** Names the page's words, to which parts add theirs. The browser calls it once, before the page wakes. */
export function addPartsTo(instance: i18n): void {
  page = instance;
}

/** Fetches word files by name ("questions" for app/language/en/questions.ts) in the page's language; resolves when they can be said. */
export async function wordsOfParts(names: readonly string[]): Promise<void> {
  const words = page;
  if (!words) return;
  await Promise.all(names.map(async (name) => {
    const file = await files[`./${words.language}/${name}.ts`]?.();
    if (file) words.addResourceBundle(words.language, "translation", { ...file }, true, true);
  }));
}
