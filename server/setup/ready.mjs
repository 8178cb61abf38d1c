/** Brings a checkout to where it can run: the right Node, the packages of the lock file, a build of these sources. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { packaged, ROOT, step, StepFailed } from "./progress.mjs";

/** What the build is made of; tests and generated files are not part of it. */
const SOURCES = ["app", "server", "public", "prisma/schema.prisma", "vite.config.ts", "remix.config.js", "tsconfig.json", "package.json", "package-lock.json"];
const STAMP = path.join(ROOT, "build", ".sources");

/** Says which Node is needed, instead of failing later in a way nobody understands. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StepFailed(`Ymholi needs Node.js 20.19 or later; this is ${process.versions.node}.`);
}

/** Installs what package-lock.json names unless exactly that is there already. */
export async function install() {
  if (await isInstalled()) return;
  await step("Installing packages (about two minutes the first time)", [...npm(), "ci", "--include=dev", "--no-audit", "--no-fund"]);
}

/** True when the record npm keeps in node_modules says the same as package-lock.json. */
export async function isInstalled() {
  const [wanted, found] = await Promise.all(["package-lock.json", "node_modules/.package-lock.json"].map(readPackages));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([place, { version, optional, peer, link }]) => place === "" || link || found[place]?.version === version || (!found[place] && (optional || peer)));
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean, peer?: boolean, link?: boolean }> | null>}
 */
async function readPackages(file) {
  const text = await readFile(path.join(ROOT, file), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text).packages;
}

/** npm as it was called, or as it is found: never through a shell. */
function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith("npm-cli.js") && existsSync(script)) return [process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** Writes Prisma's client from the schema; without it nothing compiles. */
export async function generate() {
  await step("Preparing the database client", packaged("prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"));
}

/** Builds unless the sources are those of the last build. */
export async function build() {
  if ((await readFile(STAMP, "utf8").catch(() => "")) === (await fingerprint())) return;
  await step("Building the pages and the server (about half a minute)", [process.execPath, path.join(ROOT, "server/setup/build.mjs"), "--no-weighing"]);
}

/** Remembers what was built. Called by the build itself, with the fingerprint taken before it began. */
export async function stampBuild(/** @type {string} */ sources) {
  await mkdir(path.dirname(STAMP), { recursive: true });
  await writeFile(STAMP, sources);
}

/** One hash over names and contents of all sources. */
export async function fingerprint() {
  const hash = createHash("sha256");
  for (const source of SOURCES) await addTo(hash, source);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} source File or folder, from the project's folder.
 */
async function addTo(hash, source) {
  const entries = await readdir(path.join(ROOT, source), { withFileTypes: true }).catch(() => null);
  if (!entries) {
    hash.update(source).update("\0").update(await readFile(path.join(ROOT, source)).catch(() => ""));
    return;
  }
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!/\.test\.tsx?$/.test(name)) await addTo(hash, `${source}/${name}`);
  }
}
