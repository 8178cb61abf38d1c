import { expect, type Page } from "#tests/browser.ts";

import { pressOn, tabTo } from "./keyboard.ts";

const words = {
  en: { code: "Join code", name: "Your name, or a name you choose", agree: "I have read this and want to take part", go: "Continue", join: "Agree and join", shared: "Other people use this device", room: "I have kept it. Go to the session", carer: "Unpaid carer", manager: "Manager or commissioner", practitioner: "Practitioner", language: "English", others: "Join the others" },
  cy: { code: "Cod ymuno", name: "Eich enw, neu enw o'ch dewis", agree: "Rwyf wedi darllen hwn ac rwyf am gymryd rhan", go: "Parhau", join: "Cytuno ac ymuno", shared: "Mae pobl eraill yn defnyddio'r ddyfais hon", room: "Rwyf wedi'i gadw. Mynd i'r sesiwn", carer: "Gofalwr di-dâl", manager: "Rheolwr neu gomisiynydd", practitioner: "Ymarferydd", language: "Cymraeg", others: "Ymuno â'r lleill" },
} as const;

export interface Joining {
  readonly code: string;
  readonly name: string;
  readonly perspective: "carer" | "manager" | "practitioner";
  readonly language?: "en" | "cy";
  /** Says that others use the device too. */
  readonly shared?: boolean;
  /** Looks at each screen on the way. */
  readonly atEach?: (page: Page) => Promise<void>;
}

/** Sits down as a newcomer does, one question after another. Answers the return code. Ends in the room. */
export async function joinSession(page: Page, { code, name, perspective, language = "en", shared = false, atEach = async () => undefined }: Joining): Promise<string> {
  const say = words[language];
  const goOn = () => page.getByRole("button", { name: say.go, exact: true }).click();
  await page.goto("/join");
  await atEach(page);
  await page.getByLabel(say.code).fill(code);
  await goOn();
  await page.getByLabel(say.name).fill(name);
  await atEach(page);
  await goOn();
  await page.getByLabel(say[perspective]).check();
  await atEach(page);
  await goOn();
  await page.getByLabel(say.language, { exact: true }).check();
  await atEach(page);
  await goOn();
  await page.getByLabel(say.agree).check();
  await atEach(page);
  await page.getByRole("button", { name: say.join }).click();
  await atEach(page);
  const shown = await page.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/).textContent();
  if (shared) await page.getByLabel(say.shared).check();
  await page.getByText(say.room).click();
  await expect(page).toHaveURL(/\/s\//);
  // Whoever comes when the others are under way is offered to catch up first.
  if (page.url().endsWith("/catch-up")) {
    await atEach(page);
    await page.getByRole("link", { name: say.others }).first().click();
  }
  return shown ?? "";
}

/** The same in English and with the keyboard alone, as a manager, before the others are under way. */
export async function joinByKeyboard(page: Page, code: string, name: string): Promise<void> {
  await page.goto("/join");
  await tabTo(page, "Join code");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/name/);
  await tabTo(page, "Your name, or a name you choose");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/perspective/);
  await tabTo(page, /^Unpaid carer/);
  for (let down = 0; down < 3; down++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/language/);
  await tabTo(page, "English");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/words/);
  await tabTo(page, "I have read this and want to take part");
  await page.keyboard.press("Space");
  await pressOn(page, "Agree and join");
  await expect(page).toHaveURL(/seated/);
  await pressOn(page, "I have kept it. Go to the session");
  await expect(page).toHaveURL(/\/s\//);
}
