/** The host's store does not answer for a while: every page stays, says so, keeps what was typed, and goes on by itself. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { en } from "#app/language/en.ts";
import { startKeeper } from "#server/database/keeper.ts";
import { expect, test as base, type Page } from "#tests/browser.ts";
import { freePort, startServer, type TestServer } from "#tests/server.ts";

import { BrokenLine } from "./broken-line.ts";
import { goTo, hostSession, openDemonstration, unfold } from "./hosting.ts";
import { joinSession } from "./joining.ts";

/** Milliseconds: pages look every fifteen seconds at the most. */
const NOTICES_WITHIN = 25_000;

interface ServerWithStore extends TestServer {
  /** Between the server and its store. */
  readonly store: BrokenLine;
}

const test = base.extend<object, { server: ServerWithStore }>({
  server: [
    // Playwright reads the names of the parts a fixture needs from its first parameter, so it must be a pattern.
    async ({}, use) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), "ymholi-away-"));
      const keeper = await startKeeper({ dataDir: path.join(folder, "store"), say: () => undefined });
      const store = await lineToStore(keeper.url);
      const server = await startServer({ env: { DATABASE_URL: `postgresql://postgres@127.0.0.1:${store.from}/ymholi` } });
      const withStore: ServerWithStore = { ...server, store };
      await use(withStore);
      store.mend();
      await server.stop();
      await store.close();
      await keeper.stop();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test("desk, room, wall and the contact's screen stay while the store is away, and what was typed is sent when it is back", async ({ arrive, server }) => {
  test.setTimeout(300_000);
  const meets = [503];
  const [desk, wall, contact, tom] = await Promise.all([arrive({ facilitator: true, meets }), arrive({ facilitator: true, meets }), arrive({ meets, language: "cy" }), arrive({ meets, width: 360, height: 740 })]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "A store that is away", /^Community of enquiry, 60 minutes/);
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  await askTwo(desk, tom);
  await openVote(desk);
  await wall.goto(`/sessions/${id}/projector`);
  await unfold(desk, en.safeguarding.card.title);
  await contact.goto((await desk.getByRole("link", { name: /^Screen for/ }).getAttribute("href")) ?? "");
  const contactTitle = await contact.getByRole("heading", { level: 1 }).innerText();
  await tom.getByRole("radio", { name: "Who asks the carer?" }).check();

  server.store.cut();
  await tom.getByRole("button", { name: en.voting.form.cast }).click();
  await expect(tom.getByRole("alert")).toContainText(en.common.problem.storeAway);
  await expect(tom.getByText(en.live.connection.storeAway)).toBeVisible();
  await expect(tom.getByRole("radio", { name: "Who asks the carer?" })).toBeChecked();
  await desk.getByLabel(en.desk.note.label).fill("Ring the office");
  await expect(desk.getByText(en.desk.note.failed)).toBeVisible();
  await desk.getByRole("button", { name: en.session.clock.addFive }).click();
  await expect(desk.getByText(en.common.problem.storeAway), "of the button").toBeVisible();
  await expect(desk.getByText(en.common.unreached.storeAway), "and by itself").toBeVisible({ timeout: NOTICES_WITHIN });
  await expect(desk.getByLabel(en.desk.note.label)).toHaveValue("Ring the office");
  await expect(wall.getByText(en.common.unreached.storeAway)).toBeVisible({ timeout: NOTICES_WITHIN });
  await expect(contact.getByText(/^Nid yw Ymholi yn gallu cyrraedd ei storfa/)).toBeVisible({ timeout: NOTICES_WITHIN });
  await expect(contact.getByRole("heading", { level: 1, name: contactTitle })).toBeVisible();

  server.store.mend();
  for (const page of [desk, wall]) await expect(page.getByText(en.common.unreached.storeAway)).toBeHidden({ timeout: NOTICES_WITHIN });
  await expect(contact.getByText(/^Nid yw Ymholi yn gallu cyrraedd ei storfa/)).toBeHidden({ timeout: NOTICES_WITHIN });
  await expect(tom.getByText(en.live.connection.storeAway)).toBeHidden({ timeout: NOTICES_WITHIN });
  await tom.getByRole("button", { name: en.voting.form.cast }).click();
  await expect(tom.getByText(en.voting.form.in)).toBeVisible();
  await desk.getByLabel(en.desk.note.label).press("End");
  await desk.keyboard.type(" today");
  await expect(desk.getByText(en.desk.note.kept)).toBeVisible();
});

test("the contact's screen outlives a broken line, says so, and shows what came meanwhile", async ({ arrive }) => {
  test.setTimeout(180_000);
  const [desk, contact, tom] = await Promise.all([arrive({ facilitator: true }), arrive({ meets: [0] }), arrive()]);
  const { id, code } = await hostSession(desk, await openDemonstration(desk), "A contact in the hills");
  await joinSession(tom, { code, name: "Tom", perspective: "carer" });
  await sayWorry(tom, id, "The first");
  await expect(desk.getByText("The first"), "its card lies open").toBeVisible();
  await contact.goto((await desk.getByRole("link", { name: /^Screen for/ }).getAttribute("href")) ?? "");
  await expect(contact.getByText("The first")).toBeVisible();

  await contact.context().setOffline(true);
  await expect(contact.getByText(en.common.unreached.noLine)).toBeVisible({ timeout: NOTICES_WITHIN });
  await contact.getByRole("button", { name: en.safeguarding.card.see }).click();
  await expect(contact.getByText(en.common.problem.notSent)).toBeVisible();
  await expect(contact.getByText("The first")).toBeVisible();
  await sayWorry(tom, id, "The second");

  await contact.context().setOffline(false);
  await expect(contact.getByText("The second")).toBeVisible({ timeout: NOTICES_WITHIN });
  await expect(contact.getByText(en.common.unreached.noLine)).toBeHidden();
});

/** A store that is reached through a socket file, or a port, is reached through this port now. */
async function lineToStore(url: string): Promise<BrokenLine> {
  const { searchParams, port } = new URL(url);
  const folder = searchParams.get("host");
  return BrokenLine.between(await freePort(), folder ? path.join(folder, ".s.PGSQL.5432") : Number(port));
}

async function askTwo(desk: Page, tom: Page): Promise<void> {
  await goTo(desk, "Making questions");
  for (const words of ["Who asks the carer?", "What would a break be for?"]) {
    await tom.getByRole("textbox", { name: "Your question" }).first().fill(words);
    await tom.getByRole("button", { name: "Add this question" }).click();
    await expect(tom.getByRole("paragraph").filter({ hasText: words })).toBeVisible();
  }
}

async function openVote(desk: Page): Promise<void> {
  // The desk counts now and then; going on needs the questions counted.
  await desk.reload();
  await goTo(desk, "Choosing");
  await desk.getByText(en.choosing.desk.openAsk, { exact: true }).click();
  await desk.getByRole("button", { name: en.choosing.desk.open }).click();
  await expect(desk.getByText("0 of 1 ballots are in")).toBeVisible();
}

async function sayWorry(tom: Page, id: string, words: string): Promise<void> {
  await tom.goto(`/s/${id}/worried`);
  await tom.getByLabel(en.safeguarding.words.label).fill(words);
  await tom.getByRole("button", { name: /^Tell the facilitator/ }).click();
  await expect(tom.getByRole("heading", { level: 1, name: en.safeguarding.sent.title })).toBeVisible();
}
