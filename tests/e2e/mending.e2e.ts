/** What a facilitator can mend while a session runs: a deletion too large, and all that one person changed. */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

/** Longer than anybody may take out of another's words unasked. */
const LONG = "Cyn i neb ofyn, dylai'r cyngor ffonio a dweud pryd y daw'r seibiant nesaf. ".repeat(9).trim();

test("a large deletion waits and is not allowed; one person's changes are undone, and put back", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, sian, gwen] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Mending");
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(gwen, { code, name: "Gwen", perspective: "manager" });
  await goTo(desk, "Principles");
  await writePrinciples(sian);

  await expect(boxIn(gwen, 1)).toHaveValue(LONG);
  await boxIn(gwen, 1).press("Control+a");
  await gwen.keyboard.press("Delete");
  await expect(gwen.getByRole("heading", { name: "Removing so much waits for the facilitator" })).toBeVisible();
  await expect(boxIn(gwen, 1)).toHaveValue(LONG);
  await expectAccessible(gwen);
  await expect(boxIn(sian, 1, "Egwyddor")).toHaveValue(LONG);

  await expect(desk.getByRole("heading", { name: "Gwen wants to take out a lot" })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Keep the words" }).click();
  await expect(desk.getByRole("heading", { name: "Gwen wants to take out a lot" })).toHaveCount(0);
  await expect(boxIn(sian, 1, "Egwyddor")).toHaveValue(LONG);
  await gwen.getByRole("button", { name: "Put them away" }).click();

  await vandalise(gwen);
  await expect(boxIn(sian, 2, "Egwyddor")).toHaveValue("Twt lol. rhif ffôn, un person");
  await undoAll(desk, { id, sian });
  await putBack(desk, sian);
  await desk.goto(`/sessions/${id}/undo`);
  await readInWelsh(desk);
});

/** A long one that takes time to read, and a short one. */
async function writePrinciples(page: Page): Promise<void> {
  for (const text of [LONG.slice(0, 500), "Un rhif ffôn, un person"]) {
    await page.getByLabel("Egwyddor newydd").fill(text);
    await page.getByRole("button", { name: "Ychwanegu'r egwyddor hon" }).click();
  }
  await boxIn(page, 1, "Egwyddor").press("Control+End");
  await page.keyboard.insertText(LONG.slice(500));
  await expect(page.getByText("Eich geiriau: wedi'u cadw")).toBeVisible();
}

async function vandalise(page: Page): Promise<void> {
  await boxIn(page, 2).press("Control+Home");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await page.keyboard.type("Twt lol. ");
  await page.getByLabel("A new principle").fill("Nothing will ever change");
  await page.getByRole("button", { name: "Add this principle" }).click();
  await expect(page.getByText("Your words: kept")).toBeVisible();
}

async function undoAll(desk: Page, { id, sian }: { id: string; sian: Page }): Promise<void> {
  await desk.getByText("Names", { exact: true }).click();
  await desk.getByRole("link", { name: "Undo what Gwen changed" }).click();
  await expect(desk).toHaveURL(new RegExp(`/sessions/${id}/undo`));
  const principles = desk.getByRole("region", { name: "Principles" });
  await expect(principles).toContainText("Would be taken away (1)");
  await expect(principles).toContainText("Nothing will ever change");
  await expect(principles).toContainText("Would read differently (1)");
  await expectAccessible(desk);
  await principles.getByRole("button", { name: /^Undo these changes/ }).click();
  await expect(desk.getByText("It is undone, on every page. You can put it back below.")).toBeVisible();
  await expectAccessible(desk);
  await expect(boxIn(sian, 2, "Egwyddor")).toHaveValue("Un rhif ffôn, un person");
  await expect(sian.getByText("Nothing will ever change")).toHaveCount(0);
  await expect(boxIn(sian, 1, "Egwyddor")).toHaveValue(LONG);
  await expectAccessible(sian);
}

async function putBack(desk: Page, sian: Page): Promise<void> {
  await desk.getByRole("button", { name: /^Put it back/ }).click();
  await expect(desk.getByText("It is put back, on every page.")).toBeVisible();
  await expect(boxIn(sian, 2, "Egwyddor")).toHaveValue("Twt lol. rhif ffôn, un person");
  await expect(boxIn(sian, 3, "Egwyddor")).toHaveValue("Nothing will ever change");
}

async function readInWelsh(desk: Page): Promise<void> {
  await desk.getByRole("button", { name: "Cymraeg" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Dadwneud yr hyn a newidiodd un person" })).toBeVisible();
  await desk.getByLabel("Newidiadau pwy?").selectOption({ label: "Gwen" });
  await desk.getByRole("button", { name: "Gweld yr hyn a newidiodd" }).click();
  await expect(desk.getByRole("heading", { name: "Yr hyn a newidiodd Gwen" })).toBeVisible();
  await expectAccessible(desk);
}

function boxIn(page: Page, place: number, word = "Principle") {
  return page.getByRole("textbox", { name: new RegExp(`^${word} ${place}`) });
}
