/**
 * What a phone must fetch before a page answers its finger, in gzip: the scripts of entry, root and route with
 * all they import, the longer of the two languages, the heaviest of the parts that are fetched as they come
 * (a room shows one stage at a time), and what stands in public/. A page that says it is "still" is sent with
 * the last of these alone.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { ROOT, StepFailed } from "./progress.mjs";

/**
 * Budgets in kilobytes (1,000 bytes) of gzip, for the heaviest of these routes. Who joins may have a
 * five-year-old phone and one bar of signal. `words` and `parts` are sources of which one is fetched.
 * @type {{ page: string, routes: RegExp, limit: number, words: RegExp, parts?: RegExp }[]}
 */
const BUDGETS = [
  { page: "join", routes: /^app\/routes\/join\./, limit: 60, words: /^app\/language\/(en|cy)\.ts$/ },
  { page: "live", routes: /^app\/routes\/s\.\$session\.tsx/, limit: 180, words: /^app\/language\/(en|cy)-room\.ts$/, parts: /^app\/stages\/\w+\/panel\.tsx$/ },
];

/** Part of every page that is not still. */
const FRAME = [/^app\/entry\.client\.tsx/, /^app\/root\.tsx/];

/** @typedef {{ file: string, imports?: string[] }} Chunk By source, or by a name of its own. */
/** @typedef {Record<string, Chunk>} Chunks */
/** @typedef {Record<string, { module: { handle?: { still?: boolean } } }>} ServerRoutes */

/**
 * One line a page. Throws StepFailed when a page is too heavy, or when there is no such page any more.
 * @returns {Promise<string>}
 */
export async function weighPages() {
  /** @type {Chunks} */
  const chunks = JSON.parse(await readFile(path.join(ROOT, "build/.vite/client-manifest.json"), "utf8"));
  const still = await readStill();
  const lines = await Promise.all(BUDGETS.map((budget) => weigh({ chunks, still, budget })));
  if (lines.some((line) => line.endsWith("TOO HEAVY"))) throw new StepFailed(lines.join("\n"));
  return lines.join("\n");
}

/** @param {{ chunks: Chunks, still: (source: string) => boolean, budget: (typeof BUDGETS)[number] }} what */
async function weigh({ chunks, still, budget }) {
  const { page, routes, limit } = budget;
  const sources = namesIn(chunks, routes);
  if (sources.length === 0) throw new StepFailed(`There is no ${page} page to weigh: correct its address in server/setup/weight.mjs.`);
  const always = await filesWeigh((await readdir(path.join(ROOT, "public"))).filter((name) => name.endsWith(".js")));
  const weights = await Promise.all(sources.map(async (source) => always + (still(source) ? 0 : await weightOf(chunks, source, budget))));
  const heaviest = Math.max(...weights) / 1000;
  return `JavaScript of the ${page} page: ${heaviest.toFixed(1)} KB of ${limit} KB${heaviest > limit ? ", TOO HEAVY" : ""}`;
}

/**
 * @param {Chunks} chunks
 * @param {string} source The route's.
 * @param {(typeof BUDGETS)[number]} budget
 * @returns {Promise<number>} Bytes.
 */
async function weightOf(chunks, source, { words, parts }) {
  const base = withImports(chunks, [source, ...FRAME.flatMap((pattern) => namesIn(chunks, pattern))]);
  const beside = async (/** @type {RegExp} */ pattern) => {
    const each = namesIn(chunks, pattern).map((name) => [...withImports(chunks, [name])].filter((file) => !base.has(file)));
    return Math.max(0, ...(await Promise.all(each.map(filesWeigh))));
  };
  return (await filesWeigh([...base])) + (await beside(words)) + (parts ? await beside(parts) : 0);
}

/**
 * @param {Chunks} chunks
 * @param {RegExp} pattern
 */
function namesIn(chunks, pattern) {
  return Object.keys(chunks).filter((name) => pattern.test(name));
}

/**
 * The files of these chunks and of all that they import, each once.
 * @param {Chunks} chunks
 * @param {string[]} names
 * @returns {Set<string>}
 */
function withImports(chunks, names) {
  const seen = new Set(names);
  for (const name of seen) for (const imported of chunks[name]?.imports ?? []) seen.add(imported);
  return new Set([...seen].flatMap((name) => chunks[name]?.file ?? []).filter((file) => file.endsWith(".js")));
}

/**
 * @param {string[]} files In build/client.
 * @returns {Promise<number>} Bytes of gzip.
 */
async function filesWeigh(files) {
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(path.join(ROOT, "build/client", file))).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether a route's source is of a page that is sent without React's scripts. */
async function readStill() {
  /** @type {{ routes: ServerRoutes }} */
  const { routes } = await import(pathToFileURL(path.join(ROOT, "build/server/index.js")).href);
  const still = Object.keys(routes).filter((id) => routes[id]?.module.handle?.still);
  return (/** @type {string} */ source) => still.some((id) => source.startsWith(`app/${id}.`));
}
