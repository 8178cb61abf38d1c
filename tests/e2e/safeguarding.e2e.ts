/** "I'm worried about someone": it reaches the facilitator and the named contact alone, and what it is about is hidden and kept. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { beginNote } from "./marking.ts";

const NOTE = "My neighbour locks her in at night.";

test("a worry goes to the desk and to the named contact, hides the words it is about, and they can be shown again", async ({ arrive }) => {
  test.setTimeout(180_000);
  const [desk, contact, sian, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740, language: "cy" }), arrive({ width: 320, height: 640, language: "cy", meets: [422] }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Somebody is worried");
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await goTo(desk, "The evidence");
  for (const page of [sian, tom]) await page.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).click();
  await beginNote(tom, "The asking is the hard part", NOTE);
  await tom.getByRole("button", { name: "Add my note" }).click();
  await expect(sian.getByText(NOTE, { exact: true })).toBeVisible();

  await sian.goto(`/s/${id}/worried`);
  await expectAccessible(sian);
  await sian.getByRole("button", { name: /^Dweud wrth yr hwylusydd/ }).click();
  await expect(sian.getByRole("alert")).toContainText(cy.safeguarding.words.missing);
  await sian.getByLabel(cy.safeguarding.words.label).fill("Rwy'n poeni amdani.");
  await sian.getByLabel(cy.safeguarding.about.label).selectOption({ label: `Tom: ${NOTE}` });
  await sian.getByRole("button", { name: /^Dweud wrth yr hwylusydd/ }).click();
  await expect(sian.getByRole("heading", { level: 1, name: cy.safeguarding.sent.title })).toBeVisible();
  await expect(tom.getByText(NOTE, { exact: true }), "hidden from everybody, its writer too").toHaveCount(0);

  await expect(desk.getByText("Rwy'n poeni amdani.")).toBeVisible();
  await expect(desk.getByText(NOTE)).toBeVisible();
  await expectAccessible(desk);
  const address = (await desk.getByRole("link", { name: /^Screen for/ }).getAttribute("href")) ?? "";
  await contact.goto(address);
  await expect(contact.getByText("Rwy'n poeni amdani.")).toBeVisible();
  await expectAccessible(contact);
  await contact.getByRole("button", { name: "English" }).click();
  await expect(contact.getByRole("button", { name: en.safeguarding.card.see })).toBeVisible();
  await expectAccessible(contact);
  await contact.getByRole("button", { name: en.safeguarding.card.see }).click();
  await expect(desk.getByText(/is seeing to it\.$/)).toBeVisible();
  expect(await tom.content(), "nobody else is told").not.toContain("poeni amdani");

  await desk.getByRole("button", { name: en.safeguarding.card.show }).click();
  await expect(tom.getByText(NOTE, { exact: true })).toBeVisible();
});
