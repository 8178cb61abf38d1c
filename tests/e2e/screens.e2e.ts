/** Every screen in both languages: axe finds nothing, and nothing scrolls sideways on the smallest phone. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { beginNote } from "./marking.ts";
import { expectWallFits } from "./wall.ts";

const LANGUAGES = ["en", "cy"] as const;

/** CSS pixels: WCAG's reflow asks for 320. */
const SMALLEST = 320;

const CLOSED = /Agreeing what matters: a session that has closed/;

for (const language of LANGUAGES) {
  test(`public screens, ${language}`, async ({ arrive }) => {
    const page = await arrive({ language, width: SMALLEST, height: 640, meets: [404] });
    await lookAt(page, ["/", "/about", "/privacy", "/accessibility", "/sign-in", "/join", "/join/return", "/join?code=123456789", "/join/left", "/nothing-here"]);
  });

  test(`a facilitator's screens, ${language}`, async ({ arrive }) => {
    test.setTimeout(180_000);
    const page = await arrive({ facilitator: true });
    const enquiry = await openDemonstration(page);
    const closed = await sessionAt(page, CLOSED);
    const { id } = await hostSession(page, enquiry, "To be looked at");
    const evidence = await firstEvidence(page, enquiry);
    await hold(page, { language, width: SMALLEST });
    await lookAt(page, ["/enquiries", "/enquiries/new", "/account", enquiry, ...under(enquiry, ["edit", "team", "evidence/new", "sessions/new"]), evidence, `${evidence}/correct`]);
    await lookAt(page, [`/sessions/${id}`, ...under(`/sessions/${id}`, ["desk", "sheet", "close"]), ...under(closed, ["", "report", "record"])]);
    await lookAt(page, under(`/s/${id}`, ["", "people"]));
    await lookAt(page, [closed.replace("/sessions/", "/s/"), await publicReport(page, closed)]);
  });

  test(`joining and the room at each stage, ${language}`, async ({ arrive }) => {
    test.setTimeout(180_000);
    const desk = await arrive({ facilitator: true });
    const { id, code } = await hostSession(desk, await openDemonstration(desk), "To be walked through");
    const mair = await arrive({ language, width: SMALLEST, height: 640 });
    await joinSession(mair, { code, name: "Mair", perspective: "carer", language, atEach: expectAccessible });
    await goTo(desk, "Priorities");
    await expect(mair.getByRole("heading", { level: 1, name: { en: "Priorities", cy: "Blaenoriaethau" }[language] })).toBeVisible();
    await addTwo(mair, language);
    await lookAtEachStage(mair, `/s/${id}`);
    await lookAt(mair, under(`/s/${id}`, ["worried", "leave", "hand-on"]));
    await mair.getByRole("button", { name: { en: en.handOn.goOn, cy: cy.handOn.goOn }[language] }).click();
    await expect(mair.getByRole("heading", { level: 1, name: { en: en.handOn.codeTitle, cy: cy.handOn.codeTitle }[language] })).toBeVisible();
    await expectAccessible(mair);
  });
}

test("the projector shows each stage at 1280 by 720 with nothing to scroll", async ({ arrive }) => {
  test.setTimeout(120_000);
  const [desk, wall] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, width: 1280, height: 720 })]);
  const { id } = await hostSession(desk, await openDemonstration(desk), "On the wall");
  await wall.goto(`/sessions/${id}/projector`);
  await desk.goto(`/s/${id}`);
  await desk.getByText("All stages").click();
  await desk.getByRole("link", { name: "Priorities" }).click();
  await addTwo(desk, "en");
  await desk.goto(`/sessions/${id}/desk`);
  for (const [stage, prompt] of [["The evidence", /^Listen or read/], ["Principles", /^What must hold true/], ["Ranking in private", /^Choose the ones/]] as const) {
    await goTo(desk, stage);
    await expect(wall.getByRole("heading", { level: 1, name: prompt })).toBeVisible();
    await expectAccessible(wall);
    await expectWallFits(wall);
  }
});

for (const [colours, width] of [["dark", 768], ["forced", 1440]] as const) {
  test(`a sample of screens in ${colours} colours at ${width} pixels`, async ({ arrive }) => {
    test.setTimeout(120_000);
    const page = await arrive({ facilitator: true, colours, width });
    const enquiry = await openDemonstration(page);
    const closed = await sessionAt(page, CLOSED);
    const { id } = await hostSession(page, enquiry, "In other colours");
    await goTo(page, "Principles");
    await lookAt(page, ["/", "/join", enquiry, `${enquiry}/sessions/new`, `/sessions/${id}/desk`, `/s/${id}`, ...under(closed, ["report", "record"])]);
  });
}

test("the language switch keeps the place, and words that are not saved yet", async ({ arrive }) => {
  test.setTimeout(120_000);
  const page = await arrive({ facilitator: true });
  await page.goto("/enquiries/new");
  await page.getByRole("group", { name: "Question" }).getByLabel("English").fill("Who rings back?");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page).toHaveURL(/\/enquiries\/new$/);
  await expect(page.getByRole("group", { name: "Cwestiwn" }).getByLabel("Saesneg")).toHaveValue("Who rings back?");
  await page.getByRole("button", { name: "English" }).click();

  const { id } = await hostSession(page, await openDemonstration(page), "Half a note");
  await goTo(page, "The evidence");
  await page.goto(`/s/${id}`);
  await page.getByRole("link", { name: "Two beds, all year: a note on cost and use" }).click();
  await beginNote(page, "weeks' notice", "Nobody knows six");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Two beds, all year: a note on cost and use" })).toBeVisible();
  await expect(page.getByLabel("Pam mae hyn yn bwysig?")).toHaveValue("Nobody knows six");
});

/** Looks at each address once its page stands. */
async function lookAt(page: Page, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    await expectAccessible(page);
  }
}

function under(address: string, parts: readonly string[]): string[] {
  return parts.map((part) => `${address}/${part}`);
}

/** From an enquiry's page: where a session of it lives. */
async function sessionAt(page: Page, name: RegExp): Promise<string> {
  const address = await page.getByRole("link", { name }).first().getAttribute("href");
  return address?.replace(/\/report$/, "") ?? "";
}

/** The address that anybody with the link reads. */
async function publicReport(page: Page, closed: string): Promise<string> {
  await page.goto(`${closed}/report`);
  return (await page.getByRole("link", { name: /\/report\// }).getAttribute("href")) ?? "";
}

async function firstEvidence(page: Page, enquiry: string): Promise<string> {
  await page.goto(enquiry);
  return (await page.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).getAttribute("href")) ?? "";
}

/** Another device in the same hands. */
async function hold(page: Page, { language, width }: { readonly language: "en" | "cy"; readonly width: number }): Promise<void> {
  await page.setViewportSize({ width, height: 640 });
  if (language === "cy") await page.getByRole("button", { name: "Cymraeg" }).click();
}

const ADDING = { en: { box: "A new priority", button: "Add this priority" }, cy: { box: "Blaenoriaeth newydd", button: "Ychwanegu'r flaenoriaeth hon" } } as const;

async function addTwo(page: Page, language: "en" | "cy"): Promise<void> {
  const { box, button } = ADDING[language];
  for (const text of ["Un rhif ffôn", "Gwely sy'n cael ei gadw"]) {
    await page.getByLabel(box).fill(text);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByLabel(box)).toHaveValue("");
  }
}

/** By the list of stages at the foot of the room, and one evidence item with its notes. */
async function lookAtEachStage(page: Page, room: string): Promise<void> {
  await page.getByText(/^(All stages|Pob cam)$/).click();
  const links = page.getByRole("group").getByRole("listitem").getByRole("link");
  const stages = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(stages.length, "stages of the workshop").toBe(8);
  await lookAt(page, stages.map((stage) => new URL(stage, page.url()).pathname + new URL(stage, page.url()).search));
  await page.goto(`${room}${new URL(stages[1] ?? "", page.url()).search}`);
  await page.getByRole("link", { name: "Fy ngwyliau bach i" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Fy ngwyliau bach i" })).toBeVisible();
  await expectAccessible(page);
}
