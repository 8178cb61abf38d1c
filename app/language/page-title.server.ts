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

/**
 * The title of a page with a form: it begins with "Error:" when the form was just refused, so that a screen
 * reader says so first. After a refused post a loader is asked with the post's own headers.
 */
export async function formTitle(request: Request, key: WordKey): Promise<string> {
  const refused = request.headers.get("Content-Type")?.startsWith("application/x-www-form-urlencoded") ?? false;
  return refused ? problemTitle(request, key) : wordFor(request, key);
}

/** "Error: What is your join code?" */
export async function problemTitle(request: Request, key: WordKey): Promise<string> {
  return words[await languageOf(request)].t("common.problem.inTitle", { title: await wordFor(request, key) });
}
