/** What stands folded beside every stage is fetched when it is opened: on a line that breaks, and by somebody who is quicker than the page. */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

const SCRIPTS = "**/assets/*.js";
const BARRIERS = "Something gets in the way of good care? Note it";

test("a fold comes when it is opened; on a broken line it says so, and comes when asked again", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740, meets: [0] })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Folded away", /^Community of enquiry, 60 minutes/);
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  await goTo(desk, "The evidence");
  // At a stage that came after the page, nothing of the server's stands in the folds.
  await expect(tom.getByRole("heading", { level: 1, name: "The evidence" })).toBeVisible();

  await tom.route(SCRIPTS, (route) => route.abort());
  await tom.getByText(BARRIERS).click();
  await expect(tom.getByText("This could not be fetched. The connection may be down.")).toBeVisible();
  await expectAccessible(tom);
  await tom.unroute(SCRIPTS);
  await tom.getByRole("button", { name: "Try again" }).click();
  await tom.getByLabel("What gets in the way?").fill("Three forms for one night");
  await tom.getByLabel(/^How services are run/).check();
  await tom.getByRole("button", { name: "Note it" }).click();
  await expect(tom.getByRole("listitem").filter({ hasText: "Three forms for one night" })).toBeVisible();
  await expect(tom.getByText("This could not be fetched.")).toBeHidden();
});

test("what was typed in a fold before the page was awake is still in it afterwards", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, pat] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360, height: 740 })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Quicker than the page", /^Community of enquiry, 60 minutes/);
  await goTo(desk, "The evidence");
  await joinSession(pat, { code, name: "Pat", perspective: "practitioner" });

  const wake = await holdScripts(pat);
  await pat.getByText(BARRIERS).click();
  await pat.getByLabel("What gets in the way?").fill("Nobody asks the night staff");
  await pat.getByLabel(/^How we work/).check();
  await pat.getByLabel("What gets in the way?").focus();
  const fetched = pat.waitForResponse(/\/assets\/barriers-/);
  wake();
  await fetched;
  await expect(pat.locator("html[data-ready]")).toBeAttached();
  await expect(pat.getByLabel("What gets in the way?")).toHaveValue("Nobody asks the night staff");
  await expect(pat.getByLabel("What gets in the way?")).toBeFocused();
  await pat.getByRole("button", { name: "Note it" }).click();
  await expect(pat.getByRole("listitem").filter({ hasText: "Nobody asks the night staff" })).toBeVisible();
  await expect(pat.getByLabel("What gets in the way?")).toHaveValue("");
  await expect(pat).toHaveURL(/\/s\/[^/?]+$/);
});

/** Loads the page anew, and keeps its scripts back until the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route(SCRIPTS, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByText(BARRIERS)).toBeVisible();
  return letGo;
}
