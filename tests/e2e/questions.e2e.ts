/**
 * From silence to the chosen question: a facilitator, a Welsh-speaking carer on the smallest phone, a manager, a
 * practitioner whose browser runs no scripts, and Gwen, who has no device and votes on paper.
 */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration, seatGwen } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { lookAtWalls } from "./wall.ts";

test("notes stay private, questions are made in groups, put together, and one is chosen in secret", async ({ arrive }) => {
  test.setTimeout(400_000);
  const [desk, sian, colin, bryn] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 320, height: 640 }), arrive(), arrive({ javaScript: false, width: 360, height: 740, meets: [0, 422] })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Which question?", /^Community of enquiry, 60 minutes/);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });

  await goTo(desk, "Thinking time");
  await thinkAndShare(sian, id);
  await expectNothingOf("ofni gofyn", [desk, colin, bryn]);
  await goTo(desk, "Making questions");
  await askInGroups(desk, { sian, colin, bryn, id });
  const wall = await openWall(desk, id);
  await goTo(desk, "Airing");
  await expect(desk.getByText("In all: 3 questions"), "what groups brought back counts once").toBeVisible();
  await air(desk, sian, colin);
  await expectOnWall(wall, "Who asks the carer?");
  await goTo(desk, "Choosing");
  await seatGwen(desk, id);
  await desk.goto(`/sessions/${id}/desk`);
  await choose(desk, { sian, colin, bryn, id, wall });
  for (const page of [sian, colin, bryn]) await expect(page.getByText("Who asks the carer?", { exact: true }).first()).toBeVisible();
  await expectAccessible(sian);
  await expectAccessible(desk);
  await expectOnWall(wall, "Who asks the carer?");
});

/** Kept as it is typed; what is shared is shown first, and is nobody's to see before. */
async function thinkAndShare(sian: Page, id: string): Promise<void> {
  await expect(sian.getByText("Amser tawel yw hwn")).toBeVisible();
  await expect(sian.getByText(/Codi llaw, rhoi arwydd/), "thinking time is silence").toHaveCount(0);
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

/** Not in what they see, nor in anything that came with the page. */
async function expectNothingOf(words: string, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.reload();
    expect(await page.content()).not.toContain(words);
  }
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
  await expect(colin.getByText(/^Our rules/), "there are none yet").toHaveCount(0);
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
  await expect(bryn.getByRole("paragraph").filter({ hasText: "What would a break be for?" })).toBeVisible();
  await desk.reload();
  await expect(desk.getByText(/^Bring the groups back together first: they hold 2 questions/)).toBeVisible();
  await desk.getByRole("link", { name: "Go there" }).click();
  await expect(desk).toHaveURL(/#card-groups$/);
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
  await expect(sian.getByText("Rhoddwyd yma gan Colin").first()).toBeVisible();
  await sian.getByText("Enwi'r grŵp hwn").click();
  await sian.getByLabel("Enw'r grŵp hwn").fill("Seibiant");
  await sian.getByRole("button", { name: "Cadw'r enw" }).click();
  await expect(colin.getByRole("heading", { name: "Seibiant" })).toBeVisible();
  await expectAccessible(sian);
  await expectAccessible(colin);
  await colin.getByRole("button", { name: /^Take it out \(question: Beth yw seibiant/ }).click();
  await expect(colin.getByRole("heading", { name: "Seibiant" })).toBeHidden();
}

/** Three ballots come out level, then four choose; one without scripts, one from paper. Only the outcome is told. */
async function choose(desk: Page, { sian, colin, bryn, id, wall }: Room & { readonly wall: Page }): Promise<void> {
  await desk.getByText("Vote in secret", { exact: true }).click();
  await desk.getByRole("button", { name: "Open the secret vote" }).click();
  await expectOnWall(wall, "0 of 4 ballots are in");
  await expect(desk.getByText(/^Fewer than 3 ballots are in\. If you close the vote like this, nobody is told an outcome/)).toBeVisible();
  for (const page of [desk, colin]) await expectAccessible(page);
  await bryn.goto(`/s/${id}`);
  await bryn.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(bryn.getByRole("alert")).toContainText("Choose at least one");
  await voteInEnglish(bryn, "Who asks the carer?");
  await sian.getByLabel("Beth yw seibiant?").check();
  await expectAccessible(sian);
  await sian.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await voteInEnglish(colin, "What would a break be for?");
  await closeVote(desk, "3 of 4");
  await expect(sian.getByRole("heading", { name: "Daeth y cwestiynau hyn yn gyfartal" })).toBeVisible();
  await expect(sian.getByText("Beth yw seibiant?", { exact: true }), "the level ones stand there once").toHaveCount(1);
  await expect(desk.getByRole("button", { name: "Open the secret vote" })).toBeHidden();
  for (const page of [sian, colin, desk]) await expectAccessible(page);
  await expectOnWall(wall, "These questions came out level");
  await lookAtWalls(wall, `/sessions/${id}/projector`);
  await wall.goto(`/sessions/${id}/projector`);

  await desk.getByText("Vote again between the level ones", { exact: true }).click();
  await desk.getByRole("button", { name: "Open the secret vote" }).click();
  await expect(desk.getByText("0 of 4 ballots are in"), "before a page that does not change by itself is loaded").toBeVisible();
  await bryn.goto(`/s/${id}`);
  await voteInEnglish(bryn, "Who asks the carer?");
  await sian.getByLabel("Beth yw seibiant?").check();
  await sian.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await voteInEnglish(colin, "What would a break be for?");
  await voteOnPaper(desk);
  await closeVote(desk, "4 of 4");
  await expect(sian.getByText("Dewiswyd drwy bleidlais gudd")).toBeVisible();
  await expect(sian.getByText("Rydym wedi dewis cwestiwn.")).toBeVisible();
  for (const page of [colin, wall]) await expect(page.getByText("Which question shall we explore together today?"), "what was answered is not asked any more").toHaveCount(0);
  await bryn.goto(`/s/${id}`);
}

async function voteInEnglish(page: Page, question: string): Promise<void> {
  await page.getByLabel(question).check();
  await page.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(page.getByText("Your ballot is in.")).toBeVisible();
}

/** Copied by the facilitator, and changed once: Gwen's last word counts. */
async function voteOnPaper(desk: Page): Promise<void> {
  await desk.getByRole("link", { name: "Cast Gwen’s ballot from paper" }).click();
  await expect(desk.getByRole("heading", { level: 2, name: "Choose one question" })).toBeVisible();
  await expectAccessible(desk);
  await voteInEnglish(desk, "What would a break be for?");
  await desk.getByText("Change my ballot").click();
  await desk.getByLabel("Who asks the carer?").check();
  await desk.getByRole("button", { name: "Put my changed ballot in" }).click();
  await expect(desk.getByLabel("Who asks the carer?"), "what was cast is not shown").toBeHidden();
  await desk.getByRole("link", { name: "Back to the desk" }).click();
}

async function closeVote(desk: Page, cast: string): Promise<void> {
  await expect(desk.getByText(`${cast} ballots are in`)).toBeVisible({ timeout: 25_000 });
  await expect(desk.getByText(/^Fewer than 3 ballots are in/)).toBeHidden();
  await desk.getByText("Close the vote", { exact: true }).click();
  await desk.getByRole("button", { name: "Close the vote and show the outcome" }).click();
}

async function openWall(desk: Page, id: string): Promise<Page> {
  const wall = await desk.context().newPage();
  await wall.setViewportSize({ width: 1280, height: 720 });
  await wall.goto(`/sessions/${id}/projector`);
  return wall;
}

async function expectOnWall(wall: Page, words: string): Promise<void> {
  await expect(wall.getByText(words, { exact: true })).toBeVisible();
  await expectAccessible(wall);
  const over = await wall.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
  expect(over).toBeLessThanOrEqual(0);
}
