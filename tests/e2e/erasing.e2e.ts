/** Somebody's words erased for good: while the session runs, from a desk; and after it has closed, on a phone without JavaScript. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { beginNote } from "./marking.ts";

const NOTE = "My mother was never asked, not once.";
const OWN = "Nobody sends a letter to somebody who cannot read it";
const SIAN = "Un rhif ffôn, un person";
const ADDED = " a laughing nurse from Glan Enfys,";

test("a person's words are erased one by one and then all together, and others' stay; after closing the record and the report say so", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, phone, sian, gwen] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, language: "cy", width: 360, height: 740, javaScript: false, meets: [0] }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Erasing");
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(gwen, { code, name: "Gwen", perspective: "manager" });
  await goTo(desk, "The evidence");
  await writeNote(gwen);
  await goTo(desk, "Principles");
  await writePrinciples(sian, gwen);

  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.getByRole("link", { name: en.erasing.link }).click();
  await chooseGwen(desk);
  await eraseNote(desk);
  await eraseAllInWelsh(desk);
  await expect(boxIn(sian, 1)).toHaveValue(SIAN);
  await expect(sian.getByText(OWN)).toHaveCount(0);
  await expectAccessible(sian);

  await phone.goto(`/sessions/${id}/close`);
  await phone.getByRole("button", { name: cy.report.close.act }).click();
  await expect(phone.getByText(SIAN).first()).toBeVisible();
  await eraseSianWithoutScripts(phone);
  await desk.goto(`/sessions/${id}/report`);
  await expect(desk.getByText(/^Tynnwyd geiriau allan o'r cofnod hwn/)).toBeVisible();
  await expect(desk.getByText(SIAN)).toHaveCount(0);
  await expectAccessible(desk);
  await desk.goto(`/sessions/${id}/record`);
  await expect(desk.getByText(/^Tynnwyd geiriau allan o'r cofnod hwn/)).toBeVisible();
  await expectAccessible(desk);
});

async function writeNote(gwen: Page): Promise<void> {
  await gwen.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).click();
  await beginNote(gwen, "The asking is the hard part", NOTE);
  await gwen.getByRole("button", { name: "Add my note" }).click();
  await expect(gwen.getByText(NOTE, { exact: true })).toBeVisible();
}

/** Gwen writes inside Siân's principle, and one of her own. */
async function writePrinciples(sian: Page, gwen: Page): Promise<void> {
  await sian.getByLabel("Egwyddor newydd").fill(SIAN);
  await sian.getByRole("button", { name: "Ychwanegu'r egwyddor hon" }).click();
  const box = gwen.getByRole("textbox", { name: /^Principle 1/ });
  await expect(box).toHaveValue(SIAN);
  await box.press("End");
  await gwen.keyboard.insertText(ADDED);
  await gwen.getByLabel("A new principle").fill(OWN);
  await gwen.getByRole("button", { name: "Add this principle" }).click();
  await expect(gwen.getByText("Your words: kept")).toBeVisible();
  await expect(boxIn(sian, 1)).toHaveValue(SIAN + ADDED);
}

async function chooseGwen(desk: Page): Promise<void> {
  await expect(desk.getByRole("heading", { level: 1, name: en.erasing.title })).toBeVisible();
  await desk.getByLabel(en.erasing.who).selectOption({ label: "Gwen" });
  await desk.getByRole("button", { name: en.erasing.look }).click();
  await expect(desk.getByRole("heading", { name: "What there is of Gwen’s words" })).toBeVisible();
  await expect(desk.getByText("Notes: 1")).toBeVisible();
  await expect(desk.getByText("Words in principles: 2")).toBeVisible();
  await expectAccessible(desk);
}

/** First with nothing chosen. */
async function eraseNote(desk: Page): Promise<void> {
  await desk.getByText(en.erasing.single, { exact: true }).click();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: en.erasing.goOn }).click();
  await expect(desk.getByText(en.erasing.problem.nothing)).toBeVisible();
  await desk.getByText(en.erasing.single, { exact: true }).click();
  await desk.getByLabel(NOTE).check();
  await desk.getByRole("button", { name: en.erasing.goOn }).click();
  await expect(desk.getByRole("heading", { level: 1, name: en.erasing.confirm.title })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: en.erasing.confirm.act }).click();
  await expect(desk.getByText(/Places found: 0$/)).toBeVisible();
  await expect(desk.getByText(en.erasing.state.removed)).toBeVisible();
  await expect(desk.getByText("Words in principles: 2")).toBeVisible();
  await expectAccessible(desk);
}

async function eraseAllInWelsh(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: en.erasing.all }).click();
  await expect(desk.getByText(en.erasing.confirm.shared)).toBeVisible();
  await desk.getByRole("button", { name: "Cymraeg" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: cy.erasing.confirm.title })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: cy.erasing.confirm.act }).click();
  await expect(desk.getByText(/Lleoedd a gafwyd: 0$/).first()).toBeVisible();
  await expect(desk.getByText("Nid oes dim o eiriau Gwen yn sefyll yn y sesiwn hon.")).toBeVisible();
  await expectAccessible(desk);
}

async function eraseSianWithoutScripts(phone: Page): Promise<void> {
  await phone.getByRole("link", { name: cy.erasing.link }).click();
  await phone.getByLabel(cy.erasing.who).selectOption({ label: "Siân" });
  await phone.getByRole("button", { name: cy.erasing.look }).click();
  await expect(phone.getByText("Geiriau mewn egwyddorion: 1")).toBeVisible();
  await phone.getByRole("button", { name: cy.erasing.all }).click();
  await expect(phone.getByText(cy.erasing.confirm.sealed)).toBeVisible();
  await phone.getByRole("button", { name: cy.erasing.confirm.act }).click();
  await expect(phone.getByText(/Lleoedd a gafwyd: 0$/).first()).toBeVisible();
}

function boxIn(sian: Page, place: number) {
  return sian.getByRole("textbox", { name: new RegExp(`^Egwyddor ${place}`) });
}
