/** A whole session on a phone whose browser runs no scripts, in Welsh. */
import { expect, test, type Page } from "#tests/browser.ts";

import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

test("without JavaScript one can join, read and note, rank, and read the report", async ({ arrive }) => {
  test.setTimeout(120_000);
  const [desk, mair] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 360, height: 740, javaScript: false, meets: [0, 422] })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "A session without scripts");
  await joinSession(mair, { code, name: "Mair", perspective: "carer", language: "cy" });
  await expect(mair.getByRole("heading", { level: 1, name: "Paratoi" })).toBeVisible();

  await goTo(desk, "The evidence");
  await mair.reload();
  await expect(mair.getByRole("heading", { level: 1, name: "Y dystiolaeth" })).toBeVisible();
  await readAndNote(mair);

  await goTo(desk, "Priorities");
  await mair.goto(`/s/${id}`);
  for (const text of ["Un rhif ffôn", "Gwely ar gael", "Pot bach o arian"]) await addPriority(mair, text);

  await goTo(desk, "Ranking in private");
  await desk.getByText("Open the ranking", { exact: true }).click();
  await desk.getByRole("button", { name: "Freeze the wording and open the ranking" }).click();
  await expect(desk.getByText("Close the ranking and publish the outcome")).toBeVisible();
  await mair.goto(`/s/${id}`);
  await rankByMenus(mair);

  await desk.getByText("Close the ranking and publish the outcome").click();
  await desk.getByRole("button", { name: "Close and publish now" }).click();
  await closeSession(desk);
  await mair.goto(`/s/${id}`);
  await readReport(mair);
});

/** The form of its own, first with nothing in it. */
async function readAndNote(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Fy ngwyliau bach i" }).click();
  await page.getByRole("link", { name: /^Nodyn ar y rhan hon/ }).nth(1).click();
  await page.getByRole("button", { name: "Ychwanegu fy nodyn" }).click();
  await expect(page.getByRole("alert")).toContainText("Dywedwch pam mae hyn yn bwysig");
  await page.getByLabel("Pam mae hyn yn bwysig?").fill("Dyna fy mam i.");
  await page.getByRole("button", { name: "Ychwanegu fy nodyn" }).click();
  await expect(page.getByText("Dyna fy mam i.", { exact: true })).toBeVisible();
  await expect(page.locator("mark").first()).toBeVisible();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText("Dyna fy mam i.", { exact: true }), "the other language keeps the place").toBeVisible();
  await page.getByRole("button", { name: "Cymraeg" }).click();
}

async function addPriority(page: Page, text: string): Promise<void> {
  await page.getByLabel("Blaenoriaeth newydd").fill(text);
  await page.getByRole("button", { name: "Ychwanegu'r flaenoriaeth hon" }).click();
  await expect(page.getByRole("textbox", { name: /^Blaenoriaeth \d/ }).filter({ hasText: text })).toBeVisible();
}

/** Two at one place first: what was chosen stays, and the words of the problem lead to it. */
async function rankByMenus(page: Page): Promise<void> {
  await page.getByLabel("Un rhif ffôn").selectOption("1af");
  await page.getByLabel("Pot bach o arian").selectOption("1af");
  await page.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await expect(page.getByRole("alert")).toContainText("1af: rydych wedi rhoi'r safle hwn i fwy nag un.");
  for (const name of ["Un rhif ffôn", "Pot bach o arian"]) await expect(page.getByLabel(name).locator("option:checked")).toHaveText("1af");
  await page.getByLabel("Pot bach o arian").selectOption("2il");
  await page.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await expect(page.getByText("Mae eich pleidlais i mewn.")).toBeVisible();
}

async function closeSession(desk: Page): Promise<void> {
  await desk.getByRole("link", { name: "Close the session" }).click();
  await desk.getByRole("button", { name: "Close the session for good" }).click();
  await expect(desk).toHaveURL(/report/);
}

async function readReport(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Mae'r sesiwn hon wedi cau" })).toBeVisible();
  await page.getByRole("link", { name: "Darllen yr adroddiad" }).click();
  await expect(page.getByRole("heading", { name: "Yn fyr" })).toBeVisible();
  await expect(page.getByText("Un rhif ffôn").first()).toBeVisible();
  await expect(page.getByText("Mair")).toHaveCount(0);
}
