/** Getting ready and looking back: ground rules, what gets in the way, the review; coming late, and handing a tablet on. */
import { setTimeout as pause } from "node:timers/promises";

import type { WebSocketRoute } from "@playwright/test";

import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

/** Milliseconds. A little longer than the page may say that words are kept which are not. */
const BLINK_MS = 400;

const enquiry = /^Community of enquiry, 60 minutes/;

test("a group makes its rules, agrees them and keeps them in view; it says what gets in the way, and how it talked", async ({ arrive }) => {
  test.setTimeout(240_000);
  const [desk, room, wall, sian, tom] = await Promise.all([
    arrive({ facilitator: true }),
    arrive({ facilitator: true }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ language: "cy", width: 320, height: 640 }),
    arrive({ width: 360, height: 740, javaScript: false, meets: [0, 422] }),
  ]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Rules of our own", enquiry);
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await room.goto(`/s/${id}`);
  await wall.goto(`/sessions/${id}/projector`);

  await room.getByRole("button", { name: "Start from the suggested rules" }).click();
  await expect(sian.getByRole("button", { name: /^Ychwanegu'r rheol hon.*Dywedwch/ }), "it is a rule by now").toHaveCount(0);
  await expect(sian.getByText("Dywedwch pam rydych yn meddwl hynny."), "a suggested rule is read in one's own language").toBeVisible();
  await expect(wall.getByText("Say why you think so.")).toBeVisible();
  await rewordFirstRule(sian);
  await expect(room.getByText("Mae gwybodaeth pawb yn cyfrif yma.").first()).toBeVisible();
  await tom.reload();
  await addRule(tom, "Nobody has to tell their whole story.");
  await expect(sian.getByText("Nobody has to tell their whole story.").first()).toBeVisible();
  for (const page of [sian, room, wall]) await expectAccessible(page);

  await sian.getByRole("button", { name: "Rwy'n cytuno â'r rheolau hyn" }).click();
  await expect(desk.getByText("1 person says: I agree to these rules.")).toBeVisible();
  await tom.getByRole("button", { name: "I agree to these rules" }).click();
  await expect(tom.getByText("You have said that you agree.")).toBeVisible();
  await expect(desk.getByText("2 people say: I agree to these rules.")).toBeVisible();
  await desk.getByRole("button", { name: "The group agrees these rules" }).click();
  await expect(sian.getByText("Mae'r grŵp wedi cytuno ar y rheolau hyn").first()).toBeVisible();
  await expect(sian.getByText("Newid y rheol hon").first()).toBeHidden();

  await goTo(desk, "The evidence");
  await sian.getByText("Ein rheolau (13)").click();
  await expect(sian.getByText("Mae gwybodaeth pawb yn cyfrif yma.").first()).toBeVisible();
  await noteBarrier(sian);
  await noteBarrierWithoutScript(tom, id);
  await expect(sian.getByText("Three forms for one night").first()).toBeVisible();
  await expectAccessible(sian);

  await goTo(desk, "Review");
  await reviewTalk(sian);
  await expect(wall.getByText("Gwrandawon ni.")).toBeVisible();
  await expect(wall.getByText("Siân")).toHaveCount(0);
  for (const page of [sian, room, wall, desk]) await expectAccessible(page);
});

async function rewordFirstRule(sian: Page): Promise<void> {
  const first = sian.getByRole("list", { name: "Ein rheolau sylfaenol" }).getByRole("listitem").first();
  await first.getByText("Newid y rheol hon").click();
  await first.getByRole("textbox", { name: "Rheol 1" }).fill("Mae gwybodaeth pawb yn cyfrif yma.");
  await expect(sian.getByText("Eich geiriau: wedi'u cadw")).toBeVisible();
}

async function addRule(page: Page, rule: string): Promise<void> {
  await page.getByLabel("A new rule").fill(rule);
  await page.getByLabel("A new rule").locator("xpath=ancestor::form").getByRole("button", { name: "Add this rule" }).click();
  await expect(page.getByText(rule).first()).toBeVisible();
}

async function noteBarrier(sian: Page): Promise<void> {
  await sian.getByText("Oes rhywbeth yn rhwystro gofal da? Nodwch ef").click();
  await sian.getByLabel("Beth sy'n rhwystro?").fill("Neb yn dweud pwy i'w ffonio");
  await sian.getByRole("button", { name: "Ei nodi" }).click();
  await expect(sian.getByRole("alert")).toContainText("Dewiswch ble mae'r rhwystr");
  await sian.getByLabel(/^Y ffordd o wneud pethau yma/).check();
  await sian.getByRole("button", { name: "Ei nodi" }).click();
  await expect(sian.getByText("Neb yn dweud pwy i'w ffonio").first()).toBeVisible();
}

/** First without saying where it lies: the words stay. */
async function noteBarrierWithoutScript(tom: Page, id: string): Promise<void> {
  await tom.goto(`/s/${id}`);
  await tom.getByText("Something gets in the way of good care? Note it").click();
  await tom.getByLabel("What gets in the way?").fill("Three forms for one night");
  await tom.getByRole("button", { name: "Note it" }).click();
  await expect(tom.getByRole("alert")).toContainText("Choose where it lies");
  await tom.getByLabel(/^How services are run/).check();
  await tom.getByRole("button", { name: "Try again" }).click();
  await tom.getByText("Something gets in the way of good care? Note it").click();
  await expect(tom.getByText("Three forms for one night").first()).toBeVisible();
}

async function reviewTalk(sian: Page): Promise<void> {
  const caring = sian.getByRole("region", { name: "Gofalgar" });
  await caring.getByLabel("Ychydig eiriau, os hoffech").fill("Gwrandawon ni.");
  await caring.getByRole("button", { name: /^Ychwanegu'r geiriau hyn/ }).click();
  await expect(caring.getByText("Gwrandawon ni.").first()).toBeVisible();
}

test("who comes late catches up; a tablet is handed on with nothing of the person before, who comes back where the group is", async ({ arrive }) => {
  test.setTimeout(180_000);
  const [desk, tablet, phone] = await Promise.all([arrive({ facilitator: true }), arrive({ width: 320, height: 640 }), arrive({ width: 360, height: 740 })]);
  const line = await lineOf(tablet);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "From hand to hand", enquiry);
  const first = await joinSession(tablet, { code, name: "Gwen", perspective: "carer" });
  await expect(tablet.getByText("Your words: kept"), "the page is awake").toBeVisible();
  await addRule(tablet, "Slowly, please.");
  // The shared words are here; what is typed from now on waits on the device.
  await expect(tablet.locator("textarea[data-live]")).toBeAttached();
  await expect(tablet.getByText("Save this wording")).toHaveCount(0);
  // For a blink the page may call kept what still waits.
  await pause(BLINK_MS);
  await expect(tablet.getByText("Your words: kept")).toBeVisible();
  line.cut();
  await addRule(tablet, "One at a time.");
  await expect(tablet.getByText("as soon as your words are kept.")).toBeVisible();
  await tablet.goto(`/s/${id}/hand-on`);
  await expect(tablet.getByText("1 change still waits to be kept.")).toBeVisible();
  await expect(tablet.getByRole("button", { name: "Go on" })).toHaveAttribute("aria-disabled", "true");
  line.mend();
  await expect(tablet.getByText("Everything you wrote is kept.")).toBeVisible();
  await tablet.getByRole("link", { name: "Stay" }).click();
  await goTo(desk, "The evidence");

  await tablet.getByRole("link", { name: "Hand this device on" }).click();
  await expect(tablet.getByText("Everything you wrote is kept.")).toBeVisible();
  await expectAccessible(tablet);
  await tablet.getByRole("button", { name: "Go on" }).click();
  const second = (await tablet.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/).textContent()) ?? "";
  expect(second).not.toBe(first);
  await expectAccessible(tablet);
  await tablet.getByRole("button", { name: "Hand it on now" }).click();
  await expect(tablet.getByLabel("Join code"), "the next person finds the code filled in").toHaveValue(code);
  await tablet.goBack();
  await expect(tablet.getByText("Slowly, please."), "nothing of Gwen's is behind the back button").toHaveCount(0);
  await tablet.goto(`/s/${id}`);
  await expect(tablet).toHaveURL(/\/join$/);

  await joinSession(tablet, { code, name: "Mair", perspective: "manager", atEach: expectAccessible });
  await expect(tablet.getByRole("heading", { level: 1, name: "The evidence" })).toBeVisible();
  await tablet.getByRole("link", { name: "Catch me up" }).click();
  await expect(tablet.getByText("Slowly, please.")).toBeVisible();
  await expect(tablet.getByText("Stage 2 of 10: The evidence")).toBeVisible();

  for (const returnCode of [first, second]) {
    await phone.goto("/join/return");
    await phone.getByLabel("Return code").fill(returnCode);
    await phone.getByRole("button", { name: "Come back" }).click();
    await expect(phone.getByRole("heading", { level: 1, name: "The evidence" }), "where the group is").toBeVisible();
    await phone.getByText("Our rules (2)").click();
    await expect(phone.getByText("Slowly, please.")).toBeVisible();
  }
});

/** The tablet's line to the shared documents, to be cut and mended; pages themselves still come through. */
async function lineOf(page: Page): Promise<{ cut(): void; mend(): void }> {
  const sockets = new Set<WebSocketRoute>();
  let isCut = false;
  await page.context().routeWebSocket(/\/live\/document\//, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    cut: () => {
      isCut = true;
      sockets.forEach((socket) => void socket.close());
      sockets.clear();
    },
    mend: () => { isCut = false; },
  };
}
