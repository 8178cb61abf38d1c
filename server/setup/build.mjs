/**
 * `npm run build`: the database client, the pages (Remix through Vite), the server (one bundle of our own
 * files a program; packages stay outside, so that there is one yjs). Fails when a page's scripts outgrow
 * their budget; `npm start` does not weigh, since a page that is too heavy is better than none.
 */
import { bundle } from "./bundle.mjs";
import { packaged, giveUp, step } from "./progress.mjs";
import { fingerprint, generate, stampBuild } from "./ready.mjs";
import { weighPages } from "./weight.mjs";

/** Programs that run without TypeScript: the server, and those of the command line. */
const PROGRAMS = { server: "server/index.ts", seed: "server/setup/seed.ts", record: "server/operations/record.ts" };

try {
  const sources = await fingerprint();
  await generate();
  await step("Building the pages", packaged("@remix-run/dev/dist/cli.js", "vite:build"), { env: { NODE_ENV: "production" } });
  await bundle(PROGRAMS, "build");
  await stampBuild(sources);
  if (!process.argv.includes("--no-weighing")) console.log(await weighPages());
} catch (error) {
  giveUp(error);
}
