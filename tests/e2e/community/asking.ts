/** From the rules to the chosen question. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, type Arrive, type Page } from "#tests/browser.ts";
import { expectAccessible } from "#tests/e2e/axe.ts";
import { seatGwen } from "#tests/e2e/hosting.ts";
import { joinSession } from "#tests/e2e/joining.ts";
import { pressOn, tabTo } from "#tests/e2e/keyboard.ts";
import { beginNoteByKeyboard } from "#tests/e2e/marking.ts";

import { enter, type Company } from "./company.ts";
import { runOut } from "./time.ts";

/** What two people write in silence; nobody else may ever have it. */
export const PRIVATE = ["Fy chwaer sydd wedi blino", "I am ashamed to ask."] as const;

export async function getReady({ desk, sian, colin, bryn, pat }: Company, id: string): Promise<void> {
  await seatGwen(bryn, id);
  await expect(desk.getByText("7 people").first()).toBeVisible();
  await sian.getByRole("button", { name: cy.lists.rules.addThis }).first().click();
  await tabTo(colin, en.lists.rules.new);
  await colin.keyboard.type("Nobody has to tell their whole story.");
  await pressOn(colin, en.lists.rules.add);
  await expect(sian.getByText("Nobody has to tell their whole story.").first()).toBeVisible();
  await enter(pat);
  await pat.getByRole("button", { name: en.rules.agree }).click();
  await expect(desk.getByText("1 person says: I agree to these rules.")).toBeVisible();
  await desk.getByRole("button", { name: en.rules.group.agree }).click();
  await expect(colin.getByText(en.lists.readOnly.agreed).first()).toBeVisible();
}

export async function readEvidence({ sian, colin, pat }: Company): Promise<void> {
  const item = "Carers talking: an afternoon in Glan Enfys";
  for (const page of [sian, pat]) await page.getByRole("link", { name: item }).click();
  await pressOn(colin, item);
  await beginNoteByKeyboard(colin, "The asking is the hard part", "Who could make the asking easier?");
  await pressOn(colin, "Add my note");
  await expect(sian.getByText("Who could make the asking easier?", { exact: true })).toBeVisible();
}

/** Silence: what one writes here, nobody else ever has. The time runs out meanwhile, and whoever was writing writes on. */
export async function think(company: Company): Promise<void> {
  const { desk, sian, emrys, pat, wall } = company;
  const [hers, pats] = PRIVATE;
  const box = sian.getByLabel(cy.thinking.newLabel);
  await box.fill(hers);
  await pat.getByLabel(en.thinking.newLabel).fill(pats);
  await runOut(company, [{ box, words: ", nid fi." }]);
  await expect(sian.getByText(cy.thinking.kept, { exact: true }).first()).toBeVisible();
  await pat.getByRole("button", { name: en.thinking.add }).click();
  await expect(pat.getByRole("textbox").filter({ hasText: pats }), "kept after the time was up").toBeVisible();
  for (const page of [desk, emrys, wall]) {
    for (const words of PRIVATE) expect(await page.content(), "a private note is on no other page").not.toContain(words);
  }
}

export async function makeQuestions({ sian, colin, tom, pat, bryn, wall }: Company): Promise<void> {
  await sian.getByLabel(cy.questions.make.label).fill("Pwy ddylai ofyn yn gyntaf?");
  await sian.getByRole("button", { name: cy.questions.make.add }).click();
  await expect(colin.getByText("Pwy ddylai ofyn yn gyntaf?", { exact: true })).toBeVisible();
  await drawByKeyboard(colin, "What would make asking easy?");
  await expect(tom.getByText("What would make asking easy?", { exact: true })).toBeVisible();
  await expect(tom.getByText("The asking is the hard part").first()).toBeVisible();
  await tom.getByRole("button", { name: /^I made this too \(question: What would/ }).click();
  await pat.getByLabel(en.questions.make.label).fill("When is a break not a break?");
  await pat.getByRole("button", { name: en.questions.make.add }).click();
  await expect(wall.getByText("When is a break not a break?")).toBeVisible();
  await bryn.getByLabel(en.questions.make.label).fill("Why did nobody ring me back?");
  await bryn.getByRole("combobox", { name: en.scribe.for }).selectOption({ label: "Gwen (no device)" });
  await bryn.getByRole("button", { name: en.questions.make.add }).click();
  await expect(sian.getByText("Why did nobody ring me back?", { exact: true })).toBeVisible();
}

/** A question drawn from the one passage that was marked. */
async function drawByKeyboard(page: Page, question: string): Promise<void> {
  await tabTo(page, en.questions.make.label);
  await page.keyboard.type(question);
  await pressOn(page, en.questions.make.draw);
  await tabTo(page, /^No passage|^From no passage/);
  await page.keyboard.press("ArrowDown");
  await pressOn(page, en.questions.make.add);
}

export async function comeLate(arrive: Arrive, { desk }: Company, code: string): Promise<Page> {
  const nia = await arrive({ language: "cy", width: 360, height: 740 });
  await joinSession(nia, { code, name: "Nia", perspective: "manager", language: "cy" });
  await expect(desk.getByText("8 people").first()).toBeVisible();
  await nia.getByRole("link", { name: cy.stages.room.catchUp }).first().click();
  await expect(nia.getByText("Why did nobody ring me back?").first()).toBeVisible();
  await expectAccessible(nia);
  await nia.getByRole("link", { name: cy.catchUp.join }).first().click();
  await expect(nia.getByRole("heading", { level: 1, name: "Gwyntyllu" })).toBeVisible();
  return nia;
}

/** Two questions are put together by Pat, whose browser runs no scripts. */
export async function airQuestions({ desk, pat, sian, wall }: Company): Promise<void> {
  await desk.getByRole("button", { name: /^Start with:/ }).click();
  await expect(wall.getByText("Pwy ddylai ofyn yn gyntaf?")).toBeVisible();
  await expect(sian.getByText(cy.questions.airing.now, { exact: true })).toBeVisible();
  await enter(pat);
  await expect(pat.getByText(en.questions.airing.now, { exact: true })).toBeVisible();
  const together = pat.getByRole("group").filter({ hasText: new RegExp(`^${en.questions.airing.put} \\([^)]*What would make asking easy`) });
  await together.getByText(en.questions.airing.put).first().click();
  await together.getByLabel(en.questions.airing.with).selectOption({ label: "Pwy ddylai ofyn yn gyntaf?" });
  await together.getByRole("button", { name: en.questions.airing.putButton }).click();
  for (const [page, say] of [[sian, cy], [pat, en]] as const) {
    await expect(page.getByRole("heading", { name: say.questions.airing.unnamed })).toBeVisible();
    for (const words of ["What would make asking easy?", "Pwy ddylai ofyn yn gyntaf?"]) await expect(page.getByText(words, { exact: true }).first(), "every wording stays").toBeVisible();
  }
}

/** A secret vote; without JavaScript too. */
export async function chooseQuestion({ desk, sian, emrys, colin, tom, pat, bryn, wall }: Company, nia: Page): Promise<void> {
  await desk.getByText(en.choosing.desk.openAsk, { exact: true }).click();
  await expect(desk.getByText(en.choosing.desk.linked), "two were put together").toBeVisible();
  await desk.getByLabel(en.choosing.desk.asQuestions).check();
  await desk.getByRole("button", { name: en.choosing.desk.open }).click();
  await expect(desk.getByText(en.choosing.desk.closeAsk, { exact: true })).toBeVisible();
  await enter(pat);
  for (const [page, say] of [[sian, cy], [emrys, cy], [nia, cy], [tom, en], [bryn, en], [pat, en]] as const) {
    await page.getByRole("radio", { name: "What would make asking easy?" }).check();
    await page.getByRole("button", { name: say.voting.form.cast }).click();
    await expect(page.getByText(say.voting.form.in)).toBeVisible();
  }
  await tabTo(colin, "Pwy ddylai ofyn yn gyntaf?");
  await colin.keyboard.press("Space");
  await pressOn(colin, en.voting.form.cast);
  await expect(desk.getByText("7 of 8 ballots are in")).toBeVisible({ timeout: 15_000 });
  await desk.getByText(en.choosing.desk.closeAsk, { exact: true }).click();
  await desk.getByRole("button", { name: en.choosing.desk.close }).click();
  await expect(wall.getByText("What would make asking easy?")).toBeVisible();
  await expect(colin.getByText(en.questions.chosen.vote).first()).toBeVisible();
}
