/** What a phone must fetch to see a page: the scripts of entry, root and route with all they import, in gzip. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { ROOT, StepFailed } from "./progress.mjs";

/**
 * Budgets in kilobytes (1,000 bytes) of gzip, by route id. Who joins may have a five-year-old phone and one
 * bar of signal.
 * @type {{ page: string, route: string, limit: number }[]}
 */
const BUDGETS = [
  { page: "join", route: "routes/join", limit: 60 },
  { page: "live", route: "routes/session.$id.live", limit: 180 },
];

/** @typedef {{ module: string, imports?: string[], parentId?: string }} Part */
/** @typedef {{ entry: Part, routes: Record<string, Part> }} Manifest */

/**
 * One line a page. Throws StepFailed when a page is too heavy.
 * @returns {Promise<string>}
 */
export async function weighPages() {
  const manifest = await readManifest();
  const lines = await Promise.all(BUDGETS.filter(({ route }) => manifest.routes[route]).map((budget) => weigh(manifest, budget)));
  const heavy = lines.filter((line) => line.endsWith("TOO HEAVY"));
  if (heavy.length > 0) throw new StepFailed(heavy.join("\n"));
  return lines.join("\n");
}

/**
 * @param {Manifest} manifest
 * @param {{ page: string, route: string, limit: number }} budget
 */
async function weigh(manifest, { page, route, limit }) {
  const files = scriptsOf(manifest, route);
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(path.join(ROOT, "build/client", file))).length));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return `JavaScript of the ${page} page: ${kilobytes.toFixed(1)} KB of ${limit} KB (${files.length} files)${kilobytes > limit ? " TOO HEAVY" : ""}`;
}

/**
 * @param {Manifest} manifest
 * @param {string} route
 * @returns {string[]} Each file once.
 */
export function scriptsOf(manifest, route) {
  const parts = [manifest.entry];
  for (let id = /** @type {string | undefined} */ (route); id; id = manifest.routes[id]?.parentId) parts.push(.../** @type {Part[]} */ ([manifest.routes[id]]));
  return [...new Set(parts.flatMap((part) => [part.module, ...(part.imports ?? [])]))];
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
