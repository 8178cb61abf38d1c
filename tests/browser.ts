/**
 * What journeys begin with: `import { expect, test } from "#tests/browser.ts"`. Each worker has one server of
 * its own with an empty store but for the demonstration. `arrive` brings a person with a browser of their own;
 * whatever their browser complains of, and was not foreseen, fails the test.
 */
import { expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";

import { startServer, type TestServer } from "./server.ts";

export { expect } from "@playwright/test";
export type { Locator, Page } from "@playwright/test";

/** A person and the device they hold. */
export interface Arrival {
  readonly language?: "en" | "cy";
  /** CSS pixels; 360 is a small phone. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: "light" | "dark" | "forced";
  readonly javaScript?: boolean;
  /** The first facilitator, signed in. */
  readonly facilitator?: boolean;
  /** Statuses that this person's journey means to meet (a form with a problem answers 422; 0: a broken line). */
  readonly meets?: readonly number[];
}

export type Arrive = (arrival?: Arrival) => Promise<Page>;

type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>;

export const FACILITATOR = { name: "Llinos Parry", email: "llinos@example.org", passphrase: "tair coeden werdd ar y bryn" };

export const test = base.extend<{ arrive: Arrive }, { server: TestServer; facilitator: Cookies }>({
  server: [
    // Playwright reads the names of the parts a fixture needs from its first parameter, so it must be a pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  facilitator: [async ({ browser, server }, use) => use(await makeFirstFacilitator(browser, server)), { scope: "worker" }],
  baseURL: async ({ server }, use) => use(server.origin),
  arrive: async ({ browser, server, facilitator }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (arrival = {}) => {
      const context = await browser.newContext(deviceOf(arrival, server, facilitator));
      contexts.push(context);
      const page = await context.newPage();
      if (arrival.colours === "forced") await page.emulateMedia({ forcedColors: "active" });
      listen(page, arrival.meets ?? [], complaints);
      if (arrival.javaScript !== false) lookFirst(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, "the browser had nothing to complain of").toEqual([]);
  },
});

function deviceOf({ language = "en", width = 1280, height = 800, colours, javaScript = true, facilitator: isFacilitator = false }: Arrival, server: TestServer, facilitator: Cookies) {
  return {
    baseURL: server.origin,
    locale: language === "cy" ? "cy-GB" : "en-GB",
    viewport: { width, height },
    hasTouch: width < 700,
    javaScriptEnabled: javaScript,
    colorScheme: colours === "dark" ? ("dark" as const) : ("light" as const),
    storageState: isFacilitator ? facilitator : undefined,
  };
}

/** Milliseconds. A page that never says that it is awake is not one of ours. */
const AWAKE_WITHIN = 5_000;

/** A person looks at a page before they tap: until it is awake its buttons are plain forms, which load a page. What is tapped before that, waking.e2e.ts tries. */
function lookFirst(page: Page): void {
  const goTo = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goTo(...where);
    await page.locator("html[data-still], html[data-ready]").waitFor({ state: "attached", timeout: AWAKE_WITHIN }).catch(() => undefined);
    return answer;
  };
}

/** Errors and warnings, thrown errors, answers of 400 and above, requests that came to nothing. */
function listen(page: Page, meets: readonly number[], complaints: string[]): void {
  const complain = (what: string) => void complaints.push(`${page.url()}: ${what}`);
  page.on("console", (message) => {
    const isAboutLoading = message.text().startsWith("Failed to load resource");
    // What browser and Remix say of a line that is cut.
    const isForeseen = meets.includes(0) && /^(WebSocket connection to|WebSocket is already in CLOSING or CLOSED state|Failed to fetch manifest patches)/.test(message.text());
    // Remix says so of a loading that the next one, or leaving the page, broke off.
    const isBrokenOff = message.text().startsWith("AbortError: signal is aborted without reason");
    if (["error", "warning"].includes(message.type()) && !isAboutLoading && !isForeseen && !isBrokenOff) complain(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complain(`thrown: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400 && !meets.includes(response.status())) complain(`${response.status()} for ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A page that is left drops what it was loading.
    if (request.failure()?.errorText !== "net::ERR_ABORTED" && !meets.includes(0)) complain(`${request.failure()?.errorText} for ${request.url()}`);
  });
}

/** Uses the one-time link that the server printed at its first start. */
async function makeFirstFacilitator(browser: Browser, server: TestServer): Promise<Cookies> {
  const link = /\/invitation\/\S+/.exec(server.output())?.[0];
  if (!link) throw new Error(`No first invitation was printed:\n${server.output()}`);
  const context = await browser.newContext({ baseURL: server.origin, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(FACILITATOR.name);
  await page.getByLabel("E-mail").fill(FACILITATOR.email);
  await page.getByLabel("Pass-phrase", { exact: true }).fill(FACILITATOR.passphrase);
  await page.getByLabel("The same pass-phrase again").fill(FACILITATOR.passphrase);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL("**/enquiries");
  const cookies = await context.storageState();
  await context.close();
  return cookies;
}
