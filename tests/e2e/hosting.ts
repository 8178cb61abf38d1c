/** What a facilitator does before and during a session, for journeys that are about something else. */
import { expect, type Page } from "#tests/browser.ts";

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
  const all = desk.getByRole("group").filter({ has: desk.getByRole("heading", { name: "All stages" }) });
  if (!(await all.evaluate((details) => (details as HTMLDetailsElement).open))) await all.getByRole("heading", { name: "All stages" }).click();
  await desk.getByRole("button", { name: `Go to ${stage}`, exact: true }).click();
  await expect(desk.getByRole("heading", { level: 2, name: stage, exact: true })).toBeVisible();
}
