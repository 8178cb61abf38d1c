/** Two people at one principle, on a server whose line can be cut and which can be killed: what journeys about faults begin with. */
import { expect, test as base, type Arrive, type Page } from "#tests/browser.ts";

import { startFaultyServer, type FaultyServer } from "./faulty-server.ts";
import { goTo, hostSession, openDemonstration } from "./hosting.ts";
import { joinSession } from "./joining.ts";

/** Milliseconds: pages come back by themselves, the later the longer a break was. */
export const BACK_WITHIN = 30_000;

export const test = base.extend<object, { server: FaultyServer }>({
  server: [
    // Playwright reads the names of the parts a fixture needs from its first parameter, so it must be a pattern.
    async ({}, use) => {
      const server = await startFaultyServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

export function expectState(page: Page, state: string): Promise<void> {
  return expect(page.getByText(/^Your words:/)).toHaveText(`Your words: ${state}`, { timeout: BACK_WITHIN });
}

export function boxOf(page: Page) {
  return page.getByRole("textbox", { name: /^Principle 1/ });
}

/** `delay`: milliseconds between two letters. */
export async function typeAtEnd(page: Page, words: string, delay = 30): Promise<void> {
  await boxOf(page).press("Control+End");
  await page.keyboard.type(words, { delay });
}

/** A session at its principles with "A promise" as the first, in both people's pages. `shared`: others use the first one's device too. */
export async function twoAtOnePrinciple(arrive: Arrive, { title, shared = false }: { title: string; shared?: boolean }): Promise<{ desk: Page; one: Page; other: Page }> {
  const [desk, one, other] = await Promise.all([arrive({ facilitator: true, meets: [0] }), arrive({ width: 360, meets: [0] }), arrive({ meets: [0] })]);
  const { code } = await hostSession(desk, await openDemonstration(desk), title);
  await joinSession(one, { code, name: "Mair", perspective: "carer", shared });
  await joinSession(other, { code, name: "Tom", perspective: "practitioner" });
  await goTo(desk, "Principles");
  await one.getByLabel("A new principle").fill("A promise");
  await one.getByRole("button", { name: "Add this principle" }).click();
  for (const page of [one, other]) await expect(boxOf(page)).toHaveValue("A promise");
  for (const page of [one, other]) await expectState(page, "kept");
  return { desk, one, other };
}
