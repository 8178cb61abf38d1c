/**
 * `npm test`: everything, from a fresh checkout. Each part runs even when one before it failed; the last line
 * says "N passed, N failed" over all of them, and the exit code is 1 if anything failed or nothing ran.
 */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { spawn } from "node:child_process";
import os from "node:os";
import path from "node:path";

import { packaged, ROOT, run, StepFailed } from "../server/setup/progress.mjs";
import { checkNode, generate, install } from "../server/setup/ready.mjs";
import { ensureChromium } from "./chromium.mjs";
import { countPlaywright, countVitest } from "./tally.mjs";
import { UNHANDLED_FILE } from "./unhandled.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

/** Settings of a real store must never reach a test. */
for (const name of ["DATABASE_URL", "DATA_DIR", "PUBLIC_ORIGIN", "YMHOLI_SECRET", "DISCLOSURE_MINIMUM", "METRICS_TOKEN", "LOG_LEVEL", "NODE_ENV", "PORT"]) delete process.env[name];

process.chdir(ROOT);
const reports = await mkdtemp(path.join(os.tmpdir(), "ymholi-reports-"));

const PARTS = [
  { name: "Set-up", check: () => one(setUp) },
  { name: "Lint", check: () => one(command("npm", "run", "--silent", "lint")) },
  { name: "Types", check: () => one(command(...packaged("typescript/bin/tsc"))) },
  { name: "Rules", check: () => vitest("unit") },
  { name: "Build and weight of pages", check: () => one(command(process.execPath, "server/setup/build.mjs")) },
  { name: "With a database", check: () => vitest("integration") },
  { name: "Faults and attacks", check: () => vitest("faults") },
  { name: "Journeys in a browser", check: journeys },
];

/** @type {Tally} */
const total = { passed: 0, failures: [] };
for (const { name, check } of PARTS) {
  const began = performance.now();
  console.log(`\n=== ${name}`);
  const { passed, failures } = await check();
  total.passed += passed;
  total.failures.push(...failures.map((failure) => `${name}: ${failure}`));
  console.log(`=== ${name}: ${passed} passed, ${failures.length} failed (${((performance.now() - began) / 1000).toFixed(1)} s)`);
}
await rm(reports, { recursive: true, force: true });

if (total.failures.length > 0) console.log(`\nWhat failed:\n\n${total.failures.join("\n\n")}`);
const ran = total.passed + total.failures.length;
console.log(`\n${total.passed} passed, ${total.failures.length} failed`);
process.exitCode = ran === 0 || total.failures.length > 0 ? 1 : 0;

async function setUp() {
  checkNode();
  await install();
  if (!existsSync("prisma/generated/client.ts")) await generate();
}

/**
 * A part that counts as one test.
 * @param {() => Promise<unknown>} check
 * @returns {Promise<Tally>}
 */
async function one(check) {
  try {
    await check();
    return { passed: 1, failures: [] };
  } catch (error) {
    return { passed: 0, failures: [error instanceof Error ? error.message : String(error)] };
  }
}

/** @param {...string} line */
function command(...line) {
  return async () => {
    const { code, said } = await run(line);
    console.log(said.trim());
    if (code !== 0) throw new StepFailed(said.trim());
  };
}

/**
 * @param {"unit" | "integration" | "faults"} project
 * @returns {Promise<Tally>}
 */
async function vitest(project) {
  const report = path.join(reports, `${project}.json`);
  const unhandled = path.join(reports, `${project}-unhandled.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`, "--reporter=./tests/unhandled.mjs"];
  const code = await watch(packaged("vitest/vitest.mjs", "run", "-c", "tests/vitest.config.ts", "--project", project, "--passWithNoTests", ...reporters), { [UNHANDLED_FILE]: unhandled });
  return countVitest(await read(report), code, await read(unhandled));
}

/** @returns {Promise<Tally>} */
async function journeys() {
  if (!existsSync("build/server.js")) return { passed: 0, failures: ["there is no build to try"] };
  const found = await one(async () => ensureChromium());
  if (found.failures.length > 0) return found;
  const report = path.join(reports, "journeys.json");
  const code = await watch(packaged("@playwright/test/cli.js", "test", "-c", "tests/playwright.config.ts", "--pass-with-no-tests", "--reporter=list,json"), { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return countPlaywright(await read(report), code);
}

/**
 * Runs a part with its output shown as it comes, and nothing to read from.
 * @param {string[]} line
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
function watch([program = "", ...args], env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} report
 * @returns {Promise<unknown>} Null when the part ended without writing it.
 */
async function read(report) {
  const text = await readFile(report, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}
