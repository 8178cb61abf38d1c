/** The deeds of single stages, each in a small room: go-rounds, ideas, a prompt; and leaving in the middle of one. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { addStage, chooseQuestion, goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { expectWallFits } from "./wall.ts";

const COMMUNITY = /^Community of enquiry, 60 minutes/;

test("first words begin with the makers of the question, last words with those not yet heard, and anybody passes, without JavaScript too", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, mair, sian, colin] = await Promise.all([arrive({ facilitator: true }), arrive({ javaScript: false, width: 360, height: 740, meets: [0] }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "Turn by turn", COMMUNITY);
  await joinSession(mair, { code, name: "Mair", perspective: "carer" });
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  const room = { desk, mair, sian, colin, id };
  await makeTogether(room);
  await goTo(desk, "First words");
  await sayFirstWords(room);
  await goTo(desk, "Last words");
  await sayLastWords(room);
});

interface Room {
  readonly desk: Page;
  /** Runs no scripts, and sat down first. */
  readonly mair: Page;
  readonly sian: Page;
  readonly colin: Page;
  readonly id: string;
}

/** Siân's question, which Colin made too; the facilitator chooses it. */
async function makeTogether({ desk, sian, colin }: Room): Promise<void> {
  await goTo(desk, "Making questions");
  await sian.getByLabel(cy.questions.make.label).fill("Pwy sy'n gofyn?");
  await sian.getByRole("button", { name: cy.questions.make.add }).click();
  await colin.getByRole("button", { name: /^I made this too/ }).click();
  await expect(colin.getByText("Siân, Colin")).toBeVisible();
  await goTo(desk, "Choosing");
  await chooseQuestion(desk);
}

/** Mair sat down first, and comes last: the makers begin. */
async function sayFirstWords({ desk, mair, sian, colin, id }: Room): Promise<void> {
  await desk.getByRole("button", { name: en.talkDesk.around.start }).click();
  await expect(sian.getByText(cy.talk.floor.yourTurn).first()).toBeVisible();
  await expect(colin.getByText("Go-round: 1 person has a turn before you.").first()).toBeVisible();
  await mair.goto(`/s/${id}`);
  await expect(mair.getByText("Go-round: 2 people have a turn before you.").first()).toBeVisible();
  await sian.getByRole("button", { name: cy.talk.floor.pass }).click();
  await expect(colin.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
  await say(colin, "We ask five times.", en);
  await colin.getByRole("button", { name: en.talk.floor.finished }).click();
  await expect(colin.getByRole("button", { name: en.talk.floor.raise })).toBeVisible();
  await mair.goto(`/s/${id}`);
  await expect(mair.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
  await mair.getByRole("button", { name: en.talk.floor.pass }).click();
  await expect(mair.getByRole("button", { name: en.talk.floor.raise }), "the round is over for her").toBeVisible();
  await expect(desk.getByRole("button", { name: en.talkDesk.around.start }), "and for all").toBeVisible();
}

/** Colin has been heard; the two who passed have not, and are invited before him in the order they sat down. */
async function sayLastWords({ desk, mair, sian, colin, id }: Room): Promise<void> {
  await desk.getByRole("button", { name: en.talkDesk.around.start }).click();
  await expect(desk.getByText("Then: Siân, Colin")).toBeVisible();
  await mair.goto(`/s/${id}`);
  await expect(mair.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
  await say(mair, "I shall ask sooner.", en);
  await mair.getByRole("button", { name: en.talk.floor.finished }).click();
  await expect(sian.getByText("I shall ask sooner.", { exact: true })).toBeVisible();
  await expect(sian.getByText(cy.talk.floor.yourTurn).first()).toBeVisible();
  await sian.getByRole("button", { name: cy.talk.floor.pass }).click();
  await expect(colin.getByText(en.talk.floor.yourTurn).first()).toBeVisible();
}

async function say(page: Page, words: string, language: typeof en): Promise<void> {
  await page.getByRole("textbox", { name: language.talk.say.words }).fill(words);
  await page.getByRole("button", { name: language.talk.say.add, exact: true }).click();
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}

test("ideas are gathered from private notes and lead to questions; a prompt asks for nothing; whoever leaves comes back by their code", async ({ arrive }) => {
  test.setTimeout(300_000);
  const [desk, wall, sian, colin] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, height: 720 }), arrive({ language: "cy", width: 360, height: 740 }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "From notes to ideas", COMMUNITY);
  for (const stage of [{ activity: "concepts", en: "Ideas", cy: "Syniadau" }, { activity: "prompt", en: "A pause", cy: "Saib" }]) await addStage(desk, id, stage);
  const returnCode = await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(colin, { code, name: "Colin", perspective: "manager" });
  await desk.goto(`/sessions/${id}/desk`);
  await wall.goto(`/sessions/${id}/projector`);

  await goTo(desk, "Thinking time");
  await shareAsIdea(sian);
  await goTo(desk, "Ideas");
  await gatherIdeas({ sian, colin, wall });
  for (const page of [desk, colin, wall]) expect(await page.content(), "the note behind it stays her own").not.toContain("ofni gofyn");
  await leaveAndComeBack({ desk, sian, id, returnCode });
  await goTo(desk, "Making questions");
  await colin.locator("summary", { hasText: en.concepts.title }).click();
  await expect(colin.getByText("Pwy sy'n gofyn", { exact: true })).toBeVisible();
  await goTo(desk, "A pause");
  await expectPrompt(colin, wall);
});

/** Of a note of two sentences, three words become everybody's. */
async function shareAsIdea(sian: Page): Promise<void> {
  await sian.getByLabel(cy.thinking.newLabel).fill("Rwy'n ofni gofyn. Pwy sy'n gofyn?");
  await expect(sian.getByText(cy.thinking.kept, { exact: true })).toBeVisible();
  await sian.getByText(cy.thinking.shareAs).click();
  await sian.getByRole("link", { name: cy.thinking.as.concept }).click();
  await sian.getByLabel(cy.thinking.share.words).fill("Pwy sy'n gofyn");
  await sian.getByRole("button", { name: cy.thinking.share.look }).click();
  await sian.getByRole("button", { name: cy.thinking.share.yes }).click();
  await expect(sian).toHaveURL(/\/s\/[^/]+$/);
}

async function gatherIdeas({ sian, colin, wall }: { readonly sian: Page; readonly colin: Page; readonly wall: Page }): Promise<void> {
  await expect(colin.getByText("Pwy sy'n gofyn", { exact: true })).toBeVisible();
  for (const idea of ["Fairness", "Being asked"]) {
    await colin.getByLabel(en.concepts.label).fill(idea);
    await colin.getByRole("button", { name: en.concepts.add }).click();
    await expect(sian.getByText(idea, { exact: true })).toBeVisible();
  }
  await expect(colin.getByRole("button", { name: /Pwy sy'n gofyn$/ }), "another's idea").toHaveCount(0);
  await colin.getByRole("button", { name: /^Take it back.*Fairness$/ }).click();
  await expect(sian.getByText("Fairness", { exact: true })).toHaveCount(0);
  for (const idea of ["Pwy sy'n gofyn", "Being asked"]) await expect(wall.getByText(idea, { exact: true })).toBeVisible();
  await expectWallFits(wall);
}

/** Out of the room by a button, so that nobody after her writes as her on that device; in again as herself. */
async function leaveAndComeBack({ desk, sian, id, returnCode }: { readonly desk: Page; readonly sian: Page; readonly id: string; readonly returnCode: string }): Promise<void> {
  await sian.getByRole("button", { name: cy.stages.room.leave }).click();
  await expect(sian.getByRole("heading", { level: 1, name: cy.join.left.title })).toBeVisible();
  await expect(sian.getByText(cy.join.left.kept)).toBeVisible();
  await expectAccessible(sian);
  await expect(desk.getByText("1 person", { exact: true }).first(), "whoever left is counted no more").toBeVisible();
  await expect(desk.getByText("1 with the page open now")).toBeVisible();
  await sian.goto(`/s/${id}`);
  await expect(sian, "the seat is given up").toHaveURL(/\/join$/);
  await sian.goto("/join/left");
  await sian.getByRole("link", { name: cy.join.left.return }).click();
  await sian.getByLabel(cy.join.return.label).fill(returnCode);
  await sian.getByRole("button", { name: cy.join.return.go }).click();
  await expect(sian.getByRole("heading", { level: 1, name: "Syniadau" }), "where everybody is").toBeVisible();
  await expect(sian.getByRole("button", { name: /Pwy sy'n gofyn$/ }), "her idea is still hers").toBeVisible();
  await expect(desk.getByText("2 people", { exact: true }).first(), "and she is counted again").toBeVisible();
}

/** What everything serves, whom to turn to, and nothing to fill in. */
async function expectPrompt(page: Page, wall: Page): Promise<void> {
  for (const one of [page, wall]) {
    await expect(one.getByText(en.support.turnTo)).toBeVisible();
    await expect(one.getByText(/What would make a short break/).first()).toBeVisible();
  }
  await expect(page.getByText(en.stages.room.question).first()).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectWallFits(wall);
}
