/** The facilitator's desk: needs, undo, keys, notes to oneself, a rehearsal, a passage on the wall. */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";

test("a stage that lacks something says so; a change of stage is taken back; keys press buttons; notes stay private", async ({ arrive }) => {
  test.setTimeout(120_000);
  const desk = await arrive({ facilitator: true });
  await hostSession(desk, await openDemonstration(desk), "At the desk");
  await goTo(desk, "Priorities");
  await expect(desk.getByText("This stage needs priorities, and none has been drafted yet.")).toBeVisible();
  await desk.getByRole("button", { name: /^Undo: back to Getting ready, 10:00 left/ }).click();
  await expect(desk.getByRole("heading", { level: 2, name: "Getting ready" })).toBeVisible();
  await desk.keyboard.press("n");
  await expect(desk.getByRole("heading", { level: 2, name: "The evidence" })).toBeVisible();
  await desk.getByLabel("Notes to yourself").fill("Ask Mair about the form.");
  await desk.keyboard.press("n");
  await expect(desk.getByLabel("Notes to yourself")).toHaveValue("Ask Mair about the form.n");
  await expect(desk.getByRole("heading", { level: 2, name: "The evidence" })).toBeVisible();
  await expect(desk.getByText("Kept.", { exact: true })).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel("Notes to yourself")).toHaveValue("Ask Mair about the form.n");
  await desk.getByRole("heading", { name: "Keys" }).click();
  await desk.getByLabel("Use these keys").uncheck();
  await desk.keyboard.press("n");
  await expect(desk.getByRole("heading", { level: 2, name: "The evidence" })).toBeVisible();
  await expectAccessible(desk);
});

test("a rehearsal runs every stage with pretend people, fits the wall in both languages, and leaves nothing", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, wall] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, width: 1280, height: 720, meets: [404] })]);
  const enquiry = await openDemonstration(desk);
  await makeCommunity(desk, enquiry);
  const prepared = desk.url();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Rehearse this session" }).click();
  await expect(desk.getByText("Rehearsal: nothing here is kept")).toBeVisible();
  const session = desk.url().replace(/\/desk$/, "");
  await wall.goto(`${session}/projector?languages=both`);
  await expect(wall.getByText("Rehearsal: nothing here is kept")).toBeVisible();
  await expectAccessible(wall);
  for (let step = 0; step < 20 && (await desk.getByText("This is the last stage.").count()) === 0; step++) {
    await expectWallFits(wall, desk);
    await forward(desk);
  }
  await expectAccessible(desk);
  await putOnScreens(desk, session, wall);
  await desk.goto(`${session}/desk`);
  await desk.getByRole("button", { name: "End the rehearsal" }).click();
  await expect(desk).toHaveURL(prepared);
  await expect(desk.getByRole("button", { name: "Rehearse this session" })).toBeVisible();
  expect((await wall.goto(`${session}/desk`))?.status()).toBe(404);
});

test("stages are kept as a template of one's own, offered, and deleted", async ({ arrive }) => {
  const page = await arrive({ facilitator: true });
  const enquiry = await openDemonstration(page);
  await makeCommunity(page, enquiry);
  await page.getByText("Save these stages as a template").first().click();
  await page.getByLabel("What shall the template be called?").fill("Our Tuesday group");
  await page.getByRole("button", { name: "Save these stages as a template" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(`${enquiry}/sessions/new`);
  await expect(page.getByLabel(/^Our Tuesday group/)).toBeVisible();
  await page.getByText("Your own templates").click();
  await page.getByRole("button", { name: "Remove the template Our Tuesday group" }).click();
  await expect(page.getByLabel(/^Our Tuesday group/)).toHaveCount(0);
});

async function makeCommunity(page: Page, enquiry: string): Promise<void> {
  await page.goto(`${enquiry}/sessions/new`);
  await page.getByLabel(/^Community of enquiry, 60 minutes/).check();
  await page.getByLabel("Title in English").fill("Whose break is it?");
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page).toHaveURL(/\/sessions\/(?!new)[^/]+$/);
}

/** On to the next stage, or to the one after it when the next lacks something. */
async function forward(desk: Page): Promise<void> {
  const stage = await desk.getByText(/^Stage \d+ of \d+$/).innerText();
  const next = desk.getByRole("button", { name: /^Go on to:/ });
  if ((await next.getAttribute("aria-disabled")) === "true") await desk.getByRole("listitem").filter({ has: desk.getByText("Now", { exact: true }) }).locator("~ li").getByRole("button").first().click();
  else await next.click();
  await expect(desk.getByText(stage, { exact: true })).toHaveCount(0);
}

/** Nothing below the edge, both languages there, and no word smaller than a fortieth of the height: readable from eight metres. */
async function expectWallFits(wall: Page, desk: Page): Promise<void> {
  const name = await desk.getByRole("heading", { level: 2 }).first().innerText();
  await expect(wall.getByText(name, { exact: true }).first()).toBeVisible();
  const { hidden, smallest } = await wall.evaluate(() => {
    const words = document.createTreeWalker(document.querySelector(".projector") ?? document.body, NodeFilter.SHOW_TEXT);
    const sizes: number[] = [];
    while (words.nextNode()) {
      const parent = words.currentNode.parentElement;
      if (parent && words.currentNode.textContent?.trim() && parent.checkVisibility() && !parent.closest(".visually-hidden, .projector-languages")) sizes.push(parseFloat(getComputedStyle(parent).fontSize));
    }
    const root = document.documentElement;
    return { hidden: root.scrollHeight - root.clientHeight, smallest: Math.min(...sizes) };
  });
  expect(hidden, `nothing below the wall's edge at ${name}`).toBeLessThanOrEqual(0);
  expect(smallest, `the smallest words at ${name}, in pixels`).toBeGreaterThanOrEqual(720 / 40);
}

async function putOnScreens(desk: Page, session: string, wall: Page): Promise<void> {
  await desk.goto(`${session}/spotlight`);
  await desk.getByRole("link", { name: /Two beds, all year/ }).click();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Put its limitations on the screens, to read out" }).click();
  await expect(wall.getByRole("heading", { level: 1, name: /Two beds, all year/ })).toBeVisible();
  await expectAccessible(wall);
  await desk.getByRole("button", { name: "Take it down" }).click();
  await expect(wall.getByRole("heading", { level: 1, name: /Two beds, all year/ })).toHaveCount(0);
}
