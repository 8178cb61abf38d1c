import type { Page } from "#tests/browser.ts";

/** In an open text, in English: types some of its words, picks the place, and begins to say why it matters. */
export async function beginNote(page: Page, words: string, why: string): Promise<void> {
  await page.getByRole("button", { name: "Find the words" }).click();
  await page.getByRole("textbox", { name: "Type or paste the words" }).fill(words);
  await page.getByRole("button", { name: /^Mark: / }).first().click();
  await page.getByLabel("Why does this matter?").fill(why);
}
