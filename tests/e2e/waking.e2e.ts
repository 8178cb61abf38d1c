/** The moments in which an old phone and a bad line meet a page: while it wakes up, and while something is sent. */
import { en } from "#app/language/en.ts";
import { expect, test, type Locator, type Page } from "#tests/browser.ts";

import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { lineOf } from "./own-line.ts";

const enquiry = /^Community of enquiry, 60 minutes/;

test("what is tapped and typed while the room wakes up breaks nothing and is not lost", async ({ arrive }) => {
  test.setTimeout(180_000);
  const [desk, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740 })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Early words", enquiry);
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  const wake = await makeSlow(tom);
  await tom.reload();
  await tom.waitForLoadState("networkidle");

  await tom.getByRole("heading", { level: 1 }).click();
  await tom.getByLabel("A new rule").fill("One at a time.");
  await tom.getByText("Something gets in the way of good care? Note it").click();
  await tom.getByLabel("What gets in the way?").fill("Three forms for one night");
  await tom.getByLabel(/^How services are run/).check();
  await wake();
  await expect(tom.locator("html[data-ready]")).toBeAttached();
  await expect(tom.getByText("Your words: kept"), "it lives").toBeVisible();
  await expectAwake(tom.getByRole("button", { name: "Add this rule", exact: true }));
  await expect(tom.getByLabel("A new rule")).toHaveValue("One at a time.");
  await expect(tom.getByLabel("What gets in the way?")).toHaveValue("Three forms for one night");
  await expect(tom.getByLabel(/^How services are run/)).toBeChecked();
  await tom.getByRole("button", { name: "Add this rule", exact: true }).click();
  await expect(tom.getByLabel("A new rule"), "done here, without another page").toHaveValue("");
  await expect(tom.getByLabel("What gets in the way?")).toHaveValue("Three forms for one night");
});

test("what is sent before the page is awake is done, and what else was typed is still there", async ({ arrive }) => {
  const [desk, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740 })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Sent early", enquiry);
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  const wake = await makeSlow(tom);
  await tom.reload();
  await tom.getByLabel("A new rule").fill("One at a time.");
  await tom.getByText("Something gets in the way of good care? Note it").click();
  await tom.getByLabel("What gets in the way?").fill("Three forms for one night");
  await tom.getByLabel(/^How services are run/).check();
  await tom.getByRole("button", { name: "Add this rule", exact: true }).click();
  await expect(tom.getByRole("listitem").getByText("One at a time.", { exact: true }).first()).toBeVisible();
  await wake();
  await tom.getByText("Something gets in the way of good care? Note it").click();
  await expect(tom.getByLabel("What gets in the way?")).toHaveValue("Three forms for one night");
  await expect(tom.getByLabel(/^How services are run/)).toBeChecked();
  await expect(tom.getByLabel("A new rule"), "it was sent").toHaveValue("");
});

test("what is typed after the language was changed, before the page is awake, is not replaced by what was typed before", async ({ arrive }) => {
  const page = await arrive({ facilitator: true });
  await page.goto("/enquiries/new");
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await page.getByRole("group", { name: "Title" }).getByLabel("English").fill("Breaks that work");
  await page.getByRole("group", { name: "Question" }).getByLabel("English").fill("Who rings back?");
  const wake = await makeSlow(page);
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await page.getByRole("group", { name: "Cwestiwn" }).getByLabel("Saesneg").fill("Who answers at night?");
  await wake();
  await expect(page.locator("html[data-ready]")).toBeAttached();
  await expect(page.getByRole("group", { name: "Teitl" }).getByLabel("Saesneg"), "carried over").toHaveValue("Breaks that work");
  await expect(page.getByRole("group", { name: "Cwestiwn" }).getByLabel("Saesneg")).toHaveValue("Who answers at night?");
  await expect(page.getByRole("group", { name: "Cwestiwn" }).getByLabel("Saesneg")).toBeFocused();
});

test("what is typed into a principle while its page wakes goes into it beside what others wrote, and whoever types stays in the box", async ({ arrive }) => {
  test.setTimeout(120_000);
  const [desk, siân, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Typed early");
  await joinSession(siân, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await goTo(desk, "Principles");
  for (const principle of ["A promise", "A break"]) await addPrinciple(tom, principle);
  const first = siân.getByRole("textbox", { name: /^Egwyddor 1/ });
  const second = siân.getByRole("textbox", { name: /^Egwyddor 2/ });
  await expect(second).toHaveValue("A break");

  const connect = await holdDocuments(siân);
  const wake = await makeSlow(siân);
  await siân.reload();
  await first.press("Control+Home");
  await siân.keyboard.type("Once more: ");
  await wake();
  await expectAwake(first);
  await expect(first, "React has not taken it away").toHaveValue("Once more: A promise");
  await siân.keyboard.type("keep ");
  await expect(first, "nor moved the caret").toHaveValue("Once more: keep A promise");
  await expect(siân.getByText(/^Eich geiriau:/)).toHaveText("Eich geiriau: ar y ddyfais hon yn unig nes daw'r cysylltiad yn ôl");
  await tom.getByRole("textbox", { name: /^Principle 1/ }).press("Control+End");
  await tom.keyboard.type(", every time");

  connect();
  await siân.keyboard.type("to ");
  await expect(first).toHaveValue("Once more: keep to A promise, every time");
  await expect(first).toBeFocused();
  await expect(siân.getByText(/^Eich geiriau:/)).toHaveText("Eich geiriau: wedi'u cadw");
  await expect(siân.getByRole("button", { name: "Cadw'r geiriad hwn" })).toHaveCount(0);
  await expect(tom.getByRole("textbox", { name: /^Principle 1/ })).toHaveValue("Once more: keep to A promise, every time");
  await expect(second).toHaveValue("A break");
});

test("a change of language before the page is awake brings each box its own words, and takes nobody's away", async ({ arrive }) => {
  test.setTimeout(120_000);
  const [desk, tom, siân] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740 }), arrive()]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Each its own");
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await joinSession(siân, { code, name: "Siân", perspective: "carer" });
  await goTo(desk, "Principles");
  for (const principle of ["A promise", "A break", "A voice"]) await addPrinciple(tom, principle);
  await expect(tom.getByText("Your words: kept")).toBeVisible();
  const wake = await makeSlow(tom);
  await tom.reload();
  await tom.getByLabel("A new principle").fill("A bed at night");
  await tom.getByRole("textbox", { name: /^Principle 2/ }).fill("A break that works");
  await tom.getByRole("textbox", { name: /^Principle 3/ }).fill("A voice in it");
  await siân.getByRole("textbox", { name: /^Principle 3/ }).press("Control+Home");
  await siân.keyboard.type("Everybody: ");
  await expect(siân.getByText("Your words: kept")).toBeVisible();
  await tom.getByRole("button", { name: "Cymraeg" }).click();
  await expect(tom.getByRole("textbox", { name: /^Egwyddor 1/ })).toBeVisible();
  await wake();
  await expect(tom.getByRole("textbox", { name: /^Egwyddor 2/ })).toHaveValue("A break that works");
  await expect(tom.getByRole("textbox", { name: /^Egwyddor 1/ })).toHaveValue("A promise");
  await expect(tom.getByRole("textbox", { name: /^Egwyddor 3/ }), "beside what others wrote").toHaveValue("Everybody: A voice\nA voice in it");
  await expect(tom.getByLabel("Egwyddor newydd")).toHaveValue("A bed at night");
  await expect(siân.getByRole("textbox", { name: /^Principle 2/ }), "it is everybody's").toHaveValue("A break that works");
});

test("what is sent without a connection leaves the room as it is, says so, and is sent when it is back", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740, meets: [0] })]);
  const line = await lineOf(tom);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Sent later");
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  await goTo(desk, "Priorities");
  for (const priority of ["Shorter notice for beds", "A small pot of money"]) {
    await tom.getByLabel("A new priority").fill(priority);
    await tom.getByRole("button", { name: "Add this priority" }).click();
    await expect(tom.getByLabel("A new priority")).toHaveValue("");
  }
  await goTo(desk, "Ranking in private");
  await desk.getByText("Open the ranking", { exact: true }).click();
  await desk.getByRole("button", { name: "Freeze the wording and open the ranking" }).click();
  await tom.getByRole("button", { name: /A small pot of money/ }).click();
  await tom.getByText("Raise a hand, signal, or write what you want to say").click();
  await expect(tom.getByRole("button", { name: "Slow down" })).toBeVisible();

  await line.cut();
  await tom.getByRole("button", { name: "Slow down" }).click();
  await expect(tom.getByRole("alert").filter({ hasText: "There is no connection" })).toBeVisible();
  await tom.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(tom.getByRole("alert").filter({ hasText: "There is no connection" })).toHaveCount(2);
  await expect(tom.getByRole("heading", { level: 1, name: "Ranking in private" }), "the room stays").toBeVisible();

  await line.mend();
  await tom.getByRole("button", { name: "Slow down" }).click();
  await expect(tom.getByRole("button", { name: "Slow down" })).toHaveAttribute("aria-pressed", "true");
  await expect(tom.getByText("1st in your order"), "what was chosen stays").toBeVisible();
  await tom.getByRole("button", { name: "Put my ballot in" }).click();
  await expect(tom.getByText("Your ballot is in.")).toBeVisible();
  await expect(desk.getByText("1 of 1 ballots are in")).toBeVisible({ timeout: 25_000 });
});

test("a choice and an assent sent without a connection stay, and count once", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, tom] = await Promise.all([arrive({ facilitator: true, meets: [0] }), arrive({ language: "cy", width: 360, height: 740, meets: [0] })]);
  const [line, ofDesk] = [await lineOf(tom), await lineOf(desk)];
  const { code } = await hostSession(desk, await openDemonstration(desk), "Chosen later", enquiry);
  await joinSession(tom, { code, name: "Tom", perspective: "carer", language: "cy" });
  const said = tom.getByRole("alert").filter({ hasText: "Does dim cysylltiad" });
  // A fold of the same part of the page comes only when that is awake.
  await tom.getByText("Fy nodiadau preifat").first().click();
  await expect(tom.getByLabel("Nodyn preifat newydd"), "the page is awake").toBeVisible();
  await line.cut();
  await tom.getByRole("button", { name: "Rwy'n cytuno â'r rheolau hyn" }).click();
  await expect(said).toBeVisible();
  await line.mend();
  await tom.getByRole("button", { name: "Rwy'n cytuno â'r rheolau hyn" }).click();
  await expect(desk.getByText("1 person says: I agree to these rules.")).toBeVisible();

  await askTwo(desk, tom);
  await tom.getByLabel("Pwy sy'n gofyn?").check();
  await line.cut();
  await tom.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await expect(said).toBeVisible();
  await line.mend();
  await expect(tom.getByLabel("Pwy sy'n gofyn?"), "what was chosen stays").toBeChecked();
  await tom.getByRole("button", { name: "Bwrw fy mhleidlais" }).click();
  await expect(tom.getByText("Mae eich pleidlais i mewn.")).toBeVisible();
  await expect(desk.getByText("1 of 1 ballots are in")).toBeVisible({ timeout: 25_000 });

  await desk.getByText("Close the vote", { exact: true }).click();
  await ofDesk.cut();
  await desk.getByRole("button", { name: "Close the vote and show the outcome" }).click();
  await expect(desk.getByText(en.common.problem.notSent), "the desk stays").toBeVisible();
  await expect(desk.getByRole("button", { name: "Close the vote and show the outcome" })).toBeVisible();
  await ofDesk.mend();
});

/** From the next load on, what the page is made of takes long to read, as on an old phone; its scripts are there meanwhile. Answers what ends it. */
async function makeSlow(page: Page): Promise<() => Promise<unknown>> {
  await page.addInitScript(() => {
    const quick = ReadableStreamDefaultReader.prototype.read;
    const woken = new Promise((wake) => addEventListener("test:wake", wake, { once: true }));
    ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
      await woken;
      return quick.call(this);
    };
  });
  return () => page.evaluate(() => dispatchEvent(new Event("test:wake")));
}

async function addPrinciple(page: Page, principle: string): Promise<void> {
  await page.getByLabel("A new principle").fill(principle);
  await page.getByRole("button", { name: "Add this principle" }).click();
  await expect(page.getByLabel("A new principle")).toHaveValue("");
}

/** From now on the page's shared documents do not come. Answers what lets them. */
async function holdDocuments(page: Page): Promise<() => void> {
  let connect = () => {};
  const connected = new Promise<void>((resolve) => (connect = resolve));
  await page.routeWebSocket(/\/live\/document\//, async (socket) => {
    await connected;
    socket.connectToServer();
  });
  return connect;
}

/** React has taken it over: what the page does with it, it does by itself. */
async function expectAwake(control: Locator): Promise<void> {
  await expect.poll(() => control.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")))).toBe(true);
}

/** Two questions, and the secret vote between them. */
async function askTwo(desk: Page, tom: Page): Promise<void> {
  await goTo(desk, "Making questions");
  for (const question of ["Pwy sy'n gofyn?", "Beth yw seibiant?"]) {
    await tom.getByRole("textbox", { name: "Eich cwestiwn" }).fill(question);
    await tom.getByRole("button", { name: "Ychwanegu'r cwestiwn hwn" }).click();
    await expect(tom.getByRole("textbox", { name: "Eich cwestiwn" })).toHaveValue("");
  }
  await goTo(desk, "Choosing");
  await desk.getByText("Vote in secret", { exact: true }).click();
  await desk.getByRole("button", { name: "Open the secret vote" }).click();
}
