/** What goes wrong in a village hall: the server dies, the line breaks, somebody reloads. No word that was typed is lost. */
import { expect, type Page } from "#tests/browser.ts";

import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { beginNote } from "./marking.ts";
import { BACK_WITHIN, boxOf, expectState, test, twoAtOnePrinciple, typeAtEnd } from "./one-principle.ts";

const CUTS = 20;

/** Milliseconds. The promise is one second; a busy machine gets two. */
const FOLLOWS_WITHIN = 2_000;

/** Milliseconds between two letters, so that a kill finds both in mid-sentence. */
const SLOWLY_MS = 120;

test("a stage change reaches another page within a moment, and waits for whoever is in mid-sentence", async ({ arrive }) => {
  test.setTimeout(120_000);
  const [desk, mair, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 360 }), arrive()]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Moving on");
  await joinSession(mair, { code, name: "Mair", perspective: "carer" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await goTo(desk, "The evidence");
  await expectStage(tom, "The evidence");
  await expectStage(mair, "The evidence");
  await mair.getByRole("link", { name: CARERS }).click();
  await beginNote(mair, "The asking is the hard part", "We tried to ask and");

  await goTo(desk, "Principles");
  await expectStage(tom, "Principles");
  await expect(mair.getByText("Finish your sentence first; nothing will be lost.")).toBeVisible({ timeout: FOLLOWS_WITHIN });
  await expectStage(mair, "The evidence");
  await mair.getByLabel("Why does this matter?").press("Control+End");
  await mair.keyboard.type(" nobody came.");
  await mair.getByRole("button", { name: "Add my note" }).click();
  await expectStage(mair, "Principles", 5_000);

  await goTo(desk, "The evidence");
  await expectStage(tom, "The evidence");
  await tom.getByRole("link", { name: CARERS }).click();
  await expect(tom.getByText("We tried to ask and nobody came.", { exact: true })).toBeVisible();
});

test("the server is killed while two people type in one principle, and comes back with every word", async ({ arrive, server }) => {
  test.setTimeout(180_000);
  const { one, other } = await twoAtOnePrinciple(arrive, { title: "A power cut" });
  const typing = Promise.all([typeAtStart(one, "Ask first. "), typeAtEnd(other, " And it is kept to.", SLOWLY_MS)]);
  await expect(boxOf(one)).toHaveValue(/Ask/);
  await server.crash();
  await typing;
  for (const page of [one, other]) await expectState(page, "only on this device until the connection is back");
  await expect(boxOf(one)).toHaveValue(/^Ask first\. A promise/);
  await expect(boxOf(other)).toHaveValue(/A promise And it is kept to\.$/);

  await server.comeBack();
  for (const page of [one, other]) {
    await expect(boxOf(page)).toHaveValue("Ask first. A promise And it is kept to.", { timeout: BACK_WITHIN });
    await expectState(page, "kept");
  }
  await one.reload();
  await expect(boxOf(one)).toHaveValue("Ask first. A promise And it is kept to.");
});

test(`the line breaks ${CUTS} times in mid-sentence: nothing is lost, and the page says each time where the words are`, async ({ arrive, server }) => {
  test.setTimeout(240_000);
  const { one, other } = await twoAtOnePrinciple(arrive, { title: "Bad signal" });
  let expected = "A promise";
  for (let cut = 1; cut <= CUTS; cut++) {
    const [before, after] = [` ${cut} be`, "fore"];
    await typeAtEnd(one, before);
    server.line.cut();
    await one.keyboard.type(after);
    await expectState(one, "only on this device until the connection is back");
    server.line.mend();
    expected += before + after;
    await expectState(one, "kept");
    await expect(boxOf(one)).toHaveValue(expected);
    await expect(boxOf(other)).toHaveValue(expected, { timeout: BACK_WITHIN });
  }
  await other.reload();
  await expect(boxOf(other)).toHaveValue(expected);
});

test("reloading right after typing loses nothing that was shown as kept", async ({ arrive }) => {
  test.setTimeout(120_000);
  const { one } = await twoAtOnePrinciple(arrive, { title: "An impatient thumb" });
  const awake = () => expect(one.getByRole("button", { name: "Save this wording" }), "the box is live").toHaveCount(0);
  let expected = "A promise";
  await awake();
  for (const word of [" is", " a", " debt", " unpaid"]) {
    await typeAtEnd(one, word);
    await expectState(one, "kept");
    expected += word;
    // Typed in the very moment of the reload: it may come or not, and what was kept stands before it.
    await one.keyboard.type("…");
    await one.reload();
    await awake();
    // What the device had not sent comes after what the page was made of.
    await expectState(one, "kept");
    await expect(boxOf(one)).toHaveValue(new RegExp(`^${expected}…?$`));
    expected = await boxOf(one).inputValue();
  }
});

const CARERS = "Carers talking: an afternoon in Glan Enfys";

/** Within a moment by the server's push, unless told otherwise. */
function expectStage(page: Page, name: string, timeout = FOLLOWS_WITHIN): Promise<void> {
  return expect(page.getByRole("heading", { level: 1, name })).toBeVisible({ timeout });
}

async function typeAtStart(page: Page, words: string): Promise<void> {
  await boxOf(page).press("Control+Home");
  await page.keyboard.type(words, { delay: SLOWLY_MS });
}
