import { cy } from "./cy.ts";
import { en } from "./en.ts";
import { i18nFor } from "./i18n.ts";
import { languageOf } from "./language.server.ts";
import type { WordKey } from "./words.ts";

const words = { en: i18nFor("en", en), cy: i18nFor("cy", cy) };

/** A word in the language of the request: for what a loader must say itself, such as a page's title. */
export async function wordFor(request: Request, key: WordKey): Promise<string> {
  return words[await languageOf(request)].t(key);
}
