/** The facilitator's desk: needs, undo, keys, notes to oneself, a rehearsal, a passage on the wall. */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { chooseQuestion, goTo, hostSession, openDemonstration, unfold } from "./hosting.ts";
import { expectWallFits } from "./wall.ts";

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

test("what a stage needs lies open first, the rest folded under one heading; what was half done in a card outlives the change of stage", async ({ arrive }) => {
  test.setTimeout(120_000);
  const desk = await arrive({ facilitator: true });
  const { code } = await hostSession(desk, await openDemonstration(desk), "Calmly", /^Community of enquiry, 60 minutes/);
  const level = (title: string | RegExp, at: 2 | 3) => expect(desk.getByRole("heading", { level: at, name: title })).toBeVisible();
  await level("Rules", 2);
  await level("Who has been heard", 3);
  await expect(desk.getByRole("heading", { name: "Private ranking" }), "nothing is ranked in this session").toHaveCount(0);
  await unfold(desk, "The floor");
  await desk.getByLabel("Whose hand comes first?").selectOption("Unpaid carers");
  await desk.getByText("Change the code", { exact: true }).click();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Change the code now" }).click();
  await expect(desk.getByText(code, { exact: true })).toHaveCount(0);
  await expect(desk.getByRole("button", { name: "Change the code now" }), "folded again").toBeHidden();

  await goTo(desk, "Building");
  await level("The floor", 2);
  await level("Rules", 3);
  await expect(desk.getByLabel("Whose hand comes first?")).toHaveValue("carer");
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
    await expectWallFollows(wall, desk);
    if ((await desk.getByRole("heading", { level: 2, name: "Choosing", exact: true }).count()) > 0) await chooseQuestion(desk);
    await forward(desk);
  }
  await expectAccessible(desk);
  await putOnScreens(desk, session, wall);
  await desk.goto(`${session}/desk`);
  await desk.getByText("End the rehearsal", { exact: true }).click();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "End it and wipe it now" }).click();
  await expect(desk).toHaveURL(prepared);
  await expect(desk.getByRole("button", { name: "Rehearse this session" })).toBeVisible();
  expect((await wall.goto(`${session}/desk`))?.status()).toBe(404);
});

test("a note to oneself that did not get through says so, and is kept as soon as it can be", async ({ arrive }) => {
  const desk = await arrive({ facilitator: true, meets: [0] });
  await hostSession(desk, await openDemonstration(desk), "On a bad line");
  await desk.route(/\/desk\/note$/, (route) => route.abort());
  await desk.getByLabel("Notes to yourself").fill("Ask about the form.");
  await expect(desk.getByText("Not kept yet. We go on trying; leave this page open.")).toBeVisible();
  await expect(desk.getByText("Kept.", { exact: true })).toHaveCount(0);
  await desk.unroute(/\/desk\/note$/);
  await expect(desk.getByText("Kept.", { exact: true })).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel("Notes to yourself")).toHaveValue("Ask about the form.");
});

test("a stage that is added begins with the words of what the group is to do, and keeps what was typed", async ({ arrive }) => {
  const page = await arrive({ facilitator: true });
  await makeCommunity(page, await openDemonstration(page));
  await page.getByText("Add a stage", { exact: true }).first().click();
  await page.getByLabel("What the group does").selectOption("Building: the dialogue");
  await expect(page.getByLabel("Name in English")).toHaveValue("Building");
  await page.getByLabel("Prompt in English").fill("What would you add?");
  await page.getByLabel("What the group does").selectOption("Last words");
  await expect(page.getByLabel("Name in Welsh")).toHaveValue("Geiriau olaf");
  await expect(page.getByLabel("Minutes")).toHaveValue("8");
  await expect(page.getByLabel("Prompt in English")).toHaveValue("What would you add?");
  await page.getByRole("button", { name: "Add a stage" }).click();
  await expect(page.getByRole("heading", { level: 3, name: "11. Last words" })).toBeVisible();
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
  await page.getByLabel("Remove the template Our Tuesday group").click();
  await page.getByRole("button", { name: "Remove Our Tuesday group now" }).click();
  await expect(page.getByLabel(/^Our Tuesday group/)).toHaveCount(0);
});

async function makeCommunity(page: Page, enquiry: string): Promise<void> {
  await page.goto(`${enquiry}/sessions/new`);
  await page.getByLabel(/^Community of enquiry, 60 minutes/).check();
  await page.getByLabel("Title in English").fill("Whose break is it?");
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page).toHaveURL(/\/sessions\/(?!new)[^/]+$/);
}

/** On to the next stage, as soon as the pretend people have made what it needs. */
async function forward(desk: Page): Promise<void> {
  const stage = await desk.getByText(/^Stage \d+ of \d+$/).innerText();
  const next = desk.getByRole("button", { name: /^Go on to:/ });
  await expect(next).not.toHaveAttribute("aria-disabled", "true");
  await next.click();
  await expect(desk.getByText(stage, { exact: true })).toHaveCount(0);
}

/** The wall follows, and all that it shows can be read. */
async function expectWallFollows(wall: Page, desk: Page): Promise<void> {
  const name = await desk.getByRole("heading", { level: 2 }).first().innerText();
  await expect(wall.getByText(name, { exact: true }).first()).toBeVisible();
  await expectWallFits(wall);
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
