/**
 * What becomes of what people wrote beside the stages for it: a private note shared as an idea and another as something
 * one says, a worry between two rankings. Half the stages are passed over; the report says so, and what moved.
 */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration, type Hosted } from "./hosting.ts";
import { joinSession } from "./joining.ts";

const STATEMENTS = ["Ask before it is too late", "A bed that is promised is there"] as const;

test("the report tells what was said at every stage, ideas, worries, what moved, and what was not held", async ({ arrive, baseURL }) => {
  test.setTimeout(400_000);
  const [desk, wall, sian, colin, bryn] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, height: 720 }), arrive({ language: "cy", width: 360, height: 740 }), arrive(), arrive({ width: 768 })]);
  const hosted = await hostSession(desk, await openDemonstration(desk), "Who is asked?", /^Community of enquiry with agreement, 120 minutes/);
  await joinSession(sian, { code: hosted.code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code: hosted.code, name: "Colin", perspective: "manager" });
  await joinSession(bryn, { code: hosted.code, name: "Bryn", perspective: "practitioner" });

  await goTo(desk, "Thinking time");
  await shareNote(sian, { text: "cael eich holi", as: cy.thinking.as.concept, say: cy });
  await shareNote(colin, { text: "I never asked her", as: en.thinking.as.said, say: en });
  await goTo(desk, "Making questions");
  await lookAtIdeas(colin);

  await goTo(desk, "Drafting priorities");
  await draft(colin);
  const rank = ranking(desk, { ...hosted, origin: baseURL ?? "" });
  await goTo(desk, "Private round");
  await rank([[sian, 0], [colin, 0], [bryn, 0]]);
  await goTo(desk, "Hearing reservations");
  await sayWorry(bryn);
  await goTo(desk, "Second private round");
  await rank([[sian, 1], [colin, 1], [bryn, 1]]);
  await wall.goto(`/sessions/${hosted.id}/projector`);
  await expect(wall.getByText("(Up from 2)")).toBeVisible();
  expect(await wall.evaluate(() => document.documentElement.scrollHeight), "nothing to scroll on the wall").toBeLessThanOrEqual(720);
  await expectAccessible(wall);

  await wall.goto(`/sessions/${hosted.id}/close`);
  await wall.getByRole("button", { name: "Close the session for good" }).click();
  await expect(wall).toHaveURL(/report/);
  await readReport(colin);
  await sian.getByRole("link", { name: cy.stages.room.report }).click();
  await expect(sian.getByText("cael eich holi")).toBeVisible();
  await expect(sian.getByText(`(${cy.report.notHeld})`).first()).toBeVisible();
  for (const page of [colin, sian]) await expectAccessible(page);
});

/** Kept in silence, looked at as others will see it, and shared. */
async function shareNote(page: Page, { text, as, say }: { readonly text: string; readonly as: string; readonly say: typeof en | typeof cy }): Promise<void> {
  await page.getByLabel(say.thinking.newLabel).fill(text);
  await expect(page.getByText(say.thinking.kept, { exact: true })).toBeVisible();
  await page.getByText(say.thinking.shareAs).click();
  await page.getByRole("link", { name: as }).click();
  await page.getByRole("button", { name: say.thinking.share.yes }).click();
  await expect(page).toHaveURL(/\/s\/[^/]+$/);
}

/** Where questions are made, everybody's ideas are at hand. */
async function lookAtIdeas(colin: Page): Promise<void> {
  await colin.getByText(en.concepts.title, { exact: true }).click();
  await expect(colin.getByText("cael eich holi", { exact: true })).toBeVisible();
  await expectAccessible(colin);
}

async function draft(colin: Page): Promise<void> {
  for (const statement of STATEMENTS) {
    await colin.getByLabel("A new priority").fill(statement);
    await colin.getByRole("button", { name: "Add this priority" }).click();
    await expect(colin.getByRole("textbox", { name: /^Priority/ }).filter({ hasText: statement })).toBeVisible();
  }
}

/** A private round as the desk opens and closes it, in which each puts one statement first. */
function ranking(desk: Page, { id, origin }: Pick<Hosted, "id"> & { readonly origin: string }) {
  const press = async (intent: string) => expect(await desk.request.post(`/sessions/${id}/desk`, { form: { intent }, headers: { origin } })).toBeOK();
  return async (ballots: readonly (readonly [Page, 0 | 1])[]) => {
    await press("openRound");
    for (const [page, first] of ballots) {
      const say = page === ballots[0]?.[0] ? cy : en;
      await page.getByRole("button", { name: STATEMENTS[first] }).click();
      await page.getByRole("button", { name: say.voting.form.cast }).click();
      await expect(page.getByText(say.voting.form.in)).toBeVisible();
    }
    await press("closeRound");
  };
}

/** The prompt says where: under "Talk". */
async function sayWorry(bryn: Page): Promise<void> {
  await expect(bryn.getByText(/write it under “Talk”/)).toBeVisible();
  await bryn.locator("summary", { hasText: en.talk.tools.title }).first().click();
  await bryn.getByRole("textbox", { name: en.talk.say.words }).fill("Nobody can promise a bed.");
  await bryn.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  await expect(bryn.getByText("Nobody can promise a bed.", { exact: true })).toBeVisible();
}

async function readReport(colin: Page): Promise<void> {
  await colin.getByRole("link", { name: en.stages.room.report }).click();
  await expect(colin.getByText("I never asked her"), "said at the thinking time").toBeVisible();
  await expect(colin.getByText("Nobody can promise a bed."), "a worry between the rounds").toBeVisible();
  await expect(colin.getByRole("heading", { level: 3, name: en.report.beside })).toBeVisible();
  await expect(colin.getByText("cael eich holi"), "an idea, though there was no stage for ideas").toBeVisible();
  await expect(colin.getByRole("rowheader", { name: /^A bed that is promised is there.*Up from 2/ })).toBeVisible();
  for (const name of ["The evidence", "Airing", "Building", "Review"]) await expect(colin.getByRole("heading", { level: 3, name: new RegExp(`${name} \\(${en.report.notHeld}\\)`) })).toBeVisible();
  await expect(colin.getByRole("heading", { level: 3, name: /Making questions \(planned for 8 minutes\)/ })).toBeVisible();
}
