/** From first words to the report. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, type Page } from "#tests/browser.ts";
import { expectAccessible } from "#tests/e2e/axe.ts";
import { expectNoPointer, pressOn, tabTo } from "#tests/e2e/keyboard.ts";
import type { OwnLine } from "#tests/e2e/own-line.ts";

import { PRIVATE } from "./asking.ts";
import { enter, NAMES, type Company } from "./company.ts";
import { giveMore, runOut } from "./time.ts";

/** Milliseconds without a line. */
const AWAY_MS = 30_000;

/** The makers of the chosen question first; passing is fine, without scripts too. */
export async function sayFirstWords({ desk, colin, tom, sian, pat }: Company): Promise<void> {
  await desk.getByRole("button", { name: "Start a go-round" }).click();
  await expect(colin.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
  await tabTo(colin, en.talk.say.words);
  await colin.keyboard.type("We make people ask five times.");
  await pressOn(colin, en.talk.say.add);
  await expect(sian.getByText("We make people ask five times.", { exact: true })).toBeVisible();
  await pressOn(colin, en.talk.floor.finished);
  await expect(tom.getByText(en.talk.floor.yourTurn).first(), "the other maker is next").toBeVisible();
  await tom.getByRole("button", { name: en.talk.floor.pass }).click();
  await enter(pat);
  await pat.getByRole("button", { name: en.talk.floor.pass }).click();
  await expect(pat.getByRole("button", { name: en.talk.floor.pass }), "her turn is passed").toHaveCount(0);
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
}

/** The scribe's own line is cut for half a minute, and the stage's time runs out, while two others are in the middle of a sentence. */
export async function build(company: Company, line: OwnLine): Promise<void> {
  const { sian, tom, bryn, colin } = company;
  await writeForGwen(company);
  await line.cut();
  const cutAt = Date.now();
  await expect(bryn.getByText(en.live.connection.lost)).toBeVisible({ timeout: 20_000 });
  await bryn.getByLabel(en.talk.say.words).fill("I typed this with no signal.");
  await bryn.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  await challenge(sian);
  await moveAndSignal(company);
  const writing = [
    { box: sian.getByRole("textbox", { name: cy.talk.say.words }), words: "Dydy'r ffôn ddim yn ddigon." },
    { box: tom.getByRole("textbox", { name: en.talk.say.words }), words: "Then who rings whom, and when?" },
  ];
  await runOut(company, writing);
  await giveMore(company, writing);
  await sian.getByRole("button", { name: cy.talk.say.add, exact: true }).click();
  await tom.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  for (const { words } of writing) await expect(colin.getByText(words, { exact: true })).toBeVisible();
  await expect.poll(() => Date.now() - cutAt, { timeout: 2 * AWAY_MS }).toBeGreaterThanOrEqual(AWAY_MS);
  await expect(colin.getByText("I typed this with no signal.")).toHaveCount(0);
  await line.mend();
  await expect(sian.getByText("I typed this with no signal.", { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(bryn.getByRole("timer"), "he has the five minutes too").toHaveText(/^[2-5]:\d\d$/, { timeout: 45_000 });
}

async function writeForGwen({ bryn, sian }: Company): Promise<void> {
  await bryn.getByRole("combobox", { name: en.scribe.for }).selectOption({ label: "Gwen (no device)" });
  await bryn.getByLabel(en.talk.say.words).fill("Nobody ever rang me back.");
  await bryn.getByRole("checkbox", { name: en.scribe.checked }).check();
  await bryn.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  await expect(sian.getByText("Nobody ever rang me back.", { exact: true })).toBeVisible();
}

async function challenge(sian: Page): Promise<void> {
  const said = sian.getByRole("listitem").filter({ hasText: "Nobody ever rang me back." }).first();
  await said.getByText(cy.talk.act.reply, { exact: false }).first().click();
  await said.getByLabel(cy.talk.say.challenges).check();
  await said.getByRole("textbox", { name: cy.talk.say.reply }).fill("Mi wnes i ffonio.");
  await said.getByRole("textbox", { name: cy.talk.say.because }).fill("Mae'r rhif yn y llyfr.");
  await said.getByRole("button", { name: cy.talk.say.addReply }).click();
  await expect(sian.getByText("Mae'r rhif yn y llyfr.", { exact: true })).toBeVisible();
}

async function moveAndSignal({ desk, wall, pat, colin }: Company): Promise<void> {
  await desk.getByRole("button", { name: en.talk.move.evidence }).click();
  await expect(wall.getByText(en.talk.move.evidence)).toBeVisible();
  await enter(pat);
  await pat.locator("summary", { hasText: en.talk.signals.title }).first().click();
  await pat.getByRole("button", { name: en.talk.signals.slow }).click();
  await expect(colin.getByText("Slow down: 1 person").first()).toBeVisible();
}

/** Those not yet heard first. */
export async function sayLastWords({ desk, emrys, sian }: Company): Promise<void> {
  await desk.getByRole("button", { name: "Start a go-round" }).click();
  await expect(emrys.getByText(cy.talk.floor.yourTurn).first(), "Emrys has said nothing yet").toBeVisible();
  await emrys.getByLabel(cy.talk.say.words).fill("Gofyn yn gynt.");
  await emrys.getByRole("button", { name: cy.talk.say.add, exact: true }).click();
  await expect(sian.getByText("Gofyn yn gynt.", { exact: true })).toBeVisible();
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
}

/** With scripts and without. */
export async function reviewTalk({ sian, tom, pat, wall }: Company): Promise<void> {
  const caring = sian.getByRole("region", { name: cy.reflections.review.subjects.caring.name });
  await caring.getByLabel(cy.reflections.review.words).fill("Gwrandawon ni.");
  await caring.getByRole("button", { name: new RegExp(`^${cy.reflections.review.add}`) }).click();
  await expect(wall.getByText("Gwrandawon ni.")).toBeVisible();
  const critical = pat.getByRole("region", { name: en.reflections.review.subjects.critical.name });
  await critical.getByLabel(en.reflections.review.words).fill("We gave our reasons.");
  await critical.getByRole("button", { name: new RegExp(`^${en.reflections.review.add}`) }).click();
  await expect(wall.getByText("We gave our reasons.")).toBeVisible();
  await tom.getByText(en.reflections.barriers.summary).click();
  await tom.getByLabel(en.reflections.barriers.words).fill("Three forms for one night");
  await tom.getByLabel(/^How services are run/).check();
  await tom.getByRole("button", { name: en.reflections.barriers.note }).click();
  await expect(tom.getByText("Three forms for one night").first()).toBeVisible();
}

export async function closeSession({ desk }: Company): Promise<void> {
  await desk.getByRole("link", { name: "Close the session" }).click();
  await desk.getByRole("button", { name: "Close the session for good" }).click();
  await expect(desk).toHaveURL(/report/);
}

/** Everything that was said is in it; nobody's name, and nothing that was written in silence. */
export async function readReport({ desk, sian, colin }: Company): Promise<void> {
  await pressOn(colin, "Read the report");
  for (const words of [
    "Nobody has to tell their whole story.", "The group agreed these rules.", "When is a break not a break?", "The asking is the hard part", "The group chose it by a secret vote.",
    "We make people ask five times.", "Nobody ever rang me back.", "Written by a scribe and checked with the person.", "Mae'r rhif yn y llyfr.", "I typed this with no signal.",
    "Dydy'r ffôn ddim yn ddigon.", "Then who rings whom, and when?", "Gofyn yn gynt.", "Gwrandawon ni.", "We gave our reasons.", "Three forms for one night",
  ]) await expect(colin.getByText(words).first(), words).toBeVisible();
  await sian.getByRole("link", { name: cy.stages.room.report }).click();
  for (const page of [desk, colin, sian]) await expectAccessible(page);
  await expectNobodyNamed([desk, colin, sian]);
  await expectNoPointer(colin);
}

/** Not on the pages of those who were there, nor in all that comes with the page that anybody with the link reads. */
async function expectNobodyNamed(pages: readonly Page[]): Promise<void> {
  const [desk] = pages;
  const link = (await desk?.getByRole("link", { name: /\/report\// }).getAttribute("href")) ?? "";
  const published = await desk?.request.get(link).then((answer) => answer.text());
  const texts = [published ?? "", ...(await Promise.all(pages.map((page) => page.locator("main").innerText())))];
  expect(texts[0], "the published report").toContain("Nobody ever rang me back.");
  for (const text of texts) {
    for (const name of NAMES) expect(text, `${name} is nowhere in the report`).not.toMatch(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, "u"));
    for (const words of PRIVATE) expect(text, "what was private stays so").not.toContain(words);
  }
}
