/**
 * A scribe writes for two people: for Gwen, who has no device, and for Siân, who is on a small phone in Welsh, puts
 * right what was written for her, and takes it back. Questions, what gets in the way, and words of review alike.
 */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, makeScribe, openDemonstration, seatGwen } from "./hosting.ts";
import { joinSession } from "./joining.ts";

test("what a scribe writes for somebody is read back, put right by them, and taken back", async ({ arrive }) => {
  test.setTimeout(400_000);
  const [desk, sian, bryn] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 360, height: 740 }), arrive({ width: 1280, height: 900 })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "In whose words?", /^Community of enquiry, 60 minutes/);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });
  await makeScribe(desk, "Bryn");
  await seatGwen(bryn, id);

  await goTo(desk, "Making questions");
  await writeQuestions(bryn);
  await putQuestionRight(sian, bryn);
  await noteForGwen(bryn, sian);
  await goTo(desk, "Review");
  await reviewForSian(bryn, sian);
});

async function writeQuestions(bryn: Page): Promise<void> {
  await ask(bryn, "Why did nobody ring me back?", { whose: "Gwen (no device)", isChecked: true });
  await expect(bryn.getByText(`${written("Bryn")}, ${en.scribe.read}`)).toBeVisible();
  await ask(bryn, "Is there a bed?", { whose: "Siân", isChecked: false });
  await expect(bryn.getByText(`${written("Bryn")}, ${en.scribe.unread}`)).toBeVisible();
  await expect(bryn.getByRole("checkbox", { name: en.scribe.checked }), "nothing to check of one's own").toBeHidden();
  await expectAccessible(bryn);
}

async function ask(page: Page, words: string, { whose, isChecked }: { readonly whose: string; readonly isChecked: boolean }): Promise<void> {
  await page.getByLabel(en.questions.make.label).first().fill(words);
  await page.getByRole("combobox", { name: en.scribe.for }).selectOption({ label: whose });
  const tick = page.getByRole("checkbox", { name: en.scribe.checked });
  await expect(tick).toBeVisible();
  if (isChecked) await tick.check();
  await page.getByRole("button", { name: en.questions.make.add }).click();
  await expect(told(page, words)).toBeVisible();
}

async function putQuestionRight(sian: Page, bryn: Page): Promise<void> {
  const question = sian.getByRole("listitem").filter({ hasText: "Is there a bed?" });
  await question.getByText(cy.scribe.correct).first().click();
  await question.getByLabel(cy.scribe.correctTitle).fill("Oes gwely yn rhywle?");
  await question.getByRole("button", { name: cy.questions.card.save }).click();
  await expect(told(bryn, "Oes gwely yn rhywle?")).toHaveAttribute("lang", "cy");
  await expect(bryn.getByText(`${written("Bryn")}, ${en.scribe.corrected}`)).toBeVisible();
  const corrected = sian.getByRole("listitem").filter({ hasText: "Oes gwely yn rhywle?" });
  await expectAccessible(sian);
  await corrected.getByText(cy.questions.card.withdraw).first().click();
  await corrected.getByRole("button", { name: cy.questions.card.withdrawYes }).click();
  await expect(told(bryn, "Oes gwely yn rhywle?")).toBeHidden();
  await expect(told(bryn, "Is there a bed?")).toBeHidden();
}

async function noteForGwen(bryn: Page, sian: Page): Promise<void> {
  await bryn.getByText(en.reflections.barriers.summary).click();
  const form = bryn.getByRole("form", { name: en.reflections.barriers.summary });
  await form.getByLabel(en.reflections.barriers.words).fill("Three forms for one night");
  await form.getByLabel(en.reflections.barriers.levels.system.name).check();
  await form.getByRole("combobox", { name: en.scribe.for }).selectOption({ label: "Gwen (no device)" });
  await form.getByRole("checkbox", { name: en.scribe.checked }).check();
  await form.getByRole("button", { name: en.reflections.barriers.note }).click();
  await sian.getByText(cy.reflections.barriers.summary).click();
  const noted = sian.getByRole("listitem").filter({ hasText: "Three forms for one night" });
  await expect(noted).toContainText("Gwen");
  await expect(noted).toContainText(cy.scribe.read);
  await expectAccessible(bryn);
  await expectAccessible(sian);
}

async function reviewForSian(bryn: Page, sian: Page): Promise<void> {
  const form = bryn.getByRole("form", { name: en.reflections.review.subjects.next.name });
  await form.getByLabel(en.reflections.review.words).fill("Sooner, please");
  await form.getByRole("combobox", { name: en.scribe.for }).selectOption({ label: "Siân" });
  await form.getByRole("button", { name: en.reflections.review.add }).click();
  const words = sian.getByRole("listitem").filter({ hasText: "Sooner, please" });
  await words.getByText(cy.reflections.change).first().click();
  await words.getByLabel(cy.scribe.correctTitle).fill("Yn gynt, plîs");
  await words.getByRole("button", { name: cy.common.save }).click();
  await expect(bryn.getByRole("listitem").filter({ hasText: "Yn gynt, plîs" })).toContainText(en.scribe.corrected);
  await expectAccessible(sian);
}

/** As everybody reads it, not in the box where its writer may change it. */
function told(page: Page, words: string) {
  return page.getByRole("paragraph").filter({ hasText: words }).first();
}

function written(name: string): string {
  return en.scribe.written.replace("{{name}}", name);
}
