/**
 * Fetches the words that this page was rendered with: one language's, and of the room only the room's. The page
 * says which by `lang` and `data-words`; links that leave the room load the next page whole, with its words.
 */
import type { Language } from "./languages.ts";
import type { Words } from "./speaker.ts";

export async function wordsOfPage({ lang, dataset }: HTMLElement): Promise<{ readonly language: Language; readonly words: Words }> {
  const isRoom = dataset["words"] === "room";
  if (lang === "cy") return { language: "cy", words: isRoom ? (await import("./cy-room.ts")).cyRoom : (await import("./cy.ts")).cy };
  return { language: "en", words: isRoom ? (await import("./en-room.ts")).enRoom : (await import("./en.ts")).en };
}
