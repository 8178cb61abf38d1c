/**
 * One session from its making to its report, by three people at once: a facilitator, a Welsh-speaking carer
 * on a small phone, and a manager who uses the keyboard alone.
 */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { joinByKeyboard, joinSession } from "./joining.ts";
import { pressOn, tabTo } from "./keyboard.ts";

test("three people go from evidence to agreed priorities, and anyone can walk back", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [facilitator, sian, colin] = await Promise.all([arrive({ facilitator: true, meets: [422] }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);

  await makeSession(facilitator);
  const code = await openDoor(facilitator);
  const returnCode = await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy", atEach: expectAccessible });
  expect(returnCode).toMatch(/^\w{4} \w{4} \w{4}$/);
  await joinByKeyboard(colin, code, "Colin");
  await expect(facilitator.getByText("2 people")).toBeVisible();

  await goOnTo(facilitator, "The evidence");
  await expect(sian.getByRole("heading", { level: 1, name: "Y dystiolaeth" })).toBeVisible({ timeout: 2_000 });
  await expect(colin.getByRole("heading", { level: 1, name: "The evidence" })).toBeVisible({ timeout: 2_000 });

  await markByFinding(sian);
  await markByKeyboard(colin);
  await replyTo(sian, colin);
  await expectAccessible(sian);
  await expectAccessible(colin);

  await goOnTo(facilitator, "Principles");
  await draftPrinciple(sian, colin);
  await goOnTo(facilitator, "Priorities");
  await draftPriorities(sian, colin);

  await goOnTo(facilitator, "Ranking in private");
  await facilitator.getByText("Open the ranking", { exact: true }).click();
  await facilitator.getByRole("button", { name: "Freeze the wording and open the ranking" }).click();
  await rankByTouch(sian);
  await rankByKeyboard(colin);
  await expect(facilitator.getByText("2 of 2 ballots are in")).toBeVisible({ timeout: 15_000 });
  await expectAccessible(facilitator);
  await facilitator.getByText("Close the ranking and publish the outcome").click();
  await facilitator.getByRole("button", { name: "Close and publish now" }).click();
  await expect(colin.getByRole("heading", { name: "What the group chose" })).toBeVisible();
  await expect(colin.getByText("Too few ballots to show an outcome")).toBeVisible();
  await expectAccessible(sian);

  await closeAndWalkBack(facilitator, colin);
});

async function makeSession(page: Page): Promise<void> {
  await page.goto("/enquiries");
  await page.getByRole("link", { name: /A break that feels like a break/ }).click();
  await page.getByRole("link", { name: "New session" }).click();
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel(/^Priority-setting workshop/).check();
  await page.getByLabel("Title in English").fill("What should come first this winter?");
  for (const name of [/Carers talking/, /Two moments/, /Two beds, all year/]) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What should come first this winter?");
  await expectAccessible(page);
}

/** Answers the nine digits. */
async function openDoor(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Open the door" }).click();
  await page.waitForURL(/\/desk$/);
  const shown = await page.getByText(/^\d{3} \d{3} \d{3}$/).first().textContent();
  return shown ?? "";
}

async function goOnTo(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Go on to: ${name}` }).click();
}

async function markByFinding(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).click();
  await page.getByRole("button", { name: "Dod o hyd i'r geiriau" }).click();
  await page.getByRole("textbox", { name: "Teipiwch neu gludwch y geiriau" }).fill("the asking is the hard prt");
  await page.getByRole("button", { name: /^Marcio:/ }).first().click();
  await page.getByLabel("Pam mae hyn yn bwysig?").fill("Un rhif ffôn, un person.");
  await page.getByRole("button", { name: "Ychwanegu fy nodyn" }).click();
  await expect(page.locator("mark", { hasText: "The asking is the hard part" })).toBeVisible();
}

async function markByKeyboard(page: Page): Promise<void> {
  await pressOn(page, "Carers talking: an afternoon in Glan Enfys");
  await expect(page.getByText("Un rhif ffôn, un person.", { exact: true })).toBeVisible();
  await pressOn(page, "Mark with the keyboard");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.type("We never ask how they slept.");
  await pressOn(page, "Add my note");
  await expect(page.getByText("We never ask how they slept.", { exact: true })).toBeVisible();
}

/** A challenge without its reason is not taken; with it, everybody sees it beside the note. */
async function replyTo(sian: Page, colin: Page): Promise<void> {
  const note = sian.getByRole("listitem").filter({ has: sian.getByText("We never ask how they slept.", { exact: true }) }).first();
  await note.getByRole("button", { name: /^Ateb/ }).click();
  await note.getByLabel(/^Rwy'n herio hyn/).check();
  await note.getByLabel("Eich ateb").fill("Rydyn ni'n gofyn.");
  await note.getByRole("button", { name: "Ychwanegu fy ateb" }).click();
  await expect(note.getByText("Rhowch y rheswm dros eich her")).toBeVisible();
  await note.getByRole("textbox", { name: "Oherwydd…" }).fill("Mae'r ffurflen yn holi am gwsg.");
  await note.getByRole("button", { name: "Ychwanegu fy ateb" }).click();
  await expect(colin.getByText("Mae'r ffurflen yn holi am gwsg.", { exact: true })).toBeVisible();
}

/** Both type in the same item at once, and both words stand. */
async function draftPrinciple(sian: Page, colin: Page): Promise<void> {
  await sian.getByLabel("Egwyddor newydd").fill("Mae seibiant a addawyd");
  await sian.getByRole("button", { name: "Ychwanegu'r egwyddor hon" }).click();
  const hers = sian.getByRole("textbox", { name: /^Egwyddor 1/ });
  const his = colin.getByRole("textbox", { name: /^Principle 1/ });
  await expect(his).toHaveValue("Mae seibiant a addawyd");
  await his.focus();
  await colin.keyboard.press("Control+End");
  await hers.focus();
  await sian.keyboard.press("Control+Home");
  await Promise.all([sian.keyboard.type("Bob tro: ", { delay: 30 }), colin.keyboard.type(" yn digwydd", { delay: 30 })]);
  for (const box of [hers, his]) await expect(box).toHaveValue("Bob tro: Mae seibiant a addawyd yn digwydd");
  await expect(sian.getByText("Eich geiriau: wedi'u cadw")).toBeVisible();
  await pressOn(colin, "Words behind this (0)");
  await pressOn(colin, "Add the words behind this");
  await pressOn(colin, "Put these words behind it");
  await expect(sian.getByText("Geiriau y tu ôl i hon (1)")).toBeVisible();
  await expectAccessible(sian);
}

async function draftPriorities(sian: Page, colin: Page): Promise<void> {
  for (const text of ["Shorter notice for beds", "One telephone call to ask", "A small pot of money"]) {
    await tabTo(colin, "A new priority");
    await colin.keyboard.type(text);
    await pressOn(colin, "Add this priority");
    await expect(sian.locator("textarea", { hasText: text }).or(sian.getByText(text)).first()).toBeVisible();
  }
  await pressOn(colin, "Principles it rests on (0)");
  await tabTo(colin, "Choose a principle");
  await colin.keyboard.press("ArrowDown");
  await pressOn(colin, "Rest it on this principle");
  await expect(colin.getByText("Principles it rests on (1)")).toBeVisible();
  await expectAccessible(colin);
}

async function rankByTouch(page: Page): Promise<void> {
  await page.getByRole("button", { name: /A small pot of money/ }).click();
  await page.getByRole("button", { name: /Shorter notice for beds/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await expect(page.getByText("Mae eich pleidlais i mewn.")).toBeVisible();
}

async function rankByKeyboard(page: Page): Promise<void> {
  await pressOn(page, /^One telephone call to ask/);
  await pressOn(page, "Put my ballot in");
  await expect(page.getByText("Your ballot is in.")).toBeVisible();
}

async function closeAndWalkBack(facilitator: Page, colin: Page): Promise<void> {
  await facilitator.getByRole("link", { name: "Close the session" }).or(facilitator.getByRole("button", { name: "Close the session" })).click();
  await expectAccessible(facilitator);
  await facilitator.getByRole("button", { name: "Close the session for good" }).click();
  await expect(facilitator).toHaveURL(/report/);
  await expectAccessible(facilitator);
  await expect(colin.getByRole("heading", { name: "This session has closed" })).toBeVisible();
  await pressOn(colin, "Read the report");
  await expect(colin.getByText("Nobody is named in this report.")).toBeVisible();
  await expect(colin.getByText("Siân")).toHaveCount(0);
  // From a priority to its principle, to the passage behind that, and back: one press of Enter each.
  await pressOn(colin, /^Principle \w+$/);
  await expect(colin.locator(":target")).toContainText("Bob tro: Mae seibiant a addawyd yn digwydd");
  await pressOn(colin, /^Passage /);
  await expect(colin.locator(":target")).toContainText("[1]");
  await expect(colin.locator("mark").first()).toBeVisible();
  await pressOn(colin, /^Principle \w+$/);
  await expect(colin.locator(":target")).toContainText("Bob tro: Mae seibiant a addawyd yn digwydd");
}
