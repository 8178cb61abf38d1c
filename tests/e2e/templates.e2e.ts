/** Every template of ours, rehearsed from the screens: each stage at the desk, on the wall, and on a small phone of somebody who came in. */
import { en } from "#app/language/en.ts";
import type { OurStage, Template } from "#app/session/templates/template.ts";
import { templates } from "#app/session/templates/templates.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { chooseQuestion, openDemonstration, unfold } from "./hosting.ts";
import { joinSession } from "./joining.ts";

for (const [index, template] of templates.entries()) {
  test(`${template.name.en}: every stage says what it is for, and the wall holds it`, async ({ arrive }) => {
    test.setTimeout(300_000);
    const language = index % 2 === 0 ? "cy" : "en";
    const [desk, wall, phone] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, width: 1280, height: 720 }), arrive({ width: 360, height: 740, language })]);
    const { session, code } = await rehearse(desk, template);
    await Promise.all([wall.goto(`${session}/projector?languages=both`), joinSession(phone, { code, name: "Mair", perspective: "carer", language })]);
    for (const [place, stage] of template.stages.entries()) {
      await Promise.all([expectAtDesk(desk, stage), expectOnWall(wall, stage), expectInRoom(phone, { stage, language })]);
      if (place === Math.floor(template.stages.length / 2)) for (const page of [wall, phone]) await expectAccessible(page);
      if (stage.activity === "choosing") await chooseQuestion(desk);
      if (place < template.stages.length - 1) await desk.getByRole("button", { name: /^Go on to:/ }).click();
    }
    await expect(desk.getByText("This is the last stage.")).toBeVisible();
  });
}

test("people who talk in threes learn from their page and from the wall whom they sit with, and read their own group first", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, wall, phone] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, width: 1280, height: 720 }), arrive({ width: 360, height: 740 })]);
  const { session, code } = await rehearse(desk, templates.find(({ key }) => key === "exploratoryTalk"));
  await Promise.all([wall.goto(`${session}/projector?languages=both`), joinSession(phone, { code, name: "Mair", perspective: "carer" })]);
  await unfold(desk, "All stages");
  await desk.getByRole("button", { name: "Go to Talking in threes", exact: true }).click();
  await desk.getByRole("button", { name: en.groups.desk.form }).click();
  await expect(wall.getByRole("listitem").filter({ hasText: "Mair" })).toHaveText(/^Group \d · Grŵp \d: [^,]+, [^,]+, [^,]+$/);
  await expectHeld(wall, ".projector-made", "Talking in threes");
  const mine = phone.getByRole("region", { name: /^Your small group/ });
  await expect(mine.getByText(en.groups.hintTalk)).toBeVisible();
  await phone.getByLabel(en.talk.say.words).fill("We heard it at the day centre too.");
  await phone.getByRole("button", { name: en.talk.say.add }).click();
  const said = phone.getByRole("region", { name: en.talk.said.group });
  await expect(said.getByText("We heard it at the day centre too.", { exact: true })).toBeVisible();
  // Perspectives are spread, so the carer who began the pretend talk sits in another group.
  await expect(said.getByText("Pretend contribution: I see it another way.", { exact: true })).toBeHidden();
  const others = said.getByRole("button", { name: en.talk.said.groups });
  await others.click();
  await expect(said.getByText("Pretend contribution: I see it another way.", { exact: true })).toBeVisible();
  for (const page of [desk, wall, phone]) await expectAccessible(page);
  await desk.getByRole("button", { name: en.groups.desk.merge }).click();
  await expect(mine).toHaveCount(0);
  const here = phone.getByRole("region", { name: en.talk.said.here });
  for (const words of ["We heard it at the day centre too.", "Pretend contribution: I see it another way."]) await expect(here.getByText(words, { exact: true })).toBeVisible();
});

/** From the enquiry to the desk of a rehearsal with its door open. */
async function rehearse(desk: Page, template: Template | undefined): Promise<{ readonly session: string; readonly code: string }> {
  await desk.goto(`${await openDemonstration(desk)}/sessions/new`);
  await desk.getByRole("radio", { name: template?.name.en ?? "" }).check();
  await desk.getByLabel("Title in English").fill("Before Tuesday");
  await desk.getByRole("button", { name: "Make the session" }).click();
  await desk.getByRole("button", { name: "Rehearse this session" }).click();
  await expect(desk.getByText("Rehearsal: nothing here is kept")).toBeVisible();
  await unfold(desk, "The door");
  await desk.getByRole("button", { name: "Open the door" }).click();
  return { session: desk.url().replace(/\/desk$/, ""), code: await desk.getByText(/^\d{3} \d{3} \d{3}$/).first().innerText() };
}

async function expectAtDesk(desk: Page, { name }: OurStage): Promise<void> {
  await expect(desk.getByRole("heading", { level: 2, name: name.en, exact: true })).toBeVisible();
}

/** Name and prompt in both languages, and nothing to scroll. */
async function expectOnWall(wall: Page, { name, prompt }: OurStage): Promise<void> {
  for (const words of [name.en, name.cy, prompt.en, prompt.cy]) await expect(wall.getByText(words, { exact: true }).first()).toBeVisible();
  await expectHeld(wall, "html", name.en);
}

/** Nothing of this part of the wall is below its edge. */
async function expectHeld(wall: Page, part: string, stage: string): Promise<void> {
  const { scrollHeight, clientHeight } = await wall.locator(part).evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
  expect(scrollHeight - clientHeight, `pixels below the edge of the wall at ${stage}`).toBeLessThanOrEqual(0);
}

async function expectInRoom(phone: Page, { stage, language }: { readonly stage: OurStage; readonly language: "en" | "cy" }): Promise<void> {
  await expect(phone.getByRole("heading", { level: 1, name: stage.name[language], exact: true })).toBeVisible();
  await expect(phone.getByText(stage.prompt[language], { exact: true }).first()).toBeVisible();
  const wide = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `nothing to scroll sideways at ${stage.name.en}`).toBeLessThanOrEqual(0);
}
