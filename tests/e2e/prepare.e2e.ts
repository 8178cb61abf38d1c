/** Before a session: accounts, an enquiry and its evidence. */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { fillInEnquiry, goTo, hostSession, openDemonstration } from "./hosting.ts";
import { beginNote } from "./marking.ts";

const RHYS = { name: "Rhys Morgan", email: "rhys@example.org", passphrase: "pedair llwy de ar y bwrdd" };

test("a link makes one account, which sees no enquiry of others; signing out and in again takes the right pass-phrase", async ({ arrive, server }) => {
  const [host, rhys, late] = await Promise.all([arrive({ facilitator: true, meets: [404] }), arrive({ meets: [404, 422] }), arrive({ meets: [404] })]);
  const first = /\/invitation\/\S+/.exec(server.output())?.[0] ?? "";
  expect((await late.goto(first))?.status(), "the first link was used").toBe(404);
  await expect(late.getByRole("heading", { name: "Page not found" })).toBeVisible();

  const enquiryPath = await openDemonstration(host);
  const link = await makeInvitation(host);
  await makeAccount(rhys, link);
  await expect(rhys.getByRole("heading", { name: "You have no enquiries yet" })).toBeVisible();
  expect((await rhys.goto(enquiryPath))?.status(), "an enquiry of others").toBe(404);
  expect((await late.goto(link))?.status(), "the second link was used").toBe(404);

  await rhys.goto("/enquiries");
  await rhys.getByRole("button", { name: "Sign out" }).click();
  await expect(rhys.getByRole("link", { name: "Sign in" })).toBeVisible();
  await signInWrongly(rhys);
  await rhys.getByLabel("Pass-phrase").fill(RHYS.passphrase);
  await rhys.getByRole("button", { name: "Sign in" }).click();
  await expect(rhys.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
});

test("a new enquiry says what is missing and keeps what was typed; what is in one language says so in the other", async ({ arrive }) => {
  const page = await arrive({ facilitator: true, meets: [422] });
  await page.goto("/enquiries");
  await page.getByRole("link", { name: "New enquiry" }).click();
  const purpose = page.getByRole("group", { name: "Purpose" }).getByLabel("English");
  await purpose.fill("To tell the council what would help.");
  await page.getByRole("button", { name: "Make the enquiry" }).click();

  const summary = page.getByRole("alert");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
  await summary.getByRole("link", { name: "Write a title in English or Welsh" }).click();
  await expect(page.getByRole("group", { name: "Title" })).toBeFocused();
  await expect(purpose).toHaveValue("To tell the council what would help.");

  await fillInEnquiry(page, "What helps on a Sunday?");
  await expect(page.getByRole("heading", { level: 1, name: "What helps on a Sunday?" })).toBeVisible();
  await page.getByRole("button", { name: "Cymraeg" }).click();
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("heb ei gyfieithu eto");
  await expect(title.getByText("What helps on a Sunday?")).toHaveAttribute("lang", "en");
  await expectAccessible(page);
});

test("pasted evidence keeps headings and lists, says what it left out, and a correction leaves notes where they are", async ({ arrive }) => {
  test.setTimeout(120_000);
  const page = await arrive({ facilitator: true, meets: [422] });
  await page.goto("/enquiries/new");
  await fillInEnquiry(page, "Who is there on a Sunday?");
  const enquiryPath = new URL(page.url()).pathname;

  await addPastedEvidence(page);
  await expect(page.getByText("Left out: 1 table.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What we heard" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Nobody answers the telephone." })).toBeVisible();
  await expect(page.getByText("Not known.")).toBeVisible();
  const evidencePath = new URL(page.url()).pathname;

  const { id } = await hostSession(page, enquiryPath, "Reading together");
  await goTo(page, "The evidence");
  const room = await arrive({ facilitator: true });
  await room.goto(`/s/${id}`);
  await beginNote(room, "Nobody answers", "Then whom do we ring?");
  await room.getByRole("button", { name: "Add my note" }).click();
  await expect(room.locator("mark", { hasText: "Nobody answers" })).toBeVisible();

  await page.goto(evidencePath);
  await page.getByRole("link", { name: "Correct" }).click();
  const words = page.getByLabel("The words");
  await words.fill((await words.inputValue()).replace("Sundays are long", "Sundays are very long"));
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByText("Sundays are very long")).toBeVisible();
  await page.getByRole("link", { name: /^Version 1,/ }).click();
  await expect(page.getByText("This is an older version, kept as it was.")).toBeVisible();

  await room.reload();
  await expect(room.locator("mark", { hasText: "Nobody answers" })).toBeVisible();
  await expect(room.getByText("Then whom do we ring?", { exact: true })).toBeVisible();
});

/** Answers the link for one new facilitator. */
async function makeInvitation(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Account" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = page.getByLabel("Link for one new facilitator");
  await expectAccessible(page);
  return link.inputValue();
}

/** Too short a pass-phrase first. */
async function makeAccount(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(RHYS.name);
  await page.getByLabel("E-mail").fill(RHYS.email);
  await choosePassphrase(page, "tair coeden");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert").getByRole("link", { name: "Use at least 12 characters" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(RHYS.email);
  await expectAccessible(page);
  await choosePassphrase(page, RHYS.passphrase);
  await expect(page).toHaveURL(/\/enquiries$/);
}

async function choosePassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Pass-phrase", { exact: true }).fill(passphrase);
  await page.getByLabel("The same pass-phrase again").fill(passphrase);
  await page.getByRole("button", { name: "Make my account" }).click();
}

async function signInWrongly(page: Page): Promise<void> {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill(RHYS.email);
  await page.getByLabel("Pass-phrase").fill("pedair llwy fwrdd ar y te");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("The e-mail or the pass-phrase is not right");
  await expect(page.getByLabel("E-mail")).toHaveValue(RHYS.email);
  await expectAccessible(page);
}

const COPIED = "<h2>What we heard</h2><p>Sundays are long for those at home.</p><ul><li>Nobody answers the telephone.</li><li>The shop is shut.</li></ul><table><tr><td>Calls</td><td>12</td></tr></table>";

/** First without saying what it does not tell us. Ends on the item's page. */
async function addPastedEvidence(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Add evidence" }).click();
  await page.getByLabel("Title").fill("Sundays");
  await page.getByLabel("The words").evaluate((box, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, COPIED);
  await expect(page.getByLabel("The words")).toHaveValue(/# What we heard[^]*- The shop is shut\./);
  await page.getByRole("group", { name: "What language is it in?" }).getByLabel("English").check();
  await page.getByLabel(/^Lived experience/).check();
  await page.getByLabel("Whose perspective is it?").fill("Two carers");
  await page.getByLabel("Where does it come from?").fill("A talk in the village hall");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("alert").getByRole("link", { name: "Say what it does not tell us, or choose “Not known”" }).click();
  await expect(page.getByLabel("The words")).toHaveValue(/- The shop is shut\./);
  await expectAccessible(page);
  await page.getByLabel(/^Not known/).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}
