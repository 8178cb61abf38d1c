/**
 * The talk of one enquiry: a facilitator, a scribe who writes for a woman without a device, a Welsh-speaking carer on
 * the smallest phone, and a manager who uses the keyboard alone.
 */
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, makeScribe, openDemonstration, seatGwen } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { pressOn, tabTo } from "./keyboard.ts";

test("everybody is heard: by queue, by turns, by a scribe, by keyboard and in Welsh", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, sian, bryn, colin] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 320, height: 640 }), arrive({ width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Who is heard?", /^Community of enquiry, 60 minutes/);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });

  await makeScribe(desk, "Bryn");
  await seatGwen(bryn, id);
  await goTo(desk, "Building");
  await goRound(desk, sian);
  await writeForGwen(bryn, sian);
  await answerByKeyboard(colin, sian);
  await queue(desk, sian, bryn, colin);
  await signalAndMove(desk, sian, colin);
  await expectAccessible(sian);
  await expectAccessible(colin);
  await expectAccessible(desk);
  await lookAtTheWall(desk, id);
});

test("without JavaScript one raises a hand, says something and answers", async ({ arrive }) => {
  test.setTimeout(180_000);
  const [desk, mair] = await Promise.all([arrive({ facilitator: true }), arrive({ language: "cy", width: 320, height: 640, javaScript: false, meets: [0, 422] })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), "Talk without scripts", /^Community of enquiry, 60 minutes/);
  await joinSession(mair, { code, name: "Mair", perspective: "carer", language: "cy" });
  await goTo(desk, "Building");
  await mair.reload();
  await mair.getByRole("button", { name: "Codi fy llaw" }).click();
  await expect(mair.getByText("Chi sydd nesaf yn y rhes.")).toBeVisible();
  await mair.getByRole("button", { name: "Ei ddweud" }).click();
  await expect(mair.getByRole("status").first()).toContainText("Ysgrifennwch yr hyn rydych am ei ddweud");
  await mair.getByRole("textbox", { name: "Yr hyn rydych am ei ddweud" }).fill("Y gofyn yw'r rhan anodd.");
  await mair.getByRole("button", { name: "Ei ddweud" }).click();
  await expect(mair.getByText("Y gofyn yw'r rhan anodd.", { exact: true })).toBeVisible();
  await mair.getByRole("link", { name: /^Ateb/ }).click();
  await mair.getByLabel("Rwy'n adeiladu ar hyn").check();
  await mair.getByRole("textbox", { name: "Eich ateb" }).fill("A'r aros.");
  await mair.getByRole("button", { name: "Ychwanegu'r ateb" }).click();
  await expect(mair.getByText("A'r aros.", { exact: true })).toBeVisible();
});

async function goRound(desk: Page, sian: Page): Promise<void> {
  await desk.getByRole("button", { name: "Start a go-round" }).click();
  await expect(sian.getByText("Eich tro chi yw hi.", { exact: false })).toBeVisible();
  await sian.getByRole("button", { name: "Pasio y tro hwn" }).click();
  await expect(desk.getByText("It is Bryn’s turn.")).toBeVisible();
  await desk.getByRole("button", { name: "Thank you, next" }).click();
  await expect(desk.getByText("It is Colin’s turn.")).toBeVisible();
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
  await desk.getByRole("button", { name: /^Go on with the go-round: \d turns? to come$/ }).click();
  await expect(desk.getByText("It is Colin’s turn.")).toBeVisible();
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
  await desk.getByText("Start again from the beginning", { exact: true }).click();
  await expect(desk.getByRole("button", { name: "Start again now" })).toBeVisible();
}

async function writeForGwen(scribe: Page, sian: Page): Promise<void> {
  await expect(scribe.getByRole("heading", { level: 1, name: "Building" })).toBeVisible();
  await scribe.getByRole("combobox", { name: "Whose words are these?" }).selectOption({ label: "Gwen (no device)" });
  await scribe.getByLabel("What you want to say").fill("Nobody ever rang me back.");
  await scribe.getByRole("checkbox", { name: "I read it back, and checked it with them" }).check();
  await scribe.getByRole("button", { name: "Say it" }).click();
  await expect(sian.getByText("Nobody ever rang me back.", { exact: true })).toBeVisible();
  await expect(sian.getByText("wedi'i ysgrifennu gan Bryn, wedi'i wirio gyda'r sawl a'i dywedodd")).toBeVisible();
}

async function answerByKeyboard(colin: Page, sian: Page): Promise<void> {
  await pressOn(colin, /^Reply \(Gwen/);
  await tabTo(colin, "I build on this");
  for (let down = 0; down < 2; down++) await colin.keyboard.press("ArrowDown");
  await tabTo(colin, "Your reply");
  await colin.keyboard.type("We do ring back.");
  await pressOn(colin, "Add the reply");
  await expect(colin.getByText("Give the reason for your challenge")).toBeVisible();
  await colin.keyboard.type("The log says so.");
  await pressOn(colin, "Add the reply");
  await expect(sian.getByText("The log says so.", { exact: true })).toBeVisible();
}

async function queue(desk: Page, sian: Page, bryn: Page, colin: Page): Promise<void> {
  await pressOn(colin, "Raise my hand");
  await expect(colin.getByText("You are next in the queue.")).toBeVisible();
  await sian.getByRole("button", { name: "Codi fy llaw" }).click();
  await expect(sian.getByText("Mae un o'ch blaen chi yn y rhes.")).toBeVisible();
  await bryn.getByText("For somebody without a device").click();
  await bryn.getByRole("button", { name: "Raise a hand for Gwen" }).click();
  await desk.getByLabel("Whose hand comes first?").selectOption("People who draw on care");
  await desk.getByRole("button", { name: "Set the order" }).click();
  await expect(desk.locator("[data-shortcut=call]")).toHaveText("Call Gwen");
  await desk.keyboard.press("q");
  await expect(sian.getByText("Gwen sy'n siarad.").first()).toBeVisible();
  await desk.getByRole("button", { name: "Call Colin" }).click();
  await desk.getByRole("button", { name: "Undo the call: Colin waits again" }).click();
  await expect(colin.getByText("You are next in the queue.")).toBeVisible();
  await expect(sian.getByText("Gwen sy'n siarad.").first()).toBeVisible();
}

async function signalAndMove(desk: Page, sian: Page, colin: Page): Promise<void> {
  await sian.getByText("Arwyddion i'r ystafell").click();
  await sian.getByRole("button", { name: "Yn arafach" }).click();
  await expect(sian.getByRole("button", { name: "Yn arafach" })).toHaveAttribute("aria-pressed", "true");
  await expect(colin.getByText("Slow down: 1 person")).toBeVisible();
  await desk.getByRole("button", { name: "Which item or story does that come from?" }).click();
  await expect(sian.getByText("O ba ddarn o dystiolaeth neu stori y daw hynny?")).toBeVisible();
  await desk.getByText("Answered: take down “Slow down”").click();
  await desk.getByRole("button", { name: "Take down “Slow down” now" }).click();
  await expect(colin.getByText("Slow down: 1 person")).toBeHidden();
}

/** Nothing to scroll at 1280×720, and no name but the speaker's. */
async function lookAtTheWall(desk: Page, sessionId: string): Promise<void> {
  await desk.setViewportSize({ width: 1280, height: 720 });
  await desk.goto(`/sessions/${sessionId}/projector`);
  await expect(desk.getByText("Which item or story does that come from?")).toBeVisible();
  await expect(desk.getByText("Gwen is speaking.")).toBeVisible();
  await expect(desk.getByText("Siân")).toHaveCount(0);
  expect(await desk.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
  await expectAccessible(desk);
}
