import { defineConfig } from "@playwright/test";

import { findChromium } from "./chromium.mjs";

/** Journeys bring their own server (`#tests/browser.ts`); nothing is started globally. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "../test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  // A busy machine may make a browser late once; twice is a fault.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    // A control that does not come is told in seconds, not at the end of the journey.
    actionTimeout: 15_000,
    browserName: "chromium",
    trace: "on-first-retry",
    launchOptions: {
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
});
