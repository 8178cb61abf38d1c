/**
 * From silence to the chosen question: a facilitator, a Welsh-speaking carer on the smallest phone, a manager, and a
 * practitioner whose browser runs no scripts.
 */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

test("notes stay private, questions are made in groups, put together, and one is chosen in secret", async ({ arrive }) => {
  test.setTimeout(400_000);
  const [desk, sian, colin, bryn] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 320, height: 640 }), arrive(), arrive({ javaScript: false, width: 360, height: 740, meets: [0, 422] })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Which question?", /^Community of enquiry, 60 minutes/);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });

  await goTo(desk, "Thinking time");
  await thinkAndShare(sian, id);
  await goTo(desk, "Making questions");
  await askInGroups(desk, { sian, colin, bryn, id });
  await goTo(desk, "Airing");
  await air(desk, sian, colin);
  await goTo(desk, "Choosing");
  await choose(desk, { sian, colin, bryn, id });
  for (const page of [sian, colin, bryn]) await expect(page.getByText("Who asks the carer?", { exact: true }).first()).toBeVisible();
  await expectAccessible(sian);
  await expectAccessible(desk);
  await lookAtTheWall(desk, id);
});

/** Kept as it is typed; what is shared is shown first, and is nobody's to see before. */
async function thinkAndShare(sian: Page, id: string): Promise<void> {
  await expect(sian.getByText("Amser tawel yw hwn")).toBeVisible();
  await sian.getByLabel("Nodyn preifat newydd").fill("Rwy'n ofni gofyn. Does neb yn holi.");
  await expect(sian.getByText("Wedi'i gadw", { exact: true })).toBeVisible();
  await expectAccessible(sian);
  await sian.getByText("Rhannu hwn gyda phawb").click();
  await sian.getByRole("link", { name: "Fel rhywbeth rwy'n ei ddweud" }).click();
  await expect(sian.getByRole("heading", { level: 1, name: "Rhannu'r nodyn hwn?" })).toBeVisible();
  await sian.getByLabel("Beth fydd pawb yn ei weld").fill("Does neb yn holi.");
  await sian.getByRole("button", { name: "Dangos i mi sut y bydd yn edrych" }).click();
  await expect(sian.getByRole("blockquote")).toHaveText("Does neb yn holi.");
  await expectAccessible(sian);
  await sian.getByRole("button", { name: "Ie, ei rannu" }).click();
  await expect(sian).toHaveURL(new RegExp(`/s/${id}$`));
}

interface Room {
  readonly sian: Page;
  readonly colin: Page;
  readonly bryn: Page;
  readonly id: string;
}

/** All three in one group; then they come back with what they made. */
async function askInGroups(desk: Page, { sian, colin, bryn, id }: Room): Promise<void> {
  await desk.getByRole("button", { name: "Form small groups" }).click();
  await expect(colin.getByRole("heading", { name: "Your small group: group 1" })).toBeVisible();
  await colin.getByRole("button", { name: "Add this question" }).click();
  await expect(colin.getByRole("alert")).toContainText("Write your question first");
  await colin.getByLabel("Your question").fill("Who asks the carer?");
  await colin.getByRole("button", { name: "Add this question" }).click();
  await sian.getByRole("button", { name: /^Fi hefyd a'i lluniodd/ }).click();
  await expect(colin.getByText("Colin, Siân")).toBeVisible();
  await expectAccessible(sian);
  await bryn.goto(`/s/${id}`);
  await bryn.getByRole("button", { name: "Add this question" }).click();
  await expect(bryn.getByRole("alert")).toContainText("Write your question first");
  await bryn.getByLabel("Your question").fill("What would a break be for?");
  await bryn.getByRole("button", { name: "Try again" }).click();
  await expect(bryn.getByText("What would a break be for?", { exact: true })).toBeVisible();
  await desk.reload();
  await desk.getByRole("button", { name: "Bring the groups back together" }).click();
  await expect(colin.getByRole("heading", { name: /^Your small group/ })).toBeHidden();
  await expect(colin.getByText("from group 1").first()).toBeVisible();
  await sian.getByLabel("Eich cwestiwn").fill("Beth yw seibiant?");
  await sian.getByText("Ei dynnu o ddarn").click();
  await sian.getByRole("button", { name: "Ychwanegu'r cwestiwn hwn" }).click();
  await expect(colin.getByText("Beth yw seibiant?", { exact: true })).toBeVisible();
}

/** One question on every screen; two put together, named, and taken apart again. */
async function air(desk: Page, sian: Page, colin: Page): Promise<void> {
  await desk.getByRole("button", { name: "Start with: Who asks the carer?" }).click();
  await expect(sian.getByText("Nawr: y cwestiwn hwn")).toBeVisible();
  const card = colin.getByRole("listitem").filter({ has: colin.locator("p", { hasText: "Beth yw seibiant?" }) });
  await card.getByText("Put it with another").click();
  await card.getByLabel("It goes with").selectOption("What would a break be for?");
  await card.getByRole("button", { name: "Put them together" }).click();
  await expect(sian.getByRole("heading", { name: "Cwestiynau sy'n mynd gyda'i gilydd" })).toBeVisible();
  await sian.getByText("Enwi'r grŵp hwn").click();
  await sian.getByLabel("Enw'r grŵp hwn").fill("Seibiant");
  await sian.getByRole("button", { name: "Cadw'r enw" }).click();
  await expect(colin.getByRole("heading", { name: "Seibiant" })).toBeVisible();
  await expectAccessible(sian);
  await expectAccessible(colin);
  await colin.getByRole("button", { name: /^Take it out \(question: Beth yw seibiant/ }).click();
  await expect(colin.getByRole("heading", { name: "Seibiant" })).toBeHidden();
}

/** Three ballots, one of them without scripts; only the outcome is told. */
async function choose(desk: Page, { sian, colin, bryn, id }: Room): Promise<void> {
  await desk.getByRole("button", { name: "Open the secret vote" }).click();
  await expect(desk.getByText("0 of 3 ballots are in")).toBeVisible();
  await bryn.goto(`/s/${id}`);
  await bryn.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(bryn.getByRole("alert")).toContainText("Choose at least one");
  await bryn.getByLabel("Who asks the carer?").check();
  await bryn.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(bryn.getByText("Your ballot is in.")).toBeVisible();
  await sian.getByLabel("Beth yw seibiant?").check();
  await expectAccessible(sian);
  await sian.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await colin.getByLabel("Who asks the carer?").check();
  await colin.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(desk.getByText("3 of 3 ballots are in")).toBeVisible({ timeout: 25_000 });
  await desk.getByRole("button", { name: "Close the vote and show the outcome" }).click();
  await expect(sian.getByText("Dewiswyd drwy bleidlais gudd")).toBeVisible();
  await bryn.goto(`/s/${id}`);
}

async function lookAtTheWall(desk: Page, id: string): Promise<void> {
  const wall = await desk.context().newPage();
  await wall.setViewportSize({ width: 1280, height: 720 });
  await wall.goto(`/sessions/${id}/projector`);
  await expect(wall.getByText("Who asks the carer?", { exact: true })).toBeVisible();
  await expectAccessible(wall);
  const over = await wall.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(over).toBeLessThanOrEqual(0);
}
