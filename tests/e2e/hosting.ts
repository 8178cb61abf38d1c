/** What a facilitator does before and during a session, for journeys that are about something else. */
import { en } from "#app/language/en.ts";
import { expect, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";

/** Opens the demonstration's enquiry. Answers its path. */
export async function openDemonstration(page: Page): Promise<string> {
  await page.goto("/enquiries");
  await page.getByRole("link", { name: /A break that feels like a break/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /A break that feels like a break/ })).toBeVisible();
  return new URL(page.url()).pathname;
}

/** On the page of a new enquiry, in English alone: everything it asks for. Ends on the enquiry's page. */
export async function fillInEnquiry(page: Page, title: string): Promise<void> {
  for (const part of ["Title", "Question", "Purpose"]) await page.getByRole("group", { name: part }).getByLabel("English").fill(title);
  await page.getByLabel("Name or team").fill("Mair Puw");
  await page.getByLabel("Telephone").fill("029 2018 0999");
  await page.getByRole("button", { name: "Make the enquiry" }).click();
  await expect(page).toHaveURL(/\/enquiries\/(?!new)[^/]+$/);
}

export interface Hosted {
  readonly id: string;
  /** Nine digits. */
  readonly code: string;
}

/** Makes a session in an enquiry, with all its evidence. Answers its id. Ends on its preparing page. */
export async function makeSession(page: Page, enquiryPath: string, title: string, template: RegExp): Promise<string> {
  await page.goto(`${enquiryPath}/sessions/new`);
  await page.getByLabel(template).check();
  await page.getByLabel("Title in English").fill(title);
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page).toHaveURL(/\/sessions\/(?!new)[^/]+$/);
  return page.url().split("/").at(-1) ?? "";
}

/** On the preparing page: opens the door. Answers the code. Ends at the desk. */
export async function openDoor(page: Page, id: string): Promise<string> {
  await page.getByRole("button", { name: "Open the door" }).click();
  await expect(page.getByRole("button", { name: "Close the door" })).toBeVisible();
  await page.goto(`/sessions/${id}/desk`);
  return page.getByText(/^\d{3} \d{3} \d{3}$/).first().innerText();
}

/** Makes a session (a priority-setting workshop, unless told otherwise) and opens the door. Ends at the desk. */
export async function hostSession(page: Page, enquiryPath: string, title: string, template = /^Priority-setting workshop/): Promise<Hosted> {
  const id = await makeSession(page, enquiryPath, title, template);
  return { id, code: await openDoor(page, id) };
}

/** On the preparing page, before the session or while it is open: how long a stage is. */
export async function setMinutes(page: Page, stage: string, minutes: number): Promise<void> {
  await page.getByRole("link", { name: `Change ${stage}`, exact: true }).click();
  // By role: the form for a new stage lies folded, and has minutes too.
  await page.getByRole("textbox", { name: "Minutes" }).fill(String(minutes));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: `Change ${stage}`, exact: true })).toBeVisible();
}

/** Adds a stage at the end, of an activity by its key. Ends on the preparing page. */
export async function addStage(page: Page, id: string, stage: { readonly activity: string; readonly en: string; readonly cy: string }): Promise<void> {
  await page.goto(`/sessions/${id}`);
  await page.getByText(en.session.stage.add, { exact: true }).first().click();
  await page.getByLabel(en.session.stage.activity).selectOption(stage.activity);
  await page.getByLabel(en.session.stage.nameEn).fill(stage.en);
  await page.getByLabel(en.session.stage.nameCy).fill(stage.cy);
  await page.getByRole("button", { name: en.session.stage.add }).click();
  await expect(page.getByRole("link", { name: `Change ${stage.en}` })).toBeVisible();
}

/** At the desk: brings everybody to a stage, wherever the group is. */
export async function goTo(desk: Page, stage: string): Promise<void> {
  await unfold(desk, "All stages");
  await desk.getByRole("button", { name: `Go to ${stage}`, exact: true }).click();
  await expect(desk.getByRole("heading", { level: 2, name: stage, exact: true })).toBeVisible();
}

/** At the desk, while the stage is choosing: the facilitator's own choice, recorded as such. First words need a question. */
export async function chooseQuestion(desk: Page): Promise<void> {
  await desk.getByText(en.choosing.desk.choose, { exact: true }).click();
  await desk.getByRole("button", { name: en.choosing.desk.chooseSure }).click();
  await expect(desk.getByText(en.questions.chosen.facilitator)).toBeVisible();
}

/** Opens one of the desk's folded cards. */
export async function unfold(desk: Page, title: string): Promise<void> {
  const card = desk.getByRole("group").filter({ has: desk.getByRole("heading", { name: title, exact: true }) });
  if (!(await card.evaluate((details) => (details as HTMLDetailsElement).open))) await card.getByRole("heading", { name: title, exact: true }).click();
}

/** At the desk: lets a member write for others. */
export async function makeScribe(desk: Page, name: string): Promise<void> {
  await unfold(desk, "Without a device, and scribes");
  await desk.getByLabel("Who writes for others?").selectOption(name);
  await desk.getByRole("button", { name: "Make them a scribe" }).click();
  await expect(desk.getByRole("button", { name: `${name} no longer writes for others` })).toBeVisible();
}

/** On a scribe's device: gives Gwen, who has none, a seat. Ends in the room. */
export async function seatGwen(scribe: Page, sessionId: string): Promise<void> {
  await scribe.goto(`/s/${sessionId}/people`);
  await scribe.getByLabel("Their name, or a name they choose").fill("Gwen");
  await scribe.getByLabel(/^Person who draws on care/).check();
  await scribe.getByLabel("English", { exact: true }).check();
  await scribe.getByLabel("I read it to them, and they want to take part").check();
  await expectAccessible(scribe);
  await scribe.getByRole("button", { name: "Give them a seat" }).click();
  await expect(scribe.getByText("Gwen has a seat.")).toBeVisible();
  await scribe.goto(`/s/${sessionId}`);
}
