/** The wall in both languages side by side, and the stages that the 60-minute journey has not: for participants, desk and wall, in both languages. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { suggestedFor } from "#app/rules/suggested.ts";
import { expect, test, type Arrive, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { addStage, goTo, hostSession, openDemonstration, seatGwen } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { lookRound, type Screens } from "./look-round.ts";
import { expectWallFits, seeInTurn } from "./wall.ts";

/** What is suggested to most sessions. */
const suggested = suggestedFor("");

/** Of the demonstration's evidence: words of the first item, of one in Welsh, and of the last. */
const LIMITATIONS = ["It leaves a great deal out", "Un dyn, a'i ferch yn ysgrifennu ar ei ran.", "Nobody asked carers why beds stood empty."];

test("a wall in both languages says everything of its own in both, and shows every rule in turn", async ({ arrive }) => {
  test.setTimeout(400_000);
  const [desk, wall, mair] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, height: 720 }), arrive({ language: "cy", width: 360, height: 740 })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Yn y ddwy iaith", /^Community of enquiry, 60 minutes/);
  await joinSession(mair, { code, name: "Mair", perspective: "carer", language: "cy" });
  await wall.clock.install();
  await wall.goto(`/sessions/${id}/projector?languages=both`);
  await expectBoth(wall, [en.rules.none, cy.rules.none]);
  await desk.goto(`/s/${id}`);
  await desk.getByRole("button", { name: en.lists.rules.addAll }).click();
  await expectBoth(wall, [`Our rules (${suggested.length})`, `Ein rheolau (${suggested.length})`]);
  await desk.goto(`/sessions/${id}/desk`);
  await seeEveryRule(wall);

  await goTo(desk, "The evidence");
  await expectBoth(wall, ["0 notes", "Dim nodiadau"]);
  await seeEveryRule(wall);
  await seeInTurn(wall, ".projector-limitations", LIMITATIONS);
  await goTo(desk, "Thinking time");
  await expectBoth(wall, [en.thinking.silent, cy.thinking.silent]);
  await goTo(desk, "Building");
  await askAndSignal(desk, mair);
  await expectBoth(wall, [en.talk.move.missing, cy.talk.move.missing], ["Slow down: 1 person", "Yn arafach: 1 person"]);
  await expectWallFits(wall);
  await expectAccessible(wall);
  await goTo(desk, "Review");
  for (const about of ["caring", "rules"] as const) await expectBoth(wall, [en.reflections.review.subjects[about].name, cy.reflections.review.subjects[about].name]);
  await expectWallFits(wall);
  await desk.getByRole("heading", { name: /^The door:/ }).click();
  await desk.getByRole("button", { name: "Close the door" }).click();
  await expectBoth(wall, [en.stages.projector.doorClosed, cy.stages.projector.doorClosed]);
});

/** Both of each pair are on the wall, each in its language. */
async function expectBoth(wall: Page, ...pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const pair of pairs) {
    for (const [index, words] of pair.entries()) await expect(wall.locator(`[lang=${index === 0 ? "en" : "cy"}]`).filter({ hasText: words }).first(), words).toBeVisible();
  }
}

/** Every suggested rule, in both languages. */
function seeEveryRule(wall: Page): Promise<void> {
  return seeInTurn(wall, ".projector-rules", suggested.flatMap(({ en: english, cy: welsh }) => [english, welsh]));
}

async function askAndSignal(desk: Page, mair: Page): Promise<void> {
  await desk.getByRole("button", { name: en.talk.move.missing }).click();
  await mair.locator("summary", { hasText: cy.talk.signals.title }).first().click();
  await mair.getByRole("button", { name: cy.talk.signals.slow }).click();
}

test("ideas, principles, priorities, ranking and a prompt: nothing to find for participant, desk and wall in either language", async ({ arrive }) => {
  test.setTimeout(900_000);
  const company = await gather(arrive);
  const { desk, mair, tom, wall } = company;
  const look = () => lookRound({ ...company, participants: [mair, tom] });
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Every other stage");
  for (const stage of [{ activity: "concepts", en: "Ideas", cy: "Syniadau" }, { activity: "prompt", en: "A pause", cy: "Saib" }]) await addStage(desk, id, stage);
  await joinSession(mair, { code, name: "Mair", perspective: "carer", language: "cy" });
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await seatByDesk(desk, id);
  await wall.goto(`/sessions/${id}/projector`);

  await reach(company, "Ideas", "Syniadau");
  await mair.getByRole("textbox", { name: cy.concepts.label }).fill("Pwy sy'n gofyn");
  await mair.getByRole("button", { name: cy.concepts.add }).click();
  await look();
  await reach(company, "Principles", "Egwyddorion");
  await draft(mair, cy.lists.principles, ["Does dim rhaid gofyn ddwywaith."]);
  await look();
  await reach(company, "Priorities", "Blaenoriaethau");
  await draft(mair, cy.lists.priorities, ["Un rhif ffôn", "Gwely sy'n cael ei gadw"]);
  await look();
  await reach(company, "Ranking in private", "Gosod mewn trefn yn breifat");
  await look();
  await desk.getByText(en.stages.round.openAsk, { exact: true }).click();
  await desk.getByRole("button", { name: en.stages.round.open }).click();
  await expect(mair.getByText(cy.stages.ranking.secret).first()).toBeVisible();
  await look();
  await rank(company, id);
  await look();
  await reach(company, "A pause", "Saib");
  await look();
});

interface Company extends Omit<Screens, "participants"> {
  readonly mair: Page;
  readonly tom: Page;
}

async function gather(arrive: Arrive): Promise<Company> {
  const [desk, otherDesk, wall, otherWall, mair, tom] = await Promise.all([
    arrive({ facilitator: true }),
    arrive({ facilitator: true, language: "cy", width: 360, height: 740 }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ language: "cy", width: 360, height: 740 }),
    arrive(),
  ]);
  return { desk, otherDesk, wall, otherWall, mair, tom };
}

async function reach({ desk, mair, tom, wall }: Company, english: string, welsh: string): Promise<void> {
  await goTo(desk, english);
  await expect(mair.getByRole("heading", { level: 1, name: welsh })).toBeVisible();
  await expect(tom.getByRole("heading", { level: 1, name: english })).toBeVisible();
  await expect(wall.getByText(english, { exact: true }).first()).toBeVisible();
}

async function draft(page: Page, say: { readonly new: string; readonly add: string }, items: readonly string[]): Promise<void> {
  for (const item of items) {
    await page.getByLabel(say.new).fill(item);
    await page.getByRole("button", { name: say.add }).click();
    await expect(page.getByLabel(say.new)).toHaveValue("");
  }
}

/** Gwen has no device: the facilitator seats her, so that three can vote. Ends at the desk. */
async function seatByDesk(desk: Page, id: string): Promise<void> {
  await seatGwen(desk, id);
  await desk.goto(`/sessions/${id}/desk`);
}

/** Two on their own pages, one by hand of the facilitator from paper, whose page is looked at in both languages. Then the outcome is published. */
async function rank({ desk, otherDesk, mair, tom }: Company, id: string): Promise<void> {
  await castOn(mair, cy.voting.form);
  await castOn(tom, en.voting.form);
  await expect(desk.getByText(en.stages.round.fewCast.replace("{{minimum}}", "3"))).toBeVisible({ timeout: 20_000 });
  await desk.getByRole("link", { name: "Cast Gwen’s ballot from paper" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: "Gwen’s ballot, from paper" })).toBeVisible();
  await expectAccessible(desk);
  await otherDesk.goto(new URL(desk.url()).pathname);
  await expectAccessible(otherDesk);
  await castFromPaper(desk);
  await desk.goto(`/sessions/${id}/desk`);
  await desk.getByText(en.stages.round.close, { exact: true }).click();
  await desk.getByRole("button", { name: en.stages.round.closeSure }).click();
  await expect(mair.getByRole("heading", { name: cy.stages.ranking.outcome })).toBeVisible();
}

/** The page for a paper runs no scripts: a menu of places for each candidate. */
async function castFromPaper(page: Page): Promise<void> {
  await page.getByLabel("Un rhif ffôn").selectOption({ label: "1st" });
  await page.getByRole("button", { name: en.voting.form.cast }).click();
  await expect(page.getByText(en.voting.form.in)).toBeVisible();
}

async function castOn(page: Page, say: { readonly cast: string; readonly in: string }): Promise<void> {
  await page.getByRole("button", { name: /Un rhif ffôn/ }).click();
  await page.getByRole("button", { name: say.cast }).click();
  await expect(page.getByText(say.in)).toBeVisible();
}
