/** The facilitator's desk: needs, undo, keys, notes to oneself, a rehearsal, a passage on the wall. */
import { expect, test } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";

test("a stage that lacks something says so; a change of stage is taken back; keys press buttons; notes stay private", async ({ arrive }) => {
  test.setTimeout(120_000);
  const desk = await arrive({ facilitator: true });
  const { id } = await hostSession(desk, await openDemonstration(desk), "At the desk");
  await goTo(desk, "Priorities");
  await expect(desk.getByText("This stage needs priorities, and none has been drafted yet.")).toBeVisible();
  await desk.getByRole("button", { name: /^Undo: back to/ }).click();
  await expect(desk.getByRole("heading", { level: 2, name: "Getting ready" })).toBeVisible();
  await desk.keyboard.press("n");
  await expect(desk.getByRole("heading", { level: 2, name: "The evidence" })).toBeVisible();
  await desk.getByLabel("Notes to yourself").fill("Ask Mair about the form. n b + are letters here.");
  await desk.keyboard.press("n");
  await expect(desk.getByRole("heading", { level: 2, name: "The evidence" })).toBeVisible();
  await expect(desk.getByText("Kept.", { exact: true })).toBeVisible();
  await desk.screenshot({ path: "/tmp/d-desk.png", fullPage: true });
  await expectAccessible(desk);
  await desk.setViewportSize({ width: 360, height: 740 });
  await desk.screenshot({ path: "/tmp/d-desk-360.png", fullPage: true });
  expect(id).not.toBe("");
});
