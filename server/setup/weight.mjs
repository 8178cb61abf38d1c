/**
 * What a phone must fetch before a page answers its finger, in gzip: the scripts of entry, root and route with
 * all they import, the longer of the two languages, and what stands in public/. In the room also everything that
 * its scripts fetch by themselves, at the heaviest stage, with its words: all is counted but what is known to
 * wait, so that whatever is added weighs from its first day. A page that says it is "still" is sent with what
 * stands in public/ alone.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { build as bundle } from "esbuild";

import { ROOT, StepFailed } from "./progress.mjs";

/**
 * Budgets in kilobytes (1,000 bytes) of gzip, for the heaviest of these routes. Who joins may have a
 * five-year-old phone and one bar of signal. `words` are sources of which one is fetched.
 * @type {{ page: string, routes: RegExp, limit: number, words: RegExp, isRoom?: boolean }[]}
 */
const BUDGETS = [
  { page: "join", routes: /^app\/routes\/join\./, limit: 60, words: /^app\/language\/(en|cy)\.ts$/ },
  { page: "live", routes: /^app\/routes\/s\.\$session\.tsx/, limit: 180, words: /^app\/language\/(en|cy)-room\.ts$/, isRoom: true },
];

/** Part of every page that is not still. */
const FRAME = [/^app\/entry\.client\.tsx/, /^app\/root\.tsx/];

const PANEL = /^app\/stages\/(\w+)\/panel\.tsx$/;
const FOLDED = /^app\/stages\/folded\/(\w+)\.tsx$/;

/** What the room's scripts do not fetch by themselves at every stage: another stage's panel, the wall's views, words (counted by name), and what waits in a fold until somebody opens it. */
const WAITS = [PANEL, FOLDED, /^app\/stages\/(\w+\/projector|[\w-]+-on-the-wall)\.tsx$/, /^app\/language\//];

/** Fetched by themselves, but at one stage only. */
const AT_ONE_STAGE = [{ source: "app/stages/rules-followed.tsx", stage: "ready" }];

/** @typedef {{ file: string, imports?: string[], dynamicImports?: string[] }} Chunk By source, or by a name of its own. */
/** @typedef {Record<string, Chunk>} Chunks */
/** @typedef {Record<string, { module: { handle?: { still?: boolean } } }>} ServerRoutes */
/** @typedef {Record<string, readonly string[]>} WordsOf Names of word files by the part that says them. */
/** @typedef {{ stages: WordsOf, beside: WordsOf, folded: WordsOf }} RoomWords */
/** @typedef {{ bytes: number, folds: Record<string, number> }} Weight Of gzip. `folds`: what opening each adds. */

/**
 * A line a page, and one on what waits in the room's folds. Throws StepFailed when a page is too heavy, or when there is no such page any more.
 * @returns {Promise<string>}
 */
export async function weighPages() {
  /** @type {Chunks} */
  const chunks = JSON.parse(await readFile(path.join(ROOT, "build/.vite/client-manifest.json"), "utf8"));
  const [still, said] = await Promise.all([readStill(), readWords()]);
  const lines = await Promise.all(BUDGETS.map((budget) => weigh({ chunks, still, budget, said })));
  if (lines.some((line) => line.includes("TOO HEAVY"))) throw new StepFailed(lines.join("\n"));
  return lines.join("\n");
}

/** @param {{ chunks: Chunks, still: (source: string) => boolean, budget: (typeof BUDGETS)[number], said: RoomWords }} what */
async function weigh({ chunks, still, budget, said }) {
  const { page, routes, limit, isRoom } = budget;
  const sources = namesIn(chunks, routes);
  if (sources.length === 0) throw new StepFailed(`There is no ${page} page to weigh: correct its address in server/setup/weight.mjs.`);
  const always = await filesWeigh((await readdir(path.join(ROOT, "public"))).filter((name) => name.endsWith(".js")));
  const awake = sources.filter((source) => !still(source));
  const weights = (await Promise.all(awake.map((source) => weightsOf(chunks, source, { budget, said })))).flat();
  const heaviest = always + Math.max(0, ...weights.map(({ bytes }) => bytes));
  const line = `JavaScript of the ${page} page: ${inKb(heaviest)} of ${limit} KB${heaviest > limit * 1000 ? ", TOO HEAVY" : ""}`;
  return isRoom ? `${line}\n${sayFolds(weights)}` : line;
}

/**
 * What a page weighs in each language, and in the room at each stage.
 * @param {Chunks} chunks
 * @param {string} source The route's.
 * @param {{ budget: (typeof BUDGETS)[number], said: RoomWords }} by
 * @returns {Promise<Weight[]>}
 */
async function weightsOf(chunks, source, { budget, said }) {
  const sources = [source, ...FRAME.flatMap((pattern) => namesIn(chunks, pattern))];
  const pages = namesIn(chunks, budget.words).map((words) => [...sources, words]);
  if (!budget.isRoom) return Promise.all(pages.map(async (names) => ({ bytes: await filesWeigh(filesOf(chunks, names)), folds: {} })));
  return Promise.all(pages.flatMap((names) => namesIn(chunks, PANEL).map((panel) => weighStage(chunks, { names, panel, said }))));
}

/**
 * @param {Chunks} chunks
 * @param {{ names: string[], panel: string, said: RoomWords }} stage `names`: of the page, its words last.
 * @returns {Promise<Weight>}
 */
async function weighStage(chunks, { names, panel, said }) {
  const language = /\/(en|cy)-/.exec(names.at(-1) ?? "")?.[1];
  const wordFiles = (/** @type {readonly string[]} */ words) => words.map((name) => `app/language/${language}/${name}.ts`);
  const key = PANEL.exec(panel)?.[1] ?? "";
  const elsewhere = AT_ONE_STAGE.filter(({ stage }) => stage !== key).map(({ source }) => source);
  const parts = withFetched(chunks, [...names, panel], elsewhere);
  const whole = filesOf(chunks, [...parts, ...wordFiles([...(said.stages[key] ?? []), ...Object.values(said.beside).flat()])]);
  const folds = await Promise.all(namesIn(chunks, FOLDED).map(async (fold) => {
    const name = FOLDED.exec(fold)?.[1] ?? "";
    const more = filesOf(chunks, [fold, ...wordFiles(said.folded[name] ?? [])]).filter((file) => !whole.includes(file));
    return [name, await filesWeigh(more)];
  }));
  return { bytes: await filesWeigh(whole), folds: Object.fromEntries(folds) };
}

/**
 * What opening each fold fetches, where the least of it is there already.
 * @param {Weight[]} weights
 */
function sayFolds(weights) {
  const most = (/** @type {string} */ name) => Math.max(...weights.map(({ folds }) => folds[name] ?? 0));
  return `Fetched when one of its folds is opened, and not counted: ${Object.keys(weights[0]?.folds ?? {}).map((name) => `${name} ${inKb(most(name))}`).join(", ")}`;
}

/** @param {number} bytes */
function inKb(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/**
 * @param {Chunks} chunks
 * @param {RegExp} pattern
 */
function namesIn(chunks, pattern) {
  return Object.keys(chunks).filter((name) => pattern.test(name));
}

/**
 * These and all that their scripts fetch by themselves once they run.
 * @param {Chunks} chunks
 * @param {string[]} names
 * @param {string[]} elsewhere What of it is not fetched here.
 * @returns {string[]}
 */
function withFetched(chunks, names, elsewhere) {
  const waits = (/** @type {string} */ name) => elsewhere.includes(name) || WAITS.some((pattern) => pattern.test(name));
  const seen = new Set(names);
  for (const name of seen) {
    const { imports = [], dynamicImports = [] } = chunks[name] ?? {};
    for (const next of [...imports, ...dynamicImports.filter((one) => !waits(one))]) seen.add(next);
  }
  return [...seen];
}

/**
 * The files of these chunks and of all that they import, each once.
 * @param {Chunks} chunks
 * @param {string[]} names
 * @returns {string[]}
 */
function filesOf(chunks, names) {
  const seen = new Set(names);
  for (const name of seen) for (const imported of chunks[name]?.imports ?? []) seen.add(imported);
  return [...new Set([...seen].flatMap((name) => chunks[name]?.file ?? []))].filter((file) => file.endsWith(".js"));
}

/**
 * @param {string[]} files In build/client.
 * @returns {Promise<number>} Bytes of gzip.
 */
async function filesWeigh(files) {
  const sizes = await Promise.all(files.map(weightOfFile));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** @type {Map<string, Promise<number>>} Most files are part of every stage. */
const weighed = new Map();

/** @param {string} file */
function weightOfFile(file) {
  const weight = weighed.get(file) ?? readFile(path.join(ROOT, "build/client", file)).then((bytes) => gzipSync(bytes).length);
  weighed.set(file, weight);
  return weight;
}

/**
 * Which words which part of the room says, read where the room itself reads it.
 * @returns {Promise<RoomWords>}
 */
async function readWords() {
  const asked = 'export { activities } from "./activities.ts"; export * from "./words-beside.ts";';
  const { outputFiles } = await bundle({ stdin: { contents: asked, resolveDir: path.join(ROOT, "app/stages") }, bundle: true, write: false, format: "esm" });
  const { activities, wordsBeside, wordsFolded } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
  const stages = Object.fromEntries(activities.map((/** @type {{ key: string, words: string[] }} */ { key, words }) => [key, words]));
  return { stages, beside: wordsBeside, folded: wordsFolded };
}

/** Whether a route's source is of a page that is sent without React's scripts. */
async function readStill() {
  /** @type {{ routes: ServerRoutes }} */
  const { routes } = await import(pathToFileURL(path.join(ROOT, "build/server/index.js")).href);
  const still = Object.keys(routes).filter((id) => routes[id]?.module.handle?.still);
  return (/** @type {string} */ source) => still.some((id) => source.startsWith(`app/${id}.`));
}
