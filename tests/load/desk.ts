/**
 * How quickly the desk answers a hand with a full room: five hundred members in the rows, a browser slowed four times.
 * `npx tsx tests/load/desk.ts` after `npm run build`; prints each interaction's time to the next frame, in milliseconds
 * (Event Timing, which tells durations in steps of eight). Not part of `npm test`: a busy machine changes its times.
 */
import { chromium, type Page } from "@playwright/test";

import { signInLink } from "#app/host/link.server.ts";
import { perspectives } from "#app/session/perspective.ts";
import { urlOfRunning } from "#server/database/keeper.ts";
import { connectTo } from "#server/database/open.ts";
import { findChromium } from "#tests/chromium.mjs";
import { startServer } from "#tests/server.ts";

const MEMBERS = 500;
const SLOWER = 4;
/** Times each interaction is done; the slowest is told. */
const ROUNDS = 3;

type Timed = Record<string, number[]>;

async function main(): Promise<void> {
  const server = await startServer();
  const { db, end } = connectTo(await urlOfRunning({ dataDir: server.dataDir }));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    const session = await db.session.findFirstOrThrow({ where: { state: "open" } });
    const facilitator = await db.facilitator.findFirstOrThrow({ where: { teams: { some: { enquiryId: session.enquiryId } } } });
    const people = Array.from({ length: MEMBERS }, (_, index) => ({ sessionId: session.id, name: `Member ${index + 1}`, perspective: perspectives[index % perspectives.length] ?? "other", language: "en" }));
    await db.member.createMany({ data: people });
    const page = await browser.newPage({ baseURL: server.origin, viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    await page.goto(`/sign-in/link?token=${await signInLink(db, facilitator.id, 600_000)}`);
    await page.locator("main").getByRole("button").click();
    await page.waitForURL(/enquiries/);
    await page.goto(`/sessions/${session.id}/desk`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    console.table(Object.fromEntries(Object.entries(await interact(page)).map(([what, times]) => [what, { times: times.join(" "), slowest: Math.max(...times) }])));
    console.log(`${MEMBERS} members, ${SLOWER} times slower; rows of names drawn: ${await page.getByText(/^Member \d+$/).count()}`);
  } finally {
    await browser.close();
    await end();
    await server.stop();
  }
}

async function interact(page: Page): Promise<Timed> {
  await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const timed: Timed = {};
  const time = async (what: string, act: () => Promise<void>) => (timed[what] ??= []).push(await slowestEvent(page, act));
  for (let round = 0; round < ROUNDS; round++) {
    await time("next stage", () => page.getByRole("button", { name: /^Go on to:/ }).click());
    await time("undo", () => page.getByRole("button", { name: /^Undo:/ }).click());
    await time("start the clock", () => page.getByRole("button", { name: "Start" }).click());
    await time("pause the clock", () => page.getByRole("button", { name: "Pause" }).click());
    await time("one minute more", () => page.keyboard.press("+"));
    await time("unfold the names", () => page.getByText("Names", { exact: true }).click());
    await time("find a name", () => page.getByLabel("Find a name").pressSequentially("4", { delay: 50 }));
    await page.getByLabel("Find a name").fill("");
    await time("fold the names", () => page.getByText("Names", { exact: true }).click());
    await time("type a note", () => page.getByLabel("Notes to yourself").pressSequentially("ask", { delay: 50 }));
  }
  return timed;
}

/** Does something and answers how long its slowest event took until the next frame; what is under 16 ms counts as 16. */
async function slowestEvent(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await act();
  // What the press set going (a post, the page's data anew, the noticeboard) is part of what the next press may meet.
  await page.waitForTimeout(1_500);
  return page.evaluate(() => Math.max(16, ...(window as unknown as { seen: number[] }).seen));
}

await main();
