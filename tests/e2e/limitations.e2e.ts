/** What evidence does not tell us travels with it: to the wall, where nothing of it is cut off, and to everybody's page. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, test, type Page } from "#tests/browser.ts";

import { expectAccessible } from "./axe.ts";
import { fillInEnquiry, goTo, hostSession } from "./hosting.ts";
import { joinSession } from "./joining.ts";
import { expectWallFits, lookAtWalls, seeInTurn } from "./wall.ts";

/** More than a wall has room for at once, and told apart sentence by sentence. */
const sentences = (about: string, many: number) => Array.from({ length: many }, (_, index) => `${about} number ${index + 1} is as long as people's sentences are.`);
const PASSAGE = sentences("Sentence", 50);
const LIMITATIONS = sentences("Limit", 25);

test("a long passage, and long limitations, come by on the wall whole; a participant has the passage with its limitations on the page", async ({ arrive }) => {
  test.setTimeout(400_000);
  const [desk, wall, sian] = await Promise.all([arrive({ facilitator: true }), arrive({ facilitator: true, height: 720 }), arrive({ language: "cy", width: 360, height: 740 })]);
  await desk.goto("/enquiries/new");
  await fillInEnquiry(desk, "What do we not know?");
  const enquiry = new URL(desk.url()).pathname;
  await addEvidence(desk, enquiry, { title: "A short note", words: "Nobody rang.", limitations: null });
  await addEvidence(desk, enquiry, { title: "A long report", words: `Short words stand large.\n\n${PASSAGE.join(" ")}`, limitations: LIMITATIONS.join(" ") });
  const { id, code } = await hostSession(desk, enquiry, "All that it does not tell us");
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await wall.clock.install();
  await wall.goto(`/sessions/${id}/projector?languages=both`);
  await goTo(desk, "The evidence");
  await seeInTurn(wall, ".projector-limitations", ["A short note: Not known. · Ddim yn hysbys.", ...LIMITATIONS]);
  await spotlight(desk, id, /^Put on the screens: Sentence number 1 is/);
  await expectOnPage(sian);
  await seeInTurn(wall, ".projector-main", [...PASSAGE, ...LIMITATIONS]);
  await expectAccessible(wall);
  await spotlight(desk, id, en.spotlight.limitations);
  await expect(wall.getByRole("blockquote")).toContainText("Limit number");
  await seeInTurn(wall, ".projector-quote", LIMITATIONS);

  await spotlight(desk, id, /^Put on the screens: Short words/);
  await expect(wall.getByRole("blockquote")).toHaveText("Short words stand large.");
  await expectLarge(wall);
  await lookAtWalls(wall, `/sessions/${id}/projector`);
  await desk.getByRole("button", { name: en.spotlight.takeDown }).click();
  await expect(wall.getByRole("blockquote")).toHaveCount(0);
  await expect(sian.getByRole("heading", { name: cy.spotlight.title })).toHaveCount(0);
});

interface Evidence {
  readonly title: string;
  readonly words: string;
  /** Null: they are not known. */
  readonly limitations: string | null;
}

/** Ends on the item's page. */
async function addEvidence(page: Page, enquiry: string, { title, words, limitations }: Evidence): Promise<void> {
  await page.goto(`${enquiry}/evidence/new`);
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("The words").fill(words);
  await page.getByRole("group", { name: "What language is it in?" }).getByLabel("English").check();
  await page.getByLabel(/^Organisational/).check();
  await page.getByLabel("Whose perspective is it?").fill("The council");
  await page.getByLabel("Where does it come from?").fill("Its website");
  await page.getByLabel(limitations === null ? /^Not known/ : "I’ll say it here").check();
  if (limitations !== null) await page.getByRole("textbox", { name: "What it does not tell us" }).fill(limitations);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
}

async function spotlight(desk: Page, id: string, button: RegExp | string): Promise<void> {
  await desk.goto(`/sessions/${id}/spotlight`);
  await desk.getByRole("link", { name: "A long report" }).click();
  await desk.getByRole("button", { name: button }).click();
  await expect(desk.getByRole("heading", { name: en.spotlight.now })).toBeVisible();
}

/** All of both, in her language around it, with the way to the text. */
async function expectOnPage(sian: Page): Promise<void> {
  const lit = sian.getByRole("region", { name: cy.spotlight.title });
  await expect(lit.getByRole("blockquote")).toHaveText(PASSAGE.join(" "));
  await expect(lit).toContainText(`${cy.evidence.card.limitations}: ${LIMITATIONS.join(" ")}`);
  await expectAccessible(sian);
  await lit.getByRole("link", { name: cy.spotlight.inText }).click();
  await expect(sian.getByRole("heading", { level: 2, name: "A long report" })).toBeVisible();
  await expect(lit, "it stays until it is taken down").toBeVisible();
}

/** A few words take the room there is. */
async function expectLarge(wall: Page): Promise<void> {
  await expectWallFits(wall);
  expect(await wall.getByRole("blockquote").evaluate((quote) => parseFloat(getComputedStyle(quote).fontSize)), "pixels of a short passage").toBeGreaterThan(40);
}
