/** The clock never cuts anyone off: it comes to zero, in real time, while two people are in the middle of a sentence. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration, setMinutes } from "./hosting.ts";
import { joinSession } from "./joining.ts";

const SHARED = "Mae seibiant";
const REST = " a addawyd yn digwydd, bob tro.";
const OWN = "Nobody asks twice for one break.";

/** Milliseconds between letters: slow enough that the clock comes to zero in the middle. */
const PACE = { delay: 200, timeout: 60_000 };

test("time runs out while people write: they write on, are told kindly, and more time takes nothing away", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, sian, colin] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "When the time is up");
  await desk.goto(`/sessions/${id}`);
  await setMinutes(desk, "Principles", 1);
  await desk.goto(`/sessions/${id}/desk`);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  await goTo(desk, "Principles");
  await sian.getByLabel("Egwyddor newydd").fill(SHARED);
  await sian.getByRole("button", { name: "Ychwanegu'r egwyddor hon" }).click();
  // One types into what everybody sees, the other into what nobody has seen yet.
  const shared = sian.getByRole("textbox", { name: /^Egwyddor 1/ });
  const own = colin.getByLabel("A new principle");
  await shared.press("End");
  await desk.getByRole("button", { name: "Start the clock" }).click();
  await expect(desk.getByRole("timer")).toHaveText(/^0:0[1-4]$/, { timeout: 75_000 });
  const place = (await shared.boundingBox())?.y ?? 0;
  await Promise.all([shared.pressSequentially(REST, PACE), own.pressSequentially(OWN, PACE)]);

  await expect(sian.getByText(cy.session.clock.over)).toBeVisible();
  await expect(sian.getByText(cy.session.clock.passed.zero)).toBeAttached();
  await expect(colin.getByText(en.session.clock.over)).toBeVisible();
  await expect(desk.getByText(en.session.clock.over)).toBeVisible();
  for (const box of [shared, own]) await expect(box).toBeFocused();
  expect(Math.abs(((await shared.boundingBox())?.y ?? 0) - place), "pixels that her words moved on the screen").toBeLessThan(2);
  await expectWords(shared, own);
  await expectAccessible(sian);
  await expectAccessible(desk);

  await desk.getByRole("button", { name: "Add 5 minutes" }).click();
  for (const page of [desk, sian, colin]) await expect(page.getByRole("timer")).toHaveText(/^[45]:\d\d$/);
  await expectWords(shared, own);
  for (const box of [shared, own]) await expect(box).toBeFocused();
  await colin.getByRole("button", { name: "Add this principle" }).click();
  await expect(sian.getByRole("textbox", { name: /^Egwyddor 2/ })).toHaveValue(OWN);
  await colin.reload();
  await expect(colin.getByRole("textbox", { name: /^Principle 1/ })).toHaveValue(SHARED + REST);
});

async function expectWords(shared: ReturnType<Page["getByRole"]>, own: ReturnType<Page["getByLabel"]>): Promise<void> {
  await expect(shared).toHaveValue(SHARED + REST);
  await expect(own).toHaveValue(OWN);
}
