/**
 * The words of parts of the room that are fetched as they come. A page of the room starts with few words
 * (words-of-page.ts); a stage's panel brings its own. On the server all words are always there.
 */
import type { Speaker, Words } from "./speaker.ts";

const files = import.meta.glob<Words>("./{en,cy}/*.ts");

let page: Speaker | null = null;

/** Names the page's words, to which parts add theirs. The browser calls it once, before the page wakes. */
export function addPartsTo(speaker: Speaker): void {
  page = speaker;
}

/** Fetches word files by name ("questions" for app/language/en/questions.ts) in the page's language; resolves when they can be said. */
export async function wordsOfParts(names: readonly string[]): Promise<void> {
  const words = page;
  if (!words) return;
  await Promise.all(names.map(async (name) => {
    const file = await files[`./${words.i18n.language}/${name}.ts`]?.();
    if (file) words.add(file);
  }));
}
