import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Tests that need a database or a server find them through `#tests/services.ts`. */
const withServices = { globalSetup: "tests/services.setup.ts", hookTimeout: 60_000 };

export default defineConfig({
  root,
  cacheDir: "node_modules/.cache/vitest",
  test: {
    environment: "node",
    env: { TZ: "UTC" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "server/**/*.test.ts", "tests/*.test.ts"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
          // Milliseconds of rules; a busy machine may take a hundred times as long, and that is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { ...withServices, name: "integration", include: ["{app,server,tests}/**/*.integration.test.ts"], testTimeout: 60_000 },
      },
      {
        extends: true,
        // One at a time: these kill processes and measure what is left. No second try: what was lost or let in once is a fault.
        test: { ...withServices, name: "faults", include: ["tests/{faults,attacks}/**/*.test.ts"], exclude: ["**/*.integration.test.ts"], testTimeout: 120_000, fileParallelism: false },
      },
    ],
  },
});
