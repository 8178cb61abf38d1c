/** Stages of one minute, whose time runs out while people write. */
import { communityOfEnquiry60 } from "#app/session/templates/community.ts";
import { en } from "#app/language/en.ts";
import { expect, type Page } from "#tests/browser.ts";
import { makeSession, openDoor, openDemonstration, setMinutes, type Hosted } from "#tests/e2e/hosting.ts";

import { enter, pagesWithScripts, type Company } from "./company.ts";

/** Milliseconds between letters: slow enough that the clock comes to zero in the middle of a sentence. */
const PACE = { delay: 200, timeout: 60_000 };
/** Milliseconds: a stage's minute, and what a busy machine adds to it. */
const A_MINUTE = 75_000;

/** Makes the session from the template, and each of its ten stages one minute long before anybody comes. Ends at the desk. */
export async function hostTenMinutes(desk: Page, title: string): Promise<Hosted> {
  const id = await makeSession(desk, await openDemonstration(desk), title, /^Community of enquiry, 60 minutes/);
  for (const { name } of communityOfEnquiry60.stages) await setMinutes(desk, name.en ?? "", 1);
  await expect(desk.getByText("10 minutes in all")).toBeVisible();
  return { id, code: await openDoor(desk, id) };
}

/** A box in which somebody is writing, and what they write as the time runs out. */
export interface Writing {
  readonly box: ReturnType<Page["getByLabel"]>;
  readonly words: string;
}

/** The clock comes to zero while these people write: nobody loses a letter or their place, and everybody whose page runs scripts is told. */
export async function runOut(company: Company, writing: readonly Writing[]): Promise<void> {
  const { desk } = company;
  const begun = await Promise.all(writing.map(({ box }) => box.inputValue()));
  // On a busy machine it has run out before anybody got so far: the facilitator gives them one minute more.
  if (await desk.getByText(en.session.clock.over).isVisible()) await desk.getByRole("button", { name: en.session.clock.addOne }).click();
  await expect(desk.getByRole("timer")).toHaveText(/^0:0[1-4]$/, { timeout: A_MINUTE });
  await Promise.all(writing.map(({ box, words }) => box.press("Control+End").then(() => box.pressSequentially(words, PACE))));
  for (const [page, say] of pagesWithScripts(company)) await expect(page.getByText(say.session.clock.over).first()).toBeVisible();
  await expectWritten(writing, begun);
}

/** The facilitator gives five minutes more, in the middle of people's sentences. */
export async function giveMore(company: Company, writing: readonly Writing[]): Promise<void> {
  const { desk, pat, bryn } = company;
  const begun = await Promise.all(writing.map(({ box }) => box.inputValue()));
  await desk.getByRole("button", { name: en.session.clock.addFive }).click();
  // Bryn's line is cut: his page learns of it when it is back.
  for (const [page] of pagesWithScripts(company).filter(([one]) => one !== bryn)) await expect(page.getByRole("timer")).toHaveText(/^[45]:\d\d$/);
  await expectWritten(writing.map(({ box }) => ({ box, words: "" })), begun);
  await enter(pat);
  await expect(pat.getByRole("timer")).toHaveText(/^[45]:\d\d$/);
}

async function expectWritten(writing: readonly Writing[], begun: readonly string[]): Promise<void> {
  for (const [index, { box, words }] of writing.entries()) {
    await expect(box).toHaveValue(`${begun[index]}${words}`);
    await expect(box).toBeFocused();
  }
}
