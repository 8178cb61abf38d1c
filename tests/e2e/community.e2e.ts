/**
 * A whole community of enquiry by the 60-minute template, and its report. Eight members: Siân and Emrys speak Welsh,
 * Colin uses the keyboard alone, Tom has a screen 320 pixels wide and loses his line for half a minute, Pat's browser
 * runs no scripts, Gwen has no device and speaks through Bryn, who is her scribe, and Nia comes late.
 */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Arrive, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { hostSession, makeScribe, openDemonstration, seatGwen } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { pressOn, tabTo } from "./keyboard.ts";
import { beginNote } from "./marking.ts";
import { lineOf, type OwnLine } from "./own-line.ts";

/** Milliseconds without a line. */
const AWAY_MS = 30_000;

interface Company {
  readonly desk: Page;
  readonly wall: Page;
  readonly sian: Page;
  readonly emrys: Page;
  readonly colin: Page;
  readonly tom: Page;
  readonly pat: Page;
  readonly bryn: Page;
}

test("eight people go from evidence to last words in ten stages, everybody is heard, and the report tells it", async ({ arrive }) => {
  test.setTimeout(600_000);
  const company = await gather(arrive);
  const line = await lineOf(company.tom);
  const { desk, wall } = company;
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "What makes a break a break?", /^Community of enquiry, 60 minutes/);
  await sitDown(company, code);
  await wall.goto(`/sessions/${id}/projector`);
  await getReady(company, id);
  await lookRound(company);

  await goOn(company, "The evidence");
  await readEvidence(company);
  await lookRound(company);

  await goOn(company, "Thinking time");
  await think(company);
  await lookRound(company);

  await goOn(company, "Making questions");
  await makeQuestions(company);
  await lookRound(company);

  await goOn(company, "Airing");
  const nia = await comeLate(arrive, company, code);
  await airQuestions(company);
  await lookRound(company);

  await goOn(company, "Choosing");
  await chooseQuestion(company, nia);
  await lookRound(company);

  await goOn(company, "First words");
  await sayFirstWords(company);
  await lookRound(company);

  await goOn(company, "Building");
  await build(company, line);
  await lookRound(company);

  await goOn(company, "Last words");
  await sayLastWords(company);
  await lookRound(company);

  await goOn(company, "Review");
  await reviewTalk(company);
  await lookRound(company);

  await closeSession(company);
  await readReport(company);
});

async function gather(arrive: Arrive): Promise<Company> {
  const [desk, wall, sian, emrys, colin, tom, pat, bryn] = await Promise.all([
    arrive({ facilitator: true }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ language: "cy", width: 360, height: 740 }),
    arrive({ language: "cy" }),
    arrive(),
    arrive({ width: 320, height: 640, meets: [0] }),
    arrive({ width: 360, height: 740, javaScript: false, meets: [0] }),
    arrive({ width: 768 }),
  ]);
  return { desk, wall, sian, emrys, colin, tom, pat, bryn };
}

async function sitDown({ desk, sian, emrys, colin, tom, pat, bryn }: Company, code: string): Promise<void> {
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(emrys, { code, name: "Emrys", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await joinSession(pat, { code, name: "Pat", perspective: "carer" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });
  await makeScribe(desk, "Bryn");
}

/** On to the next stage; every page with scripts follows, and the one without is loaded again. */
async function goOn({ desk, wall, sian, pat }: Company, name: string): Promise<void> {
  await desk.getByRole("button", { name: `Go on to: ${name}` }).click();
  await expect(desk.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expect(wall.getByText(name, { exact: true }).first()).toBeVisible();
  await expect(sian.getByRole("heading", { level: 1, name })).toHaveCount(0);
  await enter(pat);
  await expect(pat.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Loads the room anew, as somebody without scripts does to see what is new, from whichever of its pages they are on. */
async function enter(page: Page): Promise<void> {
  await page.goto(/^.*?\/s\/[^/?#]+/.exec(page.url())?.[0] ?? "/");
}

/** The stage as a participant has it in Welsh on a phone and in English, as the facilitator has it, and as the room sees it. */
async function lookRound({ desk, wall, sian, colin, tom }: Company): Promise<void> {
  for (const page of [desk, wall, sian, colin, tom]) await expectAccessible(page);
  expect(await wall.evaluate(() => document.documentElement.scrollHeight), "nothing to scroll on the wall").toBeLessThanOrEqual(720);
}

async function getReady({ desk, sian, colin, bryn, pat }: Company, id: string): Promise<void> {
  await seatGwen(bryn, id);
  await expect(desk.getByText("7 people").first()).toBeVisible();
  await sian.getByRole("button", { name: cy.lists.rules.addThis }).first().click();
  await tabTo(colin, en.lists.rules.new);
  await colin.keyboard.type("Nobody has to tell their whole story.");
  await pressOn(colin, en.lists.rules.add);
  await expect(sian.getByText("Nobody has to tell their whole story.").first()).toBeVisible();
  await enter(pat);
  await pat.getByRole("button", { name: en.rules.agree }).click();
  await expect(desk.getByText("1 person says: I agree to these rules.")).toBeVisible();
  await desk.getByRole("button", { name: en.rules.group.agree }).click();
  await expect(colin.getByText(en.lists.readOnly.agreed).first()).toBeVisible();
}

async function readEvidence({ sian, colin, pat }: Company): Promise<void> {
  for (const page of [sian, colin, pat]) await page.getByRole("link", { name: "Carers talking: an afternoon in Glan Enfys" }).click();
  await beginNote(colin, "The asking is the hard part", "Who could make the asking easier?");
  await colin.getByRole("button", { name: "Add my note" }).click();
  await expect(sian.getByText("Who could make the asking easier?", { exact: true })).toBeVisible();
}

/** Silence: what one writes here, nobody else ever has. */
async function think(company: Company): Promise<void> {
  const { desk, sian, emrys, pat, wall } = company;
  await sian.getByLabel(cy.thinking.newLabel).fill("Fy chwaer sydd wedi blino, nid fi.");
  await expect(sian.getByText(cy.thinking.kept, { exact: true }).first()).toBeVisible();
  await pat.getByLabel(en.thinking.newLabel).fill("I am ashamed to ask.");
  await pat.getByRole("button", { name: en.thinking.add }).click();
  await desk.getByRole("button", { name: "Start the clock" }).click();
  await expect(emrys.getByRole("timer").or(emrys.getByText(/^[0-2]:\d\d/)).first()).toBeVisible();
  for (const page of [desk, emrys, wall]) {
    for (const words of ["Fy chwaer", "ashamed to ask"]) expect(await page.content(), "a private note is on no other page").not.toContain(words);
  }
}

async function makeQuestions({ sian, colin, tom, pat, bryn, wall }: Company): Promise<void> {
  await sian.getByLabel(cy.questions.make.label).fill("Pwy ddylai ofyn yn gyntaf?");
  await sian.getByRole("button", { name: cy.questions.make.add }).click();
  await expect(colin.getByText("Pwy ddylai ofyn yn gyntaf?", { exact: true })).toBeVisible();
  await tabTo(colin, en.questions.make.label);
  await colin.keyboard.type("What would make asking easy?");
  await pressOn(colin, en.questions.make.draw);
  await tabTo(colin, /^No passage|^From no passage/);
  await colin.keyboard.press("ArrowDown");
  await pressOn(colin, en.questions.make.add);
  await expect(tom.getByText("What would make asking easy?", { exact: true })).toBeVisible();
  await expect(tom.getByText("The asking is the hard part").first()).toBeVisible();
  await tom.getByRole("button", { name: /^I made this too \(question: What would/ }).click();
  await pat.getByLabel(en.questions.make.label).fill("When is a break not a break?");
  await pat.getByRole("button", { name: en.questions.make.add }).click();
  await expect(wall.getByText("When is a break not a break?")).toBeVisible();
  await bryn.getByLabel(en.questions.make.label).fill("Why did nobody ring me back?");
  await bryn.getByLabel(en.questions.make.forWhom).selectOption({ label: "Gwen" });
  await bryn.getByRole("button", { name: en.questions.make.add }).click();
  await expect(sian.getByText("Why did nobody ring me back?", { exact: true })).toBeVisible();
}

async function comeLate(arrive: Arrive, { desk }: Company, code: string): Promise<Page> {
  const nia = await arrive({ language: "cy", width: 360, height: 740 });
  await joinSession(nia, { code, name: "Nia", perspective: "manager", language: "cy" });
  await expect(desk.getByText("8 people").first()).toBeVisible();
  await nia.getByRole("link", { name: cy.stages.room.catchUp }).first().click();
  await expect(nia.getByText("Why did nobody ring me back?").first()).toBeVisible();
  await expectAccessible(nia);
  await nia.getByRole("link", { name: cy.catchUp.join }).first().click();
  await expect(nia.getByRole("heading", { level: 1, name: "Gwyntyllu" })).toBeVisible();
  return nia;
}

async function airQuestions({ desk, emrys, sian, wall }: Company): Promise<void> {
  await desk.getByRole("button", { name: /^Start with:/ }).click();
  await expect(wall.getByText("Pwy ddylai ofyn yn gyntaf?")).toBeVisible();
  const together = emrys.getByRole("group").filter({ hasText: new RegExp(`^${cy.questions.airing.put} \\([^)]*What would make asking easy`) });
  await together.getByText(cy.questions.airing.put).first().click();
  await together.getByLabel(cy.questions.airing.with).selectOption({ label: "Pwy ddylai ofyn yn gyntaf?" });
  await together.getByRole("button", { name: cy.questions.airing.putButton }).click();
  await expect(sian.getByRole("heading", { name: cy.questions.airing.unnamed })).toBeVisible();
  for (const words of ["What would make asking easy?", "Pwy ddylai ofyn yn gyntaf?"]) await expect(sian.getByText(words, { exact: true }).first(), "every wording stays").toBeVisible();
}

/** A secret vote; without JavaScript too. */
async function chooseQuestion({ desk, sian, emrys, colin, tom, pat, bryn, wall }: Company, nia: Page): Promise<void> {
  await desk.getByRole("button", { name: en.choosing.desk.open }).click();
  await expect(desk.getByRole("button", { name: en.choosing.desk.close })).toBeVisible();
  await enter(pat);
  for (const [page, say] of [[sian, cy], [emrys, cy], [nia, cy], [tom, en], [bryn, en], [pat, en]] as const) {
    await page.getByRole("radio", { name: "What would make asking easy?" }).check();
    await page.getByRole("button", { name: say.voting.form.cast }).click();
    await expect(page.getByText(say.voting.form.in)).toBeVisible();
  }
  await tabTo(colin, "Pwy ddylai ofyn yn gyntaf?");
  await colin.keyboard.press("Space");
  await pressOn(colin, en.voting.form.cast);
  await expect(desk.getByText("7 of 8 ballots are in")).toBeVisible({ timeout: 15_000 });
  await desk.getByRole("button", { name: en.choosing.desk.close }).click();
  await expect(wall.getByText("What would make asking easy?")).toBeVisible();
  await expect(colin.getByText(en.questions.chosen.vote).first()).toBeVisible();
}

/** The makers of the chosen question first; passing is fine. */
async function sayFirstWords({ desk, colin, tom, sian }: Company): Promise<void> {
  await desk.getByRole("button", { name: "Start a go-round" }).click();
  await expect(colin.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
  await tabTo(colin, en.talk.say.words);
  await colin.keyboard.type("We make people ask five times.");
  await pressOn(colin, en.talk.say.add);
  await expect(sian.getByText("We make people ask five times.", { exact: true })).toBeVisible();
  await pressOn(colin, en.talk.floor.finished);
  await expect(tom.getByText(en.talk.floor.yourTurn).first(), "the other maker is next").toBeVisible();
  await tom.getByRole("button", { name: en.talk.floor.pass }).click();
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
}

async function build({ desk, sian, tom, bryn, pat, colin, wall }: Company, line: OwnLine): Promise<void> {
  await line.cut();
  const cutAt = Date.now();
  await expect(tom.getByText(en.live.connection.lost)).toBeVisible({ timeout: 20_000 });
  await tom.getByLabel(en.talk.say.words).fill("I typed this with no signal.");
  await tom.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  await bryn.getByLabel(en.talk.say.for).selectOption({ label: "Gwen (no device)" });
  await bryn.getByLabel(en.talk.say.words).fill("Nobody ever rang me back.");
  await bryn.getByLabel(en.talk.say.checked).check();
  await bryn.getByRole("button", { name: en.talk.say.add, exact: true }).click();
  await expect(sian.getByText("Nobody ever rang me back.", { exact: true })).toBeVisible();
  await challenge(sian);
  await desk.getByRole("button", { name: en.talk.move.evidence }).click();
  await expect(wall.getByText(en.talk.move.evidence)).toBeVisible();
  await enter(pat);
  await pat.locator("summary", { hasText: en.talk.signals.title }).first().click();
  await pat.getByRole("button", { name: en.talk.signals.slow }).click();
  await expect(colin.getByText("Slow down: 1 person").first()).toBeVisible();
  await colin.waitForTimeout(Math.max(0, AWAY_MS - (Date.now() - cutAt)));
  await line.mend();
  await expect(sian.getByText("I typed this with no signal.", { exact: true })).toBeVisible({ timeout: 45_000 });
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

/** Those not yet heard first. */
async function sayLastWords({ desk, emrys, sian }: Company): Promise<void> {
  await desk.getByRole("button", { name: "Start a go-round" }).click();
  await expect(emrys.getByText(cy.talk.floor.yourTurn).first(), "Emrys has said nothing yet").toBeVisible();
  await emrys.getByLabel(cy.talk.say.words).fill("Gofyn yn gynt.");
  await emrys.getByRole("button", { name: cy.talk.say.add, exact: true }).click();
  await expect(sian.getByText("Gofyn yn gynt.", { exact: true })).toBeVisible();
  await desk.getByRole("button", { name: "Stop the go-round" }).click();
}

async function reviewTalk({ sian, tom, wall }: Company): Promise<void> {
  const caring = sian.getByRole("region", { name: cy.reflections.review.subjects.caring.name });
  await caring.getByLabel(cy.reflections.review.words).fill("Gwrandawon ni.");
  await caring.getByRole("button", { name: new RegExp(`^${cy.reflections.review.add}`) }).click();
  await expect(wall.getByText("Gwrandawon ni.")).toBeVisible();
  await tom.getByText(en.reflections.barriers.summary).click();
  await tom.getByLabel(en.reflections.barriers.words).fill("Three forms for one night");
  await tom.getByLabel(/^How services are run/).check();
  await tom.getByRole("button", { name: en.reflections.barriers.note }).click();
  await expect(tom.getByText("Three forms for one night").first()).toBeVisible();
}

async function closeSession({ desk }: Company): Promise<void> {
  await desk.getByRole("link", { name: "Close the session" }).click();
  await desk.getByRole("button", { name: "Close the session for good" }).click();
  await expect(desk).toHaveURL(/report/);
}

async function readReport({ desk, sian, colin }: Company): Promise<void> {
  await pressOn(colin, "Read the report");
  for (const words of [
    "Nobody has to tell their whole story.", "The group agreed these rules.", "When is a break not a break?", "The asking is the hard part", "The group chose it by a secret vote.",
    "We make people ask five times.", "Nobody ever rang me back.", "Written by a scribe and checked with the person.", "Mae'r rhif yn y llyfr.", "I typed this with no signal.", "Gofyn yn gynt.", "Gwrandawon ni.", "Three forms for one night",
  ]) await expect(colin.getByText(words).first(), words).toBeVisible();
  for (const hidden of ["Siân", "Emrys", "Gwen", "Bryn", "Fy chwaer", "ashamed to ask"]) expect(await colin.locator("main").innerText(), `${hidden} is nowhere in the report`).not.toContain(hidden);
  await sian.getByRole("link", { name: cy.stages.room.report }).click();
  for (const page of [desk, colin, sian]) await expectAccessible(page);
}
