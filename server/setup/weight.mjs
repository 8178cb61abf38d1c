/**
 * What a phone must fetch before a page answers its finger, in gzip: the scripts of entry, root and route
 * with all they import, the words of one language, Remix's manifest, and what stands in public/. A page
 * that says it is "still" is sent with the last of these alone.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { ROOT, StepFailed } from "./progress.mjs";

/**
 * Budgets in kilobytes (1,000 bytes) of gzip, for the heaviest of these routes. Who joins may have a
 * five-year-old phone and one bar of signal.
 * @type {{ page: string, routes: RegExp, limit: number }[]}
 */
const BUDGETS = [
  { page: "join", routes: /^routes\/join\./, limit: 60 },
  { page: "live", routes: /^routes\/s\.\$session$/, limit: 180 },
];

/** Fetched by every page that is not still, though nothing imports them: Remix's manifest, and the longer of the two languages. */
const FETCHED = [[/^manifest-.*\.js$/], [/^en-.*\.js$/, /^cy-.*\.js$/]];

/** @typedef {{ module: string, imports?: string[], parentId?: string }} Part */
/** @typedef {{ entry: Part, routes: Record<string, Part> }} Manifest */
/** @typedef {Record<string, { module: { handle?: { still?: boolean } } }>} ServerRoutes */

/**
 * One line a page. Throws StepFailed when a page is too heavy, or when there is no such page any more.
 * @returns {Promise<string>}
 */
export async function weighPages() {
  const manifest = await readManifest();
  const still = await readStill();
  const lines = await Promise.all(BUDGETS.map((budget) => weigh({ manifest, still, budget })));
  if (lines.some((line) => line.endsWith("TOO HEAVY"))) throw new StepFailed(lines.join("\n"));
  return lines.join("\n");
}

/** @param {{ manifest: Manifest, still: Set<string>, budget: (typeof BUDGETS)[number] }} what */
async function weigh({ manifest, still, budget: { page, routes, limit } }) {
  const ids = Object.keys(manifest.routes).filter((id) => routes.test(id));
  if (ids.length === 0) throw new StepFailed(`There is no ${page} page to weigh: correct its address in server/setup/weight.mjs.`);
  const weights = await Promise.all(ids.map((id) => weightOf(manifest, still.has(id) ? null : id)));
  const heaviest = Math.max(...weights) / 1000;
  return `JavaScript of the ${page} page: ${heaviest.toFixed(1)} KB of ${limit} KB${heaviest > limit ? ", TOO HEAVY" : ""}`;
}

/**
 * @param {Manifest} manifest
 * @param {string | null} route Null for a still page.
 * @returns {Promise<number>} Bytes.
 */
async function weightOf(manifest, route) {
  const always = (await readdir(path.join(ROOT, "public"))).filter((name) => name.endsWith(".js"));
  const sizes = await Promise.all([...always, ...(route ? scriptsOf(manifest, route) : [])].map(gzipped));
  return (route ? await weightOfFetched() : 0) + sizes.reduce((sum, size) => sum + size, 0);
}

async function weightOfFetched() {
  const names = await readdir(path.join(ROOT, "build/client/assets"));
  const groups = FETCHED.map((patterns) => names.filter((name) => patterns.some((pattern) => pattern.test(name))));
  const heaviest = await Promise.all(groups.map(async (group) => Math.max(0, ...(await Promise.all(group.map((name) => gzipped(`assets/${name}`)))))));
  return heaviest.reduce((sum, size) => sum + size, 0);
}

/** @param {string} file In build/client. */
async function gzipped(file) {
  return gzipSync(await readFile(path.join(ROOT, "build/client", file))).length;
}

/**
 * @param {Manifest} manifest
 * @param {string} route
 * @returns {string[]} Each file once.
 */
export function scriptsOf(manifest, route) {
  const parts = [manifest.entry];
  for (let part = manifest.routes[route]; part; part = manifest.routes[part.parentId ?? ""]) parts.push(part);
  return [...new Set(parts.flatMap((part) => [part.module, ...(part.imports ?? [])]))];
}

/** Ids of the routes that are sent without React's scripts. */
async function readStill() {
  /** @type {{ routes: ServerRoutes }} */
  const { routes } = await import(pathToFileURL(path.join(ROOT, "build/server/index.js")).href);
  return new Set(Object.keys(routes).filter((id) => routes[id]?.module.handle?.still));
}

/**
 * Remix's own manifest of the browser's build: "window.__remixManifest={…};".
 * @returns {Promise<Manifest>}
 */
async function readManifest() {
  const assets = path.join(ROOT, "build/client/assets");
  const name = (await readdir(assets)).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new StepFailed("The build left no manifest of its pages.");
  const text = await readFile(path.join(assets, name), "utf8");
  return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
}
