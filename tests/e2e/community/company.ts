/** The people of the whole 60-minute journey and the screens they are at. */
import { cy } from "#app/language/cy.ts";
import { en } from "#app/language/en.ts";
import { expect, type Arrive, type Page } from "#tests/browser.ts";
import { makeScribe } from "#tests/e2e/hosting.ts";
import { joinByKeyboard, joinSession } from "#tests/e2e/joining.ts";
import { watchForPointer } from "#tests/e2e/keyboard.ts";
import { lookRound, type Screens } from "#tests/e2e/look-round.ts";

/** Everybody who has a seat at some time; Gwen has no device, and Nia comes late. */
export const NAMES = ["Siân", "Emrys", "Colin", "Tom", "Pat", "Gwen", "Bryn", "Nia"] as const;

export interface Company extends Omit<Screens, "participants"> {
  readonly sian: Page;
  readonly emrys: Page;
  /** Never touches a mouse: see `expectNoPointer`. */
  readonly colin: Page;
  readonly tom: Page;
  readonly pat: Page;
  readonly bryn: Page;
}

export async function gather(arrive: Arrive): Promise<Company> {
  const [desk, otherDesk, wall, otherWall, sian, emrys, colin, tom, pat, bryn] = await Promise.all([
    arrive({ facilitator: true }),
    arrive({ facilitator: true, language: "cy", width: 360, height: 740 }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ facilitator: true, height: 720 }),
    arrive({ language: "cy", width: 360, height: 740 }),
    arrive({ language: "cy" }),
    arrive(),
    arrive({ width: 320, height: 640 }),
    arrive({ width: 360, height: 740, javaScript: false, meets: [0] }),
    arrive({ width: 768, meets: [0] }),
  ]);
  await watchForPointer(colin);
  return { desk, otherDesk, wall, otherWall, sian, emrys, colin, tom, pat, bryn };
}

export async function sitDown({ desk, sian, emrys, colin, tom, pat, bryn }: Company, code: string): Promise<void> {
  await joinSession(sian, { code, name: "Siân", perspective: "carer", language: "cy" });
  await joinSession(emrys, { code, name: "Emrys", perspective: "carer", language: "cy" });
  await joinByKeyboard(colin, code, "Colin");
  await joinSession(tom, { code, name: "Tom", perspective: "practitioner" });
  await joinSession(pat, { code, name: "Pat", perspective: "carer" });
  await joinSession(bryn, { code, name: "Bryn", perspective: "practitioner" });
  await makeScribe(desk, "Bryn");
}

/** On to the next stage, its clock running; every page with scripts follows, and the one without is loaded again. */
export async function goOn(company: Company, name: string): Promise<void> {
  const { desk, wall, sian, pat } = company;
  await desk.getByRole("button", { name: `Go on to: ${name}` }).click();
  await expect(desk.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expect(wall.getByText(name, { exact: true }).first()).toBeVisible();
  await expect(sian.getByRole("heading", { level: 1, name })).toHaveCount(0);
  await startClock(company);
  await enter(pat);
  await expect(pat.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** The clock of a stage of one minute: everybody sees it count down. */
export async function startClock({ desk, wall, sian, colin, tom }: Company): Promise<void> {
  await expect(desk.getByRole("timer")).toHaveText("1:00");
  await desk.getByRole("button", { name: en.session.clock.start }).click();
  for (const page of [desk, wall, sian, colin, tom]) await expect(page.getByRole("timer")).toHaveText(/^0:[0-5]\d$/);
}

/** Loads the room anew, as somebody without scripts does to see what is new, from whichever of its pages they are on. */
export async function enter(page: Page): Promise<void> {
  await page.goto(/^.*?\/s\/[^/?#]+/.exec(page.url())?.[0] ?? "/");
}

/** In Welsh on a phone, in English, and at 320 pixels; the desk and the walls. */
export function lookAtStage({ sian, colin, tom, ...screens }: Company): Promise<void> {
  return lookRound({ ...screens, participants: [sian, colin, tom] });
}

/** With the words of the language their page is in; Pat's page changes only when it is loaded. */
export function pagesWithScripts({ desk, wall, sian, emrys, colin, tom, bryn }: Company) {
  return [[desk, en], [wall, en], [sian, cy], [emrys, cy], [colin, en], [tom, en], [bryn, en]] as const;
}
