/**
 * What journeys begin with: `import { expect, test } from "#tests/browser.ts"`. Each worker has one server
 * of its own with an empty store but for the demonstration; `page.goto("/")` opens it.
 */
import { test as base } from "@playwright/test";

import { startServer, type TestServer } from "./server.ts";

export { expect } from "@playwright/test";

export const test = base.extend<object, { server: TestServer }>({
  server: [
    // Playwright reads the names of the parts a fixture needs from its first parameter, so it must be a pattern.
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.origin),
});
