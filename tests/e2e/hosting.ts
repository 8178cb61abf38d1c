/** What a facilitator does before and during a session, for journeys that are about something else. */
import { expect, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";

/** Opens the demonstration's enquiry. Answers its path. */
export async function openDemonstration(page: Page): Promise<string> {
  await page.goto("/enquiries");
  await page.getByRole("link", { name: /A break that feels like a break/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /A break that feels like a break/ })).toBeVisible();
  return new URL(page.url()).pathname;
}

export interface Hosted {
  readonly id: string;
  /** Nine digits. */
  readonly code: string;
}

/** Makes a session in an enquiry (a priority-setting workshop, unless told otherwise), with all its evidence, and opens the door. Ends at the desk. */
export async function hostSession(page: Page, enquiryPath: string, title: string, template = /^Priority-setting workshop/): Promise<Hosted> {
  await page.goto(`${enquiryPath}/sessions/new`);
  await page.getByLabel(template).check();
  await page.getByLabel("Title in English").fill(title);
  await page.getByRole("button", { name: "Make the session" }).click();
  await expect(page).toHaveURL(/\/sessions\/(?!new)[^/]+$/);
  const id = page.url().split("/").at(-1) ?? "";
  await page.getByRole("button", { name: "Open the door" }).click();
  await expect(page.getByRole("button", { name: "Close the door" })).toBeVisible();
  await page.goto(`/sessions/${id}/desk`);
  return { id, code: await page.getByText(/^\d{3} \d{3} \d{3}$/).first().innerText() };
}

/** At the desk: brings everybody to a stage, wherever the group is. */
export async function goTo(desk: Page, stage: string): Promise<void> {
  await unfold(desk, "All stages");
  await desk.getByRole("button", { name: `Go to ${stage}`, exact: true }).click();
  await expect(desk.getByRole("heading", { level: 2, name: stage, exact: true })).toBeVisible();
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
