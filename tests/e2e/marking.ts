import { expect, type Page } from "#tests/browser.ts";

import { pressOn } from "./keyboard.ts";

/** In an open text, in English: types some of its words, picks the place, and begins to say why it matters. */
export async function beginNote(page: Page, words: string, why: string): Promise<void> {
  await page.getByRole("button", { name: "Find the words" }).click();
  await page.getByRole("textbox", { name: "Type or paste the words" }).fill(words);
  await page.getByRole("button", { name: /^Mark: / }).first().click();
  await page.getByLabel("Why does this matter?").fill(why);
}

/** The same with the keyboard alone. */
export async function beginNoteByKeyboard(page: Page, words: string, why: string): Promise<void> {
  await pressOn(page, "Find the words");
  await expect(page.getByRole("textbox", { name: "Type or paste the words" })).toBeFocused();
  await page.keyboard.type(words);
  await pressOn(page, /^Mark: /);
  await expect(page.getByLabel("Why does this matter?")).toBeFocused();
  await page.keyboard.type(why);
}
